/**
 * Every code that an answer's `extensions.code` can have from the gateway itself; docs/errors.md explains them.
 * Those of the GraphQL layer (GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, …) are Apollo's own.
 */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'COST_LIMIT_EXCEEDED'
  | 'PERSISTED_OPERATION_REQUIRED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_CONTRACT'
  | 'INTERNAL_SERVER_ERROR';

/** One text of an upstream error, cut and without secrets. */
export interface UpstreamMessage {
  readonly text: string;
  readonly locale: string | null;
  /** `DEFAULT`, `REQUEST`, or a word newer than the schema. */
  readonly localeOrigin: string | null;
}

/** What the upstream said of a refused call: shown to clients as `extensions.upstream`. */
export interface UpstreamRefusal {
  readonly status: number;
  readonly detailCode: string | null;
  readonly trackingId: string | null;
  /** The upstream's own id of the request (`Slpt-Request-Id`, Q56). */
  readonly requestId: string | null;
  /** General reasons first, then concrete causes, as the upstream orders them. */
  readonly messages: readonly UpstreamMessage[];
}

export interface PendingTask {
  readonly id: string;
  /** As the upstream says it. */
  readonly status: string | null;
  readonly createdAt: string | null;
}

/** What may be shown beside the message. Never an address, a header, a token or a body. */
export interface ErrorDetails {
  readonly argument?: string;
  /** What of a document is too large, the most that is allowed, and how large it is. */
  readonly measure?: string;
  readonly limit?: number;
  readonly actual?: number;
  /** Of an operation: its dearest fields, and the upstream calls that they can take. */
  readonly estimate?: readonly { readonly path: string; readonly calls: number }[];
  readonly retryAfterSeconds?: number;
  readonly requiredScopes?: readonly string[];
  readonly hint?: string;
  readonly reference?: string;
  /** Of a write: it may have been done all the same. */
  readonly outcome?: 'unknown';
  /** Of a reassignment whose outcome is unknown: what is under way on that certification, by whomever it was started. */
  readonly pendingTasks?: readonly PendingTask[];
  readonly upstream?: UpstreamRefusal;
}

/** The one error class. Message and details are safe to show; `cause` is for the log. */
export class GatewayError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GatewayError';
    this.code = code;
    this.details = details;
  }

  /** The same, with more to show. */
  with(details: ErrorDetails): GatewayError {
    return new GatewayError(this.code, this.message, { ...this.details, ...details }, { cause: this.cause });
  }
}

/** Of what nobody waits for any more: it says nothing to whoever else wanted the same. */
export class AbandonedError extends GatewayError {}

/** Input that the gateway itself refuses, before any upstream call. `argument` is a path such as `filter.ids`. */
export function badUserInput(argument: string, message: string): GatewayError {
  return new GatewayError('BAD_USER_INPUT', message, { argument });
}

/** Of a write that may have been done. */
export function hasUnknownOutcome(error: unknown): error is GatewayError {
  return error instanceof GatewayError && error.details.outcome === 'unknown';
}

export function hasCode(error: unknown, ...codes: readonly ErrorCode[]): error is GatewayError {
  return error instanceof GatewayError && codes.includes(error.code);
}
