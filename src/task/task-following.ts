import type { Viewer } from '../auth/viewer.js';
import type { CacheReader } from '../cache/cache-reader.js';
import type { Deadline } from '../upstream/deadline.js';
import type { CertificationTaskModel } from './mapping.js';
import type { TaskKey, TaskLookup } from './task-lookup.js';
import type { TaskReader } from './task-poll.js';
import type { TaskPolls } from './task-polls.js';
import { watchTask } from './watch.js';

export interface TaskFollowingParts {
  readonly viewer: Viewer;
  readonly cache: CacheReader;
  readonly lookup: TaskLookup;
  readonly generationName: string;
  readonly polls: TaskPolls;
  /** Of the request. */
  readonly deadline: Deadline;
  /** Aborts when the client has gone. */
  readonly left: AbortSignal;
}

/** For one look at a task; whoever follows it does not wait longer. */
const lookWithinMs = 15_000;
/** What is left of the request's time for its answer. */
const answerWithinMs = 2000;

/** How one caller follows tasks to their ends. */
export class TaskFollowing {
  readonly #parts: TaskFollowingParts;

  constructor(parts: TaskFollowingParts) {
    this.#parts = parts;
  }

  /** As `watchTask`. `first` is how the caller has just read it; null: not yet. */
  watch(key: TaskKey, first: CertificationTaskModel | null, signal: AbortSignal): AsyncGenerator<CertificationTaskModel | null> {
    const { polls, viewer, generationName, lookup, left } = this.#parts;
    const name = { tenantKey: viewer.tenantKey, generationName, taskId: key.id };
    return watchTask({ polls, name, reader: this.#readerOf(key), first, onEnd: (task) => lookup.seeEnd(task) }, AbortSignal.any([signal, left]));
  }

  /** How the task stands when it has ended, or after so long, or when the request's time is nearly up or the process is about to stop. Throws as `watchTask`. */
  async waitForEnd(key: TaskKey, first: CertificationTaskModel, waitMs: number): Promise<CertificationTaskModel | null> {
    const { polls, deadline } = this.#parts;
    const leftMs = Math.min(waitMs, deadline.atMs - performance.now() - answerWithinMs);
    if (leftMs <= 0) return first;
    const over = new AbortController();
    void polls.pause(leftMs, AbortSignal.any([over.signal, polls.stopping])).then(() => over.abort());
    try {
      let task: CertificationTaskModel | null = first;
      for await (const seen of this.watch(key, first, over.signal)) task = seen;
      return task;
    } finally {
      over.abort();
    }
  }

  #readerOf(key: TaskKey): TaskReader {
    const { viewer, cache, lookup } = this.#parts;
    return {
      grantName: JSON.stringify([viewer.token.hash, key.certificationId]),
      isAdmitted: () => cache.isAdmitted(),
      read: () => lookup.read(key, lookWithinMs),
    };
  }
}
