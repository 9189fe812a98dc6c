import type { CacheReader } from '../cache/cache-reader.js';
import { badUserInput } from '../errors.js';
import { partOf } from '../graphql/list-loader.js';
import { eachAlone } from '../graphql/loaders.js';
import { runForKeys } from '../meter/work.js';
import { seenEnds, taskCache, type TaskCache } from './cached.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient } from './client.js';
import type { CertificationTaskModel } from './mapping.js';

export interface TaskKey {
  readonly id: string;
  /** As the caller gave it. */
  readonly certificationId: string | null;
}

export interface TaskLookupParts {
  readonly client: TaskClient;
  readonly cache: CacheReader;
  readonly certificationOf: CertificationOfTask;
  /** Of the texts that tasks have; empty where the caller has not said. */
  readonly language: string;
  /** Later generations: of several tasks, those that are pending, in as few calls as can be. */
  readonly readPending: (ids: readonly string[], client: TaskClient) => Promise<readonly CertificationTaskModel[]>;
  /** Told of a certification that a task has changed, when it is seen finished. */
  readonly onReassigned: (certificationId: string) => Promise<void>;
  /** The same of a task that has given whole certifications to another reviewer, and does not tell which: null. */
  readonly onReviewerChanged: (certificationIds: null) => Promise<void>;
}

/** Tasks by their ids, with the caller's own token: one that has finished is kept, any other is read anew each time. */
export class TaskLookup {
  readonly #parts: TaskLookupParts;
  readonly #cached: TaskCache;
  readonly #isBeta: boolean;

  constructor(parts: TaskLookupParts) {
    this.#parts = parts;
    this.#cached = taskCache(parts.client.generation);
    this.#isBeta = parts.client.generation.contract === 'beta';
  }

  /** For a DataLoader. Stable: those still pending in one call, the others singly. Beta: one call each. */
  async readMany(keys: readonly TaskKey[], client = this.#parts.client): Promise<(CertificationTaskModel | null | Error)[]> {
    const nameOf = ({ id }: TaskKey) => partOf(id, this.#parts.language);
    // One that says where it is, before one of the same task that does not.
    const byName = new Map(keys.toSorted((a, b) => Number(a.certificationId !== null) - Number(b.certificationId !== null)).map((key) => [nameOf(key), key]));
    return this.#parts.cache.getMany(this.#cached.byId, keys.map(nameOf), async (missing) => {
      const wanted = missing.map((name) => byName.get(name) as TaskKey);
      const read = await (this.#isBeta ? eachAlone(wanted, (key) => this.#readOneOnBeta(key, client)) : this.#readByIds(wanted, client));
      await Promise.all(read.map(async (task) => (task === null || task instanceof Error ? undefined : this.seeEnd(task))));
      return read;
    });
  }

  /** As they stand now, in so much time; as `readMany`. */
  lookAt(keys: readonly TaskKey[], withinMs: number): Promise<(CertificationTaskModel | null | Error)[]> {
    return this.readMany(keys, this.#parts.client.within(withinMs));
  }

  /** One, as it stands now, in so much time. Null when there is none that the caller may see. */
  async read(key: TaskKey, withinMs: number): Promise<CertificationTaskModel | null> {
    const [task = null] = await this.lookAt([key], withinMs);
    if (task instanceof Error) throw task;
    return task;
  }

  /** What a task has changed is old when it has ended: once for the tenant, by whoever sees it first. */
  async seeEnd({ id, isFinished, type, targetType, targetId }: CertificationTaskModel): Promise<void> {
    const { cache, onReassigned, onReviewerChanged } = this.#parts;
    const reassigned = type === 'REASSIGN' && targetType === 'CERTIFICATION' ? targetId : null;
    if (!isFinished || (reassigned === null && type !== 'ADMIN_REASSIGN')) return;
    if ((await cache.find(seenEnds, id)) !== null) return;
    await (reassigned === null ? onReviewerChanged(null) : onReassigned(reassigned));
    await cache.keep(seenEnds, id, true);
  }

  async #readOneOnBeta({ id, certificationId }: TaskKey, client: TaskClient): Promise<CertificationTaskModel | null> {
    const { certificationOf } = this.#parts;
    const certification = certificationId ?? (await certificationOf.find(id));
    if (certification === null) {
      throw badUserInput(
        'certificationId',
        'certificationId is needed: the beta generation addresses tasks by their certification, and this gateway has not seen this task in the last hour.',
      );
    }
    const task = await client.findOf(certification, id);
    if (task !== null) certificationOf.remember(task.id, certification);
    return task;
  }

  async #readByIds(keys: readonly TaskKey[], client: TaskClient): Promise<(CertificationTaskModel | null | Error)[]> {
    const ids = [...new Set(keys.map(({ id }) => id))];
    const pending = new Map<string, CertificationTaskModel>();
    // What is not pending any more has finished, or never was: either way it is asked for by its own id.
    if (ids.length > 1) for (const task of await this.#parts.readPending(ids, client)) pending.set(task.id, task);
    const read = await eachAlone(ids, async (id) => {
      const ofTask = keys.filter((key) => key.id === id);
      return pending.get(id) ?? runForKeys(ofTask, () => client.find(id));
    });
    return keys.map(({ id }) => read[ids.indexOf(id)] ?? null);
  }
}
