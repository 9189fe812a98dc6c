import { askedReviewerId, mayReview, readScope, reviewable, reviewerParameter, writeScope } from './certifications.js';
import { answerCollection, collectionParameters } from './collection.js';
import { forbidden, localize, notFound } from './errors.js';
import type { FilterFields } from './filters.js';
import type { Task } from './model.js';
import { allScopes, ok } from './operation.js';
import type { Answer, Call, Contract, Operation } from './operation.js';
import { submitReassignment } from './item-reassignment.js';
import { settleTasks, taskStatus } from './task-clock.js';

export function taskOperations(contract: Contract): Operation[] {
  const reassign: Operation = {
    name: 'submitReassignCertsAsync',
    method: 'POST',
    path: '/certifications/{id}/reassign-async',
    scopes: [writeScope[contract]],
    isDeprecated: contract === 'beta',
    handle: reassignItems,
  };
  return [reassign, ...(contract === 'beta' ? betaOperations : stableOperations)];
}

const betaOperations: readonly Operation[] = [
  {
    name: 'getIdentityCertificationPendingTasks',
    method: 'GET',
    path: '/certifications/{id}/tasks-pending',
    scopes: [allScopes],
    isDeprecated: true,
    handle: (call) => {
      const { id } = reviewable(call, call.parameter('id'));
      return ok(pendingTasks(call).filter(({ targetId }) => targetId === id).map((task) => presentTask(task, call)));
    },
  },
  {
    name: 'getIdentityCertificationTaskStatus',
    method: 'GET',
    path: '/certifications/{id}/tasks/{taskId}',
    scopes: [allScopes],
    isDeprecated: true,
    handle: (call) => {
      const { id } = reviewable(call, call.parameter('id'));
      const task = knownTask(call, call.parameter('taskId'));
      if (task.targetId !== id) throw notFound(`Task '${task.id}' was not found for certification '${id}'.`);
      return ok(presentTask(task, call));
    },
  },
];

const stableOperations: readonly Operation[] = [
  {
    name: 'getPendingCertificationTasks',
    method: 'GET',
    path: '/certification-tasks',
    scopes: [readScope.stable],
    query: [reviewerParameter.stable, ...collectionParameters],
    handle: listPendingTasks,
  },
  {
    name: 'getCertificationTask',
    method: 'GET',
    path: '/certification-tasks/{id}',
    scopes: [readScope.stable],
    handle: (call) => {
      const task = knownTask(call, call.parameter('id'));
      if (!maySee(call, task)) throw forbidden(`Task '${task.id}' is not about a certification that you review.`);
      return ok(presentTask(task, call));
    },
  },
];

function listPendingTasks(call: Call): Answer {
  const reviewerId = askedReviewerId(call);
  const rows = pendingTasks(call).filter(
    (task) => maySee(call, task) && (reviewerId === null || targetReviewerId(call, task) === reviewerId),
  );
  return answerCollection(call, rows, { present: (task) => presentTask(task, call), fields });
}

const fields: FilterFields<Task> = {
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  targetId: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.targetId },
  type: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.type },
};

function pendingTasks({ tenant, nowMs }: Call): Task[] {
  return [...tenant.tasks.values()].filter(({ finishesAt }) => nowMs < finishesAt);
}

function knownTask({ tenant }: Call, id: string): Task {
  const task = tenant.tasks.get(id);
  if (task === undefined) throw notFound(`Task '${id}' was not found.`);
  return task;
}

/** Tasks on a whole campaign are for administrators. */
function maySee({ tenant, viewer }: Call, { targetType, targetId }: Task): boolean {
  if (targetType === 'CAMPAIGN') return viewer.isCertificationAdmin;
  return mayReview(viewer, tenant.certification(targetId));
}

function targetReviewerId({ tenant }: Call, { targetType, targetId }: Task): string | null {
  return targetType === 'CERTIFICATION' ? tenant.certification(targetId).reviewer.id : null;
}

function reassignItems(call: Call): Answer {
  const task = submitReassignment(call, reviewable(call, call.parameter('id')));
  settleTasks(call.tenant, call.nowMs);
  return ok(presentTask(task, call));
}

/** Errors are texts on beta and messages later; beta knows no trail and no date (Q30, Q32). */
export function presentTask(task: Task, { generation, nowMs, acceptLanguage }: Call): unknown {
  const { id, type, targetType, targetId } = task;
  const status = taskStatus(task, nowMs);
  const errors = status === 'ERROR' ? task.errors : [];
  if (generation.contract === 'beta') return { id, certificationId: targetId, type, status, errors };
  return {
    id,
    type,
    targetType,
    targetId,
    status,
    errors: errors.map((text) => localize(text, acceptLanguage)),
    reassignmentTrailDTOs: status === 'QUEUED' ? [] : task.reassignmentTrail,
    created: new Date(task.createdAt).toISOString(),
  };
}
