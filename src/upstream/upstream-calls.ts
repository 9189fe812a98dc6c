import { setMaxListeners } from 'node:events';
import type { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { GatewayError, hasCode } from '../errors.js';
import type { Logger } from '../logger.js';
import type { CallMeter } from '../meter/call-meter.js';
import type { Observer } from '../observer.js';
import type { Trace } from '../tracing/trace.js';
import { failureError, refusalError, textHeader, withUnknownOutcome } from './answer-error.js';
import { AnswerReader } from './answer-reader.js';
import type { CallKind } from './budget/call-window.js';
import type { BudgetState, UpstreamBudget } from './budget/upstream-budget.js';
import { CallRecord } from './call-record.js';
import { CallTally } from './call-tally.js';
import { CallsUnderWay } from './calls-under-way.js';
import { deadlineWithin, type Deadline } from './deadline.js';
import type { Generation } from './generation.js';
import { HttpError, type HttpAnswer, type HttpRequest } from './http.js';
import type { Operation } from './operation.js';
import { refusedBefore, type CallFacts, type RetryingClient } from './retrying-client.js';

export interface UpstreamRead {
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly query?: URLSearchParams;
  /** Objects that it names; one if not given. */
  readonly batch?: number;
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
  /** Of the whole that this request is a part of. */
  readonly tally?: CallTally;
  /** Null: nobody looks at single calls. */
  readonly meter?: CallMeter | null;
}

/** A request's first calls are what somebody waits for; more of them are a fan-out, one for each row of a list. */
const singleCalls = 5;

/** What the requests of a process share. */
export interface Connection {
  readonly client: Pick<RetryingClient, 'send'>;
  readonly budget: UpstreamBudget;
  readonly generation: Generation;
  /** Is told of each 2xx, which vouches for the token it was sent with, and of each 401. */
  readonly admission: Pick<Admission, 'admit' | 'revoke' | 'isAdmitted' | 'isRefused'>;
  readonly observer: Observer;
}

/** Calls made with one caller's token and no other, counted. */
export class UpstreamCalls {
  readonly generation: Generation;
  readonly underWay = new CallsUnderWay();
  readonly tally: CallTally;
  readonly #connection: Connection;
  readonly #asker: Asker;
  readonly #readSignal: AbortSignal;
  #asked = 0;

  /** By `Upstream.callsFor`. */
  constructor(connection: Connection, asker: Asker) {
    this.#connection = connection;
    this.tally = new CallTally(asker.tally);
    this.generation = connection.generation;
    this.#asker = asker;
    this.#readSignal = AbortSignal.any([asker.deadline.signal, asker.left]);
    // Every call of a board listens, and takes its listener away: no leak that Node 20 would have to warn of.
    setMaxListeners(0, this.#readSignal);
  }

  /** Calls made so far, repeated ones included. */
  get count(): number {
    return this.tally.sent;
  }

  /** The same caller's, with less time: `ms` from now. They are counted here as well. */
  within(ms: number): UpstreamCalls {
    return new UpstreamCalls(this.#connection, { ...this.#asker, deadline: deadlineWithin(this.#asker.deadline, ms), tally: this.tally });
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
    const answer = await this.#call(read, { method: 'GET', signal: this.#readSignal });
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
    const content = write.body === undefined ? {} : { body: JSON.stringify(write.body) };
    try {
      const answer = await this.underWay.track(this.#call(write, { method: write.method, ...content, signal: this.#asker.deadline.signal }));
      if (answer.body === '') return read(null);
      return read(this.#decoded(write.operation, answer).reader);
    } catch (error) {
      throw mayHaveBeenDone(error) ? withUnknownOutcome(error) : error;
    }
  }

  /** Tells of it, whatever comes of it. */
  async #call(read: UpstreamRead, request: Omit<HttpRequest, 'url' | 'headers'>): Promise<HttpAnswer> {
    this.#asked += 1;
    const kind: CallKind = request.method !== 'GET' || this.#asked <= singleCalls ? 'single' : 'fanOut';
    const { observer } = this.#connection;
    const { operation, batch = 1 } = read;
    const { trace, meter = null } = this.#asker;
    const record = new CallRecord({ name: operation.name, method: request.method, batch, observer, tally: this.tally, trace, meter });
    const startedAtMs = performance.now();
    try {
      const headers = this.#headers(read.operation, request.body !== undefined, record);
      const answer = await this.#send(read, { ...request, headers }, this.#factsOf(kind, record));
      this.#logCall(read.operation, answer, startedAtMs);
      this.#judge(read, answer);
      record.end(answer.status);
      return answer;
    } catch (error) {
      record.end(error instanceof GatewayError ? (error.details.upstream?.status ?? null) : null, error);
      if (!(error instanceof HttpError)) throw error;
      const level = error.failure === 'cancelled' ? 'debug' : 'warn';
      this.#asker.logger[level]({ operation: read.operation.name, failure: error.failure, reason: error.reason }, 'upstream call failed');
      throw failureError(error);
    }
  }

  async #send(read: UpstreamRead, request: Omit<HttpRequest, 'url'>, call: CallFacts): Promise<HttpAnswer> {
    const url = addressOf(read, read.generation ?? this.generation);
    if (!call.isRefused()) return this.#connection.client.send({ ...request, url }, call);
    const error = refusedBefore();
    call.record.notMade(error);
    throw error;
  }

  /** What an answer says of the token. Throws what it says of the call. */
  #judge({ operation, generation = this.generation }: UpstreamRead, answer: HttpAnswer): void {
    const { admission, budget } = this.#connection;
    const { viewer } = this.#asker;
    if (answer.status >= 200 && answer.status <= 299) {
      admission.admit(viewer);
      budget.accept(viewer);
      return;
    }
    if (answer.status === 401) admission.revoke(viewer);
    throw refusalError({ operation, generation, answer, body: parseJson(answer.body), redact: (text) => this.#redact(text) });
  }

  #factsOf(kind: CallKind, record: CallRecord): CallFacts {
    const { viewer, deadline } = this.#asker;
    return {
      viewer,
      isAdmitted: () => this.#connection.admission.isAdmitted(viewer),
      isRefused: () => this.#connection.admission.isRefused(viewer),
      kind,
      deadlineMs: deadline.atMs,
      record,
    };
  }

  #decoded(operation: Operation, answer: HttpAnswer): UpstreamAnswer {
    if (answer.body === '') throw new NoBodyError(operation);
    const body = parseJson(answer.body);
    if (body === undefined) {
      throw new GatewayError('UPSTREAM_CONTRACT', `The upstream's answer to ${operation.name} is not JSON.`);
    }
    const reader = new AnswerReader(operation.name, body, { logger: this.#asker.logger, observer: this.#connection.observer });
    return { reader, totalCount: totalCountOf(answer) };
  }

  #headers({ isExperimental, takesLanguage }: Operation, hasBody: boolean, record: CallRecord): Record<string, string> {
    const { viewer, language } = this.#asker;
    return {
      ...record.headers,
      authorization: viewer.token.authorizationHeader(),
      // Another Accept has produced a 500 (Q57).
      accept: 'application/json',
      'user-agent': 'certification-gateway',
      ...(isExperimental && this.generation.contract === 'stable' ? { 'x-sailpoint-experimental': 'true' } : {}),
      ...(takesLanguage && language !== null ? { 'accept-language': language } : {}),
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
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
