import type { Viewer } from '../auth/viewer.js';
import { GatewayError } from '../errors.js';
import type { RepeatReason } from '../observer.js';
import { textHeader } from './answer-error.js';
import type { Breaker } from './breaker.js';
import type { Leave } from './budget/call-queue.js';
import type { CallKind } from './budget/call-window.js';
import type { UpstreamBudget } from './budget/upstream-budget.js';
import type { CallRecord } from './call-record.js';
import { abortedError, HttpError, type HttpAnswer, type HttpClient, type HttpRequest } from './http.js';
import { retryAfterSeconds } from './refusal.js';
import { pause } from './pause.js';
import type { RetryBudget } from './retry-budget.js';

/** Whose call it is, and how long it may take. */
export interface CallFacts {
  readonly viewer: Viewer;
  readonly isAdmitted: () => Promise<boolean>;
  /** Has the upstream just refused the token? Asked again when the call may leave. */
  readonly isRefused: () => boolean;
  readonly kind: CallKind;
  /** By the client's clock. */
  readonly deadlineMs: number;
  readonly record: CallRecord;
}

export interface RetryingClientParts {
  readonly http: HttpClient;
  readonly budget: UpstreamBudget;
  readonly breaker: Breaker;
  readonly retries: RetryBudget;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const mostAttempts = 3;
const firstDelayMs = 100;
/** Where a 429 does not say how long. */
const defaultPauseMs = 10_000;
const shortestPauseMs = 1000;
const proxyFailures = new Set([502, 503, 504]);

/**
 * The one place where a call waits, is repeated, or is not made at all. Each attempt waits in line for the budget.
 * After a 429 the whole account pauses and only the refused call is sent again, reads and writes alike, as it was not
 * processed; other failures are repeated for reads only (Q52).
 */
export class RetryingClient {
  readonly #parts: RetryingClientParts;

  constructor(parts: RetryingClientParts) {
    this.#parts = parts;
  }

  /**
   * Resolves for every status. Throws HttpError when no whole answer came, RATE_LIMITED when the budget is used up for
   * longer than the call may take, UPSTREAM_UNAVAILABLE when the upstream is known to be down.
   */
  async send(request: HttpRequest, call: CallFacts): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#attempt(request, call, attempt);
      const delayMs = attempt < mostAttempts ? this.#delayBeforeNext(request, outcome, call, attempt) : null;
      if (delayMs === null) return answerOf(outcome);
      call.record.repeated(repeatReasonOf(outcome), delayMs);
      // Shorter when nobody waits any more: the next attempt then fails at once.
      await pause(delayMs, request.signal);
    }
  }

  async #attempt(request: HttpRequest, call: CallFacts, attempt: number): Promise<HttpAnswer | HttpError> {
    const isAdmitted = await call.isAdmitted();
    const leave = await this.#waitForTurn(request, call, isAdmitted);
    if (attempt === 1) this.#parts.retries.countCall();
    try {
      return await this.#send(request, call, isAdmitted);
    } finally {
      leave(true);
    }
  }

  /** Throws what keeps the call from being made. */
  async #waitForTurn({ method, signal }: HttpRequest, call: CallFacts, isAdmitted: boolean): Promise<Leave> {
    const { budget, breaker, clock } = this.#parts;
    const { viewer, kind, deadlineMs, record } = call;
    const startedAtMs = clock();
    let leave: Leave | null = null;
    try {
      if (!breaker.letsThrough({ isWrite: method !== 'GET', isAdmitted })) throw upstreamIsDown();
      const turn = await budget.enter({ viewer, isAdmitted, kind, deadlineMs, signal });
      leave = turn.leave;
      record.waited(turn.kind, clock() - startedAtMs);
      if (call.isRefused()) throw refusedBefore();
      if (signal.aborted) throw abortedError(signal, { cause: signal.reason, wasNeverSent: true });
      return leave;
    } catch (error) {
      leave?.(false);
      record.notMade(error);
      throw error;
    }
  }

  /** Returns what has come of it, whatever it is. */
  async #send(request: HttpRequest, { viewer, record }: CallFacts, isAdmitted: boolean): Promise<HttpAnswer | HttpError> {
    const { http, budget, breaker, clock } = this.#parts;
    record.sent();
    const startedAtMs = clock();
    try {
      const answer = await http.send(request);
      budget.observe(clock() - startedAtMs);
      record.over(answer, clock() - startedAtMs);
      if (proxyFailures.has(answer.status)) breaker.fail();
      else breaker.succeed();
      // Made-up claims must not hold up the client that they name: a stranger's call waits alone.
      if (answer.status === 429 && isAdmitted) budget.pause(viewer, pauseMsOf(answer));
      return answer;
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      record.over(error, clock() - startedAtMs);
      // A request whose own time was up says nothing about the upstream.
      if (!request.signal.aborted && (error.failure === 'timeout' || error.failure === 'unreachable')) breaker.fail();
      return error;
    }
  }

  /** Milliseconds until the same is sent again; null: it is not. */
  #delayBeforeNext(request: HttpRequest, outcome: HttpAnswer | HttpError, call: CallFacts, attempt: number): number | null {
    const { budget, clock, random, retries } = this.#parts;
    const leftMs = call.deadlineMs - clock() - budget.typicalCallMs;
    if (!(outcome instanceof HttpError) && outcome.status === 429) {
      const pauseMs = pauseMsOf(outcome);
      return pauseMs <= leftMs ? pauseMs : null;
    }
    if (request.method !== 'GET' || request.signal.aborted || !isTransient(outcome)) return null;
    const askedForMs = outcome instanceof HttpError ? 0 : (retryAfterMsOf(outcome) ?? 0);
    const delayMs = Math.max(firstDelayMs * 2 ** (attempt - 1) * (0.5 + random()), askedForMs);
    return delayMs <= leftMs && retries.takeRetry() ? delayMs : null;
  }
}

/** What a broken connection or a proxy says; a timeout has cost its time already and is not repeated. */
function isTransient(outcome: HttpAnswer | HttpError): boolean {
  return outcome instanceof HttpError ? outcome.failure === 'unreachable' : proxyFailures.has(outcome.status);
}

/** Of an outcome after which the same is sent again. */
function repeatReasonOf(outcome: HttpAnswer | HttpError): RepeatReason {
  return outcome instanceof HttpError ? 'unreachable' : (String(outcome.status) as RepeatReason);
}

function answerOf(outcome: HttpAnswer | HttpError): HttpAnswer {
  if (outcome instanceof HttpError) throw outcome;
  return outcome;
}

function pauseMsOf(answer: HttpAnswer): number {
  return Math.max(retryAfterMsOf(answer) ?? defaultPauseMs, shortestPauseMs);
}

/** Null when the answer does not say (Q55). */
function retryAfterMsOf(answer: HttpAnswer): number | null {
  const seconds = retryAfterSeconds(textHeader(answer, 'retry-after'), Date.now());
  return seconds === null ? null : seconds * 1000;
}

/** Of a call that was not made. */
export function refusedBefore(): GatewayError {
  return new GatewayError('UNAUTHENTICATED', 'The upstream has refused this token within the last minute; send a new one.');
}

/** Of a call that never left. */
export function upstreamIsDown(): GatewayError {
  const cause = new HttpError('unreachable', 'not sent', { wasNeverSent: true });
  return new GatewayError('UPSTREAM_UNAVAILABLE', 'The upstream does not answer; it is asked again each second.', { retryAfterSeconds: 1 }, { cause });
}
