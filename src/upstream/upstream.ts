import type { Viewer } from '../auth/viewer.js';
import { GatewayError, type ErrorCode, type UpstreamRefusal } from '../errors.js';
import type { Logger } from '../logger.js';
import type { Generation } from './generation.js';
import { HttpClient, HttpError, type HttpAnswer, type HttpFailure } from './http.js';
import { AnswerReader } from './answer-reader.js';
import type { Operation } from './operation.js';
import { readRefusal, retryAfterSeconds } from './refusal.js';

export interface UpstreamSettings {
  readonly generation: Generation;
  /** Longest wait for one call. */
  readonly timeoutMs: number;
}

export interface UpstreamRequest {
  readonly operation: Operation;
  readonly generation: Generation;
  readonly segments: readonly string[];
  readonly query?: URLSearchParams;
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
  readonly signal: AbortSignal;
}

const maxAnswerBytes = 16 * 1024 * 1024;
const maxSockets = 50;

/** The connection to SailPoint: one for the process. Hands out one `UpstreamCalls` for each request. */
export class Upstream {
  readonly generation: Generation;
  readonly #http: HttpClient;

  constructor(settings: UpstreamSettings) {
    this.generation = settings.generation;
    this.#http = new HttpClient({ timeoutMs: settings.timeoutMs, maxBytes: maxAnswerBytes, maxSockets });
  }

  callsFor(asker: Asker): UpstreamCalls {
    return new UpstreamCalls(this.#http, this.generation, asker);
  }

  close(): void {
    this.#http.close();
  }
}

/** Calls made with one caller's token and no other, counted. */
export class UpstreamCalls {
  readonly generation: Generation;
  readonly #http: HttpClient;
  readonly #asker: Asker;
  #count = 0;

  constructor(http: HttpClient, generation: Generation, asker: Asker) {
    this.#http = http;
    this.generation = generation;
    this.#asker = asker;
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
  async get(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const url = addressOf(request);
    this.#count += 1;
    const startedAt = performance.now();
    try {
      const answer = await this.#http.get({ url, headers: this.#headers(), signal: this.#asker.signal });
      this.#logCall(request.operation, answer, startedAt);
      return this.#decode(request, answer);
    } catch (error) {
      if (error instanceof HttpError) throw this.#httpFailure(request.operation, error);
      throw error;
    }
  }

  #headers(): Record<string, string> {
    return {
      authorization: this.#asker.viewer.token.authorizationHeader(),
      // Another Accept has produced a 500 (Q57).
      accept: 'application/json',
      'user-agent': 'certification-gateway',
    };
  }

  #decode(request: UpstreamRequest, answer: HttpAnswer): UpstreamAnswer {
    const body = parseJson(answer.body);
    if (answer.status < 200 || answer.status > 299) throw this.#refused(request, answer, body);
    if (body === undefined) {
      throw new GatewayError('UPSTREAM_CONTRACT', `The upstream's answer to ${request.operation.name} is not JSON.`);
    }
    return {
      reader: new AnswerReader(request.operation.name, body, this.#asker.logger),
      totalCount: totalCountOf(answer),
    };
  }

  #refused(request: UpstreamRequest, answer: HttpAnswer, body: unknown): GatewayError {
    const refusal = readRefusal({
      status: answer.status,
      statusText: answer.statusText,
      requestId: textHeader(answer, 'slpt-request-id') ?? null,
      body,
      redact: (text) => this.#redact(text),
    });
    return new GatewayError(codeOfStatus(answer.status), messageOf(refusal), {
      upstream: refusal,
      ...this.#advice(request, answer),
    });
  }

  #advice({ operation, generation }: UpstreamRequest, answer: HttpAnswer): Partial<GatewayError['details']> {
    if (answer.status === 429) {
      return { retryAfterSeconds: retryAfterSeconds(textHeader(answer, 'retry-after'), Date.now()) ?? 10 };
    }
    if (answer.status !== 403) return {};
    return {
      requiredScopes: operation.scopes[generation.contract],
      hint: 'The token needs one of the required scopes, a user behind it, and a user who may see this object.',
    };
  }

  /** Upstream texts reach clients: without the token, any other JWT, or the upstream's address. */
  #redact(text: string): string {
    return this.#asker.viewer.token
      .redactFrom(text)
      .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]')
      .replaceAll(this.generation.origin, '[upstream]')
      .replaceAll(new URL(this.generation.origin).host, '[upstream]');
  }

  #httpFailure(operation: Operation, error: HttpError): GatewayError {
    this.#asker.logger.warn({ operation: operation.name, failure: error.failure, reason: reasonOf(error) }, 'upstream call failed');
    return new GatewayError(codeOfFailure[error.failure], error.message, {}, { cause: error });
  }

  #logCall(operation: Operation, answer: HttpAnswer, startedAt: number): void {
    this.#asker.logger.debug(
      {
        operation: operation.name,
        status: answer.status,
        durationMs: Math.round(performance.now() - startedAt),
        upstreamRequestId: textHeader(answer, 'slpt-request-id'),
        isDeprecated: textHeader(answer, 'x-deprecated') === 'true',
      },
      'upstream call',
    );
  }
}

const codeOfFailure: Readonly<Record<HttpFailure, ErrorCode>> = {
  timeout: 'UPSTREAM_TIMEOUT',
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

function messageOf(refusal: UpstreamRefusal): string {
  if (refusal.status < 400) return `The upstream answered with HTTP ${refusal.status}, which is not followed.`;
  return refusal.messages[0]?.text ?? `HTTP ${refusal.status}`;
}

function addressOf({ generation, segments, query }: UpstreamRequest): URL {
  try {
    return generation.address(segments, query ?? new URLSearchParams());
  } catch (cause) {
    // Arguments are checked before; this is an id that the upstream itself sent.
    throw new GatewayError('UPSTREAM_CONTRACT', 'The upstream named an object by an id that cannot be asked for.', {}, { cause });
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function totalCountOf(answer: HttpAnswer): number | null {
  const text = textHeader(answer, 'x-total-count');
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function textHeader(answer: HttpAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Node's error code; its message would show the upstream's address. */
function reasonOf(error: HttpError): string | undefined {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
