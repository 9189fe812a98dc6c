import { readScope, reviewable } from './certifications.js';
import { answerCollection, sortedCollectionParameters } from './collection.js';
import { notFound } from './errors.js';
import type { FilterFields } from './filters.js';
import type { AccessReviewItem, Certification } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation } from './operation.js';
import type { Tenant } from './tenant.js';

/** All items about one identity in one certification. */
type IdentitySummary = Pick<AccessReviewItem, 'identitySummaryId' | 'identityId'>;

export const identitySummaryOperations: readonly Operation[] = [
  {
    name: 'getIdentitySummaries',
    method: 'GET',
    path: '/certifications/{id}/identity-summaries',
    scopes: [readScope.stable],
    query: sortedCollectionParameters,
    handle: listIdentitySummaries,
  },
  {
    name: 'getIdentitySummary',
    method: 'GET',
    path: '/certifications/{id}/identity-summaries/{identitySummaryId}',
    scopes: [readScope.stable],
    handle: getIdentitySummary,
  },
];

export function presentIdentitySummary(tenant: Tenant, certification: Certification, summary: IdentitySummary): unknown {
  return {
    id: summary.identitySummaryId,
    name: tenant.identity(summary.identityId).name,
    identityId: summary.identityId,
    completed: isCompleted(certification, summary),
  };
}

function listIdentitySummaries(call: Call): Answer {
  const { tenant } = call;
  const certification = reviewable(call, call.parameter('id'));
  return answerCollection(call, summariesOf(certification), {
    present: (summary) => presentIdentitySummary(tenant, certification, summary),
    fields: fields(tenant, certification),
    sortKeys: { name: (row) => tenant.identity(row.identityId).name },
  });
}

function getIdentitySummary(call: Call): Answer {
  const certification = reviewable(call, call.parameter('id'));
  const id = call.parameter('identitySummaryId');
  const summary = certification.items.find(({ identitySummaryId }) => identitySummaryId === id);
  if (summary === undefined)
    throw notFound(`Identity summary '${id}' was not found in certification '${certification.id}'.`);
  return ok(presentIdentitySummary(call.tenant, certification, summary));
}

const fields = (tenant: Tenant, certification: Certification): FilterFields<IdentitySummary> => ({
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.identitySummaryId },
  completed: { operators: ['eq', 'ne'], kind: 'boolean', read: (row) => isCompleted(certification, row) },
  name: { operators: ['eq', 'sw'], kind: 'text', read: (row) => tenant.identity(row.identityId).name },
});

function summariesOf({ items }: Certification): Iterable<IdentitySummary> {
  return new Map(items.map((item) => [item.identitySummaryId, item])).values();
}

function isCompleted({ items }: Certification, { identitySummaryId }: IdentitySummary): boolean {
  return items.every((item) => item.identitySummaryId !== identitySummaryId || item.decision !== null);
}
