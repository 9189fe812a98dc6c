export interface RecentCountSettings {
  readonly windowMs: number;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

const parts = 10;

/** How often something happened in the last window, to a tenth of it: every call is counted, and seldom is it asked. */
export class RecentCount {
  readonly #clock: () => number;
  readonly #partMs: number;
  /** By the part of time that they are of, oldest first. */
  readonly #counts = new Map<number, number>();

  constructor({ windowMs, clock }: RecentCountSettings) {
    this.#clock = clock;
    this.#partMs = windowMs / parts;
  }

  get count(): number {
    this.#forgetOld();
    let sum = 0;
    for (const count of this.#counts.values()) sum += count;
    return sum;
  }

  add(): void {
    const part = this.#part;
    const count = this.#counts.get(part);
    if (count === undefined) this.#forgetOld();
    this.#counts.set(part, (count ?? 0) + 1);
  }

  get #part(): number {
    return Math.floor(this.#clock() / this.#partMs);
  }

  #forgetOld(): void {
    for (const part of this.#counts.keys()) if (part <= this.#part - parts) this.#counts.delete(part);
  }
}
