import { Refusal } from './refusal.js';

const retryAfterSeconds = 1;

/**
 * Lets so many requests in at a time. Beyond that an answer comes at once, and says when to try again: to wait in line
 * would only make every request of a busy time late, and the memory that they wait in grow.
 */
export class InFlight {
  readonly #most: number;
  readonly #full: Refusal;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
    this.#full = new Refusal({
      status: 503,
      code: 'RATE_LIMITED',
      message: `The gateway is answering ${most} requests, as many as it takes at a time.`,
      details: { retryAfterSeconds },
    });
  }

  get count(): number {
    return this.#count;
  }

  /** The way out, to be called once when the request is over. */
  enter(): (() => void) | Refusal {
    if (this.#count >= this.#most) return this.#full;
    this.#count += 1;
    return () => {
      this.#count -= 1;
    };
  }
}
