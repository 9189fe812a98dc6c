import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { follow, type Follower } from './follow.js';

const taskRead = 'getCertificationTask';

describeWithRedis('following a task through three replicas', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let replicas: TestGateway[];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    upstream = await startUpstream({ rateLimit: 'off' });
  });
  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await upstream.stop();
  });

  async function startReplicas(options: TestGatewayOptions): Promise<void> {
    const settings = { cache: { redisUrls: [redis.url], admissionMs: 300_000 } };
    replicas = await Promise.all([1, 2, 3].map(() => startTestGateway({ behind: upstream, settings, remembers: true, ...options })));
  }

  const task = () => {
    const found = upstream.tenant.tasks.get(upstream.tenant.examples.tasks.running);
    if (found === undefined) throw new Error('the tenant has no such task');
    return found;
  };
  const reads = () => upstream.requests.filter(({ operation }) => operation === taskRead);
  const followThrough = (index: number, token: string): Follower => follow(replicas[index % 3] as TestGateway, task().id, { token });
  const haveAll = (followers: readonly Follower[], count: number) => until(() => followers.every(({ events }) => events.length === count));

  test('two hundred watchers of ten tokens hear every change in order, for one call a pace', async () => {
    const paceMs = 200;
    await startReplicas({ taskPolling: { paceMs: { least: paceMs, most: paceMs } } });
    Object.assign(task(), { startsAt: Infinity, finishesAt: Infinity });
    const tokens = Array.from({ length: 10 }, () => upstream.tokens.issue({}, 'administrator'));
    const followers = Array.from({ length: 200 }, (_, index) => followThrough(index, tokens[index % 10] as string));
    await haveAll(followers, 1);
    // A read for each token at each replica, at most, and what they had to look at meanwhile.
    const startedAtMs = Date.now();
    const before = reads().length;
    expect(before).toBeLessThanOrEqual(30 + 20);
    await until(() => reads().length >= before + 10);
    const paces = (Date.now() - startedAtMs) / paceMs;
    expect(reads().length - before).toBeLessThanOrEqual(1.5 * paces + 3);
    task().startsAt = 0;
    await haveAll(followers, 2);
    task().finishesAt = 0;
    await Promise.all(followers.map(({ completed }) => completed));
    for (const follower of followers) {
      expect(follower.statuses()).toEqual(['QUEUED', 'IN_PROGRESS', 'SUCCESS']);
      expect(follower.errorCodes()).toEqual([]);
    }
  });

  test('what one replica has seen the others tell as well, without a call of their own', async () => {
    await startReplicas({ taskPolling: { paceMs: { least: 1000, most: 1000 } } });
    const followers = [0, 1, 2].map((index) => followThrough(index, upstream.tokens.issue({}, 'administrator')));
    await haveAll(followers, 1);
    const before = reads().length;
    // So that all listen to each other.
    await until(() => reads().length > before + 1);
    const looked = reads().length;
    task().startsAt = Infinity;
    await haveAll(followers, 2);
    expect(reads().length - looked).toBe(1);
    for (const follower of followers) {
      expect(follower.statuses()).toEqual(['IN_PROGRESS', 'QUEUED']);
      follower.leave();
    }
  });

  test('who may not read it hears nothing of what the others have seen', async () => {
    await startReplicas({ taskPolling: { paceMs: { least: 20, most: 20 } } });
    const allowed = followThrough(0, upstream.persona('administrator').token);
    await haveAll([allowed], 1);
    const refused = followThrough(1, upstream.persona('otherReviewer').token);
    await refused.completed;
    const forged = followThrough(2, upstream.tokens.forge({}, 'administrator'));
    await forged.completed;
    expect([refused.statuses(), refused.errorCodes()]).toEqual([[undefined], ['FORBIDDEN']]);
    expect([forged.statuses(), forged.errorCodes()]).toEqual([[undefined], ['UNAUTHENTICATED']]);
    allowed.leave();
  });

  test('when the replica that looks has gone, another one does', async () => {
    await startReplicas({ taskPolling: { paceMs: { least: 20, most: 20 } } });
    const [first, ...others] = [0, 1, 2].map((index) => followThrough(index, upstream.tokens.issue({}, 'administrator'))) as [Follower, ...Follower[]];
    await haveAll([first, ...others], 1);
    await replicas[0]?.stop();
    task().finishesAt = 0;
    await Promise.all(others.map(({ completed }) => completed));
    for (const follower of others) expect(follower.statuses()).toEqual(['IN_PROGRESS', 'SUCCESS']);
  });

  test('without Redis each looks for itself', async () => {
    await startReplicas({ taskPolling: { paceMs: { least: 20, most: 20 } } });
    const followers = [0, 1, 2].map((index) => followThrough(index, upstream.tokens.issue({}, 'administrator')));
    await haveAll(followers, 1);
    redis.freeze();
    try {
      task().startsAt = Infinity;
      await haveAll(followers, 2);
      task().finishesAt = 0;
      await Promise.all(followers.map(({ completed }) => completed));
    } finally {
      redis.thaw();
    }
    for (const follower of followers) expect(follower.statuses()).toEqual(['IN_PROGRESS', 'QUEUED', 'SUCCESS']);
  });

  test('Redis holds nothing of the task but whose turn it is, for a pace', async () => {
    await startReplicas({ taskPolling: { paceMs: { least: 2000, most: 2000 } } });
    const follower = followThrough(0, upstream.persona('administrator').token);
    await until(() => reads().length >= 2);
    const keys = await redis.client.keys('v1:task-turn:*');
    expect(keys).toEqual([expect.stringMatching(/^v1:task-turn:[0-9a-f]{64}$/)]);
    expect(await redis.client.pttl(keys[0] as string)).toBeLessThanOrEqual(2000);
    for (const key of await redis.client.keys('*')) {
      if ((await redis.client.type(key)) === 'string') expect(await redis.client.get(key)).not.toContain('IN_PROGRESS');
    }
    follower.leave();
  });
});
