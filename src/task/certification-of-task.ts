import { LRUCache } from 'lru-cache';

const keptMs = 60 * 60 * 1000;
const mostTasks = 50_000;

/**
 * Beta addresses tasks by their certification: which one it is, for tasks that this process has seen in the last hour.
 * Ids only, no answer: what a caller may read is still the upstream's to say. One for the process.
 */
export class CertificationOfTask {
  readonly #certifications: LRUCache<string, string>;

  constructor(now: () => number) {
    this.#certifications = new LRUCache({ max: mostTasks, ttl: keptMs, ttlResolution: 0, perf: { now } });
  }

  find(taskId: string): string | null {
    return this.#certifications.get(taskId) ?? null;
  }

  remember(taskId: string, certificationId: string): void {
    this.#certifications.set(taskId, certificationId);
  }
}
