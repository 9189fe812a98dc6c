import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { askRaw, askUntilKept, type RawRequest } from './support.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

const create = 'mutation ($input: CreateReassignmentConfigurationInput!) { createReassignmentConfiguration(input: $input) { userErrors { message } } }';

describe('an answer that is kept whole', () => {
  let clock: ManualClock;
  let gateway: TestGateway;
  beforeEach(async () => {
    clock = createManualClock();
    const { now } = clock;
    gateway = await startTestGateway({ remembers: true, now, upstream: { now }, settings: { cache: { redisUrls: [], admissionMs: 58 * minuteMs } } });
  });
  afterEach(() => gateway.stop());

  const examples = () => gateway.upstream.tenant.examples;
  const isRepeated = async (request: RawRequest) => (await askRaw(gateway, request)).isRepeated;

  test.each([
    ['a list of certifications, 15 s', '{ certifications(first: 3) { nodes { id } } }', 13 * secondMs, 2 * secondMs],
    ['a certification, 30 s', 'query ($id: ID!) { certification(id: $id) { name } }', 26 * secondMs, 4 * secondMs],
    ['reviewers of one that is named alone, 60 s', 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', 53 * secondMs, 7 * secondMs],
    ['both, as the first of them', 'query ($id: ID!) { certification(id: $id) { name reviewers { nodes { id } } } }', 26 * secondMs, 4 * secondMs],
  ])('ends with what it is made of: %s, less a tenth at the most', async (_what, query, withinMs, restMs) => {
    const request = { query, variables: query.includes('$id') ? { id: examples().certifications.open } : {} };
    await askUntilKept(gateway, request);
    clock.advance(withinMs);
    expect(await isRepeated(request)).toBe(true);
    clock.advance(restMs);
    expect(await isRepeated(request)).toBe(false);
  });

  test('is no younger than what it is made of, however late it was made', async () => {
    const request = { query: '{ certifications(first: 3) { nodes { id } } }' };
    await askRaw(gateway, request);
    clock.advance(12 * secondMs);
    await askRaw(gateway, request);
    expect(await isRepeated(request)).toBe(true);
    clock.advance(3 * secondMs);
    expect(await isRepeated(request)).toBe(false);
  });

  test('is not made out of what is stale, nor while that is renewed', async () => {
    const request = { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: { id: examples().certifications.open } };
    await askUntilKept(gateway, request);
    clock.advance(2 * minuteMs);
    const stale = await askRaw(gateway, request);
    expect([stale.isRepeated, stale.cost?.cache]).toEqual([false, { 'reviewers@v2025': { stale: 1 } }]);
    expect(await isRepeated(request)).toBe(false);
  });

  describe('ends when a value changes by itself', () => {
    /** A certification that is due so soon. */
    function dueIn(ms: number): string {
      const certification = gateway.upstream.tenant.certifications.get(examples().certifications.open);
      if (certification === undefined) throw new Error('the tenant has no such certification');
      certification.due = new Date(clock.now() + ms).toISOString();
      return certification.id;
    }

    test('isOverdue', async () => {
      const request = { query: 'query ($id: ID!) { certification(id: $id) { isOverdue } }', variables: { id: dueIn(5 * secondMs) } };
      await askUntilKept(gateway, request);
      clock.advance(5 * secondMs);
      expect(await askRaw(gateway, request)).toMatchObject({ isRepeated: true, data: '{"data":{"certification":{"isOverdue":false}}' });
      clock.advance(1);
      const over = { isRepeated: false, cost: { upstreamCalls: 0 }, data: '{"data":{"certification":{"isOverdue":true}}' };
      expect(await askRaw(gateway, request)).toMatchObject(over);
      expect(await askRaw(gateway, request)).toMatchObject({ ...over, isRepeated: true });
    });

    test('and not when nobody has asked for that value', async () => {
      const request = { query: 'query ($id: ID!) { certification(id: $id) { dueAt } }', variables: { id: dueIn(5 * secondMs) } };
      await askUntilKept(gateway, request);
      clock.advance(6 * secondMs);
      expect(await isRepeated(request)).toBe(true);
    });

    test.each([
      ['the overdue count of a summary', 'summary { overdueCount }'],
      ['the overdue count of a reviewer', 'summary { reviewerWorkloads(first: 250) { reviewer { id } overdueCount } }'],
      ['the overdue count of a campaign', 'summary { campaignWorkloads(first: 250) { campaign { id } overdueCount } }'],
    ])('%s', async (_what, selection) => {
      const id = dueIn(5 * secondMs);
      const request = { query: `query ($id: ID!) { certifications(filter: { ids: [$id] }) { ${selection} } }`, variables: { id } };
      const before = await askUntilKept(gateway, request);
      expect(await isRepeated(request)).toBe(true);
      clock.advance(6 * secondMs);
      const after = await askRaw(gateway, request);
      expect([after.isRepeated, after.cost?.upstreamCalls]).toEqual([false, 0]);
      expect([before.data.includes('"overdueCount":0'), after.data.includes('"overdueCount":1')]).toEqual([true, true]);
    });

    test.each([
      ['the state of a rule that begins', { startsAt: 5 }, '{ state }', 'SCHEDULED', 'ACTIVE'],
      ['the state of a rule that ends', { endsAt: 5 }, '{ state }', 'ACTIVE', 'EXPIRED'],
      ['rules by their state', { endsAt: 5 }, '(states: [ACTIVE]) { configType }', 'MANUAL_TASKS', '"configDetails":[]'],
    ])('%s', async (_what, dates, selection, before, after) => {
      const identityId = examples().identities.nothingSetUp;
      const times = Object.fromEntries(Object.entries({ endsAt: 3600, ...dates }).map(([name, seconds]) => [name, new Date(clock.now() + seconds * secondMs).toISOString()]));
      const input = { identityId, configType: 'MANUAL_TASKS', reassignToId: gateway.upstream.tenant.people.reviewer, ...times };
      expect((await gateway.ask(create, { input })).data.createReassignmentConfiguration.userErrors).toEqual([]);
      const request = { query: `query ($id: ID!) { reassignmentConfiguration(identityId: $id) { configDetails${selection} } }`, variables: { id: identityId } };
      expect((await askUntilKept(gateway, request)).data).toContain(before);
      expect(await isRepeated(request)).toBe(true);
      clock.advance(5 * secondMs);
      expect(await askRaw(gateway, request)).toMatchObject({ isRepeated: false, cost: { upstreamCalls: 0 }, data: expect.stringContaining(after) });
    });
  });
});
