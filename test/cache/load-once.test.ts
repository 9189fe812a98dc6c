import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CacheKey } from '../../src/cache/cache-key.js';
import { LoadLeases } from '../../src/cache/load-leases.js';
import { loadOnce } from '../../src/cache/load-once.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { aKey, createTestLog, later } from './support.js';

interface Lookup {
  readonly address: { readonly key: CacheKey; readonly tags: [] };
}

const lookups: readonly Lookup[] = Array.from({ length: 10 }, (_, index) => ({ address: { key: aKey(`c${index}`), tags: [] } }));

describeWithRedis('what several replicas miss at the same time', () => {
  let redis: TestRedis;
  let links: RedisLink[];
  beforeEach(async () => {
    redis = await startRedis();
    links = [];
  });
  afterEach(async () => {
    for (const link of links) link.close();
    await redis.stop();
  });

  async function aReplica(lastsMs = 10_000): Promise<LoadLeases> {
    const link = new RedisLink({ urls: [redis.url], now: Date.now, logger: createTestLog().logger, commandTimeoutMs: 1000 });
    links.push(link);
    await link.firstContact();
    return new LoadLeases({ link, lastsMs });
  }

  /** What was loaded here; `stored` is what a store that all share has. */
  function steps(stored: Set<string>, load: (some: readonly Lookup[]) => Promise<void>) {
    const loaded: string[] = [];
    return {
      loaded,
      load: async (some: readonly Lookup[]) => {
        loaded.push(...some.map(({ address }) => address.key));
        await load(some);
      },
      lookAgain: async (some: readonly Lookup[]) => some.filter(({ address }) => !stored.has(address.key)),
    };
  }

  test('is loaded by one of them, and found by the other', async () => {
    const stored = new Set<string>();
    const gate = later<void>();
    const first = steps(stored, async (some) => {
      await gate.promise;
      for (const { address } of some) stored.add(address.key);
    });
    const second = steps(stored, async () => undefined);
    const loading = loadOnce(await aReplica(), lookups, first);
    const leases = await aReplica();
    const waiting = loadOnce(leases, lookups, second);
    gate.resolve();
    await Promise.all([loading, waiting]);
    expect([first.loaded.length, second.loaded.length]).toEqual([10, 0]);
    expect(await redis.client.keys('v1:load:*')).toEqual([]);
  });

  test('is loaded by the other where the first could not', async () => {
    const stored = new Set<string>();
    const first = steps(stored, async () => undefined);
    const second = steps(stored, async () => undefined);
    await loadOnce(await aReplica(), lookups, first);
    await loadOnce(await aReplica(), lookups, second);
    expect([first.loaded.length, second.loaded.length]).toEqual([10, 10]);
  });

  test('is loaded by the other when the first has died', async () => {
    const dead = await aReplica(300);
    await expect(dead.claim(lookups.map(({ address }) => address.key))).resolves.toEqual(lookups.map(() => true));
    const second = steps(new Set(), async () => undefined);
    await loadOnce(await aReplica(), lookups, second);
    expect(second.loaded).toHaveLength(10);
  });

  test('is waited for no longer than one load may take, also when others take it up again and again', async () => {
    const keys = lookups.map(({ address }) => address.key);
    // As if one replica after the other failed at it: the lease never ends.
    await (await aReplica(60_000)).claim(keys);
    const second = steps(new Set(), async () => undefined);
    await loadOnce(await aReplica(500), lookups, second);
    expect(second.loaded).toHaveLength(10);
  });

  test('is loaded by each when Redis is lost', async () => {
    const other = await aReplica();
    await other.claim(lookups.map(({ address }) => address.key));
    const second = steps(new Set(), async () => undefined);
    const waiting = loadOnce(await aReplica(), lookups, second);
    await redis.kill();
    await waiting;
    expect(second.loaded).toHaveLength(10);
  });
});
