import type { CacheKey, TagKey } from './cache-key.js';
import type { Address } from './cached.js';
import type { Entry } from './entry.js';
import type { TagVersion } from './tag-versions.js';

/**
 * Entries by key, many at once. Never rejects: what cannot be read is null, what cannot be written is dropped.
 * Does not judge freshness and tags, and may have lost anything at any time.
 */
export interface Store {
  /** In the order of the addresses. When it resolves, the versions of their tags are known as far as they can be. */
  getMany(addresses: readonly Address[]): Promise<(Entry | null)[]>;
  /** What is in this process: null where it would have to be asked for elsewhere, and may be there. */
  peek(key: CacheKey): Entry | null;
  setMany(entries: readonly KeyedEntry[]): Promise<void>;
  /** Finds out the versions of these tags. */
  learn(tags: readonly TagKey[]): Promise<void>;
}

export interface KeyedEntry {
  readonly key: CacheKey;
  readonly entry: Entry;
  /** Of its tags, before it was loaded. */
  readonly versions: ReadonlyMap<TagKey, TagVersion>;
}

/** Longer entries, in characters of JSON, are not kept: one of them would push out thousands of others. */
export const longestEntry = 4 * 1024 * 1024;
