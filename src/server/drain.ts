import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import type { Connections } from './connections.js';

export interface DrainSettings {
  /** How long a client may go on with a connection that it holds, at the most. */
  readonly handOverMs: number;
  /** How long accepted requests may take to finish after that. */
  readonly finishMs: number;
}

/** Shorter than anybody's patience, longer than a busy loop. */
const lookAgainMs = 20;
/** A client that was told to close has no connection for a moment, and opens the next one: only silence says that it has gone. */
const quietMs = 500;

/**
 * The end of a server, without a lost request. A connection that is idle here may have a request on its way already, so
 * it is not closed but told with its next answer to close. When clients have let go, or `handOverMs` are over, nothing
 * new is accepted, and what was accepted has `finishMs` to finish. Connections that last are told at once: their clients
 * begin again elsewhere, and lose nothing, as the present state comes first. Those that are idle all the time, as
 * balancers hold some, go after half of `finishMs`.
 */
export class Drain {
  readonly #server: Server;
  readonly #lasting: Connections;
  readonly #settings: DrainSettings;
  #isStopping = false;

  constructor(server: Server, lasting: Connections, settings: DrainSettings) {
    this.#server = server;
    this.#lasting = lasting;
    this.#settings = settings;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** For every request of the server. */
  readonly handOver = (_request: Request, response: Response, next: NextFunction): void => {
    if (this.#isStopping) response.set('Connection', 'close');
    next();
  };

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#lasting.goAway();
    if (!this.#server.listening) return;
    await this.#untilLetGo();
    const closed = this.#closeListener();
    const { finishMs } = this.#settings;
    const timers = [setTimeout(() => this.#server.closeIdleConnections(), finishMs / 2), setTimeout(() => this.#closeAll(), finishMs)];
    await closed;
    // The HTTP server's own ends its look-out for slow senders, which would hold on to the server.
    this.#server.close();
    for (const timer of timers) clearTimeout(timer);
  }

  /**
   * Resolves when the last connection has gone. Not by the HTTP server's own `close`, which also ends connections that
   * look idle and may have a request on its way.
   */
  #closeListener(): Promise<void> {
    return new Promise((resolve) => NetServer.prototype.close.call(this.#server, () => resolve()));
  }

  /** The server does not know those that were upgraded. */
  #closeAll(): void {
    this.#server.closeAllConnections();
    this.#lasting.drop();
  }

  async #untilLetGo(): Promise<void> {
    const deadlineMs = performance.now() + this.#settings.handOverMs;
    let lastSeenMs = performance.now();
    while (performance.now() < Math.min(deadlineMs, lastSeenMs + quietMs)) {
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
      if ((await this.#connections()) > 0) lastSeenMs = performance.now();
    }
  }

  #connections(): Promise<number> {
    return new Promise((resolve) => this.#server.getConnections((error, count) => resolve(error ? 0 : count)));
  }
}
