/**
 * The present, for what answers a request. It is only compared with, never told: so that whatever depends on it has said, by asking,
 * when it will be otherwise. Instants are texts in ISO 8601.
 */
export class RequestClock {
  readonly #now: () => number;
  #nextChangeMs = Infinity;

  /** `now`: milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  hasCome(instant: string): boolean {
    return this.#isAt(Date.parse(instant));
  }

  /** Not yet at that very millisecond. */
  hasPassed(instant: string): boolean {
    return this.#isAt(Date.parse(instant) + 1);
  }

  /** Until when everything is so that was asked; milliseconds since 1970, or Infinity. */
  get nextChangeMs(): number {
    return this.#nextChangeMs;
  }

  #isAt(changeMs: number): boolean {
    if (this.#now() >= changeMs) return true;
    this.#nextChangeMs = Math.min(this.#nextChangeMs, changeMs);
    return false;
  }
}
