import type { CacheKey } from './cache-key.js';
import type { Entry } from './entry.js';

/**
 * Entries by key, many at once. Never rejects: what cannot be read is null, what cannot be written is dropped.
 * Does not judge freshness, and may have lost anything at any time.
 */
export interface Store {
  /** In the order of the keys. */
  getMany(keys: readonly CacheKey[]): Promise<(Entry | null)[]>;
  /** What is in this process: null where it would have to be asked for elsewhere, and may be there. */
  peek(key: CacheKey): Entry | null;
  setMany(entries: readonly KeyedEntry[]): Promise<void>;
  deleteMany(keys: readonly CacheKey[]): Promise<void>;
}

export interface KeyedEntry {
  readonly key: CacheKey;
  readonly entry: Entry;
}

/** Longer entries, in characters of JSON, are not kept: one of them would push out thousands of others. */
export const longestEntry = 4 * 1024 * 1024;
