import { readRecord, readText } from './body.js';
import { badRequest } from './errors.js';
import type { AccessReviewItem, Certification, Task } from './model.js';
import type { Call } from './operation.js';
import { followRules } from './reassignment-rules.js';
import type { Step } from './reassignment-rules.js';
import type { Tenant } from './tenant.js';

const maxReferences = 500;

interface Request {
  readonly references: readonly { id: string; type: 'ITEM' | 'IDENTITY_SUMMARY' }[];
  readonly reassignTo: string;
  readonly reason: string;
}

/** Checks the request, and starts the task that carries it out. */
export function submitReassignment(call: Call, certification: Certification): Task {
  const { tenant, nowMs } = call;
  const request = readRequest(call.body);
  checkTarget(tenant, certification, request.reassignTo);
  const { items, missing } = findItems(certification, request);
  const selfReviewed = items.filter(({ identityId }) => identityId === request.reassignTo);
  if (tenant.behaviour.selfReview === 'refused' && selfReviewed.length > 0)
    throw badRequest(...selfReviewed.map(selfReview));

  const trail = routeItems(tenant, request.reassignTo, items, nowMs);
  const errors = [...missing, ...selfReviewed.map(selfReview)];
  const startsAt = nowMs + tenant.behaviour.taskTiming.queuedMs;
  const task: Task = {
    id: tenant.newId('task'),
    type: 'REASSIGN',
    targetType: 'CERTIFICATION',
    targetId: certification.id,
    createdAt: nowMs,
    startsAt,
    finishesAt: startsAt + tenant.behaviour.taskTiming.runningMs,
    outcome: errors.length === 0 ? 'SUCCESS' : 'ERROR',
    errors,
    reassignmentTrail: trail.map(({ from, to, type }) => ({ previousOwner: from, newOwner: to, reassignmentType: type })),
    effect: null,
  };
  const reviewerId = trail.at(-1)?.to ?? request.reassignTo;
  task.effect = () => moveItems({ tenant, task, certification, items, reviewerId, comment: request.reason });
  tenant.tasks.set(task.id, task);
  return task;
}

function readRequest(body: unknown): Request {
  const record = readRecord(body, ['reassign', 'reassignTo', 'reason'], 'the request');
  const { reassign } = record;
  if (!Array.isArray(reassign) || reassign.length === 0)
    throw badRequest('reassign must be a list with at least one entry.');
  if (reassign.length > maxReferences) throw badRequest(`reassign must not have more than ${maxReferences} entries.`);
  return {
    references: reassign.map(readReference),
    reassignTo: readText(record, 'reassignTo'),
    reason: readText(record, 'reason'),
  };
}

function readReference(entry: unknown): Request['references'][number] {
  const record = readRecord(entry, ['id', 'type'], 'an entry of reassign');
  const { type } = record;
  // TARGET_SUMMARY is in the schema, but no published route tells the ids it would take.
  if (type !== 'ITEM' && type !== 'IDENTITY_SUMMARY') throw badRequest('type must be ITEM or IDENTITY_SUMMARY.');
  return { id: readText(record, 'id'), type };
}

function checkTarget(tenant: Tenant, { id, phase, reviewer }: Certification, reassignTo: string): void {
  if (phase !== 'ACTIVE') throw badRequest(`Certification '${id}' is ${phase}; only active ones can be reassigned.`);
  if (!tenant.identities.has(reassignTo)) throw badRequest(`reassignTo '${reassignTo}' is not an identity.`);
  if (reassignTo === reviewer.id) throw badRequest(`'${reassignTo}' is the reviewer already.`);
}

function findItems(
  { id, items }: Certification,
  { references }: Request,
): { items: AccessReviewItem[]; missing: string[] } {
  const found = new Set<AccessReviewItem>();
  const missing: string[] = [];
  for (const reference of references) {
    const idOf = (item: AccessReviewItem): string => (reference.type === 'ITEM' ? item.id : item.identitySummaryId);
    const matching = items.filter((item) => idOf(item) === reference.id);
    if (matching.length === 0) missing.push(`${reference.type} ${reference.id} is not part of certification ${id}.`);
    for (const item of matching) found.add(item);
  }
  return { items: [...found], missing };
}

/** Standing rules first; if they lead to the person the items are about, that person's manager gets them (Q46). */
function routeItems(tenant: Tenant, reassignTo: string, items: readonly AccessReviewItem[], nowMs: number): Step[] {
  const trail = followRules(tenant, reassignTo, 'CERTIFICATIONS', nowMs);
  const last = trail.at(-1)?.to;
  const managerId = last === undefined ? null : tenant.identity(last).managerId;
  if (last === undefined || managerId === null || !items.some(({ identityId }) => identityId === last)) return trail;
  return [...trail, { from: last, to: managerId, type: 'SELF_REVIEW_DELEGATION' }];
}

interface Move {
  readonly tenant: Tenant;
  readonly task: Task;
  readonly certification: Certification;
  readonly items: readonly AccessReviewItem[];
  readonly reviewerId: string;
  readonly comment: string;
}

/** The items become a certification of their own; each task makes one, even for the same reviewer (Q43). */
function moveItems({ tenant, task, certification, items, reviewerId, comment }: Move): void {
  const moved = items.filter((item) => certification.items.includes(item));
  if (moved.length < items.length) {
    task.outcome = 'ERROR';
    task.errors = ['Some items have been moved by another task.'];
    return;
  }
  const movedAt = new Date(task.finishesAt).toISOString();
  certification.items = certification.items.filter((item) => !moved.includes(item));
  certification.modified = movedAt;
  const id = tenant.newId('certification');
  tenant.certifications.set(id, {
    ...certification,
    id,
    created: movedAt,
    reviewer: { type: 'IDENTITY', id: reviewerId },
    reviewerIds: [reviewerId],
    reassignment: { fromId: certification.id, comment },
    errorMessage: null,
    items: moved,
    counters: {},
  });
}

function selfReview({ id }: AccessReviewItem): string {
  return `Item ${id} could not be moved: it is about the new reviewer.`;
}
