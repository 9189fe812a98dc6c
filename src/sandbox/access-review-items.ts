import { holdingOf, presentAccessSummary, sourceNameOf } from './access-view.js';
import { readScope, reviewable } from './certifications.js';
import { answerCollection, sortedCollectionParameters } from './collection.js';
import { badRequest } from './errors.js';
import type { FilterFields } from './filters.js';
import { presentIdentitySummary } from './identity-summaries.js';
import type { AccessReviewItem, AccessType, Certification } from './model.js';
import type { Answer, Call, Operation } from './operation.js';
import { Seeded } from './seed/seeded.js';
import type { SortKeys } from './sorters.js';
import type { Tenant } from './tenant.js';

/** Each narrows the list to items about the access it names; only one of them at a time. */
const accessParameters: Readonly<Record<string, AccessType>> = {
  entitlements: 'ENTITLEMENT',
  'access-profiles': 'ACCESS_PROFILE',
  roles: 'ROLE',
};

export const accessReviewItemOperations: readonly Operation[] = [
  {
    name: 'listIdentityAccessReviewItems',
    method: 'GET',
    path: '/certifications/{id}/access-review-items',
    scopes: [readScope.stable],
    query: [...sortedCollectionParameters, ...Object.keys(accessParameters)],
    handle: listItems,
  },
];

/** The certification, if the viewer may decide on it; throws the 400, 403 or 404. */
export function identityCertification(call: Call): Certification {
  const certification = reviewable(call, call.parameter('id'));
  if (certification.reviewer.type === 'GOVERNANCE_GROUP')
    throw badRequest(`Certification '${certification.id}' is not available: certifications of governance groups are not supported.`);
  return certification;
}

function listItems(call: Call): Answer {
  const { tenant } = call;
  const certification = identityCertification(call);
  return answerCollection(call, certification.items.filter(aboutAskedAccess(call)), {
    present: (item) => presentItem(tenant, certification, item),
    fields: itemFields(tenant),
    sortKeys: itemSortKeys(tenant),
  });
}

function aboutAskedAccess({ query }: Call): (item: AccessReviewItem) => boolean {
  const [asked, ...others] = Object.keys(accessParameters).filter((name) => query.has(name));
  if (asked === undefined) return () => true;
  if (others.length > 0) throw badRequest(`Only one of ${[asked, ...others].join(', ')} can be used at a time.`);
  const ids = (query.get(asked) ?? '').split(',').map((id) => id.trim());
  if (ids.includes('')) throw badRequest(`${asked} must be a list of ids, separated by commas.`);
  return ({ access }) => access.type === accessParameters[asked] && ids.includes(access.id);
}

/** What there is nothing to say about is null or not there (Q20). */
function presentItem(tenant: Tenant, certification: Certification, item: AccessReviewItem): unknown {
  const { id, newAccess, access } = item;
  const choices = new Seeded(`item:${id}:answer`);
  const noDecision = choices.chance(0.5) ? null : undefined;
  const noComments = choices.chance(0.5) ? null : undefined;
  return {
    id,
    accessSummary: presentAccessSummary(tenant, access, holdingOf(item)),
    identitySummary: presentIdentitySummary(tenant, certification, item),
    completed: item.decision !== null,
    newAccess,
    decision: item.decision ?? noDecision,
    comments: item.comments ?? noComments,
  };
}

const itemFields = (tenant: Tenant): FilterFields<AccessReviewItem> => ({
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  type: { operators: ['eq'], kind: 'exact', read: (row) => row.access.type },
  'access.type': { operators: ['eq'], kind: 'exact', read: (row) => row.access.type },
  completed: { operators: ['eq', 'ne'], kind: 'boolean', read: (row) => row.decision !== null },
  'identitySummary.id': { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.identitySummaryId },
  'identitySummary.name': { operators: ['eq', 'sw'], kind: 'text', read: (row) => tenant.identity(row.identityId).name },
  'access.id': { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.access.id },
  'access.name': { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.access.name },
  'entitlement.sourceName': { operators: ['eq', 'sw'], kind: 'text', read: (row) => sourceNameOf(tenant, row.access, 'ENTITLEMENT') },
  'accessProfile.sourceName': { operators: ['eq', 'sw'], kind: 'text', read: (row) => sourceNameOf(tenant, row.access, 'ACCESS_PROFILE') },
});

const itemSortKeys = (tenant: Tenant): SortKeys<AccessReviewItem> => ({
  'identitySummary.name': (row) => tenant.identity(row.identityId).name,
  'access.name': (row) => row.access.name,
  'access.type': (row) => row.access.type,
  'entitlement.sourceName': (row) => sourceNameOf(tenant, row.access, 'ENTITLEMENT'),
  'accessProfile.sourceName': (row) => sourceNameOf(tenant, row.access, 'ACCESS_PROFILE'),
});
