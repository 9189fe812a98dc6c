import { expect, test } from '@jest/globals';
import { startTestGateway } from '../support/gateway.js';
import { describeWithRedis, eventually, startRedis } from '../support/redis.js';

async function get(origin: string, path: string): Promise<[number, unknown]> {
  const response = await fetch(`${origin}${path}`);
  return [response.status, await response.json()];
}

test('is alive and ready, without a token and without a call', async () => {
  const gateway = await startTestGateway();
  const live = await get(gateway.origin, '/health/live');
  const ready = await get(gateway.origin, '/health/ready');
  await gateway.stop();
  expect(live).toEqual([200, { status: 'ok' }]);
  expect(ready).toEqual([200, expect.objectContaining({ status: 'ok', redis: 'off', reasons: [] })]);
  expect(gateway.upstream.requests).toEqual([]);
});

describeWithRedis('with Redis', () => {
  test('stays ready while Redis is away, and says that it is', async () => {
    const redis = await startRedis();
    const gateway = await startTestGateway({ settings: { cache: { redisUrls: [redis.url], admissionMs: 300_000 } } });
    const says = async (state: string) => {
      const [status, body] = await get(gateway.origin, '/health/ready');
      expect(status).toBe(200);
      return (body as { redis: string }).redis === state;
    };
    await eventually(() => says('ok'));
    await redis.kill();
    await eventually(() => says('away'));
    expect(await get(gateway.origin, '/health/ready')).toEqual([
      200,
      expect.objectContaining({ status: 'ok', redis: 'away', reasons: ['Redis is away: the cache is in memory until it returns.'] }),
    ]);
    await redis.restart();
    await eventually(() => says('ok'));
    await gateway.stop();
    await redis.stop();
  });
});
