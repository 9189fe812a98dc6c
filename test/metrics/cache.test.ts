import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { risen, startCountedGateway, type CountedGateway } from './counted-gateway.js';

const list = '{ certifications(first: 3) { nodes { id name reviewers { nodes { id } } } } }';

describe('what is remembered', () => {
  let gateway: CountedGateway;
  beforeAll(async () => {
    gateway = await startCountedGateway({ remembers: true });
  });
  afterAll(() => gateway.stop());

  test('is counted by resource and how keys were answered, and weighed', async () => {
    const first = await risen(gateway, () => gateway.ask(list));
    expect(first('cache_lookups_total', { resource: 'certification-list', outcome: 'off' })).toBe(1);
    expect(first('cache_lookups_total', { resource: 'reviewers', outcome: 'miss' })).toBe(3);
    const second = await risen(gateway, () => gateway.ask(list));
    expect(second('cache_lookups_total', { outcome: 'hit' })).toBe(4);
    expect(second('cache_lookups_total')).toBe(4);
    const { value } = await gateway.scrape();
    expect(value('certification_gateway_cache_memory_entries')).toBeGreaterThanOrEqual(4);
    expect(value('certification_gateway_cache_memory_bytes')).toBeGreaterThan(1000);
  });

  test('is counted as one key when the whole answer is kept, and the operation like any other', async () => {
    await gateway.ask(list);
    await gateway.ask(list);
    const by = await risen(gateway, () => gateway.ask(list));
    expect([by('cache_lookups_total', { resource: 'answer', outcome: 'hit' }), by('cache_lookups_total')]).toEqual([1, 1]);
    expect([by('operations_total', { type: 'query', outcome: 'ok' }), by('root_fields_total', { field: 'certifications' })]).toEqual([1, 1]);
  });

  test('is made old by changes, which are counted by what they change', async () => {
    const by = await risen(gateway, () => gateway.ask('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }'));
    expect(by('cache_invalidations_total', { tag: 'tenantcfg' })).toBe(1);
  });

  test('may be read by tokens that the upstream has accepted: what it says of them is counted', async () => {
    const token = gateway.upstream.tokens.issue({}, 'reviewer');
    const accepted = await risen(gateway, async () => {
      await gateway.ask(list, {}, { token });
      await gateway.ask(list, {}, { token });
    });
    expect(accepted('admissions_total', { outcome: 'admitted' })).toBe(1);
    const forged = await risen(gateway, () => gateway.ask(list, {}, { token: gateway.upstream.tokens.forge() }));
    expect(forged('admissions_total', { outcome: 'refused' })).toBe(1);
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', status: 401 });
    const ended = await risen(gateway, () => gateway.ask('{ certifications(first: 9) { totalCount } }', {}, { token }));
    heal();
    expect(ended('admissions_total', { outcome: 'revoked' })).toBe(1);
  });

  test('without Redis has no word of it', async () => {
    expect((await gateway.scrape()).samples.some(({ name }) => name === 'certification_gateway_redis_up')).toBe(false);
  });
});

describeWithRedis('what is remembered in Redis', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let gateways: CountedGateway[];
  beforeEach(async () => {
    redis = await startRedis();
    upstream = await startUpstream({ rateLimit: 'off' });
    gateways = [];
  });
  afterEach(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await upstream.stop();
    await redis.stop();
  });

  async function start(): Promise<CountedGateway> {
    const gateway = await startCountedGateway({ remembers: true, behind: upstream, bounds: { redisTimeoutMs: 300 }, settings: { cache: { redisUrls: [redis.url], admissionMs: 300_000 } } });
    gateways.push(gateway);
    await until(async () => (await gateway.scrape()).value('certification_gateway_redis_up') === 1);
    return gateway;
  }

  test('is counted apart: what memory did not have, and Redis had or had not', async () => {
    const [one, other] = [await start(), await start()];
    await one.ask(list);
    await until(async () => (await redis.client.keys('*:reviewers@*')).length === 3);
    const by = await risen(other, () => other.ask(list));
    expect(by('upstream_calls_total')).toBe(0);
    expect(by('cache_redis_lookups_total', { result: 'found' })).toBe(4);
    expect(by('cache_lookups_total', { outcome: 'hit' })).toBe(4);
    const again = await risen(other, () => other.ask(list));
    expect(again('cache_redis_lookups_total')).toBe(0);
  });

  test('is away when Redis is, and counted until it is back', async () => {
    const gateway = await start();
    expect((await gateway.scrape()).value('certification_gateway_redis_connects_total')).toBe(1);
    redis.freeze();
    const by = await risen(gateway, () =>
      until(async () => {
        await gateway.ask(list, {}, { token: upstream.tokens.issue({}, 'reviewer') });
        return (await gateway.scrape()).value('certification_gateway_redis_up') === 0;
      }),
    );
    expect(by('redis_failures_total', { reason: 'timeout' })).toBeGreaterThanOrEqual(2);
    redis.thaw();
    await until(async () => {
      await gateway.ask(list);
      return (await gateway.scrape()).value('certification_gateway_redis_up') === 1;
    });
    expect((await gateway.scrape()).value('certification_gateway_redis_connects_total')).toBe(2);
  });
});
