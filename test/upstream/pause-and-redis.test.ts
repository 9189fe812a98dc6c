import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';

const pauseSeconds = 60;
const reviewers = 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }';
const pending = 'query ($id: ID!) { certification(id: $id) { pendingTasks { id } } }';

describeWithRedis('a pause that a 429 has asked for', () => {
  let redis: TestRedis;
  let gateway: TestGateway;

  beforeEach(async () => {
    redis = await startRedis();
    const cache = { redisUrls: [redis.url], admissionMs: 300_000 };
    gateway = await startTestGateway({ settings: { budget: { calls: 40, windowMs: 1000 }, cache }, server: { requestTimeoutMs: 5000 } });
    await gateway.ask(pending, openId());
  });
  afterEach(async () => {
    await gateway.stop();
    await redis.stop();
  });

  const openId = () => ({ id: gateway.upstream.tenant.examples.certifications.open });
  const pauseKeys = () => redis.client.keys('v1:calls:*:pause');

  async function meetThe429(): Promise<void> {
    const headers = { 'retry-after': String(pauseSeconds) };
    gateway.upstream.inject({ operation: 'listCertificationReviewers', times: 1, status: 429, body: {}, headers });
    const answer = await gateway.ask(reviewers, openId());
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: pauseSeconds });
    gateway.upstream.clearRequests();
  }

  function expectPaused(answer: Answer): void {
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    // What is left of the pause itself, and not of a short hold while Redis returns.
    expect(answer.errors?.[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(pauseSeconds / 2);
    expect(gateway.upstream.requests).toEqual([]);
  }

  test('holds through a restart of Redis, which is told of it again', async () => {
    await meetThe429();
    expect(await pauseKeys()).toHaveLength(1);
    await redis.restart();
    expectPaused(await gateway.ask(pending, openId()));
    await eventually(async () => (await pauseKeys()).length === 1, 10_000);
    expectPaused(await gateway.ask(pending, openId()));
  });

  test('holds where Redis is full and has no room for it', async () => {
    await redis.client.config('SET', 'maxmemory-policy', 'noeviction');
    await redis.client.config('SET', 'maxmemory', '1');
    await meetThe429();
    expect(await pauseKeys()).toEqual([]);
    for (let time = 0; time < 3; time += 1) expectPaused(await gateway.ask(pending, openId()));
  });
});
