export interface RetryBudgetSettings {
  readonly windowMs: number;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

const shareOfCalls = 0.2;
const always = 3;

/**
 * How often failed reads may be repeated: a fifth of the calls of the last window, and never fewer than three. Repeats
 * help against a hiccup; when everything fails they only add to the load.
 */
export class RetryBudget {
  readonly #calls: RecentCount;
  readonly #retries: RecentCount;

  constructor(settings: RetryBudgetSettings) {
    this.#calls = new RecentCount(settings);
    this.#retries = new RecentCount(settings);
  }

  /** A call leaves for the first time. */
  countCall(): void {
    this.#calls.add();
  }

  /** False when it must not be repeated. */
  takeRetry(): boolean {
    if (this.#retries.count >= Math.max(always, Math.floor(shareOfCalls * this.#calls.count))) return false;
    this.#retries.add();
    return true;
  }
}

const parts = 10;

/** How often something happened in the last window, to a tenth of it: every call is counted, and seldom is it asked. */
class RecentCount {
  readonly #clock: () => number;
  readonly #partMs: number;
  /** By the part of time that they are of, oldest first. */
  readonly #counts = new Map<number, number>();

  constructor({ windowMs, clock }: RetryBudgetSettings) {
    this.#clock = clock;
    this.#partMs = windowMs / parts;
  }

  get count(): number {
    this.#forgetOld();
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
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
