import { LRUCache } from 'lru-cache';
import type { Access } from '../auth/admission.js';
import { CacheReader, type ReportOutcome, type Shared } from './cache-reader.js';
import { Flights } from './flights.js';

export type { CacheReader, ReportOutcome };

export type ReadThroughParts = Pick<Shared, 'store' | 'now' | 'random'>;

/** The cache as one process sees it; for each request it hands out a reader. */
export class ReadThrough {
  readonly #shared: Shared;
  readonly #background = new Set<Promise<unknown>>();

  constructor(parts: ReadThroughParts) {
    this.#shared = {
      ...parts,
      flights: new Flights(),
      renewals: new LRUCache({ max: 10_000 }),
      inBackground: (work) => {
        const settled: Promise<unknown> = work.catch(() => undefined).finally(() => this.#background.delete(settled));
        this.#background.add(settled);
      },
    };
  }

  readerFor(access: Access, report: ReportOutcome): CacheReader {
    return new CacheReader(this.#shared, access, report);
  }

  /** Resolves when no write and no renewal is under way. */
  async idle(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
  }
}
