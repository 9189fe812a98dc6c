import { tenantKeys, viewerKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import { objectOf } from '../graphql/list-loader.js';
import type { ListAnswer } from '../graphql/pagination.js';
import type { Generation } from '../upstream/generation.js';
import type { CertificationTaskModel } from './mapping.js';

const hourMs = 60 * 60 * 1000;
const notKept = { freshMs: 0, staleMs: 0 };

/** Raised by whatever starts a task: what was asked for before does not show it. */
export const pendingTasksTag = 'pending-tasks';

/** What is kept of tasks. Their texts are in the language of the caller, which is part of each name (Q60). */
export interface TaskCache {
  /** By `partOf` the task. One that has finished changes no more; any other is asked for in order to see it change. */
  readonly byId: Cached<CertificationTaskModel>;
  /** Not kept, but read once for all of a viewer's requests that ask at the same time. By `partOf` the certification. */
  readonly pendingOf: Cached<CertificationTaskModel[]>;
  readonly pendingLists: Cached<ListAnswer<CertificationTaskModel>>;
}

export function taskCache({ name }: Generation): TaskCache {
  return {
    byId: {
      keys: viewerKeys('task', name),
      lifetime: ({ isFinished }) => (isFinished ? { freshMs: hourMs, staleMs: 0 } : notKept),
      absentMs: 0,
      tags: (part) => [`task:${objectOf(part)}`],
    },
    pendingOf: { keys: viewerKeys('pending-tasks', name), lifetime: notKept, absentMs: 0, tags: () => [pendingTasksTag] },
    pendingLists: { keys: viewerKeys('pending-task-list', name), lifetime: notKept, absentMs: 0, tags: () => [pendingTasksTag] },
  };
}

/** Tasks whose end somebody of the tenant has seen: it has been acted upon. Holds ids, and says nothing of the tasks. */
export const seenEnds: Cached<true> = {
  keys: tenantKeys('task-end', null),
  lifetime: { freshMs: hourMs, staleMs: 0 },
  absentMs: 0,
};
