import { presentAccessSummary, sourceNameOf } from './access-view.js';
import { readScope, reviewable } from './certifications.js';
import { answerCollection, sortedCollectionParameters } from './collection.js';
import { badRequest } from './errors.js';
import type { FilterFields } from './filters.js';
import { accessTypes } from './model.js';
import type { AccessReference, AccessReviewItem } from './model.js';
import type { Answer, Call, Operation } from './operation.js';
import type { Tenant } from './tenant.js';

/** One access, and all items of a certification that are about it. */
interface ReviewedAccess {
  readonly access: AccessReference;
  readonly items: AccessReviewItem[];
}

export const accessSummaryOperations: readonly Operation[] = [
  {
    name: 'getIdentityAccessSummaries',
    method: 'GET',
    path: '/certifications/{id}/access-summaries/{type}',
    scopes: [readScope.stable],
    query: sortedCollectionParameters,
    handle: listAccessSummaries,
  },
];

function listAccessSummaries(call: Call): Answer {
  const { tenant } = call;
  const { items } = reviewable(call, call.parameter('id'));
  const type = accessTypes.find((known) => known === call.parameter('type'));
  if (type === undefined) throw badRequest(`type must be one of ${accessTypes.join(', ')}.`);
  const rows = reviewedAccess(items.filter(({ access }) => access.type === type));
  return answerCollection(call, rows, {
    present: (row) => presentReviewedAccess(tenant, row),
    fields: fields(tenant),
    sortKeys: { 'access.name': (row) => row.access.name },
  });
}

function reviewedAccess(items: readonly AccessReviewItem[]): Iterable<ReviewedAccess> {
  const byId = new Map<string, ReviewedAccess>();
  for (const item of items) {
    const known = byId.get(item.access.id);
    if (known === undefined) byId.set(item.access.id, { access: item.access, items: [item] });
    else known.items.push(item);
  }
  return byId.values();
}

function presentReviewedAccess(tenant: Tenant, { access, items }: ReviewedAccess): unknown {
  const hasPermissions = items.some(({ permissions }) => permissions.length > 0);
  return presentAccessSummary(tenant, access, { identityId: null, hasPermissions });
}

const fields = (tenant: Tenant): FilterFields<ReviewedAccess> => ({
  completed: { operators: ['eq', 'ne'], kind: 'boolean', read: ({ items }) => items.every(({ decision }) => decision !== null) },
  'access.id': { operators: ['eq', 'in'], kind: 'exact', read: ({ access }) => access.id },
  'access.name': { operators: ['eq', 'sw'], kind: 'text', read: ({ access }) => access.name },
  'entitlement.sourceName': { operators: ['eq', 'sw'], kind: 'text', read: ({ access }) => sourceNameOf(tenant, access, 'ENTITLEMENT') },
  'accessProfile.sourceName': { operators: ['eq', 'sw'], kind: 'text', read: ({ access }) => sourceNameOf(tenant, access, 'ACCESS_PROFILE') },
});
