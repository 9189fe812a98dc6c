import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import got, { RequestError, TimeoutError, type Got, type Response } from 'got';
import { AbortListeners } from './abort-listeners.js';
import { letGo } from './spent-request.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Response['headers'];
  readonly body: string;
}

export type HttpFailure = 'timeout' | 'cancelled' | 'unreachable' | 'too large';

/** No whole answer came. The message names neither address nor header. */
export class HttpError extends Error {
  readonly failure: HttpFailure;
  /** True when no byte of the request can have reached the upstream. */
  readonly wasNeverSent: boolean;

  constructor(failure: HttpFailure, message: string, options: ErrorOptions & { readonly wasNeverSent?: boolean } = {}) {
    super(message, options);
    this.name = 'HttpError';
    this.failure = failure;
    this.wasNeverSent = options.wasNeverSent ?? reasonsBeforeSending.has(this.reason ?? '');
  }

  /** Node's or got's code of the failure; a message of theirs would show the upstream's address. */
  get reason(): string | null {
    const { cause } = this;
    return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  }
}

const reasonsBeforeSending = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export interface HttpSettings {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxSockets: number;
}

/**
 * got, lean: keep-alive sockets, bounded; no retry, no redirect, no parsing of its own, and answers read only up
 * to `maxBytes` after decompression.
 */
export class HttpClient {
  readonly #settings: HttpSettings;
  readonly #agents: { http: HttpAgent; https: HttpsAgent };
  readonly #got: Got;
  readonly #abortListeners = new AbortListeners();

  constructor(settings: HttpSettings) {
    this.#settings = settings;
    const options = { keepAlive: true, maxSockets: settings.maxSockets };
    this.#agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
    this.#got = got.extend({
      agent: this.#agents,
      timeout: { request: settings.timeoutMs },
      retry: { limit: 0 },
      followRedirect: false,
      throwHttpErrors: false,
    });
  }

  /** Resolves for every status; throws HttpError when no whole answer came. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    if (request.signal.aborted) throw abortedError(request.signal, { cause: request.signal.reason, wasNeverSent: true });
    const stream = this.#got.stream(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const stopListening = this.#abortListeners.add(request.signal, () => stream.destroy(request.signal.reason as Error));
    let response: Response | undefined;
    stream.once('response', (received: Response) => {
      response = received;
    });
    // A write without a body would wait for one for ever.
    if (request.method !== 'GET' && request.body === undefined) stream.end();
    try {
      const body = await this.#read(stream);
      letGo(stream);
      if (response === undefined) throw new HttpError('unreachable', 'The upstream closed without an answer.');
      return {
        status: response.statusCode,
        statusText: response.statusMessage ?? '',
        headers: response.headers,
        body,
      };
    } catch (error) {
      throw failureOf(error, request.signal);
    } finally {
      stopListening();
      stream.destroy();
    }
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  /** By events: to iterate costs a turn of the event loop for each piece. */
  #read(stream: Readable): Promise<string> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      let isWhole = false;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > this.#settings.maxBytes) {
          reject(new HttpError('too large', `The upstream's answer is larger than ${this.#settings.maxBytes} bytes.`));
        } else {
          chunks.push(chunk);
        }
      });
      stream.once('end', () => {
        isWhole = true;
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
      // To the end: what fails after it has failed must not end the process.
      stream.on('error', reject);
      stream.once('close', () => {
        // An error is dear to make: it looks through the stack.
        if (!isWhole) reject(new HttpError('unreachable', 'The upstream broke off its answer.'));
      });
    });
  }
}

function failureOf(error: unknown, signal: AbortSignal): HttpError {
  if (error instanceof HttpError) return error;
  if (signal.aborted) return abortedError(signal, { cause: error });
  if (error instanceof TimeoutError) return new HttpError('timeout', 'The upstream did not answer in time.', { cause: error });
  const reason = error instanceof RequestError ? ` (${error.code})` : '';
  return new HttpError('unreachable', `The upstream could not be reached, or broke off its answer${reason}.`, {
    cause: error,
  });
}

/** Of a signal that has aborted: what `AbortSignal.timeout` gives for its reason. */
export function isTimeout({ reason }: AbortSignal): boolean {
  return (reason as { readonly name?: unknown } | undefined)?.name === 'TimeoutError';
}

/** The request's time is up, or its client has gone. */
export function abortedError(signal: AbortSignal, options: ErrorOptions & { readonly wasNeverSent?: boolean }): HttpError {
  return isTimeout(signal)
    ? new HttpError('timeout', 'The request’s time was up before the upstream had answered.', options)
    : new HttpError('cancelled', 'Nobody waits for the upstream any more.', options);
}
