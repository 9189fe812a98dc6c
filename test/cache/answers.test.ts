import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type Answer, type AskOptions, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

let nowMs: number;
let gateway: TestGateway;

async function start(generation: 'beta' | 'v2025', upstreamTimeoutMs = 10_000): Promise<void> {
  nowMs = Date.parse('2026-11-24T12:00:00Z');
  const cache = { redisUrls: [], admissionMs: 58 * minuteMs };
  gateway = await startTestGateway({ generation, remembers: true, now: () => nowMs, upstream: { now: () => nowMs }, settings: { cache, upstreamTimeoutMs } });
  // The token is known, so that what follows is the cache's doing.
  for (const as of ['administrator', 'reviewer'] as const) await gateway.ask('{ certifications(filter: { ids: ["none"] }) { totalCount } }', {}, { as });
}

afterEach(() => gateway.stop());

interface Row {
  readonly what: string;
  readonly query: string;
  readonly variables?: () => Record<string, unknown>;
  readonly as?: AskOptions['as'];
  readonly calls: number;
  readonly freshMs: number;
  readonly staleMs: number;
}

const examples = () => gateway.upstream.tenant.examples;

const rows: readonly Row[] = [
  { what: 'a page of certifications and its total', query: '{ certifications(first: 5) { totalCount nodes { id name } } }', calls: 1, freshMs: 15 * secondMs, staleMs: 30 * secondMs },
  {
    what: 'a certification',
    query: 'query ($id: ID!) { certification(id: $id) { id name phase } }',
    variables: () => ({ id: examples().certifications.open }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: minuteMs,
  },
  {
    what: 'a certification that is signed off',
    query: 'query ($id: ID!) { certification(id: $id) { id name phase } }',
    variables: () => ({ id: examples().certifications.signed }),
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
    variables: () => ({ r: [{ __typename: 'CertificationCampaign', id: examples().campaigns.managerReview }] }),
    calls: 1,
    freshMs: 15 * secondMs,
    staleMs: 30 * secondMs,
  },
  {
    what: 'the summary of a large list',
    query: 'query ($id: ID!) { certifications(filter: { campaignIds: [$id] }, first: 1) { summary { certificationCount } } }',
    variables: () => ({ id: examples().campaigns.managerReview }),
    calls: 2,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'the reviewers of a certification',
    query: 'query ($id: ID!) { certification(id: $id) { id reviewers { nodes { id name } } } }',
    variables: () => ({ id: examples().certifications.open }),
    calls: 1,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'the permissions of an item',
    query: 'query ($id: ID!, $item: ID!) { certification(id: $id) { id item(id: $item) { permissions { nodes { target } } } } }',
    variables: () => ({ id: examples().items.permissions.certificationId, item: examples().items.permissions.itemId }),
    calls: 1,
    freshMs: 5 * minuteMs,
    staleMs: 30 * minuteMs,
  },
  {
    what: 'a finished task',
    query: 'query ($id: ID!, $on: ID!) { certificationTask(id: $id, certificationId: $on) { id status isFinished } }',
    variables: () => ({ id: examples().tasks.succeeded, on: gateway.upstream.tenant.tasks.get(examples().tasks.succeeded)?.targetId }),
    calls: 1,
    freshMs: hourMs,
    staleMs: 0,
  },
  { what: 'the work types', query: '{ reassignmentConfigTypes { configType displayName } }', calls: 1, freshMs: 30 * minuteMs, staleMs: 30 * minuteMs },
  {
    what: 'a configuration',
    query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id configDetails { id } } }',
    variables: () => ({ id: examples().identities.shortChain }),
    calls: 1,
    freshMs: minuteMs,
    staleMs: 5 * minuteMs,
  },
  {
    what: 'that nothing is set up',
    query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }',
    variables: () => ({ id: examples().identities.nothingSetUp }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: 0,
  },
  { what: 'the list of configurations', query: '{ reassignmentConfigurations(first: 5) { nodes { id } } }', calls: 1, freshMs: minuteMs, staleMs: 5 * minuteMs },
  {
    what: 'an evaluation',
    query: 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: MANUAL_TASKS) { isReassigned } }',
    variables: () => ({ id: examples().identities.shortChain }),
    calls: 1,
    freshMs: 30 * secondMs,
    staleMs: 0,
  },
  { what: 'the tenant’s switch', query: '{ reassignmentTenantConfiguration { isEnabled } }', calls: 1, freshMs: minuteMs, staleMs: 0 },
];

async function ask({ query, variables, as }: Pick<Row, 'query' | 'variables' | 'as'>): Promise<Answer> {
  const answer = await gateway.ask(query, variables?.() ?? {}, as === undefined ? {} : { as });
  expect(answer.errors).toBeUndefined();
  return answer;
}

describe.each(['beta', 'v2025'] as const)('what is kept of answers on %s', (generation) => {
  beforeEach(async () => {
    await start(generation);
    gateway.upstream.clearRequests();
  });

  test.each(rows)('$what: fresh for its time, less a tenth at the most', async (row) => {
    const first = await ask(row);
    expect(first.upstreamCalls).toBe(row.calls);
    nowMs += 0.9 * row.freshMs - 1;
    const second = await ask(row);
    expect([second.upstreamCalls, second.data]).toEqual([0, first.data]);
    expect(gateway.upstream.requests).toHaveLength(row.calls);
  });

  test.each(rows.filter(({ staleMs }) => staleMs > 0))('$what: then shown once more while it is renewed', async (row) => {
    await ask(row);
    nowMs += row.freshMs + 0.9 * row.staleMs - 1 - 0.1 * row.freshMs;
    await ask(row);
    await until(() => gateway.upstream.requests.length === 2 * row.calls);
    const after = await ask(row);
    expect(after.upstreamCalls).toBe(0);
  });

  test.each(rows)('$what: over when its time is', async (row) => {
    await ask(row);
    nowMs += row.freshMs + row.staleMs;
    // A token is vouched for no longer than an hour: an answer that lives as long is gone with it.
    const again = await ask(row);
    expect(again.upstreamCalls).toBe(row.calls);
  });

  test.each(rows)('$what: for its viewer alone', async (row) => {
    await ask(row);
    const calls = gateway.upstream.requests.length;
    await gateway.ask(row.query, row.variables?.() ?? {}, { as: 'reviewer' });
    expect(gateway.upstream.requests.length).toBeGreaterThan(calls);
  });

  test('a task that has not finished is asked for each time, and so are pending ones', async () => {
    const id = examples().tasks.running;
    const on = gateway.upstream.tenant.tasks.get(id)?.targetId;
    const query = 'query ($id: ID!, $on: ID!) { certificationTask(id: $id, certificationId: $on) { status } certification(id: $on) { pendingTasks { id } } }';
    for (let time = 0; time < 2; time += 1) expect((await gateway.ask(query, { id, on })).upstreamCalls).toBe(2);
  });

  test('an evaluation ends with what is known of its chain: a configuration that begins or ends', async () => {
    const [from, to] = [examples().identities.nothingSetUp, gateway.upstream.tenant.people.reviewer];
    const endsAt = new Date(nowMs + 10 * secondMs).toISOString();
    await gateway.ask('mutation ($input: CreateReassignmentConfigurationInput!) { createReassignmentConfiguration(input: $input) { userErrors { message } } }', {
      input: { identityId: from, reassignToId: to, configType: 'CERTIFICATIONS', endsAt },
    });
    const evaluation = { query: 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: CERTIFICATIONS) { isReassigned } }', variables: () => ({ id: from }) };
    expect((await ask(evaluation)).data.reassignmentEvaluation.isReassigned).toBe(true);
    nowMs += 8 * secondMs;
    expect((await ask(evaluation)).upstreamCalls).toBe(0);
    nowMs += 3 * secondMs;
    const over = await ask(evaluation);
    expect([over.upstreamCalls, over.data.reassignmentEvaluation.isReassigned]).toEqual([1, false]);
  });

  test('the tenant’s list tells of each identity in it; who is not in it is asked about', async () => {
    await ask({ query: '{ reassignmentConfigurations(first: 100) { nodes { id } } }' });
    const team = 'query ($ids: [ID!]!) { igaIdentities(ids: $ids) { reassignmentConfiguration { id } } }';
    const { shortChain, deepChain, nothingSetUp } = examples().identities;
    const listed = await gateway.ask(team, { ids: [shortChain, deepChain] });
    expect(listed.upstreamCalls).toBe(0);
    expect(listed.data.igaIdentities).toEqual([{ reassignmentConfiguration: { id: shortChain } }, { reassignmentConfiguration: { id: deepChain } }]);
    expect((await gateway.ask(team, { ids: [shortChain, nothingSetUp] })).upstreamCalls).toBe(1);
  });

  test('a configuration that was answered out of the list is kept no longer than the list', async () => {
    const list = { query: '{ reassignmentConfigurations(first: 100) { nodes { id } } }' };
    const one = { query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }', variables: () => ({ id: examples().identities.shortChain }) };
    await ask(list);
    nowMs += 50 * secondMs;
    expect((await ask(one)).upstreamCalls).toBe(0);
    nowMs += 10 * secondMs;
    expect((await ask(one)).upstreamCalls).toBe(1);
  });

  test('a list that is trimmed to the caller’s rights does not hide that they may not see somebody', async () => {
    const query = 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }';
    const refusedId = [...gateway.upstream.tenant.identities.values()].find(({ managerId }) => managerId === null)?.id ?? '';
    const heal = gateway.upstream.inject({ path: new RegExp(`reassignment-configurations/(v1/)?${refusedId}$`), status: 403, body: {} });
    await ask({ query: '{ reassignmentConfigurations(first: 100) { nodes { id } } }' });
    const answer = await gateway.ask(query, { id: refusedId });
    heal();
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a refusal is never kept', async () => {
    const heal = gateway.upstream.inject({ path: /certifications/, status: 403, body: {} });
    const query = '{ certifications(first: 3) { nodes { id } } }';
    expect((await gateway.ask(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    heal();
    expect((await gateway.ask(query)).errors).toBeUndefined();
  });

  test('what came from the cache is told beside the calls', async () => {
    const query = '{ certifications(first: 3) { nodes { id } } }';
    const costs = [];
    for (let time = 0; time < 2; time += 1) costs.push((await gateway.ask(query)).extensions['cost']);
    expect(costs).toMatchObject([
      { upstreamCalls: 1, cache: { [`certification-list@${generation}`]: { miss: 1 } } },
      { upstreamCalls: 0, cache: { [`certification-list@${generation}`]: { hit: 1 } } },
    ]);
  });
});

describe('a renewal that hangs', () => {
  test('does not hold up the answer that is shown once more, where its names are at hand', async () => {
    await start('v2025', 1500);
    const { shortChain } = examples().identities;
    const query = 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { configDetails { targetIdentity { id email } } } }';
    const configuration = { query, variables: () => ({ id: shortChain }) };
    const first = await ask(configuration);
    nowMs += 90 * secondMs;
    gateway.upstream.inject({ operation: 'getReassignmentConfiguration', hang: true });
    gateway.upstream.clearRequests();
    expect((await ask(configuration)).data).toEqual(first.data);
    await until(() => gateway.upstream.requests.length > 0);
    expect(gateway.upstream.requests).toMatchObject([{ operation: 'getReassignmentConfiguration', finishedAt: null }]);
  });
});

describe('many at once', () => {
  test('fifty equal cold queries of one viewer are 51 calls', async () => {
    gateway = await startTestGateway({ remembers: true });
    const query = '{ certifications(first: 50) { nodes { id name reviewers { nodes { id name } } } } }';
    const answers = await Promise.all(Array.from({ length: 50 }, () => gateway.ask(query)));
    expect(gateway.upstream.requests).toHaveLength(51);
    for (const answer of answers) expect([answer.errors, answer.data]).toEqual([undefined, answers[0]?.data]);
  });
});
