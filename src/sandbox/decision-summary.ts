import { readScope, reviewable } from './certifications.js';
import { compileFilter } from './filters.js';
import type { FilterFields } from './filters.js';
import type { AccessReviewItem } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation } from './operation.js';

export const decisionSummaryOperations: readonly Operation[] = [
  {
    name: 'getIdentityDecisionSummary',
    method: 'GET',
    path: '/certifications/{id}/decision-summary',
    scopes: [readScope.stable],
    query: ['filters'],
    handle: getDecisionSummary,
  },
];

/** Prefix of the four counters and type of the items they count. No campaign of the tenant reviews accounts. */
const counted = [
  ['entitlement', 'ENTITLEMENT'],
  ['accessProfile', 'ACCESS_PROFILE'],
  ['role', 'ROLE'],
  ['account', null],
] as const;

function getDecisionSummary(call: Call): Answer {
  const { items } = reviewable(call, call.parameter('id'));
  const filters = call.query.get('filters');
  const selected = filters === null ? items : items.filter(compileFilter(filters, fields));
  const counters = counted.map(([prefix, type]) => countersOf(prefix, selected.filter(({ access }) => access.type === type)));
  return ok(Object.assign({}, ...counters));
}

const fields: FilterFields<AccessReviewItem> = {
  'identitySummary.id': { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.identitySummaryId },
};

function countersOf(prefix: string, items: readonly AccessReviewItem[]): Record<string, number> {
  const approved = items.filter(({ decision }) => decision === 'APPROVE').length;
  const revoked = items.filter(({ decision }) => decision === 'REVOKE').length;
  return {
    [`${prefix}DecisionsMade`]: approved + revoked,
    [`${prefix}DecisionsTotal`]: items.length,
    [`${prefix}sApproved`]: approved,
    [`${prefix}sRevoked`]: revoked,
  };
}
