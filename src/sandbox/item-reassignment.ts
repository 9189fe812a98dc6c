import { identityCertification } from './access-review-items.js';
import { readRecord, readText } from './body.js';
import { presentCertification } from './certification-view.js';
import { writeScope } from './certifications.js';
import { badRequest } from './errors.js';
import type { AccessReviewItem, Certification, Task } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation } from './operation.js';
import { followRules } from './reassignment-rules.js';
import type { Step } from './reassignment-rules.js';
import { startTask } from './task-clock.js';
import type { Tenant } from './tenant.js';

const maxReferences = 500;
const maxReferencesAtOnce = 50;

export const itemReassignmentOperations: readonly Operation[] = [
  {
    name: 'reassignIdentityCertifications',
    method: 'POST',
    path: '/certifications/{id}/reassign',
    scopes: [writeScope.stable],
    handle: reassignAtOnce,
  },
];

interface Request {
  readonly references: readonly { id: string; type: 'ITEM' | 'IDENTITY_SUMMARY' }[];
  readonly reassignTo: string;
  readonly reason: string;
}

/** Checks the request, and starts the task that carries it out. */
export function submitReassignment(call: Call, certification: Certification): Task {
  const { tenant, nowMs } = call;
  const request = readRequest(call.body, maxReferences);
  const { items, faults, trail, reviewerId } = planMove(call, certification, request);
  const task = startTask(tenant, nowMs, {
    type: 'REASSIGN',
    targetType: 'CERTIFICATION',
    targetId: certification.id,
    outcome: faults.length === 0 ? 'SUCCESS' : 'ERROR',
    errors: faults,
    reassignmentTrail: trail.map(({ from, to, type }) => ({ previousOwner: from, newOwner: to, reassignmentType: type })),
  });
  task.effect = () => {
    const hasMoved = moveItems({ tenant, certification, items, reviewerId, comment: request.reason, atMs: task.finishesAt });
    if (hasMoved) return;
    task.outcome = 'ERROR';
    task.errors = ['Some items have been moved by another task.'];
  };
  return task;
}

/** Without a task there is nothing to report what went wrong: it is refused, and nothing is moved. */
function reassignAtOnce(call: Call): Answer {
  const { tenant, nowMs, generation } = call;
  const certification = identityCertification(call);
  const request = readRequest(call.body, maxReferencesAtOnce);
  const { items, faults, reviewerId } = planMove(call, certification, request);
  if (faults.length > 0) throw badRequest(...faults);
  moveItems({ tenant, certification, items, reviewerId, comment: request.reason, atMs: nowMs });
  return ok(presentCertification(tenant, certification, generation.contract));
}

interface MovePlan {
  readonly items: readonly AccessReviewItem[];
  /** Why it cannot be carried out; empty where it can. */
  readonly faults: string[];
  readonly trail: readonly Step[];
  /** Where the trail ends. */
  readonly reviewerId: string;
}

function planMove({ tenant, nowMs }: Call, certification: Certification, request: Request): MovePlan {
  checkTarget(tenant, certification, request.reassignTo);
  const { items, missing } = findItems(certification, request);
  const selfReviewed = items.filter(({ identityId }) => identityId === request.reassignTo).map(selfReview);
  if (tenant.behaviour.selfReview === 'refused' && selfReviewed.length > 0) throw badRequest(...selfReviewed);
  const trail = routeItems(tenant, request.reassignTo, items, nowMs);
  return { items, faults: [...missing, ...selfReviewed], trail, reviewerId: trail.at(-1)?.to ?? request.reassignTo };
}

function readRequest(body: unknown, maxCount: number): Request {
  const record = readRecord(body, ['reassign', 'reassignTo', 'reason'], 'the request');
  const { reassign } = record;
  if (!Array.isArray(reassign) || reassign.length === 0)
    throw badRequest('reassign must be a list with at least one entry.');
  if (reassign.length > maxCount) throw badRequest(`reassign must not have more than ${maxCount} entries.`);
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
  readonly certification: Certification;
  readonly items: readonly AccessReviewItem[];
  readonly reviewerId: string;
  readonly comment: string;
  readonly atMs: number;
}

/**
 * The items become a certification of their own; each call makes one, even for the same reviewer (Q43). False, and nothing
 * is moved, where some are not there any more.
 */
function moveItems({ tenant, certification, items, reviewerId, comment, atMs }: Move): boolean {
  const moved = items.filter((item) => certification.items.includes(item));
  if (moved.length < items.length) return false;
  const movedAt = new Date(atMs).toISOString();
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
  return true;
}

function selfReview({ id }: AccessReviewItem): string {
  return `Item ${id} could not be moved: it is about the new reviewer.`;
}
