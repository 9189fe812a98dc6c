import { nobody, type Observer } from '../observer.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { CacheKey, TagKey } from './cache-key.js';
import type { Address } from './cached.js';
import { ageOf, type Entry } from './entry.js';
import type { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { KeyedEntry, Store } from './store.js';
import { TagNotices, tagsChannel } from './tag-notices.js';
import { TagVersions } from './tag-versions.js';

/** Without Redis nobody hears what other replicas have changed. */
const longestLifeAloneMs = 5000;

export interface TieredStoreParts {
  readonly memory: MemoryStore;
  readonly redis: RedisStore;
  readonly versions: TagVersions;
  readonly notices: Pick<TagNotices, 'tellAgain'>;
  readonly link: Pick<RedisLink, 'isAway' | 'isListeningTo'>;
  readonly now: () => number;
  readonly observer: Observer;
}

/**
 * Memory in front of Redis. Redis is asked for what memory does not have fresh, as another replica may have renewed
 * it. While Redis is away or its notices are not heard, memory serves nothing that is older than five seconds.
 */
export class TieredStore implements Store {
  readonly #parts: TieredStoreParts;

  constructor(parts: TieredStoreParts) {
    this.#parts = parts;
  }

  async getMany(addresses: readonly Address[]): Promise<(Entry | null)[]> {
    const asked = addresses.filter((address) => {
      const entry = this.#peekCurrent(address);
      return entry === null || ageOf(entry, this.#parts.now()) !== 'fresh';
    });
    const found = asked.length === 0 ? null : await this.#fetch(asked);
    return addresses.map((address) => newer(this.#peekCurrent(address), found?.get(address.key) ?? null));
  }

  peek(key: CacheKey): Entry | null {
    const entry = this.#parts.memory.peek(key);
    return entry !== null && this.isBelieved(entry) ? entry : null;
  }

  /** Of what is in this process. */
  isBelieved({ storedAtMs }: Entry): boolean {
    const { link, now } = this.#parts;
    const isAlone = link.isAway || !link.isListeningTo(tagsChannel);
    return !isAlone || now() - storedAtMs <= longestLifeAloneMs;
  }

  async setMany(entries: readonly KeyedEntry[]): Promise<void> {
    // Memory first, and at once: who reads next in this process finds it.
    void this.#parts.memory.setMany(entries);
    await this.#parts.redis.setMany(entries);
  }

  learn(tags: readonly TagKey[]): Promise<void> {
    return this.#parts.redis.learn(tags);
  }

  async #fetch(addresses: readonly Address[]): Promise<Map<CacheKey, Entry>> {
    const { memory, redis, versions, notices, observer } = this.#parts;
    notices.tellAgain();
    const entries = await redis.getMany(addresses);
    const found = new Map<CacheKey, Entry>();
    addresses.forEach((address, index) => {
      const entry = entries[index] ?? null;
      if (entry === null || !versions.areCurrent(address.tags, entry.tagVersions)) return;
      found.set(address.key, entry);
      // An answer that this process has stored meanwhile is not replaced by an older one.
      if (newer(this.#peekCurrent(address), entry) === entry) memory.set(address.key, entry);
    });
    observer.redisLookedUp(found.size, addresses.length - found.size);
    return found;
  }

  #peekCurrent({ key, tags }: Address): Entry | null {
    const entry = this.peek(key);
    return entry !== null && this.#parts.versions.areCurrent(tags, entry.tagVersions) ? entry : null;
  }
}

export interface TieredStoreSettings {
  readonly link: RedisLink;
  readonly memory: MemoryStore;
  readonly now: () => number;
  /** Notices may have been missed: nothing in this process is believed. */
  readonly onGap?: () => void;
  readonly observer?: Observer;
}

/** With all that keeps its two tiers in step with other replicas. */
export function createTieredStore({ link, memory, now, onGap = () => undefined, observer = nobody }: TieredStoreSettings): {
  readonly store: TieredStore;
  readonly versions: TagVersions;
  readonly notices: TagNotices;
} {
  const versions = new TagVersions({ isShared: true });
  const forget = () => {
    memory.clear();
    onGap();
  };
  const notices = new TagNotices({ link, versions, now, onGap: forget });
  const redis = new RedisStore({ link, versions, now, onVersionsShared: (entries) => void memory.setMany(entries) });
  return { store: new TieredStore({ memory, redis, versions, notices, link, now, observer }), versions, notices };
}

function newer(one: Entry | null, other: Entry | null): Entry | null {
  if (one === null || other === null) return one ?? other;
  return one.storedAtMs > other.storedAtMs ? one : other;
}
