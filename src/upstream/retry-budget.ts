import { RecentCount, type RecentCountSettings } from './recent-count.js';

const shareOfCalls = 0.2;
const always = 3;

/**
 * How often failed reads may be repeated: a fifth of the calls of the last window, and never fewer than three. Repeats
 * help against a hiccup; when everything fails they only add to the load.
 */
export class RetryBudget {
  readonly #calls: RecentCount;
  readonly #retries: RecentCount;

  constructor(settings: RecentCountSettings) {
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
