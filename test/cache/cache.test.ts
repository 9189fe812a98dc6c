import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/auth/viewer.js';
import { createCache, type Cache } from '../../src/cache/cache.js';
import { tenantKeys } from '../../src/cache/cache-key.js';
import type { Cached } from '../../src/cache/cached.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { describeWithRedis, eventually, freePort, startRedis, type TestRedis } from '../support/redis.js';
import { anOpaqueViewer, aViewer, createClock, createTestLog } from './support.js';

const names: Cached<string> = {
  keys: tenantKeys('identity-name', null),
  lifetime: { freshMs: 600_000, staleMs: 3_000_000 },
  absentMs: 600_000,
};

const links: RedisLink[] = [];
afterEach(() => links.splice(0).forEach((link) => link.close()));

function aLink(url: string): RedisLink {
  const link = new RedisLink({ urls: [url], now: createClock().now, logger: createTestLog().logger });
  links.push(link);
  return link;
}

function aCache(redis: RedisLink | null): Cache {
  return createCache({ redis, admissionMs: 300_000, now: createClock().now, random: () => 0 });
}

/** As the upstream's client does it: a 2xx admits. Tells how many loads that took. */
async function read(cache: Cache, viewer: Viewer): Promise<{ answer: unknown; loads: number }> {
  let loads = 0;
  const [answer] = await cache.readerFor(viewer).getMany(names, ['ada'], async (ids) => {
    loads += 1;
    cache.admission.admit(viewer);
    return ids.map((id) => `name of ${id}`);
  });
  await cache.idle();
  return { answer, loads };
}

describe('a cache in memory only', () => {
  test('reads through for each token once, and then serves', async () => {
    const cache = aCache(null);
    await expect(read(cache, aViewer())).resolves.toEqual({ answer: 'name of ada', loads: 1 });
    await expect(read(cache, aViewer())).resolves.toEqual({ answer: 'name of ada', loads: 0 });
  });
});

test('a cache whose Redis is not there works at once, in memory', async () => {
  const redis = aLink(`redis://127.0.0.1:${await freePort()}`);
  const cache = aCache(redis);
  await expect(read(cache, aViewer())).resolves.toEqual({ answer: 'name of ada', loads: 1 });
  await expect(read(cache, aViewer())).resolves.toEqual({ answer: 'name of ada', loads: 0 });
  await redis.firstContact();
  expect(redis.isAway).toBe(true);
});

describeWithRedis('a cache with Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(() => redis.client.flushall());

  async function aReplica(): Promise<Cache> {
    const link = aLink(redis.url);
    await link.firstContact();
    return aCache(link);
  }

  test('a second replica loads nothing that the first one has', async () => {
    await read(await aReplica(), aViewer());
    await expect(read(await aReplica(), aViewer())).resolves.toEqual({ answer: 'name of ada', loads: 0 });
  });

  test('a token that no replica has seen accepted reads nothing, whatever it claims', async () => {
    await read(await aReplica(), aViewer());
    const { loads } = await read(await aReplica(), aViewer({ jti: 'made up' }));
    expect(loads).toBe(1);
  });

  test('a Redis that hangs fails nothing, and soon costs nothing', async () => {
    const cache = await aReplica();
    await read(cache, aViewer());
    redis.freeze();
    const startedAt = performance.now();
    for (let request = 0; request < 20; request += 1) {
      const { answer } = await read(cache, aViewer({ jti: String(request) }));
      expect(answer).toBe('name of ada');
    }
    expect(performance.now() - startedAt).toBeLessThan(1000);
    redis.thaw();
    await eventually(() => redis.client.ping());
  });

  test('nothing in Redis holds a token', async () => {
    const cache = await aReplica();
    await read(cache, anOpaqueViewer('very-secret-token'));
    cache.admission.revoke(anOpaqueViewer('another-secret-token'));
    await eventually(() => redis.client.exists(`v1:refused:{${anOpaqueViewer('another-secret-token').token.hash}}`));
    const keys = await redis.client.keys('*');
    expect(keys).toHaveLength(3);
    expect([...keys, ...(await redis.client.mget(keys))].join()).not.toContain('secret');
  });

  test('all that is in Redis ends within the hour', async () => {
    const cache = await aReplica();
    await read(cache, aViewer());
    cache.admission.revoke(anOpaqueViewer('refused'));
    await eventually(async () => (await redis.client.dbsize()) === 3);
    for (const key of await redis.client.keys('*')) {
      const lifeMs = await redis.client.pttl(key);
      expect(lifeMs).toBeGreaterThan(0);
      expect(lifeMs).toBeLessThanOrEqual(3_600_000);
    }
  });
});
