import { LRUCache } from 'lru-cache';
import type { Access } from '../auth/admission.js';
import { nobody } from '../observer.js';
import { CacheReader, type Track, type Witness } from './cache-reader.js';
import { Flights } from './flights.js';
import type { Shared } from './keeper.js';

export type { CacheReader, Track, Witness };

export type ReadThroughParts = Pick<Shared, 'store' | 'versions' | 'notices' | 'now' | 'random'> & Partial<Pick<Shared, 'leases' | 'observer'>>;

/** The cache as one process sees it; for each request it hands out a reader. */
export class ReadThrough {
  readonly #shared: Shared;
  readonly #background = new Set<Promise<unknown>>();

  constructor(parts: ReadThroughParts) {
    this.#shared = {
      leases: null,
      observer: nobody,
      ...parts,
      flights: new Flights(),
      renewals: new LRUCache({ max: 10_000 }),
      inBackground: (work) => {
        const settled: Promise<unknown> = work.catch(() => undefined).finally(() => this.#background.delete(settled));
        this.#background.add(settled);
      },
    };
  }

  readerFor(access: Access, witness: Witness, track: Track): CacheReader {
    return new CacheReader(this.#shared, access, witness, track);
  }

  /** Resolves when no write and no renewal is under way. */
  async idle(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
  }
}
