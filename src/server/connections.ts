import type { Transport } from '../observer.js';
import { Refusal } from './refusal.js';

export type LastingTransport = Exclude<Transport, 'http'>;

/** A connection that stays open after its request: a WebSocket or an event stream. */
export interface LastingConnection {
  readonly transport: LastingTransport;
  /** Takes nothing new, and closes as soon as what was asked for is answered. Its client comes back elsewhere. */
  goAway(): void;
  /** Closes now. */
  drop(): void;
}

const retryAfterSeconds = 1;

const stopping = new Refusal({
  status: 503,
  code: 'RATE_LIMITED',
  message: 'The gateway is stopping; connect again.',
  details: { retryAfterSeconds },
});

/** All connections that last: so many at a time, and an end to each when the gateway stops. */
export class Connections {
  readonly #most: number;
  readonly #full: Refusal;
  readonly #open = new Set<LastingConnection>();
  #isStopping = false;

  constructor(most: number) {
    this.#most = most;
    this.#full = new Refusal({
      status: 503,
      code: 'RATE_LIMITED',
      message: `The gateway holds ${most} WebSockets and event streams, as many as it takes at a time.`,
      details: { retryAfterSeconds },
    });
  }

  /** How many there are. */
  countOf(transport: LastingTransport): number {
    let count = 0;
    for (const connection of this.#open) if (connection.transport === transport) count += 1;
    return count;
  }

  /** Why there may be no other now; null where there may. */
  findRefusal(): Refusal | null {
    if (this.#isStopping) return stopping;
    return this.#open.size >= this.#most ? this.#full : null;
  }

  /** The way to take it off again, to be called when it has closed. */
  add(connection: LastingConnection): () => void {
    this.#open.add(connection);
    return () => void this.#open.delete(connection);
  }

  /** Lets no other in. */
  goAway(): void {
    this.#isStopping = true;
    for (const connection of this.#open) connection.goAway();
  }

  drop(): void {
    for (const connection of this.#open) connection.drop();
  }
}
