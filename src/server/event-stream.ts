import type { Response } from 'express';
import type { ShownResult } from './operations/shown-error.js';

export interface EventStreamBounds {
  /** Between two comments that keep proxies from taking the connection for a dead one. */
  readonly pingMs: number;
  /** What may wait for a client that does not read. */
  readonly mostUnsentBytes: number;
}

/** Server-sent events, as graphql-sse names them: each operation has its own connection. */
export class EventStream {
  readonly #response: Response;
  readonly #mostUnsentBytes: number;

  /** Begins the answer. */
  constructor(response: Response, { pingMs, mostUnsentBytes }: EventStreamBounds) {
    this.#response = response;
    this.#mostUnsentBytes = mostUnsentBytes;
    // What the operation takes is not known yet; each result says it. And no proxy may hold events back.
    response.removeHeader('X-Upstream-Calls');
    response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no', Connection: 'close' });
    this.#write(':\n\n');
    const pings = setInterval(() => this.#write(':\n\n'), pingMs);
    response.once('close', () => clearInterval(pings));
  }

  next(result: ShownResult): void {
    this.#write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }

  /** There is nothing more to come. */
  complete(): void {
    this.#write('event: complete\ndata:\n\n');
    this.#response.end();
  }

  /** There would have been more: the client comes back for it. */
  breakOff(): void {
    this.#response.end();
  }

  #write(text: string): void {
    if (!this.#response.writable) return;
    if (this.#response.writableLength > this.#mostUnsentBytes) this.#response.destroy();
    else this.#response.write(text);
  }
}
