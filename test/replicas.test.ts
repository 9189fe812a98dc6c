import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway } from './support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from './support/redis.js';
import { until } from './support/until.js';

const identities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity { id name email } } }';

describeWithRedis('what is remembered, with Redis behind two replicas', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let replicas: readonly TestGateway[];
  let variables: { r: object[] };
  beforeEach(async () => {
    redis = await startRedis();
    upstream = await startUpstream({ rateLimit: 'off' });
    const settings = { cache: { redisUrls: [redis.url], admissionMs: 300_000 } };
    replicas = await Promise.all([startTestGateway({ remembers: true, behind: upstream, settings }), startTestGateway({ remembers: true, behind: upstream, settings })]);
    variables = { r: [...upstream.tenant.identities.keys()].slice(0, 30).map((id) => ({ __typename: 'Identity', id })) };
  });
  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await upstream.stop();
    await redis.stop();
  });

  const replica = (index: 0 | 1) => replicas[index] as TestGateway;
  const keys = async () => (await redis.client.keys('*')).length;

  test('names cost the second replica no call: the first has read them, and knows the token', async () => {
    const first = await replica(0).ask(identities, variables, { as: 'reviewer' });
    expect(first.upstreamCalls).toBe(1);
    await until(async () => (await keys()) > 30);
    const second = await replica(1).ask(identities, variables, { as: 'reviewer' });
    expect(second.upstreamCalls).toBe(0);
    expect(second.data).toEqual(first.data);
  });

  test('names are read by nobody whose token the upstream has not accepted, on either replica', async () => {
    await replica(0).ask(identities, variables, { as: 'reviewer' });
    await until(async () => (await keys()) > 30);
    for (const index of [0, 1] as const) {
      for (const token of [upstream.tokens.forge(), upstream.persona('expired').token, upstream.tokens.issue({ tenant_id: 'another' })]) {
        const answer = await replica(index).ask(identities, variables, { token });
        expect(answer.data._entities[0]).toMatchObject({ name: null });
        expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      }
    }
  });

  test('a dead Redis fails no request and is picked up again', async () => {
    await replica(0).ask(identities, variables, { as: 'reviewer' });
    await redis.kill();
    for (const index of [0, 1] as const) {
      const answer = await replica(index).ask(identities, variables, { as: 'manager' });
      expect(answer.errors).toBeUndefined();
      expect(answer.data._entities).toHaveLength(30);
    }
    await redis.restart();
    await until(async () => {
      await replica(0).ask(identities, { r: [{ __typename: 'Identity', id: `nobody-${Math.random()}` }] }, { as: 'manager' });
      return (await keys()) > 0;
    });
  });

  test('on beta, a task that one replica has seen is found by the other', async () => {
    const settings = { cache: { redisUrls: [redis.url], admissionMs: 300_000 } };
    const onBeta = await Promise.all([0, 1].map(() => startTestGateway({ remembers: true, behind: upstream, settings, generation: 'beta' })));
    const [first, second] = onBeta as [TestGateway, TestGateway];
    const isRedisThere = async (gateway: TestGateway) => (await gateway.ask('{ reassignmentConfigTypes { configType } }', {}, { as: 'manager' })).upstreamCalls === 0;
    for (const gateway of onBeta) await until(() => isRedisThere(gateway));
    const id = upstream.tenant.examples.tasks.queued;
    const certificationId = upstream.tenant.tasks.get(id)?.targetId;
    await first.ask('query ($id: ID!) { certification(id: $id) { pendingTasks { id } } }', { id: certificationId });
    await until(async () => (await redis.client.keys('*certification-of-task*')).length > 0);
    const answer = await second.ask('query ($id: ID!) { certificationTask(id: $id) { id targetId } }', { id });
    await Promise.all(onBeta.map((gateway) => gateway.stop()));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTask).toEqual({ id, targetId: certificationId });
  });

  test('nothing secret is in Redis: no token, no claim, no header', async () => {
    for (const as of ['reviewer', 'manager'] as const) await replica(0).ask(identities, variables, { as });
    await until(async () => (await keys()) > 30);
    const names = await redis.client.keys('*');
    const values = await Promise.all(names.map(async (name) => ((await redis.client.type(name)) === 'zset' ? redis.client.zrange(name, '0', '-1') : redis.client.get(name))));
    const dump = [...names, ...values].join('\n');
    for (const as of ['reviewer', 'manager'] as const) {
      for (const part of upstream.persona(as).token.split('.').slice(1)) expect(dump).not.toContain(part);
    }
    expect(dump).not.toMatch(/bearer|eyJ|acme-certification-frontend|ORG_ADMIN/i);
    for (const name of names) expect(await redis.client.pttl(name)).toBeGreaterThan(0);
    for (const name of names) expect(await redis.client.pttl(name)).toBeLessThanOrEqual(3_600_000);
  });
});
