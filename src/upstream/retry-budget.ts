export interface RetryBudgetSettings {
  readonly windowMs: number;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

const shareOfCalls = 0.2;
const always = 3;
/** Older calls are forgotten from time to time. */
const mostRemembered = 1000;

/**
 * How often failed reads may be repeated: a fifth of the calls of the last window, and never fewer than three. Repeats
 * help against a hiccup; when everything fails they only add to the load.
 */
export class RetryBudget {
  readonly #settings: RetryBudgetSettings;
  #calls: number[] = [];
  #retries: number[] = [];

  constructor(settings: RetryBudgetSettings) {
    this.#settings = settings;
  }

  /** A call leaves for the first time. */
  countCall(): void {
    this.#calls.push(this.#settings.clock());
    if (this.#calls.length > mostRemembered) this.#calls = this.#recent(this.#calls);
  }

  /** False when it must not be repeated. */
  takeRetry(): boolean {
    this.#calls = this.#recent(this.#calls);
    this.#retries = this.#recent(this.#retries);
    if (this.#retries.length >= Math.max(always, Math.floor(shareOfCalls * this.#calls.length))) return false;
    this.#retries.push(this.#settings.clock());
    return true;
  }

  #recent(times: number[]): number[] {
    const sinceMs = this.#settings.clock() - this.#settings.windowMs;
    return times.filter((atMs) => atMs > sinceMs);
  }
}
