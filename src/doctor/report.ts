/**
 * What the doctor has found, for people to paste into a report: made of our own words, of the names of operations,
 * generations and scopes, and of numbers. Nothing that a tenant has written can get into it.
 */
export interface Report {
  readonly format: 'certification-gateway-doctor';
  readonly version: 1;
  readonly gatewayVersion: string;
  /** RFC 3339. */
  readonly at: string;
  /** Sent, repeated ones included. */
  readonly calls: number;
  /** Null: everything was asked. */
  readonly stopped: Stop | null;
  readonly token: TokenFacts;
  readonly recommendation: Recommendation | null;
  readonly generations: readonly GenerationReport[];
  /** Operations that change something: they are never tried. */
  readonly changes: readonly ChangeReport[];
  readonly observations: readonly Observation[];
}

export interface Stop {
  readonly reason: 'token expired' | 'token refused' | 'rate limited' | 'unreachable';
  readonly retryAfterSeconds: number | null;
  /** Node's code of a connection that failed. */
  readonly failure: string | null;
}

/** As the token claims: hints, as nobody but the upstream can verify them. */
export interface TokenFacts {
  /** Null here and below: the token does not say. */
  readonly hasUser: boolean | null;
  readonly levels: readonly string[] | null;
  /** Levels that this gateway does not know. */
  readonly otherLevels: number;
  readonly scopes: readonly string[] | null;
  readonly otherScopes: number;
  readonly expiresInMinutes: number | null;
}

export interface Recommendation {
  /** `v2025`. */
  readonly generation: string;
  /** What stands behind the tenant's address in SAILPOINT_API_URL: `/v2025`, or nothing for the per-resource generation. */
  readonly path: string;
  readonly why: string;
}

export interface GenerationReport {
  readonly name: string;
  /** The gateway can work on it: certifications can be listed. */
  readonly isUsable: boolean;
  /** Every operation was asked for, not only those that tell generations apart. */
  readonly isExaminedClosely: boolean;
  readonly operations: readonly OperationReport[];
}

export type Outcome =
  | 'ok'
  | 'scope missing'
  | 'not permitted'
  | 'not found'
  | 'rejected'
  | 'unreadable'
  | 'unavailable'
  | 'timeout'
  | 'rate limited'
  | 'token refused'
  | 'not asked';

export interface OperationReport {
  readonly operation: string;
  readonly outcome: Outcome;
  /** HTTP status of the last answer; null where none came. */
  readonly status: number | null;
  /** The number at the front of the upstream's own code: `400.1`. */
  readonly detailCode: string | null;
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
  /** Of what was not asked: why. */
  readonly reason: string | null;
}

export interface ChangeReport {
  readonly operation: string;
  readonly scopes: readonly string[];
  /** By the token's claims; null where it claims none. */
  readonly hasScope: boolean | null;
}

export interface Observation {
  readonly question: string;
  readonly generation: string;
  readonly answer: string;
}
