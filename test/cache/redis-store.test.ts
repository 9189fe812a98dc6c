import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { RedisLink } from '../../src/redis/redis-link.js';
import { RedisStore } from '../../src/cache/redis-store.js';
import { TagVersions } from '../../src/cache/tag-versions.js';
import { describeWithRedis, eventually, freePort, startRedis, type TestRedis } from '../support/redis.js';
import { startWay } from '../support/way.js';
import { aKey, anAddress, anEntry, createClock, createTestLog, keyed, type Clock, type TestLog } from './support.js';

describeWithRedis('the Redis store', () => {
  let redis: TestRedis;
  let clock: Clock;
  let log: TestLog;
  let link: RedisLink;
  let store: RedisStore;
  const ways: { close: () => void }[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  beforeEach(async () => {
    await redis.restart();
    await eventually(() => redis.client.status === 'ready');
    await connect(redis.url);
  });
  afterEach(() => {
    link.close();
    ways.splice(0).forEach((way) => way.close());
  });

  async function connect(url: string): Promise<void> {
    clock = createClock();
    log = createTestLog();
    link = new RedisLink({ urls: [url], now: clock.now, logger: log.logger });
    store = new RedisStore({ link, versions: new TagVersions({ isShared: true }), now: clock.now });
    await link.firstContact();
  }

  const warnings = () => log.lines.filter(({ level }) => level >= 40).map(({ msg, reason }) => `${msg} (${reason})`);
  const isReadable = async () => (await store.getMany([anAddress('a')]))[0] !== null;
  const storeA = () => store.setMany([keyed('a', anEntry('a'))]);
  /** Freezes Redis and reads until it counts as away. */
  async function freeze(): Promise<void> {
    redis.freeze();
    await eventually(async () => {
      await store.getMany([anAddress('a')]);
      return link.isAway;
    });
  }

  test('reads a hundred keys with one command', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => String(index));
    await store.setMany(ids.map((id) => keyed(id, anEntry(id))));
    await redis.client.config('RESETSTAT');
    await store.getMany(ids.map(anAddress));
    const stats = await redis.client.info('commandstats');
    expect(stats).toMatch(/cmdstat_mget:calls=1,/);
    expect(stats).not.toMatch(/cmdstat_get:/);
  });

  test('writes a hundred keys in one round trip', async () => {
    await redis.client.config('RESETSTAT');
    await store.setMany(Array.from({ length: 100 }, (_, index) => keyed(String(index), anEntry(index))));
    const reads = /total_reads_processed:(\d+)/.exec(await redis.client.info('stats'))?.[1];
    // Those of the test's own two commands included.
    expect(Number(reads)).toBeLessThanOrEqual(4);
    await expect(redis.client.dbsize()).resolves.toBe(100);
  });

  test('lets Redis forget an entry at its end', async () => {
    await storeA();
    const lifeMs = await redis.client.pttl(aKey('a'));
    expect(lifeMs).toBeGreaterThan(115_000);
    expect(lifeMs).toBeLessThanOrEqual(120_000);
  });

  test('never leaves an entry in Redis for more than an hour', async () => {
    await store.setMany([keyed('a', { ...anEntry('a'), staleUntilMs: clock.now() + 24 * 3_600_000 })]);
    await expect(redis.client.pttl(aKey('a'))).resolves.toBeLessThanOrEqual(3_600_000);
  });

  test('does not write what is over already', async () => {
    clock.pass(120_000);
    await storeA();
    await expect(redis.client.dbsize()).resolves.toBe(0);
    expect(warnings()).toEqual([]);
  });

  test.each([
    ['poisoned', () => redis.client.set(aKey('a'), '{"admin":true}')],
    ['binary', () => redis.client.set(aKey('a'), Buffer.from([0xff, 0xfe, 0, 1]))],
    ['of another format version', () => redis.client.set(aKey('a'), '[99,1,2,3,"a"]')],
    ['a list', () => redis.client.rpush(aKey('a'), 'a')],
  ])('takes a key that is %s for a miss, reads the others, and can replace it', async (_what, poison) => {
    await poison();
    await store.setMany([keyed('b', anEntry('b'))]);
    await expect(store.getMany([anAddress('a'), anAddress('b')])).resolves.toEqual([null, anEntry('b')]);
    await storeA();
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry('a')]);
    expect(warnings()).toEqual([]);
  });

  test('drops writes of a Redis that is full, and goes on reading', async () => {
    await storeA();
    await redis.client.config('SET', 'maxmemory', '1');
    await store.setMany([keyed('b', anEntry('b'))]);
    await store.setMany([keyed('b', anEntry('b'))]);
    await expect(store.getMany([anAddress('a'), anAddress('b')])).resolves.toEqual([anEntry('a'), null]);
    expect(warnings()).toEqual(['Redis refuses commands of the cache (OOM)']);
    expect(link.isAway).toBe(false);
  });

  test('makes nobody wait for a hung Redis for long: fifty reads take less than half a second together', async () => {
    await storeA();
    redis.freeze();
    const startedAt = performance.now();
    for (let read = 0; read < 50; read += 1) {
      expect(await store.getMany([anAddress('a')])).toEqual([null]);
    }
    await storeA();
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(warnings()).toEqual(['Redis is away; the cache is in memory until it returns (timeout)']);
  });

  test('does not take many commands at once without an answer for a dead Redis', async () => {
    redis.freeze();
    await Promise.all(Array.from({ length: 20 }, () => store.getMany([anAddress('a')])));
    expect(link.isAway).toBe(false);
    redis.thaw();
    await storeA();
    await eventually(isReadable);
    expect(warnings()).toEqual([]);
  });

  test('probes a hung Redis at most once a second, and only when it is asked for something', async () => {
    await freeze();
    redis.thaw();
    await redis.client.config('RESETSTAT');
    for (let read = 0; read < 20; read += 1) await store.getMany([anAddress('a')]);
    expect(await redis.client.info('commandstats')).not.toContain('cmdstat_ping');
    expect(link.isAway).toBe(true);
    clock.pass(1000);
    await store.getMany([anAddress('a')]);
    await eventually(() => !link.isAway);
    expect(log.lines.map(({ msg }) => msg)).toEqual(['Redis is away; the cache is in memory until it returns', 'Redis is back']);
  });

  test('says once that Redis was killed and once that it is back, and uses it again', async () => {
    await storeA();
    await redis.kill();
    for (let read = 0; read < 50; read += 1) expect(await store.getMany([anAddress('a')])).toEqual([null]);
    await storeA();
    await redis.restart();
    await eventually(() => !link.isAway);
    await storeA();
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry('a')]);
    expect(log.lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
      '40 Redis is away; the cache is in memory until it returns',
      '30 Redis is back',
    ]);
  });

  test('gives up a connection that has gone dead without a word, and finds Redis by a new one', async () => {
    link.close();
    const way = await startWay(redis.url);
    ways.push(way);
    await connect(way.url);
    await storeA();
    way.swallow();
    await eventually(async () => (await store.getMany([anAddress('a')]), link.isAway));
    // The clock stands still, so nothing is probed: this is the connection's own doing.
    await eventually(() => !link.isAway, 10_000);
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry('a')]);
  }, 15_000);

  test('starts without Redis and picks it up later', async () => {
    link.close();
    await redis.kill();
    await connect(redis.url);
    await storeA();
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([null]);
    await redis.restart();
    await eventually(() => !link.isAway);
    await storeA();
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry('a')]);
    expect(log.lines.map(({ level }) => level)).toEqual([40, 30]);
  });

  test('never logs the password of its address', async () => {
    link.close();
    await redis.client.config('SET', 'requirepass', 'right');
    await connect(redis.url.replace('redis://', 'redis://:secret-password@'));
    await eventually(() => warnings().length > 0);
    expect(warnings()).toEqual(['Redis is away; the cache is in memory until it returns (WRONGPASS)']);
    expect(log.text()).not.toContain('secret-password');
  });

  test('says nothing when it is closed, and answers as if it had nothing', async () => {
    link.close();
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([null]);
    await storeA();
    // Until the server has seen it go, and what is closed has had its time to say so.
    await eventually(async () => (await redis.client.client('LIST') as string).trim().split('\n').length === 1);
    await eventually(() => true);
    expect(log.lines).toEqual([]);
  });

  test('bears an address where nothing listens', async () => {
    link.close();
    await connect(`redis://127.0.0.1:${await freePort()}`);
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([null]);
    expect(warnings()).toEqual(['Redis is away; the cache is in memory until it returns (ECONNREFUSED)']);
  });
});
