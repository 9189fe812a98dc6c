import type { CacheKey } from './cache-key.js';
import { decodeEntry, encodeEntry, longestLifeMs, type Entry } from './entry.js';
import type { RedisLink } from '../redis/redis-link.js';
import { longestEntry, type KeyedEntry, type Store } from './store.js';

/** Shared by all replicas. Any number of keys is one round trip, either way. */
export class RedisStore implements Store {
  readonly #link: RedisLink;
  readonly #now: () => number;

  constructor(link: RedisLink, now: () => number) {
    this.#link = link;
    this.#now = now;
  }

  async getMany(keys: readonly CacheKey[]): Promise<(Entry | null)[]> {
    if (keys.length === 0) return [];
    // MGET answers null for a key of another type, where GET would be refused.
    const texts = await this.#link.run((client) => client.mget([...keys]));
    return keys.map((_key, index) => {
      const text = texts?.[index];
      return typeof text === 'string' ? decodeEntry(text) : null;
    });
  }

  peek(): null {
    return null;
  }

  async setMany(entries: readonly KeyedEntry[]): Promise<void> {
    const now = this.#now();
    const writes = this.#link.isAway ? [] : entries.flatMap(({ key, entry }) => {
      const lifeMs = Math.min(Math.floor(entry.staleUntilMs - now), longestLifeMs);
      const text = encodeEntry(entry);
      return lifeMs > 0 && text.length <= longestEntry ? [{ key, text, lifeMs }] : [];
    });
    if (writes.length === 0) return;
    await this.#link.runAll((pipeline) => {
      for (const { key, text, lifeMs } of writes) pipeline.set(key, text, 'PX', lifeMs);
    });
  }

  async deleteMany(keys: readonly CacheKey[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#link.run((client) => client.del([...keys]));
  }
}
