import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

let nowMs: number;
let gateway: TestGateway;

async function start(generation: 'beta' | 'v2025'): Promise<void> {
  nowMs = Date.parse('2026-11-24T12:00:00Z');
  const cache = { redisUrls: [], admissionMs: 58 * minuteMs };
  gateway = await startTestGateway({ generation, remembers: true, now: () => nowMs, upstream: { now: () => nowMs }, settings: { cache } });
  // The token is known, so that what follows is the cache's doing.
  for (const as of ['administrator', 'reviewer'] as const) await gateway.ask('{ certifications(filter: { ids: ["none"] }) { totalCount } }', {}, { as });
}

afterEach(() => gateway.stop());

interface Read {
  readonly query: string;
  readonly variables?: () => Record<string, unknown>;
}

const examples = () => gateway.upstream.tenant.examples;

interface Change {
  readonly what: string;
  readonly mutation: string;
  readonly input: () => Record<string, unknown>;
  /** For faults. */
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Which of `reads` it makes old, for all viewers. */
  readonly drops: readonly (keyof typeof reads)[];
  readonly isNotOnBeta?: true;
}

const reads = {
  list: { query: '{ certifications(first: 5) { nodes { id } } }' },
  certification: { query: 'query ($id: ID!) { certification(id: $id) { name } }', variables: () => ({ id: reassigned() }) },
  reviewers: { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: () => ({ id: reassigned() }) },
  items: { query: 'query ($id: ID!) { certification(id: $id) { items { nodes { id } } } }', variables: () => ({ id: reassigned() }) },
  item: { query: 'query ($id: ID!, $item: ID!) { certification(id: $id) { item(id: $item) { comments } } }', variables: () => ({ id: reassigned(), item: staying() }) },
  identitySummaries: { query: 'query ($id: ID!) { certification(id: $id) { identitySummaries { nodes { id } } } }', variables: () => ({ id: reassigned() }) },
  accessSummaries: { query: 'query ($id: ID!) { certification(id: $id) { accessSummaries(type: ROLE) { nodes { id } } } }', variables: () => ({ id: reassigned() }) },
  decisionSummary: { query: 'query ($id: ID!) { certification(id: $id) { decisionSummary { roles { made } } } }', variables: () => ({ id: reassigned() }) },
  permissions: { query: 'query ($id: ID!, $item: ID!) { certification(id: $id) { item(id: $item) { permissions { totalCount } } } }', variables: () => ({ id: reassigned(), item: staying() }) },
  other: { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: () => ({ id: examples().certifications.open }) },
  /** Beta has none: there, never kept and never asked for. */
  campaigns: { query: '{ certificationCampaigns { nodes { completedCertifications } } }' },
  configuration: { query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }', variables: () => ({ id: configured() }) },
  configurations: { query: '{ reassignmentConfigurations(first: 5) { nodes { id } } }' },
  evaluation: { query: 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: MANUAL_TASKS) { isReassigned } }', variables: () => ({ id: examples().identities.deepChain }) },
  tenant: { query: '{ reassignmentTenantConfiguration { isEnabled } }' },
  types: { query: '{ reassignmentConfigTypes { configType } }' },
} satisfies Record<string, Read>;

/** Beta has none of it. */
const stableOnly: readonly (keyof typeof reads)[] = ['items', 'item', 'identitySummaries', 'accessSummaries', 'decisionSummary', 'campaigns'];
/** All that is known of the certification. */
const review = ['items', 'item', 'identitySummaries', 'accessSummaries', 'decisionSummary', 'permissions'] as const;

const reassigned = () => examples().items.manyPermissions.certificationId;
/** One that has not been decided. */
const openItem = () => {
  const item = gateway.upstream.tenant.certification(reassigned()).items.find(({ decision }) => decision === null);
  if (item === undefined) throw new Error('every item is decided');
  return item.id;
};
/** An item of it that is not moved. */
const staying = () => gateway.upstream.tenant.certification(reassigned()).items.at(-1)?.id;
const configured = () => examples().identities.shortChain;
const delegation = () => ({ identityId: configured(), configType: 'ACCESS_REQUESTS', reassignToId: gateway.upstream.tenant.people.reviewer, endsAt: '2030-01-01T00:00:00Z' });

const changes: readonly Change[] = [
  {
    what: 'reassigning',
    mutation: 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } userErrors { message } } }',
    input: () => ({ certificationId: reassigned(), items: [{ id: examples().items.manyPermissions.itemId, type: 'ITEM' }], reassignToId: gateway.upstream.tenant.people.otherReviewer, reason: 'away' }),
    method: 'POST',
    drops: ['list', 'certification', 'reviewers', ...review, 'campaigns'],
  },
  {
    what: 'reassigning in bulk',
    mutation: 'mutation ($input: ReassignAccessReviewItemsInput!) { reassignAccessReviewItems(input: $input) { outcomes { outcome } userErrors { message } } }',
    input: () => ({ certificationId: reassigned(), reassignments: [{ reassignToId: gateway.upstream.tenant.people.otherReviewer, itemIds: [openItem()] }], reason: 'away' }),
    method: 'POST',
    drops: ['list', 'certification', 'reviewers', ...review, 'campaigns'],
    isNotOnBeta: true,
  },
  {
    what: 'reassigning whole certifications',
    mutation: 'mutation ($input: ReassignCampaignCertificationsInput!) { reassignCampaignCertifications(input: $input) { task { id } userErrors { message } } }',
    input: () => ({ campaignId: gateway.upstream.tenant.certification(reassigned()).campaignId, certificationIds: [reassigned()], reassignToId: gateway.upstream.tenant.people.manager, reason: 'left' }),
    method: 'POST',
    drops: ['list', 'certification', 'reviewers', ...review, 'campaigns'],
    isNotOnBeta: true,
  },
  {
    what: 'deciding on items',
    mutation: 'mutation ($input: DecideAccessReviewItemsInput!) { decideAccessReviewItems(input: $input) { userErrors { message } } }',
    input: () => ({ certificationId: reassigned(), decisions: [{ itemId: openItem(), decision: 'REVOKE', comments: 'unused' }] }),
    method: 'POST',
    drops: ['list', 'certification', 'reviewers', ...review, 'campaigns'],
    isNotOnBeta: true,
  },
  {
    what: 'signing off',
    mutation: 'mutation ($input: SignOffCertificationInput!) { signOffCertification(input: $input) { userErrors { message } } }',
    input: () => {
      for (const item of gateway.upstream.tenant.certification(reassigned()).items) item.decision = 'APPROVE';
      return { certificationId: reassigned() };
    },
    method: 'POST',
    drops: ['list', 'certification', 'reviewers', ...review, 'campaigns'],
    isNotOnBeta: true,
  },
  {
    what: 'creating a configuration',
    mutation: 'mutation ($input: CreateReassignmentConfigurationInput!) { createReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: delegation,
    method: 'POST',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'replacing a configuration',
    mutation: 'mutation ($input: ReplaceReassignmentConfigurationInput!) { replaceReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: delegation,
    method: 'PUT',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'deleting a configuration',
    mutation: 'mutation ($input: DeleteReassignmentConfigurationInput!) { deleteReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ identityId: configured(), configType: 'CERTIFICATIONS' }),
    method: 'DELETE',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'the tenant’s switch',
    mutation: 'mutation ($input: UpdateReassignmentTenantConfigurationInput!) { updateReassignmentTenantConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ isEnabled: false }),
    method: 'PUT',
    drops: ['evaluation', 'tenant'],
  },
];

/** Which of the reads another administrator's cache does not have any more. */
async function dropped(token: string): Promise<string[]> {
  const names: string[] = [];
  for (const [name, read] of Object.entries(reads) as [string, Read][]) {
    const answer = await gateway.ask(read.query, read.variables?.() ?? {}, { token });
    if (answer.upstreamCalls > 0) names.push(name);
  }
  return names;
}

describe.each(['beta', 'v2025'] as const)('what a change makes old on %s, for every viewer', (generation) => {
  const offered = changes.filter(({ isNotOnBeta }) => generation !== 'beta' || isNotOnBeta !== true);
  const inThisGeneration = (names: Change['drops']) => names.filter((name) => generation !== 'beta' || !stableOnly.includes(name));
  let colleague: string;
  beforeEach(async () => {
    await start(generation);
    colleague = gateway.upstream.tokens.issue({ client_id: 'another frontend' }, 'administrator');
    await dropped(colleague);
    expect(await dropped(colleague)).toEqual([]);
  });

  test.each(offered)('$what: what it is about, and nothing else', async ({ mutation, input, drops }) => {
    const answer = await gateway.ask(mutation, { input: input() });
    expect([answer.errors, (Object.values(answer.data as object)[0] as { userErrors: unknown[] }).userErrors]).toEqual([undefined, []]);
    expect(await dropped(colleague)).toEqual(inThisGeneration(drops));
  });

  test.each(offered)('$what: the same when nobody knows whether it was done', async ({ mutation, input, drops, method }) => {
    const heal = gateway.upstream.inject({ when: (request) => request.method === method, lost: true });
    const answer = await gateway.ask(mutation, { input: input() });
    heal();
    const outcomes: unknown = answer.data?.reassignAccessReviewItems?.outcomes;
    expect(outcomes ?? answer.errors?.[0]?.extensions['outcome']).toEqual(outcomes === undefined ? 'unknown' : [{ outcome: 'UNKNOWN' }]);
    expect(await dropped(colleague)).toEqual(inThisGeneration(drops));
  });

  test.each(offered)('$what: nothing when it was refused', async ({ mutation, input, method }) => {
    const heal = gateway.upstream.inject({ when: (request) => request.method === method, status: 400, body: {} });
    await gateway.ask(mutation, { input: input() });
    heal();
    expect(await dropped(colleague)).toEqual([]);
  });

  test('the answer of a change is what its writer reads next, without a call', async () => {
    const change = (what: string) => changes.find((each) => each.what === what)?.mutation ?? '';
    await gateway.ask(change('creating a configuration'), { input: delegation() });
    const { query, variables } = reads.configuration;
    const answer = await gateway.ask(query, variables());
    expect([answer.upstreamCalls, answer.data.reassignmentConfiguration.id]).toEqual([0, configured()]);
    await gateway.ask(change('the tenant’s switch'), { input: { isEnabled: false } });
    const tenant = await gateway.ask(reads.tenant.query);
    expect([tenant.upstreamCalls, tenant.data.reassignmentTenantConfiguration.isEnabled]).toEqual([0, false]);
  });

  test('reassigning again when its task is seen finished, once', async () => {
    const [reassigning] = changes;
    const started = await gateway.ask(reassigning?.mutation ?? '', { input: reassigning?.input() });
    const { id } = started.data.reassignCertification.task as { id: string };
    const followed = { query: 'query ($id: ID!, $on: ID!) { certificationTask(id: $id, certificationId: $on) { isFinished } }', variables: () => ({ id, on: reassigned() }) };
    await gateway.ask(followed.query, followed.variables());
    await dropped(colleague);
    nowMs += 14 * secondMs;
    await dropped(colleague);
    expect((await gateway.ask(followed.query, followed.variables())).data.certificationTask.isFinished).toBe(true);
    expect(await dropped(colleague)).toEqual(expect.arrayContaining(['list', 'certification', 'reviewers']));
    // Another viewer who sees the same end drops nothing again.
    await gateway.ask(followed.query, followed.variables(), { token: gateway.upstream.tokens.issue({ client_id: 'third' }, 'administrator') });
    expect(await dropped(colleague)).toEqual([]);
  });
});

describe('what the end of a task on whole certifications makes old', () => {
  test('lists and certifications, and all reviewers, as it does not tell which certifications it was about; once', async () => {
    await start('v2025');
    const colleague = gateway.upstream.tokens.issue({ client_id: 'another frontend' }, 'administrator');
    await dropped(colleague);
    const reassigning = changes.find(({ what }) => what === 'reassigning whole certifications');
    const started = await gateway.ask(reassigning?.mutation ?? '', { input: reassigning?.input() });
    const { id } = started.data.reassignCampaignCertifications.task as { id: string };
    nowMs += 14 * secondMs;
    await dropped(colleague);
    expect(await dropped(colleague)).toEqual([]);
    // Somebody who has not started it.
    const followed = (token: string) => gateway.ask('query ($id: ID!) { certificationTask(id: $id) { isFinished } }', { id }, { token });
    expect((await followed(gateway.upstream.tokens.issue({ client_id: 'third' }, 'administrator'))).data.certificationTask.isFinished).toBe(true);
    expect(await dropped(colleague)).toEqual(['list', 'certification', 'reviewers', ...review, 'other', 'campaigns']);
    await followed(colleague);
    expect(await dropped(colleague)).toEqual([]);
  });
});
