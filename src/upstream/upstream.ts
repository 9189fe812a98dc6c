import type { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { GatewayError, hasCode } from '../errors.js';
import type { Logger } from '../logger.js';
import { failureError, refusalError, textHeader, withUnknownOutcome } from './answer-error.js';
import { AnswerReader } from './answer-reader.js';
import { CallsUnderWay } from './calls-under-way.js';
import type { Generation } from './generation.js';
import { HttpClient, HttpError, type HttpAnswer, type HttpRequest } from './http.js';
import type { Operation } from './operation.js';

export interface UpstreamSettings {
  readonly generation: Generation;
  /** Is told of each 2xx, which vouches for the token it was sent with, and of each 401. */
  readonly admission: Pick<Admission, 'admit' | 'revoke'>;
  /** Longest wait for one call. */
  readonly timeoutMs: number;
}

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
  /** Aborts when the request's time is up. */
  readonly deadline: AbortSignal;
  /** Aborts when the client has gone: nobody waits for what is read. A write goes on, or its outcome was unknown. */
  readonly left: AbortSignal;
  /** The caller's `Accept-Language`, for texts that are shown to them alone. */
  readonly language: string | null;
}

const maxAnswerBytes = 16 * 1024 * 1024;
const maxSockets = 50;

/** The connection to SailPoint: one for the process. Hands out one `UpstreamCalls` for each request. */
export class Upstream {
  readonly generation: Generation;
  readonly #admission: UpstreamSettings['admission'];
  readonly #http: HttpClient;

  constructor(settings: UpstreamSettings) {
    this.generation = settings.generation;
    this.#admission = settings.admission;
    this.#http = new HttpClient({ timeoutMs: settings.timeoutMs, maxBytes: maxAnswerBytes, maxSockets });
  }

  callsFor(asker: Asker): UpstreamCalls {
    return new UpstreamCalls({ http: this.#http, generation: this.generation, admission: this.#admission }, asker);
  }

  close(): void {
    this.#http.close();
  }
}

interface Connection {
  readonly http: HttpClient;
  readonly generation: Generation;
  readonly admission: UpstreamSettings['admission'];
}

/** Calls made with one caller's token and no other, counted. */
export class UpstreamCalls {
  readonly generation: Generation;
  readonly underWay = new CallsUnderWay();
  readonly #http: HttpClient;
  readonly #admission: UpstreamSettings['admission'];
  readonly #asker: Asker;
  readonly #readSignal: AbortSignal;
  #count = 0;

  /** By `Upstream.callsFor`. */
  constructor({ http, generation, admission }: Connection, asker: Asker) {
    this.#http = http;
    this.generation = generation;
    this.#admission = admission;
    this.#asker = asker;
    this.#readSignal = AbortSignal.any([asker.deadline, asker.left]);
  }

  /** Calls made so far. */
  get count(): number {
    return this.#count;
  }

  /**
   * Reads. Throws GatewayError: UNAUTHENTICATED (401), FORBIDDEN (403), NOT_FOUND (404), RATE_LIMITED (429),
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
   * Writes, once: it is never repeated (Q52). `read` makes something of the answer; it gets null where there is no
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
      const answer = await this.#call(write, { method: write.method, ...content, signal: this.#asker.deadline });
      if (answer.body === '') return read(null);
      return read(this.#decoded(write.operation, answer).reader);
    } catch (error) {
      throw mayHaveBeenDone(error) ? withUnknownOutcome(error) : error;
    }
  }

  async #call(read: UpstreamRead, request: Omit<HttpRequest, 'url'>): Promise<HttpAnswer> {
    const { operation } = read;
    const generation = read.generation ?? this.generation;
    const url = addressOf(read, generation);
    // A call that is too late before it begins is none.
    if (!request.signal.aborted) this.#count += 1;
    const startedAtMs = performance.now();
    try {
      const answer = await this.underWay.track(this.#http.send({ ...request, url }));
      this.#logCall(operation, answer, startedAtMs);
      if (answer.status >= 200 && answer.status <= 299) {
        this.#admission.admit(this.#asker.viewer);
        return answer;
      }
      if (answer.status === 401) this.#admission.revoke(this.#asker.viewer);
      const redact = (text: string) => this.#redact(text);
      throw refusalError({ operation, generation, answer, body: parseJson(answer.body), redact });
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const level = error.failure === 'cancelled' ? 'debug' : 'warn';
      this.#asker.logger[level]({ operation: operation.name, failure: error.failure, reason: error.reason }, 'upstream call failed');
      throw failureError(error);
    }
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
    const { viewer, language } = this.#asker;
    return {
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
    return this.generation.redactFrom(this.#asker.viewer.token.redactFrom(text)).replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]');
  }

  #logCall(operation: Operation, answer: HttpAnswer, startedAtMs: number): void {
    this.#asker.logger.debug(
      {
        operation: operation.name,
        status: answer.status,
        durationMs: Math.round(performance.now() - startedAtMs),
        upstreamRequestId: textHeader(answer, 'slpt-request-id'),
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
