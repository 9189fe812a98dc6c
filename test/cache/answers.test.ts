import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { keptRows, type KeptRow } from './kept-rows.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

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

const examples = () => gateway.upstream.tenant.examples;

async function ask({ query, variables, as }: Pick<KeptRow, 'query' | 'variables' | 'as'>): Promise<Answer> {
  const answer = await gateway.ask(query, variables?.(gateway.upstream.tenant) ?? {}, as === undefined ? {} : { as });
  expect(answer.errors).toBeUndefined();
  return answer;
}

describe.each(['beta', 'v2025'] as const)('what is kept of answers on %s', (generation) => {
  const kept = keptRows.filter(({ isNotOnBeta }) => generation !== 'beta' || isNotOnBeta !== true);
  beforeEach(async () => {
    await start(generation);
    gateway.upstream.clearRequests();
  });

  test.each(kept)('$what: fresh for its time, less a tenth at the most, and for its viewer alone', async (row) => {
    const first = await ask(row);
    expect(first.upstreamCalls).toBe(row.calls);
    nowMs += 0.9 * row.freshMs - 1;
    const second = await ask(row);
    expect([second.upstreamCalls, second.data]).toEqual([0, first.data]);
    expect(gateway.upstream.requests).toHaveLength(row.calls);
    await gateway.ask(row.query, row.variables?.(gateway.upstream.tenant) ?? {}, { as: 'reviewer' });
    expect(gateway.upstream.requests.length).toBeGreaterThan(row.calls);
  });

  test.each(kept)('$what: then shown once more while it is renewed, if so it is, and over when its time is', async (row) => {
    await ask(row);
    if (row.staleMs > 0) {
      nowMs += row.freshMs + 0.9 * row.staleMs - 1 - 0.1 * row.freshMs;
      await ask(row);
      await until(() => gateway.upstream.requests.length === 2 * row.calls);
      const after = await ask(row);
      expect(after.upstreamCalls).toBe(0);
    }
    nowMs += row.freshMs + row.staleMs;
    // A token is vouched for no longer than an hour: an answer that lives as long is gone with it.
    const again = await ask(row);
    expect(again.upstreamCalls).toBe(row.calls);
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
