import { readRecord, readText } from './body.js';
import { administrable } from './campaigns.js';
import { writeScope } from './certifications.js';
import { badRequest } from './errors.js';
import type { Campaign, Certification, Task } from './model.js';
import type { Answer, Call, Operation } from './operation.js';
import { settleTasks, startTask } from './task-clock.js';
import { presentTask } from './tasks.js';
import type { Tenant } from './tenant.js';

const maxCertifications = 250;

export const campaignReassignmentOperations: readonly Operation[] = [
  {
    name: 'move',
    method: 'POST',
    path: '/campaigns/{id}/reassign',
    scopes: [writeScope.stable],
    handle: reassignCertifications,
  },
];

/** Whole certifications get another reviewer and stay what they are; self-review is the administrator's business. */
function reassignCertifications(call: Call): Answer {
  const { tenant, body, nowMs } = call;
  const campaign = administrable(call, call.parameter('id'));
  const record = readRecord(body, ['certificationIds', 'reassignTo', 'reason'], 'the request');
  const certifications = readCertifications(tenant, campaign, record['certificationIds']);
  const reviewerId = readReviewer(tenant, record['reassignTo']);
  if ('reason' in record) readText(record, 'reason');

  const task = startTask(tenant, nowMs, { type: 'ADMIN_REASSIGN', targetType: 'CAMPAIGN', targetId: campaign.id });
  task.effect = () => handOver(task, certifications, reviewerId);
  settleTasks(tenant, nowMs);
  return { status: 202, body: presentTask(task, call) };
}

function readCertifications(tenant: Tenant, campaign: Campaign, ids: unknown): Certification[] {
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('certificationIds must be a list with at least one id.');
  if (ids.length > maxCertifications) throw badRequest(`certificationIds must not have more than ${maxCertifications} ids.`);
  return ids.map((id: unknown) => {
    const certification = typeof id === 'string' ? tenant.certifications.get(id) : undefined;
    if (certification?.campaignId !== campaign.id)
      throw badRequest(`Certification '${String(id)}' is not part of campaign '${campaign.id}'.`);
    if (certification.phase === 'SIGNED') throw badRequest(`Certification '${certification.id}' is SIGNED.`);
    return certification;
  });
}

/** An object here, a text where items are reassigned (Q9). */
function readReviewer(tenant: Tenant, value: unknown): string {
  const record = readRecord(value, ['id', 'type'], 'reassignTo');
  if (record['type'] !== 'IDENTITY') throw badRequest('type of reassignTo must be IDENTITY.');
  const id = readText(record, 'id');
  if (!tenant.identities.has(id)) throw badRequest(`reassignTo '${id}' is not an identity.`);
  return id;
}

function handOver(task: Task, certifications: readonly Certification[], reviewerId: string): void {
  const signed = certifications.filter(({ phase }) => phase === 'SIGNED');
  if (signed.length > 0) {
    task.outcome = 'ERROR';
    task.errors = signed.map(({ id }) => `Certification ${id} has been signed off in the meantime.`);
    return;
  }
  for (const certification of certifications) {
    const others = certification.reviewerIds.filter((id) => id !== certification.reviewer.id && id !== reviewerId);
    certification.reviewer = { type: 'IDENTITY', id: reviewerId };
    certification.reviewerIds = [reviewerId, ...others];
    certification.modified = new Date(task.finishesAt).toISOString();
  }
}
