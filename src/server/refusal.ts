import type { ErrorCode, ErrorDetails } from '../errors.js';

export interface RefusalSettings {
  /** Of the answer over HTTP; other transports have the code. */
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: ErrorDetails;
}

/** Why a request goes no further than the front door, whatever transport it came by. All of it is safe to show. */
export class Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;

  constructor({ status, code, message, details = {} }: RefusalSettings) {
    this.status = status;
    this.code = code;
    this.message = message;
    this.details = details;
  }
}

/** A request that is none: the client's fault. */
export function badRequest(message: string): Refusal {
  return new Refusal({ status: 400, code: 'BAD_USER_INPUT', message });
}
