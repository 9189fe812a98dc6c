import { LRUCache } from 'lru-cache';
import { tenantKeys } from '../cache/cache-key.js';
import type { CacheReader } from '../cache/cache-reader.js';
import type { Cached } from '../cache/cached.js';

const keptMs = 60 * 60 * 1000;
const mostTasks = 50_000;

/** What this process has seen: the certification's id by the task's. */
export type SeenTasks = LRUCache<string, string>;

export function createSeenTasks(now: () => number): SeenTasks {
  return new LRUCache({ max: mostTasks, ttl: keptMs, ttlResolution: 0, perf: { now } });
}

/** What all replicas have seen. Whoever may ask for a task may know where it is. */
const seenByReplicas: Cached<string> = {
  keys: tenantKeys('certification-of-task', null),
  lifetime: { freshMs: keptMs, staleMs: 0 },
  absentMs: 0,
};

/**
 * Beta addresses tasks by their certification: which one it is, for tasks that the gateway has seen in the last hour.
 * Ids only, no answer: what a caller may read is still the upstream's to say.
 */
export class CertificationOfTask {
  readonly #seen: SeenTasks;
  readonly #cache: CacheReader;

  constructor(seen: SeenTasks, cache: CacheReader) {
    this.#seen = seen;
    this.#cache = cache;
  }

  /** Null when it has not been seen. */
  async find(taskId: string): Promise<string | null> {
    const seen = this.#seen.get(taskId);
    if (seen !== undefined) return seen;
    const [found] = await this.#cache.getMany(seenByReplicas, [taskId], async () => [null]);
    return typeof found === 'string' ? found : null;
  }

  remember(taskId: string, certificationId: string): void {
    if (this.#seen.get(taskId) === certificationId) return;
    this.#seen.set(taskId, certificationId);
    void this.#cache.keep(seenByReplicas, taskId, certificationId);
  }
}
