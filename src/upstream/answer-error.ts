import { AbandonedError, GatewayError, type ErrorCode, type ErrorDetails } from '../errors.js';
import type { Generation } from './generation.js';
import type { HttpError} from './http.js';
import { type HttpAnswer, type HttpFailure } from './http.js';
import type { Operation } from './operation.js';
import { readRefusal, retryAfterSeconds } from './refusal.js';

export interface RefusedCall {
  readonly operation: Operation;
  readonly generation: Generation;
  readonly answer: HttpAnswer;
  /** Parsed JSON, or undefined. */
  readonly body: unknown;
  readonly redact: (text: string) => string;
}

const defaultRetrySeconds = 10;

/** The error of an answer that is no 2xx: its code, the upstream's words, and what it said besides. */
export function refusalError(call: RefusedCall): GatewayError {
  const { answer, body, redact } = call;
  const { refusal, words } = readRefusal({
    status: answer.status,
    statusText: answer.statusText,
    requestId: textHeader(answer, 'slpt-request-id') ?? null,
    body,
    redact,
  });
  const message = answer.status < 400 ? `The upstream answered with HTTP ${answer.status}, which is not followed.` : words;
  return new GatewayError(codeOfStatus(answer.status), message, { upstream: refusal, ...adviceFor(call) });
}

/** The error of a call that got no whole answer. */
export function failureError(error: HttpError): GatewayError {
  const ErrorClass = error.failure === 'cancelled' ? AbandonedError : GatewayError;
  return new ErrorClass(codeOfFailure[error.failure], error.message, {}, { cause: error });
}

/** A write that may have been done: a timeout, a broken connection, a fault behind the upstream's door. */
export function withUnknownOutcome(error: GatewayError): GatewayError {
  return error.with({ outcome: 'unknown' });
}

function adviceFor({ operation, generation, answer }: RefusedCall): ErrorDetails {
  if (answer.status === 429) {
    const seconds = retryAfterSeconds(textHeader(answer, 'retry-after'), Date.now());
    return { retryAfterSeconds: seconds ?? defaultRetrySeconds };
  }
  if (answer.status !== 403) return {};
  return {
    requiredScopes: operation.scopes[generation.contract],
    hint: 'The token needs one of the required scopes, a user behind it, and a user who may see this object.',
  };
}

const codeOfFailure: Readonly<Record<HttpFailure, ErrorCode>> = {
  timeout: 'UPSTREAM_TIMEOUT',
  cancelled: 'UPSTREAM_TIMEOUT',
  unreachable: 'UPSTREAM_UNAVAILABLE',
  'too large': 'UPSTREAM_CONTRACT',
};

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 429) return 'RATE_LIMITED';
  if (status >= 500) return 'UPSTREAM_UNAVAILABLE';
  // A 400 covers more than bad input (Q58), and filters and sorters are the gateway's own.
  return status >= 400 ? 'UPSTREAM_REJECTED' : 'UPSTREAM_CONTRACT';
}

export function textHeader(answer: HttpAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
