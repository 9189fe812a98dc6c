import DataLoader from 'dataloader';
import type { Viewer } from '../auth/viewer.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { badUserInput, hasCode } from '../errors.js';
import type { CertificationTaskFilter, ReassignCertificationInput } from '../generated/types.js';
import { checkedIds, checkedList, optionalId } from '../graphql/arguments.js';
import { nullWhenForbidden, nullWhenNotFound } from '../graphql/absence.js';
import { ListLoader, objectOf, partOf, readListsCached, type ListLoad } from '../graphql/list-loader.js';
import { eachAlone, idsPerCall } from '../graphql/loaders.js';
import {
  checkedPage,
  Connection,
  largestPage,
  type ListAnswer,
  type Page,
  type PageArguments,
  type SelectedParts,
} from '../graphql/pagination.js';
import type { Deadline } from '../upstream/deadline.js';
import { pendingTasksTag, taskCache, type TaskCache } from './cached.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient, TaskQuery } from './client.js';
import type { IdempotencyKeys } from './idempotency-keys.js';
import type { CertificationTaskModel } from './mapping.js';
import { Once } from './once.js';
import { Reassignments, type ReassignPayload } from './reassignments.js';
import { TaskFollowing } from './task-following.js';
import { TaskLookup, type TaskKey } from './task-lookup.js';
import type { TaskPolls } from './task-polls.js';

const defaultPageSize = 25;
export type TaskPage = Connection<CertificationTaskModel>;

export interface TaskQueryArguments {
  readonly reviewerId?: string | null | undefined;
  readonly filter?: CertificationTaskFilter | null | undefined;
}

export interface TaskDataSourceParts {
  readonly client: TaskClient;
  readonly cache: CacheReader;
  readonly polls: TaskPolls;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly viewer: Viewer;
  /** Of the request. */
  readonly deadline: Deadline;
  /** Aborts when the client has gone. */
  readonly left: AbortSignal;
  readonly certificationOf: CertificationOfTask;
  /** Of the texts that tasks have. */
  readonly language: string | null;
  /** Told of a certification that a write has changed, or may have, and when a task that changes it has ended. */
  readonly onReassigned: (certificationId: string) => Promise<void>;
}

/** All that resolvers may ask about tasks, for one request. Tasks are asked for to see them change: only finished ones are kept. */
export class TaskDataSource {
  readonly #client: TaskClient;
  readonly #certificationOf: CertificationOfTask;
  readonly #isBeta: boolean;
  readonly #cache: CacheReader;
  readonly #cached: TaskCache;
  readonly #language: string;

  readonly #following: TaskFollowing;
  readonly #reassignments: Reassignments;
  readonly #byId: DataLoader<TaskKey, CertificationTaskModel | null, string>;
  /** Stable: 100 certifications to a call. Beta: one call each. */
  readonly #pendingByCertification: DataLoader<string, CertificationTaskModel[]>;
  readonly #lists: ListLoader<TaskQuery, CertificationTaskModel>;
  readonly #onReassigned: TaskDataSourceParts['onReassigned'];

  constructor({ client, cache, certificationOf, language, onReassigned, polls, idempotencyKeys, viewer, deadline, left }: TaskDataSourceParts) {
    this.#onReassigned = onReassigned;
    this.#client = client;
    this.#cache = cache;
    this.#cached = taskCache(client.generation);
    this.#language = language ?? '';
    this.#certificationOf = certificationOf;
    this.#isBeta = client.generation.contract === 'beta';
    const lookup = new TaskLookup({
      client,
      cache,
      certificationOf,
      language: this.#language,
      readPending: (ids) => this.#readAllPending({ ids }),
      onReassigned,
    });
    this.#following = new TaskFollowing({ viewer, cache, lookup, generationName: client.generation.name, polls, deadline, left });
    const once = new Once({
      keys: idempotencyKeys,
      viewer,
      isAdmitted: () => cache.isAdmitted(),
      generationName: client.generation.name,
      pause: polls.pause,
      deadline,
      left,
    });
    this.#reassignments = new Reassignments({
      client,
      certificationOf,
      once,
      listPendingOf: (id) => this.listPendingOf(id),
      onReassigned: (id) => this.#forget(id),
    });
    this.#byId = new DataLoader((keys) => lookup.readMany(keys), {
      maxBatchSize: idsPerCall,
      cacheKeyFn: ({ id, certificationId }) => `${id} ${certificationId ?? ''}`,
    });
    this.#pendingByCertification = new DataLoader((ids) => (this.#isBeta ? this.#pendingOfEach(ids) : this.#pendingOfAll(ids)), {
      maxBatchSize: idsPerCall,
    });
    const nameOf = (load: ListLoad<TaskQuery>) => JSON.stringify([load.query, load.call, this.#language]);
    this.#lists = new ListLoader(readListsCached(cache, this.#cached.pendingLists, nameOf, (query, call) => client.listPending(query, call)));
  }

  /**
   * Null when there is none that the caller may see. Throws BAD_USER_INPUT on beta when the certification is neither
   * given nor remembered.
   */
  findTask(id: string, certificationId: string | null): Promise<CertificationTaskModel | null> {
    return this.#byId.load({ id, certificationId });
  }

  /** The same, when the task has ended or after so many seconds. */
  async waitForTask(id: string, certificationId: string | null, waitSeconds: number): Promise<CertificationTaskModel | null> {
    const task = await this.findTask(id, certificationId);
    if (task === null || task.isFinished || waitSeconds === 0) return task;
    return this.#following.waitForEnd({ id, certificationId }, task, waitSeconds * 1000);
  }

  /** How the task stands, then one value for each change, to its end. As `watchTask`. */
  watch(id: string, certificationId: string | null, signal: AbortSignal): AsyncGenerator<CertificationTaskModel | null> {
    return this.#following.watch({ id, certificationId }, null, signal);
  }

  /** The same for a task that another subgraph names: null also where it cannot be asked for or may not be read. */
  async findVisibleTask(id: string): Promise<CertificationTaskModel | null> {
    try {
      return await nullWhenForbidden(this.#byId.load({ id, certificationId: null }));
    } catch (error) {
      if (hasCode(error, 'BAD_USER_INPUT')) return null;
      throw error;
    }
  }

  listPendingOf(certificationId: string): Promise<CertificationTaskModel[]> {
    return this.#pendingByCertification.load(certificationId);
  }

  /** Throws BAD_USER_INPUT, also for what beta cannot do. */
  async listPending(args: TaskQueryArguments & PageArguments, selected: SelectedParts): Promise<TaskPage> {
    const query = this.#checkedQuery(args);
    const page = checkedPage(args, ['tasks', query], defaultPageSize);
    const answer = this.#isBeta ? this.#pageOnBeta(query, page) : this.#lists.loadPage(query, page, selected);
    const connection = await answer;
    this.#remember(connection.rows.map(({ model }) => model));
    return new Connection(page, connection);
  }

  /** As `Reassignments.start`. */
  reassign(input: ReassignCertificationInput): Promise<ReassignPayload> {
    return this.#reassignments.start(input);
  }

  /** What a later field of the same operation would otherwise take for the present state. */
  async #forget(certificationId: string): Promise<void> {
    this.#byId.clearAll();
    this.#pendingByCertification.clearAll();
    this.#lists.forget();
    await this.#cache.invalidate([pendingTasksTag]);
    await this.#onReassigned(certificationId);
  }

  #checkedQuery({ reviewerId, filter }: TaskQueryArguments): TaskQuery {
    const query = {
      reviewerId: optionalId('reviewerId', reviewerId),
      ids: checkedIds('filter.ids', filter?.ids),
      targetIds: checkedIds('filter.targetIds', filter?.targetIds),
      types: checkedList('filter.types', filter?.types)?.toSorted() ?? null,
    };
    if (!this.#isBeta) return query;
    if (query.reviewerId !== null) {
      throw badUserInput('reviewerId', 'reviewerId does not work on the beta generation, which lists tasks by certification; use filter.targetIds.');
    }
    if (query.targetIds === null) {
      throw badUserInput('filter.targetIds', 'filter.targetIds is required on the beta generation, which lists tasks by certification.');
    }
    return query;
  }

  async #pageOnBeta({ targetIds, ids, types }: TaskQuery, page: Page): Promise<ListAnswer<CertificationTaskModel>> {
    const lists = await this.#pendingByCertification.loadMany(targetIds ?? []);
    const tasks = lists
      .flatMap((list) => (list instanceof Error ? unlessSomeAreVisible(list, lists) : list))
      .filter(({ id }) => ids === null || ids.includes(id))
      .filter(({ type }) => types === null || (type !== null && types.includes(type)));
    const rows = tasks.map((model, position) => ({ position, model })).slice(page.offset);
    return { rows, end: tasks.length, isLast: true, totalCount: tasks.length };
  }

  async #pendingOfEach(certificationIds: readonly string[]): Promise<(CertificationTaskModel[] | Error)[]> {
    const names = certificationIds.map((id) => partOf(id, this.#language));
    const lists = await this.#cache.getMany(this.#cached.pendingOf, names, (missing) => eachAlone(missing, (name) => this.#pendingOf(objectOf(name))));
    return lists.map((list) => list ?? []);
  }

  async #pendingOf(certificationId: string): Promise<CertificationTaskModel[]> {
    // Later generations list by filter: there, a certification that is not there has no tasks.
    const tasks = (await nullWhenNotFound(this.#client.listPendingOf(certificationId))) ?? [];
    this.#remember(tasks, certificationId);
    return tasks;
  }

  async #pendingOfAll(certificationIds: readonly string[]): Promise<CertificationTaskModel[][]> {
    const tasks = await this.#readAllPending({ targetIds: certificationIds });
    return certificationIds.map((id) => tasks.filter(({ targetId }) => targetId === id));
  }

  /** To the last page: a hundred certifications can have more tasks than one page holds (Q34). */
  async #readAllPending(some: Partial<TaskQuery>): Promise<CertificationTaskModel[]> {
    const query = { reviewerId: null, ids: null, targetIds: null, types: null, ...some };
    const tasks = new Map<string, CertificationTaskModel>();
    for (let offset = 0, isLast = false; !isLast; offset += largestPage) {
      const call = { offset, limit: largestPage, count: false };
      const { rows, isLast: isShort } = await (offset === 0 ? this.#lists.load(query, call) : this.#lists.loadNext(query, call));
      const before = tasks.size;
      for (const { model } of rows) tasks.set(model.id, model);
      // A server that ignores the offset answers the same page for ever.
      isLast = isShort || tasks.size === before;
    }
    return [...tasks.values()];
  }

  #remember(tasks: readonly CertificationTaskModel[], certificationId?: string): void {
    for (const task of tasks) {
      const id = certificationId ?? (task.targetType === 'CERTIFICATION' ? task.targetId : null);
      if (id !== null) this.#certificationOf.remember(task.id, id);
    }
  }
}

/** As later generations' lists do, one of several certifications leaves out those that the caller may not see. */
function unlessSomeAreVisible<Task>(error: Error, lists: readonly (Task[] | Error)[]): Task[] {
  if (hasCode(error, 'FORBIDDEN') && lists.some((list) => !(list instanceof Error))) return [];
  throw error;
}
