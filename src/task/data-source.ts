import type DataLoader from 'dataloader';
import type { Viewer } from '../auth/viewer.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { badUserInput, hasCode } from '../errors.js';
import type {
  CertificationTaskFilter,
  ReassignAccessReviewItemsInput,
  ReassignCampaignCertificationsInput,
  ReassignCertificationInput,
} from '../generated/types.js';
import { checkedIds, checkedList, optionalId } from '../graphql/arguments.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { Loader } from '../graphql/loader.js';
import { idsPerCall } from '../graphql/loaders.js';
import { checkedPage, Connection, type PageArguments, type SelectedParts } from '../graphql/pagination.js';
import type { Deadline } from '../upstream/deadline.js';
import { pendingTasksTag } from './cached.js';
import { CampaignReassignments, type ReassignCampaignPayload } from './campaign-reassignments.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient, TaskQuery } from './client.js';
import type { IdempotencyKeys } from './idempotency-keys.js';
import { ItemReassignments, type ReassignItemsPayload, type ReviewItems } from './item-reassignments.js';
import type { CertificationTaskModel } from './mapping.js';
import { Once } from './once.js';
import { PendingTasks } from './pending-tasks.js';
import { Reassignments, type ReassignPayload } from './reassignments.js';
import { TaskFollowing } from './task-following.js';
import { TaskLookup, type TaskKey } from './task-lookup.js';
import type { TaskPolls } from './task-polls.js';
import { progressOf, type TaskProgressModel } from './task-progress.js';

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
  readonly reviewItems: ReviewItems;
  /** Told of a certification that a write has changed, or may have, and when a task that changes it has ended. */
  readonly onReassigned: (certificationId: string) => Promise<void>;
  /** The same of whole certifications that get another reviewer; null: nobody knows any more which they are. */
  readonly onReviewerChanged: (certificationIds: readonly string[] | null) => Promise<void>;
}

/** All that resolvers may ask about tasks, for one request. Tasks are asked for to see them change: only finished ones are kept. */
export class TaskDataSource {
  readonly #parts: TaskDataSourceParts;
  readonly #isBeta: boolean;
  readonly #following: TaskFollowing;
  readonly #pending: PendingTasks;
  readonly #byId: DataLoader<TaskKey, CertificationTaskModel | null, string>;

  constructor(parts: TaskDataSourceParts) {
    const { client, cache, certificationOf, polls, viewer, deadline, left } = parts;
    const language = parts.language ?? '';
    this.#parts = parts;
    this.#isBeta = client.generation.contract === 'beta';
    this.#pending = new PendingTasks({ client, cache, certificationOf, language });
    const lookup = new TaskLookup({ ...parts, language, readPending: (ids, by) => this.#pending.readByIds(ids, by) });
    this.#following = new TaskFollowing({ viewer, cache, lookup, generationName: client.generation.name, polls, deadline, left });
    this.#byId = new Loader((keys) => lookup.readMany(keys), {
      maxBatchSize: idsPerCall,
      cacheKeyFn: ({ id, certificationId }) => `${id} ${certificationId ?? ''}`,
    });
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

  /**
   * Several tasks together, when all have ended or after so many seconds. Those that there are not, or that the caller
   * may not see, are left out. Throws as `findTask`.
   */
  async waitForTasks(ids: readonly string[], certificationId: string | null, waitSeconds: number): Promise<TaskProgressModel> {
    const found = await Promise.all(ids.map((id) => nullWhenForbidden(this.findTask(id, certificationId))));
    const tasks = found.filter((task) => task !== null);
    const seen = waitSeconds === 0 ? tasks : await this.#following.waitForAll(tasks, certificationId, waitSeconds * 1000);
    return progressOf(seen, ids.length);
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

  /** Of a certification; on stable generations of a campaign as well. */
  listPendingOf(targetId: string): Promise<CertificationTaskModel[]> {
    return this.#pending.listOf(targetId);
  }

  /** Throws BAD_USER_INPUT, also for what beta cannot do. */
  async listPending(args: TaskQueryArguments & PageArguments, selected: SelectedParts): Promise<TaskPage> {
    const query = this.#checkedQuery(args);
    const page = checkedPage(args, ['tasks', query], defaultPageSize);
    return new Connection(page, await this.#pending.listPage(query, page, selected));
  }

  /** As `Reassignments.start`. */
  reassign(input: ReassignCertificationInput): Promise<ReassignPayload> {
    const { cache, client, polls, idempotencyKeys } = this.#parts;
    const once = new Once({
      ...this.#parts,
      keys: idempotencyKeys,
      isAdmitted: () => cache.isAdmitted(),
      generationName: client.generation.name,
      pause: polls.pause,
    });
    return new Reassignments({ ...this.#writes(), once }).start(input);
  }

  /** As `ItemReassignments.start`. */
  reassignItems(input: ReassignAccessReviewItemsInput): Promise<ReassignItemsPayload> {
    const { deadline, reviewItems } = this.#parts;
    return new ItemReassignments({ ...this.#writes(), deadline, reviewItems }).start(input);
  }

  /** As `CampaignReassignments.start`. */
  reassignCampaign(input: ReassignCampaignCertificationsInput): Promise<ReassignCampaignPayload> {
    const onReviewerChanged = (ids: readonly string[]) => this.#forget(() => this.#parts.onReviewerChanged(ids));
    return new CampaignReassignments({ ...this.#writes(), onReviewerChanged }).start(input);
  }

  #writes() {
    const { client, certificationOf } = this.#parts;
    return {
      client,
      certificationOf,
      listPendingOf: (id: string) => this.listPendingOf(id),
      onReassigned: (id: string) => this.#forget(() => this.#parts.onReassigned(id)),
    };
  }

  /** What a later field of the same operation would otherwise take for the present state. */
  async #forget(tell: () => Promise<void>): Promise<void> {
    this.#byId.clearAll();
    this.#pending.forget();
    await this.#parts.cache.invalidate([pendingTasksTag]);
    await tell();
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
}
