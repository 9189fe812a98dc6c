import { GatewayError, type ErrorCode } from '../errors.js';
import { HttpError } from '../upstream/http.js';
import type { Operation } from '../upstream/operation.js';
import type { Generation } from '../upstream/generation.js';
import type { OperationReport, Outcome, Stop, TokenFacts } from './report.js';
import type { SeenAnswer } from './seen-answer.js';
import { hasScope } from './token-facts.js';

/** What came of one question. */
export interface Asked {
  readonly report: OperationReport;
  /** Not null: nothing more is to be asked of this tenant now. */
  readonly stop: Stop | null;
  /** Node's code of a connection that failed. */
  readonly failure: string | null;
}

export interface Question {
  readonly operation: Operation;
  readonly generation: Generation;
  readonly token: TokenFacts;
}

/** `answer`: the last one that came. `error`: what the gateway made of it, null for a success. Throws what is a defect. */
export function judge(question: Question, answer: SeenAnswer | null, error: Error | null): Asked {
  if (error === null) {
    // A read that may find nothing: an address that is not there looks the same.
    const outcome = answer?.status === 404 ? 'not found' : 'ok';
    return { report: { ...lineOf(question), outcome, status: answer?.status ?? null, detailCode: null }, stop: null, failure: null };
  }
  const outcome = outcomeOfError(question, error);
  if (outcome === null || !(error instanceof GatewayError)) throw error;
  const status = error.details.upstream?.status ?? (outcome === 'unreadable' ? (answer?.status ?? null) : null);
  return {
    report: { ...lineOf(question), outcome, status, detailCode: detailCodeOf(error) },
    stop: stopAfter(outcome, error),
    failure: error.cause instanceof HttpError ? error.cause.reason : null,
  };
}

/** No answer came at all. */
export function isSilence({ outcome, status }: OperationReport): boolean {
  return status === null && (outcome === 'unavailable' || outcome === 'timeout');
}

export function notAsked(operation: Operation, generation: Generation, reason: string): OperationReport {
  return { ...lineOf({ operation, generation }), outcome: 'not asked', status: null, detailCode: null, reason };
}

function lineOf({ operation, generation }: Pick<Question, 'operation' | 'generation'>) {
  return { operation: operation.name, scopes: operation.scopes[generation.contract], reason: null };
}

/** The codes that a read can fail with; any other is a defect of ours. */
const outcomeOf: Partial<Record<ErrorCode, Outcome>> = {
  UNAUTHENTICATED: 'token refused',
  FORBIDDEN: 'not permitted',
  NOT_FOUND: 'not found',
  RATE_LIMITED: 'rate limited',
  UPSTREAM_REJECTED: 'rejected',
  UPSTREAM_UNAVAILABLE: 'unavailable',
  UPSTREAM_TIMEOUT: 'timeout',
  UPSTREAM_CONTRACT: 'unreadable',
};

function outcomeOfError({ operation, generation, token }: Question, error: Error): Outcome | null {
  if (!(error instanceof GatewayError)) return null;
  const lacksScope = error.code === 'FORBIDDEN' && hasScope(token, operation.scopes[generation.contract]) === false;
  return lacksScope ? 'scope missing' : (outcomeOf[error.code] ?? null);
}

/** Its number alone: the words behind it are the upstream's. */
function detailCodeOf({ details }: GatewayError): string | null {
  return /^\d{3}(?:\.\d{1,4})?(?![\w.])/.exec(details.upstream?.detailCode ?? '')?.[0] ?? null;
}

function stopAfter(outcome: Outcome, { details }: GatewayError): Stop | null {
  if (outcome === 'token refused') return { reason: 'token refused', retryAfterSeconds: null, failure: null };
  if (outcome === 'rate limited') return { reason: 'rate limited', retryAfterSeconds: details.retryAfterSeconds ?? null, failure: null };
  return null;
}
