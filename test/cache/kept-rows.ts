import type { Tenant } from '../../src/sandbox/tenant.js';
import type { AskOptions } from '../support/gateway.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** One row of the table in docs/caching.md. */
export interface KeptRow {
  readonly what: string;
  readonly query: string;
  readonly variables?: (tenant: Tenant) => Record<string, unknown>;
  readonly as?: AskOptions['as'];
  readonly calls: number;
  readonly freshMs: number;
  readonly staleMs: number;
  readonly isNotOnBeta?: true;
}

/** A part of a certification's review: kept for as long as most of them. */
const ofReview = (field: string, itemId?: string) => ({
  query: `query ($id: ID!, $item: ID!) { certification(id: $id) { id named: item(id: $item) { id } ${field} } }`,
  variables: ({ examples }: Tenant) => ({ id: examples.items.role.certificationId, item: itemId ?? examples.items.role.itemId }),
  calls: 1,
  freshMs: 15 * secondMs,
  staleMs: 30 * secondMs,
  isNotOnBeta: true as const,
});

export const keptRows: readonly KeptRow[] = [
  { what: 'a page of certifications and its total', query: '{ certifications(first: 5) { totalCount nodes { id name } } }', calls: 1, freshMs: 15 * secondMs, staleMs: 30 * secondMs },
  {
    what: 'a certification',
    query: 'query ($id: ID!) { certification(id: $id) { id name phase } }',
    variables: ({ examples }) => ({ id: examples.certifications.open }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: minuteMs,
  },
  {
    what: 'a certification that is signed off',
    query: 'query ($id: ID!) { certification(id: $id) { id name phase } }',
    variables: ({ examples }) => ({ id: examples.certifications.signed }),
    calls: 1,
    freshMs: hourMs,
    staleMs: 0,
  },
  {
    what: 'that there is no such certification',
    query: '{ certification(id: "none") { name } }',
    calls: 1,
    freshMs: 15 * secondMs,
    staleMs: 0,
  },
  {
    what: 'a campaign by its id',
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CertificationCampaign { name } } }',
    variables: ({ examples }) => ({ r: [{ __typename: 'CertificationCampaign', id: examples.campaigns.managerReview }] }),
    calls: 1,
    freshMs: 15 * secondMs,
    staleMs: 30 * secondMs,
  },
  {
    what: 'a page of campaigns',
    query: '{ certificationCampaigns(first: 2) { nodes { id status } } }',
    calls: 1,
    freshMs: 15 * secondMs,
    staleMs: 30 * secondMs,
    isNotOnBeta: true,
  },
  {
    what: 'what only administrators see of a campaign',
    query: 'query ($id: ID!) { certificationCampaign(id: $id) { name status } }',
    variables: ({ examples }) => ({ id: examples.campaigns.managerReview }),
    calls: 1,
    freshMs: 15 * secondMs,
    staleMs: 30 * secondMs,
    isNotOnBeta: true,
  },
  {
    what: 'the summary of a large list',
    query: 'query ($id: ID!) { certifications(filter: { campaignIds: [$id] }, first: 1) { summary { certificationCount } } }',
    variables: ({ examples }) => ({ id: examples.campaigns.managerReview }),
    calls: 2,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'the reviewers of a certification',
    query: 'query ($id: ID!) { certification(id: $id) { id reviewers { nodes { id name } } } }',
    variables: ({ examples }) => ({ id: examples.certifications.open }),
    calls: 1,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'the permissions of an item',
    query: 'query ($id: ID!, $item: ID!) { certification(id: $id) { id item(id: $item) { permissions { nodes { target } } } } }',
    variables: ({ examples }) => ({ id: examples.items.permissions.certificationId, item: examples.items.permissions.itemId }),
    calls: 1,
    freshMs: 5 * minuteMs,
    staleMs: 30 * minuteMs,
  },
  { ...ofReview('items(first: 5) { totalCount nodes { id isCompleted } }'), what: 'a page of items' },
  { ...ofReview('item(id: $item) { isCompleted access { id } }'), what: 'an item by its id' },
  { ...ofReview('item(id: $item) { isCompleted }', 'none'), what: 'that there is no such item', staleMs: 0 },
  { ...ofReview('identitySummaries { nodes { id isCompleted } }'), what: 'identity summaries' },
  { ...ofReview('decisionSummary { entitlements { made total } }'), what: 'a decision summary' },
  { ...ofReview('accessSummaries(type: ROLE) { nodes { id name } }'), what: 'access summaries', freshMs: minuteMs, staleMs: 5 * minuteMs },
  {
    what: 'a finished task',
    query: 'query ($id: ID!, $on: ID!) { certificationTask(id: $id, certificationId: $on) { id status isFinished } }',
    variables: ({ examples, tasks }) => ({ id: examples.tasks.succeeded, on: tasks.get(examples.tasks.succeeded)?.targetId }),
    calls: 1,
    freshMs: hourMs,
    staleMs: 0,
  },
  { what: 'the work types', query: '{ reassignmentConfigTypes { configType displayName } }', calls: 1, freshMs: 30 * minuteMs, staleMs: 30 * minuteMs },
  {
    what: 'a configuration',
    query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id configDetails { id } } }',
    variables: ({ examples }) => ({ id: examples.identities.shortChain }),
    calls: 1,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'that nothing is set up',
    query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }',
    variables: ({ examples }) => ({ id: examples.identities.nothingSetUp }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: 0,
  },
  { what: 'the list of configurations', query: '{ reassignmentConfigurations(first: 5) { nodes { id } } }', calls: 1, freshMs: minuteMs, staleMs: 5 * minuteMs },
  {
    what: 'an evaluation',
    query: 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: MANUAL_TASKS) { isReassigned } }',
    variables: ({ examples }) => ({ id: examples.identities.shortChain }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: 0,
  },
  { what: 'the tenant’s switch', query: '{ reassignmentTenantConfiguration { isEnabled } }', calls: 1, freshMs: minuteMs, staleMs: 0 },
];
