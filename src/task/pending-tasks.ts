import type DataLoader from 'dataloader';
import type { CacheReader } from '../cache/cache-reader.js';
import { hasCode } from '../errors.js';
import { nullWhenNotFound } from '../graphql/absence.js';
import { ListLoader, objectOf, partOf, readListsCached, type ListLoad } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { eachAlone, idsPerCall } from '../graphql/loaders.js';
import { largestPage, type ListAnswer, type Page, type SelectedParts } from '../graphql/pagination.js';
import { taskCache, type TaskCache } from './cached.js';
import { runForKeys } from '../meter/work.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient, TaskQuery } from './client.js';
import type { CertificationTaskModel } from './mapping.js';

export interface PendingTasksParts {
  readonly client: TaskClient;
  readonly cache: CacheReader;
  readonly certificationOf: CertificationOfTask;
  /** Of the texts that tasks have; empty where the caller has not said. */
  readonly language: string;
}

type TaskLists = ListLoader<TaskQuery, CertificationTaskModel>;

/** Tasks that are queued or running, for one request. */
export class PendingTasks {
  readonly #parts: PendingTasksParts;
  readonly #cached: TaskCache;
  readonly #isBeta: boolean;
  /** Stable: 100 certifications or campaigns to a call. Beta: one call for each certification. */
  readonly #byTarget: DataLoader<string, CertificationTaskModel[]>;
  readonly #lists: TaskLists;

  constructor(parts: PendingTasksParts) {
    const { generation } = parts.client;
    this.#parts = parts;
    this.#cached = taskCache(generation);
    this.#isBeta = generation.contract === 'beta';
    this.#byTarget = new Loader((ids) => (this.#isBeta ? this.#readOfEach(ids) : this.#readOfAll(ids)), { maxBatchSize: idsPerCall });
    this.#lists = this.#openLists(parts.client);
  }

  /** Of a certification; on stable generations of a campaign as well. */
  listOf(targetId: string): Promise<CertificationTaskModel[]> {
    return this.#byTarget.load(targetId);
  }

  /** On beta `query` names certifications, each of which is a call. */
  async listPage(query: TaskQuery, page: Page, selected: SelectedParts): Promise<ListAnswer<CertificationTaskModel>> {
    const answer = await (this.#isBeta ? this.#pageOnBeta(query, page) : this.#lists.loadPage(query, page, selected));
    this.#remember(answer.rows.map(({ model }) => model));
    return answer;
  }

  /** Stable: of these tasks those that are pending now, in as few calls as can be; what this request has read before does not count. */
  readByIds(ids: readonly string[], client: TaskClient): Promise<CertificationTaskModel[]> {
    return this.#readAll(this.#openLists(client), { ids });
  }

  /** After a change: what has been read is old. */
  forget(): void {
    this.#byTarget.clearAll();
    this.#lists.forget();
  }

  #openLists(client: TaskClient): TaskLists {
    const { cache, language } = this.#parts;
    const nameOf = (load: ListLoad<TaskQuery>) => JSON.stringify([load.query, load.call, language]);
    return new ListLoader(readListsCached(cache, this.#cached.pendingLists, nameOf, (query, call) => client.listPending(query, call)));
  }

  async #pageOnBeta({ targetIds, ids, types }: TaskQuery, page: Page): Promise<ListAnswer<CertificationTaskModel>> {
    const lists = await this.#byTarget.loadMany(targetIds ?? []);
    const tasks = lists
      .flatMap((list) => (list instanceof Error ? unlessSomeAreVisible(list, lists) : list))
      .filter(({ id }) => ids === null || ids.includes(id))
      .filter(({ type }) => types === null || (type !== null && types.includes(type)));
    const rows = tasks.map((model, position) => ({ position, model })).slice(page.offset);
    return { rows, end: tasks.length, isLast: true, totalCount: tasks.length };
  }

  async #readOfEach(certificationIds: readonly string[]): Promise<(CertificationTaskModel[] | Error)[]> {
    const { cache, language } = this.#parts;
    const names = certificationIds.map((id) => partOf(id, language));
    const lists = await cache.getMany(this.#cached.pendingOf, names, (missing) => eachAlone(missing, (name) => this.#readOf(objectOf(name))));
    return lists.map((list) => list ?? []);
  }

  async #readOf(certificationId: string): Promise<CertificationTaskModel[]> {
    // Later generations list by filter: there, a certification that is not there has no tasks.
    const read = runForKeys([certificationId], () => this.#parts.client.listPendingOf(certificationId));
    const tasks = (await nullWhenNotFound(read)) ?? [];
    this.#remember(tasks, certificationId);
    return tasks;
  }

  async #readOfAll(targetIds: readonly string[]): Promise<CertificationTaskModel[][]> {
    const tasks = await this.#readAll(this.#lists, { targetIds });
    return targetIds.map((id) => tasks.filter(({ targetId }) => targetId === id));
  }

  /** To the last page: a hundred certifications can have more tasks than one page holds (Q34). */
  async #readAll(lists: TaskLists, some: Partial<TaskQuery>): Promise<CertificationTaskModel[]> {
    const query = { reviewerId: null, ids: null, targetIds: null, types: null, ...some };
    const tasks = new Map<string, CertificationTaskModel>();
    for (let offset = 0, isLast = false; !isLast; offset += largestPage) {
      const call = { offset, limit: largestPage, count: false };
      const { rows, isLast: isShort } = await (offset === 0 ? lists.load(query, call) : lists.loadNext(query, call));
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
      if (id !== null) this.#parts.certificationOf.remember(task.id, id);
    }
  }
}

/** As later generations' lists do, one of several certifications leaves out those that the caller may not see. */
function unlessSomeAreVisible<Task>(error: Error, lists: readonly (Task[] | Error)[]): Task[] {
  if (hasCode(error, 'FORBIDDEN') && lists.some((list) => !(list instanceof Error))) return [];
  throw error;
}
