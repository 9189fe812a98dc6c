import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../auth/viewer.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { hasCode } from '../errors.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { laterInThisWork, runAsk } from '../meter/work.js';
import type { Deadline } from '../upstream/deadline.js';
import type { CertificationTaskModel } from './mapping.js';
import { unlessAborted } from './news.js';
import type { TaskKey, TaskLookup } from './task-lookup.js';
import { slowedDown, type TaskReader } from './task-poll.js';
import type { TaskPolls } from './task-polls.js';
import { isFinal, watchTask } from './watch.js';

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
  waitForEnd(key: TaskKey, first: CertificationTaskModel, waitMs: number): Promise<CertificationTaskModel | null> {
    return this.#within(waitMs, first, async (over) => {
      let task: CertificationTaskModel | null = first;
      for await (const seen of this.watch(key, first, over)) task = seen;
      return task;
    });
  }

  /**
   * How the tasks stand when all have ended, or after so long. Those that have not ended are looked at together: on
   * stable generations that is one call for all that are still pending. Those that are there no more, or that the caller
   * may not see any more, are left out. Throws as `watchTask`.
   */
  async waitForAll(tasks: readonly CertificationTaskModel[], certificationId: string | null, waitMs: number): Promise<CertificationTaskModel[]> {
    const pending = tasks.filter(({ isFinished }) => !isFinished);
    const [only, ...others] = pending;
    if (only === undefined) return [...tasks];
    const keyOf = ({ id }: CertificationTaskModel) => ({ id, certificationId });
    if (others.length > 0) return this.#within(waitMs, [...tasks], (over) => this.#lookAtAll(tasks, keyOf, over));
    const ended = await nullWhenForbidden(this.waitForEnd(keyOf(only), only, waitMs));
    return tasks.map((task) => (task === only ? ended : task)).filter((task) => task !== null);
  }

  async #lookAtAll(tasks: readonly CertificationTaskModel[], keyOf: (task: CertificationTaskModel) => TaskKey, over: AbortSignal): Promise<CertificationTaskModel[]> {
    const { polls, left } = this.#parts;
    const isOver = AbortSignal.any([over, left]);
    let seen = [...tasks];
    for (let { least: paceMs } = polls.paceMs; seen.some(({ isFinished }) => !isFinished); ) {
      await polls.pause(paceMs, isOver);
      const before = seen;
      const looked = isOver.aborted ? null : await unlessAborted(this.#lookAgain(seen, keyOf), isOver);
      if (looked === null) break;
      seen = looked;
      const isChange = seen.length < before.length || seen.some((task, index) => !isDeepStrictEqual(task, before[index]));
      paceMs = isChange ? polls.paceMs.least : slowedDown(paceMs, polls.paceMs);
    }
    return seen;
  }

  async #lookAgain(tasks: readonly CertificationTaskModel[], keyOf: (task: CertificationTaskModel) => TaskKey): Promise<CertificationTaskModel[]> {
    const pending = tasks.filter(({ isFinished }) => !isFinished);
    const looks = await this.#asked(() => this.#parts.lookup.lookAt(pending.map(keyOf), lookWithinMs));
    return tasks.flatMap((task) => {
      const look = task.isFinished ? task : (looks[pending.indexOf(task)] ?? null);
      if (!(look instanceof Error)) return look === null ? [] : [look];
      if (hasCode(look, 'FORBIDDEN')) return [];
      if (isFinal(look)) throw look;
      return [task];
    });
  }

  async #within<Seen>(waitMs: number, first: Seen, wait: (over: AbortSignal) => Promise<Seen>): Promise<Seen> {
    const { polls, deadline } = this.#parts;
    const leftMs = Math.min(waitMs, deadline.atMs - performance.now() - answerWithinMs);
    if (leftMs <= 0) return first;
    const over = new AbortController();
    void polls.pause(leftMs, AbortSignal.any([over.signal, polls.stopping])).then(() => over.abort());
    try {
      return await wait(over.signal);
    } finally {
      over.abort();
    }
  }

  #readerOf(key: TaskKey): TaskReader {
    const { viewer, cache, lookup } = this.#parts;
    // Whoever follows the task too may be who has set a look off.
    const asBefore = laterInThisWork();
    return {
      grantName: JSON.stringify([viewer.token.hash, key.certificationId]),
      isAdmitted: () => cache.isAdmitted(),
      read: () => asBefore(() => this.#asked(() => lookup.read(key, lookWithinMs))),
    };
  }

  /** Each look is one that its field has asked for. */
  #asked<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    return runAsk(this, look, look);
  }
}
