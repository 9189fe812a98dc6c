import type { CacheOutcome } from './flights.js';

/** How one request's keys were answered, by resource, for its log line: `{ identity: { hit: 3, miss: 1 } }`. */
export class CacheOutcomes {
  readonly counts: Record<string, Partial<Record<CacheOutcome, number>>> = {};

  add(outcome: CacheOutcome, resource: string, count: number): void {
    const counts = (this.counts[resource] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + count;
  }
}
