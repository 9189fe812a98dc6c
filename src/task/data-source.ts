import DataLoader from 'dataloader';
import type { CacheReader } from '../cache/cache-reader.js';
import { badUserInput, hasCode, hasUnknownOutcome, type GatewayError } from '../errors.js';
import type { CertificationTaskFilter, ReassignCertificationInput } from '../generated/types.js';
import { checkedId, checkedIds, checkedList } from '../graphql/arguments.js';
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
import { invalidInput, limitExceeded, userErrorOf, type UserError } from '../graphql/user-errors.js';
import { seenEnds, taskCache, type TaskCache } from './cached.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient, TaskQuery } from './client.js';
import type { CertificationTaskModel } from './mapping.js';

const defaultPageSize = 25;
/** In one call; the upstream says so in prose only (Q44). */
const mostItems = 500;

export type TaskPage = Connection<CertificationTaskModel>;

export interface TaskQueryArguments {
  readonly reviewerId?: string | null | undefined;
  readonly filter?: CertificationTaskFilter | null | undefined;
}

export interface ReassignPayload {
  readonly task: CertificationTaskModel | null;
  /** What has changed; null when nothing was started. */
  readonly certificationId: string | null;
  readonly userErrors: UserError[];
}

interface TaskKey {
  readonly id: string;
  /** As the caller gave it. */
  readonly certificationId: string | null;
}

export interface TaskDataSourceParts {
  readonly client: TaskClient;
  readonly cache: CacheReader;
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

  /** Stable: those still pending in one call, the others singly. Beta: one call each. */
  readonly #byId: DataLoader<TaskKey, CertificationTaskModel | null, string>;
  /** Stable: 100 certifications to a call. Beta: one call each. */
  readonly #pendingByCertification: DataLoader<string, CertificationTaskModel[]>;
  readonly #lists: ListLoader<TaskQuery, CertificationTaskModel>;
  readonly #onReassigned: TaskDataSourceParts['onReassigned'];

  constructor({ client, cache, certificationOf, language, onReassigned }: TaskDataSourceParts) {
    this.#onReassigned = onReassigned;
    this.#client = client;
    this.#cache = cache;
    this.#cached = taskCache(client.generation);
    this.#language = language ?? '';
    this.#certificationOf = certificationOf;
    this.#isBeta = client.generation.contract === 'beta';
    this.#byId = new DataLoader((keys) => this.#readTasks(keys), {
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

  /**
   * How the task stands, then one value for each change, to its end; null, and no more, when there is none that the
   * caller may see. Throws as `findTask`.
   */
  async *watch(id: string, certificationId: string | null): AsyncGenerator<CertificationTaskModel | null> {
    for (let last = ''; ; ) {
      this.#byId.clearAll();
      const task = await this.findTask(id, certificationId);
      const seen = JSON.stringify(task);
      if (seen !== last) yield task;
      if (task === null || task.isFinished) return;
      last = seen;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
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

  /** Checks first, then sends once. Throws BAD_USER_INPUT for ids that are none; otherwise as the upstream fails. */
  async reassign(input: ReassignCertificationInput): Promise<ReassignPayload> {
    const certificationId = checkedId('input.certificationId', input.certificationId);
    const reassignToId = checkedId('input.reassignToId', input.reassignToId);
    for (const [index, { id }] of input.items.entries()) checkedId(`input.items.${index}.id`, id);
    const problems = problemsOf(input);
    if (problems.length > 0) return { task: null, certificationId: null, userErrors: problems };
    try {
      const task = await this.#client.reassign(certificationId, { items: input.items, reassignToId, reason: input.reason });
      this.#certificationOf.remember(task.id, certificationId);
      await this.#forget(certificationId);
      return { task, certificationId, userErrors: [] };
    } catch (error) {
      // A write of unknown outcome counts as done for what is read behind it.
      if (hasUnknownOutcome(error)) {
        await this.#forget(certificationId);
        throw await this.#withPendingTasks(error, certificationId);
      }
      return { task: null, certificationId: null, userErrors: [userErrorOf(error)] };
    }
  }

  /** Whether one of them is the caller's own nobody can tell (Q52): they are shown, and taken for nobody's. */
  async #withPendingTasks(error: GatewayError, certificationId: string): Promise<GatewayError> {
    try {
      const pending = (await this.listPendingOf(certificationId)).filter(({ type }) => type === 'REASSIGN');
      return error.with({ pendingTasks: pending.map(({ id, statusName, createdAt }) => ({ id, status: statusName, createdAt })) });
    } catch {
      return error;
    }
  }

  /** What a later field of the same operation would otherwise take for the present state. */
  async #forget(certificationId: string): Promise<void> {
    this.#byId.clearAll();
    this.#pendingByCertification.clearAll();
    this.#lists.forget();
    await this.#onReassigned(certificationId);
  }

  #checkedQuery({ reviewerId, filter }: TaskQueryArguments): TaskQuery {
    const query = {
      reviewerId: reviewerId === null || reviewerId === undefined ? null : checkedId('reviewerId', reviewerId),
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

  async #readTasks(keys: readonly TaskKey[]): Promise<(CertificationTaskModel | null | Error)[]> {
    const nameOf = ({ id }: TaskKey) => partOf(id, this.#language);
    // One that says where it is, before one of the same task that does not.
    const byName = new Map(keys.toSorted((a, b) => Number(a.certificationId !== null) - Number(b.certificationId !== null)).map((key) => [nameOf(key), key]));
    return this.#cache.getMany(this.#cached.byId, keys.map(nameOf), async (missing) => {
      const wanted = missing.map((name) => byName.get(name) as TaskKey);
      const read = await (this.#isBeta ? eachAlone(wanted, (key) => this.#readOneOnBeta(key)) : this.#readByIds(wanted));
      await Promise.all(read.map(async (task) => (task === null || task instanceof Error ? undefined : this.#seeEnd(task))));
      return read;
    });
  }

  /** What a task has changed is old when it has ended: once for the tenant, by whoever sees it first. */
  async #seeEnd({ id, isFinished, type, targetType, targetId }: CertificationTaskModel): Promise<void> {
    if (!isFinished || type !== 'REASSIGN' || targetType !== 'CERTIFICATION' || targetId === null) return;
    if ((await this.#cache.find(seenEnds, id)) !== null) return;
    await this.#onReassigned(targetId);
    await this.#cache.keep(seenEnds, id, true);
  }

  async #readOneOnBeta({ id, certificationId }: TaskKey): Promise<CertificationTaskModel | null> {
    const certification = certificationId ?? (await this.#certificationOf.find(id));
    if (certification === null) {
      throw badUserInput(
        'certificationId',
        'certificationId is needed: the beta generation addresses tasks by their certification, and this gateway has not seen this task in the last hour.',
      );
    }
    const task = await this.#client.findOf(certification, id);
    if (task !== null) this.#certificationOf.remember(task.id, certification);
    return task;
  }

  async #readByIds(keys: readonly TaskKey[]): Promise<(CertificationTaskModel | null | Error)[]> {
    const ids = [...new Set(keys.map(({ id }) => id))];
    const pending = new Map<string, CertificationTaskModel>();
    // What is not pending any more has finished, or never was: either way it is asked for by its own id.
    if (ids.length > 1) for (const task of await this.#readAllPending({ ids })) pending.set(task.id, task);
    const read = await eachAlone(ids, async (id) => pending.get(id) ?? this.#client.find(id));
    return keys.map(({ id }) => read[ids.indexOf(id)] ?? null);
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

function problemsOf({ items, reason }: ReassignCertificationInput): UserError[] {
  const problems: UserError[] = [];
  if (items.length === 0) problems.push(invalidInput(['items'], 'items is empty; name what to reassign.'));
  if (items.length > mostItems) problems.push(limitExceeded(['items'], mostItems, items.length));
  const seen = new Set<string>();
  for (const [index, { id, type }] of items.entries()) {
    const key = `${type} ${id}`;
    if (seen.has(key)) problems.push(invalidInput(['items', String(index), 'id'], `items names ${id} twice.`));
    seen.add(key);
  }
  if (reason.trim() === '') problems.push(invalidInput(['reason'], 'reason is empty; the new reviewer is shown it.'));
  return problems;
}

/** As later generations' lists do, one of several certifications leaves out those that the caller may not see. */
function unlessSomeAreVisible<Task>(error: Error, lists: readonly (Task[] | Error)[]): Task[] {
  if (hasCode(error, 'FORBIDDEN') && lists.some((list) => !(list instanceof Error))) return [];
  throw error;
}
