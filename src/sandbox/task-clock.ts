import type { Task } from './model.js';
import type { Tenant } from './tenant.js';

export type TaskStatus = 'QUEUED' | 'IN_PROGRESS' | Task['outcome'];

export function taskStatus({ startsAt, finishesAt, outcome }: Task, nowMs: number): TaskStatus {
  if (nowMs >= finishesAt) return outcome;
  return nowMs >= startsAt ? 'IN_PROGRESS' : 'QUEUED';
}

/** A job that has just been queued, and takes as long as the tenant's jobs do. Succeeds unless told otherwise. */
export function startTask(
  tenant: Tenant,
  nowMs: number,
  work: Pick<Task, 'type' | 'targetType' | 'targetId'> & Partial<Task>,
): Task {
  const { queuedMs, runningMs } = tenant.behaviour.taskTiming;
  const task: Task = {
    id: tenant.newId('task'),
    createdAt: nowMs,
    startsAt: nowMs + queuedMs,
    finishesAt: nowMs + queuedMs + runningMs,
    outcome: 'SUCCESS',
    errors: [],
    reassignmentTrail: [],
    effect: null,
    ...work,
  };
  tenant.tasks.set(task.id, task);
  return task;
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
