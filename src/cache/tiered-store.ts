import type { CacheKey } from './cache-key.js';
import { ageOf, type Entry } from './entry.js';
import type { MemoryStore } from './memory-store.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { RedisStore } from './redis-store.js';
import type { KeyedEntry, Store } from './store.js';

/** Without Redis nobody hears what other replicas have changed. */
const longestLifeAloneMs = 5000;

export interface TieredStoreParts {
  readonly memory: MemoryStore;
  readonly redis: RedisStore;
  readonly link: Pick<RedisLink, 'isAway' | 'onReturn'>;
  readonly now: () => number;
}

/**
 * Memory in front of Redis. Redis is asked for what memory does not have fresh, as another replica may have renewed
 * it. While Redis is away, nothing is served that is older than five seconds; when it returns, memory starts empty.
 */
export class TieredStore implements Store {
  readonly #parts: TieredStoreParts;

  constructor(parts: TieredStoreParts) {
    this.#parts = parts;
    parts.link.onReturn(() => parts.memory.clear());
  }

  async getMany(keys: readonly CacheKey[]): Promise<(Entry | null)[]> {
    const asked = keys.filter((key) => {
      const entry = this.peek(key);
      return entry === null || ageOf(entry, this.#parts.now()) !== 'fresh';
    });
    const found = asked.length === 0 ? null : await this.#fetch(asked);
    return keys.map((key) => newer(this.peek(key), found?.get(key) ?? null));
  }

  peek(key: CacheKey): Entry | null {
    const { memory, link, now } = this.#parts;
    const entry = memory.peek(key);
    return entry !== null && link.isAway && now() - entry.storedAtMs > longestLifeAloneMs ? null : entry;
  }

  async setMany(entries: readonly KeyedEntry[]): Promise<void> {
    // Memory first, and at once: who reads next in this process finds it.
    void this.#parts.memory.setMany(entries);
    await this.#parts.redis.setMany(entries);
  }

  async deleteMany(keys: readonly CacheKey[]): Promise<void> {
    void this.#parts.memory.deleteMany(keys);
    await this.#parts.redis.deleteMany(keys);
  }

  async #fetch(keys: readonly CacheKey[]): Promise<Map<CacheKey, Entry>> {
    const { memory, redis } = this.#parts;
    const entries = await redis.getMany(keys);
    const found = keys.flatMap((key, index) => {
      const entry = entries[index] ?? null;
      return entry === null ? [] : [{ key, entry }];
    });
    // An answer that this process has stored meanwhile is not replaced by an older one.
    void memory.setMany(found.filter(({ key, entry }) => newer(memory.peek(key), entry) === entry));
    return new Map(found.map(({ key, entry }) => [key, entry]));
  }
}

function newer(one: Entry | null, other: Entry | null): Entry | null {
  if (one === null || other === null) return one ?? other;
  return one.storedAtMs > other.storedAtMs ? one : other;
}
