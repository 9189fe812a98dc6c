import { RecentCount, type RecentCountSettings } from '../recent-count.js';

/** Turns beyond this number are looked through for those that have used nothing lately. */
const mostTurns = 1000;

/** How many single calls each viewer may have in a window: more of them, in however many requests, are no single ones. */
export class SingleShares {
  readonly #most: number;
  readonly #settings: RecentCountSettings;
  readonly #counts = new Map<string, RecentCount>();

  constructor(most: number, settings: RecentCountSettings) {
    this.#most = most;
    this.#settings = settings;
  }

  /** False when the share is used up. */
  take(turn: string): boolean {
    const count = this.#counts.get(turn) ?? this.#begin(turn);
    if (count.count >= this.#most) return false;
    count.add();
    return true;
  }

  #begin(turn: string): RecentCount {
    if (this.#counts.size >= mostTurns) {
      for (const [idle, count] of this.#counts) if (count.count === 0) this.#counts.delete(idle);
    }
    const count = new RecentCount(this.#settings);
    this.#counts.set(turn, count);
    return count;
  }
}
