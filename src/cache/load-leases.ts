import type { RedisCommand } from '../redis/redis-client.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { CacheKey } from './cache-key.js';

export interface LoadLeasesSettings {
  readonly link: RedisLink;
  /** Longer than any load may take. */
  readonly lastsMs: number;
}

/**
 * Which replica loads what, while it does: a board that is opened through three replicas at the same time is loaded once. Only
 * who loads is agreed on; the answer itself comes by way of the store, to those who may read it.
 */
export class LoadLeases {
  readonly #settings: LoadLeasesSettings;

  constructor(settings: LoadLeasesSettings) {
    this.#settings = settings;
  }

  /** Nobody waits longer for another replica, whoever it is by then. */
  get longestWaitMs(): number {
    return this.#settings.lastsMs;
  }

  /** Which of them are to be loaded here: all of them when Redis cannot be asked. */
  async claim(keys: readonly CacheKey[]): Promise<boolean[]> {
    const { link, lastsMs } = this.#settings;
    const replies = await link.send(keys.map((key): RedisCommand => ['set', leaseOf(key), '1', 'PX', lastsMs, 'NX']));
    return keys.map((_key, index) => replies === undefined || replies[index] === 'OK');
  }

  /** They have been loaded, or could not be. */
  async release(keys: readonly CacheKey[]): Promise<void> {
    if (keys.length > 0) await this.#settings.link.send(keys.map((key): RedisCommand => ['del', leaseOf(key)]));
  }

  /** Which of them another replica is loading; none when Redis cannot be asked. */
  async areHeld(keys: readonly CacheKey[]): Promise<boolean[]> {
    const texts = await this.#settings.link.getTexts(keys.map(leaseOf));
    return keys.map((_key, index) => (texts?.[index] ?? null) !== null);
  }
}

function leaseOf(key: CacheKey): string {
  return `v1:load:${key}`;
}
