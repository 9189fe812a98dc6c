import type { BearerToken } from '../auth/bearer-token.js';
import { Refusal } from './refusal.js';

const retryAfterSeconds = 1;

/**
 * So many of something for each token at a time. By token and not by viewer: claims are anybody's to invent, and a forged
 * token must not use up what its victim may have.
 */
export class TokenShares {
  readonly #most: number;
  readonly #full: Refusal;
  readonly #counts = new Map<string, number>();

  /** `what` there are, as a message names them: "operations under way". */
  constructor(most: number, what: string) {
    this.#most = most;
    this.#full = new Refusal({
      status: 429,
      code: 'RATE_LIMITED',
      message: `This token has ${most} ${what}, as many as it may have at a time.`,
      details: { measure: 'operationsPerToken', limit: most, retryAfterSeconds },
    });
  }

  /** The way to give it back, to be called once. */
  take({ hash }: BearerToken): (() => void) | Refusal {
    const count = this.#counts.get(hash) ?? 0;
    if (count >= this.#most) return this.#full;
    this.#counts.set(hash, count + 1);
    return () => {
      const left = (this.#counts.get(hash) ?? 0) - 1;
      if (left > 0) this.#counts.set(hash, left);
      else this.#counts.delete(hash);
    };
  }
}
