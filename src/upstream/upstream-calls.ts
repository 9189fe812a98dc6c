import { setMaxListeners } from 'node:events';
import type { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { GatewayError, hasCode } from '../errors.js';
import type { Logger } from '../logger.js';
import { failureError, refusalError, textHeader, withUnknownOutcome } from './answer-error.js';
import { AnswerReader } from './answer-reader.js';
import type { CallKind } from './budget/call-window.js';
import type { BudgetState, UpstreamBudget } from './budget/upstream-budget.js';
import { CallsUnderWay } from './calls-under-way.js';
import { deadlineWithin, type Deadline } from './deadline.js';
import type { Generation } from './generation.js';
import { HttpError, type HttpAnswer, type HttpRequest } from './http.js';
import type { Operation } from './operation.js';
import { refusedBefore, type CallFacts, type RetryingClient } from './retrying-client.js';
import { traceHeaders, type Trace } from './trace.js';

export interface UpstreamRead {
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly query?: URLSearchParams;
  /** The gateway's own if not given. */
  readonly generation?: Generation;
}

export interface UpstreamWrite extends UpstreamRead {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** JSON. */
  readonly body?: unknown;
}

/** A 2xx answer. */
export interface UpstreamAnswer {
  readonly reader: AnswerReader;
  /** `X-Total-Count`; null where the upstream sent none. */
  readonly totalCount: number | null;
}

/** Who asks, and for how long they wait: the calls of one GraphQL request. */
export interface Asker {
  readonly viewer: Viewer;
  readonly logger: Logger;
  readonly deadline: Deadline;
  /** Aborts when the client has gone: nobody waits for what is read. A write goes on, or its outcome was unknown. */
  readonly left: AbortSignal;
  /** The caller's `Accept-Language`, for texts that are shown to them alone. */
  readonly language: string | null;
  readonly trace: Trace;
}

/** A request's first calls are what somebody waits for; more of them are a fan-out, one for each row of a list. */
const singleCalls = 5;

/** What the requests of a process share. */
export interface Connection {
  readonly client: RetryingClient;
  readonly budget: UpstreamBudget;
  readonly generation: Generation;
  /** Is told of each 2xx, which vouches for the token it was sent with, and of each 401. */
  readonly admission: Pick<Admission, 'admit' | 'revoke' | 'isAdmitted' | 'isRefused'>;
}

/** Calls made with one caller's token and no other, counted. */
export class UpstreamCalls {
  readonly generation: Generation;
  readonly underWay = new CallsUnderWay();
  readonly #connection: Connection;
  readonly #asker: Asker;
  readonly #readSignal: AbortSignal;
  readonly #onSent: () => void;
  #asked = 0;
  #count = 0;

  /** By `Upstream.callsFor`. */
  constructor(connection: Connection, asker: Asker, onSent: () => void = () => undefined) {
    this.#connection = connection;
    this.#onSent = onSent;
    this.generation = connection.generation;
    this.#asker = asker;
    this.#readSignal = AbortSignal.any([asker.deadline.signal, asker.left]);
    // Every call of a board listens, and takes its listener away: no leak that Node 20 would have to warn of.
    setMaxListeners(0, this.#readSignal);
  }

  /** Calls made so far, repeated ones included. */
  get count(): number {
    return this.#count;
  }

  /** The same caller's, with less time: `ms` from now. They are counted here as well. */
  within(ms: number): UpstreamCalls {
    const asker = { ...this.#asker, deadline: deadlineWithin(this.#asker.deadline, ms) };
    return new UpstreamCalls(this.#connection, asker, () => this.#countSent());
  }

  /** What is left for all users of the caller's OAuth client; null for a caller whose claim to it is not proved. */
  async findBudget(): Promise<BudgetState | null> {
    const { admission, budget } = this.#connection;
    const { viewer } = this.#asker;
    return (await admission.isAdmitted(viewer)) ? budget.stateFor(viewer) : null;
  }

  /**
   * Reads. Throws GatewayError: UNAUTHENTICATED (401), FORBIDDEN (403), NOT_FOUND (404), RATE_LIMITED (429, or no budget in time),
   * UPSTREAM_REJECTED (other 4xx), UPSTREAM_UNAVAILABLE (5xx, network), UPSTREAM_TIMEOUT, or UPSTREAM_CONTRACT for an
   * answer that is no JSON.
   */
  async get(read: UpstreamRead): Promise<UpstreamAnswer> {
    const answer = await this.#call(read, { method: 'GET', headers: this.#headers(read.operation), signal: this.#readSignal });
    return this.#decoded(read.operation, answer);
  }

  /** The same, with null for a 404 and for an answer without a body. */
  async find(read: UpstreamRead): Promise<UpstreamAnswer | null> {
    try {
      return await this.get(read);
    } catch (error) {
      if (hasCode(error, 'NOT_FOUND') || error instanceof NoBodyError) return null;
      throw error;
    }
  }

  /**
   * Writes, once: it is sent again only after a 429, which says that it was not processed (Q52). `read` makes something of the answer; it gets null where there is no
   * body (Q51: any 2xx is a success). Throws as `get` and `read` do, with `outcome: "unknown"` where the change may have
   * been made all the same.
   */
  async send<Model>(write: UpstreamWrite, read: (reader: AnswerReader | null) => Model): Promise<Model> {
    const headers = this.#headers(write.operation);
    const content =
      write.body === undefined
        ? { headers }
        : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(write.body) };
    try {
      const answer = await this.underWay.track(this.#call(write, { method: write.method, ...content, signal: this.#asker.deadline.signal }));
      if (answer.body === '') return read(null);
      return read(this.#decoded(write.operation, answer).reader);
    } catch (error) {
      throw mayHaveBeenDone(error) ? withUnknownOutcome(error) : error;
    }
  }

  async #call(read: UpstreamRead, request: Omit<HttpRequest, 'url'>): Promise<HttpAnswer> {
    const { operation } = read;
    const generation = read.generation ?? this.generation;
    const { admission, budget, client } = this.#connection;
    const { viewer } = this.#asker;
    const url = addressOf(read, generation);
    if (admission.isRefused(viewer)) throw refusedBefore();
    const startedAtMs = performance.now();
    try {
      const answer = await client.send({ ...request, url }, this.#factsOf(request.method));
      this.#logCall(operation, answer, startedAtMs);
      if (answer.status >= 200 && answer.status <= 299) {
        admission.admit(viewer);
        budget.accept(viewer);
        return answer;
      }
      if (answer.status === 401) admission.revoke(viewer);
      const redact = (text: string) => this.#redact(text);
      throw refusalError({ operation, generation, answer, body: parseJson(answer.body), redact });
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const level = error.failure === 'cancelled' ? 'debug' : 'warn';
      this.#asker.logger[level]({ operation: operation.name, failure: error.failure, reason: error.reason }, 'upstream call failed');
      throw failureError(error);
    }
  }

  #factsOf(method: HttpRequest['method']): CallFacts {
    const { viewer, deadline } = this.#asker;
    this.#asked += 1;
    const kind: CallKind = method !== 'GET' || this.#asked <= singleCalls ? 'single' : 'fanOut';
    return {
      viewer,
      isAdmitted: () => this.#connection.admission.isAdmitted(viewer),
      isRefused: () => this.#connection.admission.isRefused(viewer),
      kind,
      deadlineMs: deadline.atMs,
      onSent: () => this.#countSent(),
    };
  }

  #countSent(): void {
    this.#count += 1;
    this.#onSent();
  }

  #decoded(operation: Operation, answer: HttpAnswer): UpstreamAnswer {
    if (answer.body === '') throw new NoBodyError(operation);
    const body = parseJson(answer.body);
    if (body === undefined) {
      throw new GatewayError('UPSTREAM_CONTRACT', `The upstream's answer to ${operation.name} is not JSON.`);
    }
    return { reader: new AnswerReader(operation.name, body, this.#asker.logger), totalCount: totalCountOf(answer) };
  }

  #headers({ isExperimental, takesLanguage }: Operation): Record<string, string> {
    const { viewer, language, trace } = this.#asker;
    return {
      ...traceHeaders(trace),
      authorization: viewer.token.authorizationHeader(),
      // Another Accept has produced a 500 (Q57).
      accept: 'application/json',
      'user-agent': 'certification-gateway',
      ...(isExperimental && this.generation.contract === 'stable' ? { 'x-sailpoint-experimental': 'true' } : {}),
      ...(takesLanguage && language !== null ? { 'accept-language': language } : {}),
    };
  }

  /** Upstream texts reach clients: without the token, any other JWT, and any address. */
  #redact(text: string): string {
    const withoutJwts = text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]');
    return this.generation.redactFrom(this.#asker.viewer.token.redactFrom(withoutJwts));
  }

  #logCall(operation: Operation, answer: HttpAnswer, startedAtMs: number): void {
    const { logger } = this.#asker;
    if (!logger.isLevelEnabled('debug')) return;
    logger.debug(
      {
        operation: operation.name,
        status: answer.status,
        durationMs: Math.round(performance.now() - startedAtMs),
        upstreamRequestId: this.#redact(textHeader(answer, 'slpt-request-id') ?? ''),
        isDeprecated: textHeader(answer, 'x-deprecated') === 'true',
      },
      'upstream call',
    );
  }
}

function mayHaveBeenDone(error: unknown): error is GatewayError {
  if (!hasCode(error, 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_CONTRACT')) return false;
  return !(error.cause instanceof HttpError && error.cause.wasNeverSent);
}

/** A 2xx that says nothing. */
class NoBodyError extends GatewayError {
  constructor(operation: Operation) {
    super('UPSTREAM_CONTRACT', `The upstream's answer to ${operation.name} has no body.`);
  }
}

function addressOf({ segments, query }: UpstreamRead, generation: Generation): URL {
  try {
    return generation.address(segments, query ?? new URLSearchParams());
  } catch (cause) {
    // Arguments are checked before; this is an id that the upstream itself sent.
    throw new GatewayError('UPSTREAM_CONTRACT', 'The upstream named an object by an id that cannot be asked for.', {}, { cause });
  }
}

function parseJson(body: string): unknown {
  try {
    // Some layers put a byte order mark in front.
    return JSON.parse(body.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function totalCountOf(answer: HttpAnswer): number | null {
  const text = textHeader(answer, 'x-total-count');
  const total = text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
  // GraphQL's Int goes no further.
  return total !== null && total < 2 ** 31 ? total : null;
}
