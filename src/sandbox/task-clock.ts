import type { Task } from './model.js';
import type { Tenant } from './tenant.js';

export type TaskStatus = 'QUEUED' | 'IN_PROGRESS' | Task['outcome'];

export function taskStatus({ startsAt, finishesAt, outcome }: Task, nowMs: number): TaskStatus {
  if (nowMs >= finishesAt) return outcome;
  return nowMs >= startsAt ? 'IN_PROGRESS' : 'QUEUED';
}

/** Nothing runs in the background: what has ended since the last request takes effect before the next one is answered. */
export function settleTasks(tenant: Tenant, nowMs: number): void {
  const ended = [...tenant.tasks.values()]
    .filter(({ effect, finishesAt }) => effect !== null && finishesAt <= nowMs)
    .toSorted((a, b) => a.finishesAt - b.finishesAt);
  for (const task of ended) {
    const { effect } = task;
    task.effect = null;
    if (task.outcome === 'SUCCESS') effect?.();
  }
}
