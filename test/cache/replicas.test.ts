import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { allTagsKeyOf, tagKeyOf } from '../../src/cache/cache-key.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { startWay, type Way } from '../support/way.js';
import { Certifications, certifications, startReplica, type Certification, type Replica } from './replica.js';
import { aViewer, createClock, later, type Clock } from './support.js';

const tagOfA = tagKeyOf(aViewer(), 'cert:a');
const keyOfA = certifications.keys.keyOf(aViewer(), 'a');

describeWithRedis('two replicas on one Redis', () => {
  let redis: TestRedis;
  let way: Way;
  let clock: Clock;
  let upstream: Certifications;
  /** Reaches Redis by the way that tests disturb. */
  let one: Replica;
  let other: Replica;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  beforeEach(async () => {
    await redis.restart();
    await eventually(() => redis.client.status === 'ready');
    way = await startWay(redis.url);
    clock = createClock();
    upstream = new Certifications();
    one = await startReplica({ urls: [way.url], upstream, clock });
    other = await startReplica({ urls: [redis.url], upstream, clock });
  });
  afterEach(() => {
    one.close();
    other.close();
    way.close();
  });

  const commands = async () => {
    const stats = await redis.client.info('commandstats');
    return [...stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g)]
      .map(([, name, calls]) => `${calls} ${name}`)
      .filter((line) => !/ (info|ping|config)/.test(line))
      .sort();
  };
  const isBack = (replica: Replica) => async () => {
    clock.pass(1000);
    await replica.read('unknown');
    return replica.link?.isAway === false && replica.link.isListening;
  };
  const linesOf = ({ log }: Replica) => log.lines.map(({ level, msg }) => `${level} ${msg}`);
  const redisIsAway = '40 Redis is away; the cache is in memory until it returns';

  test('what one has loaded, the other reads, under the same tags', async () => {
    await one.read('a');
    await other.read('a');
    expect(upstream.loads).toEqual([['a']]);
  });

  test('what one raises, the other no longer has, in memory or in Redis', async () => {
    await one.read('a');
    await other.read('a');
    await one.change('a');
    await eventually(async () => (await other.read('a')) === 2);
    await expect(one.read('a')).resolves.toBe(2);
  });

  test('a read with its tags is one round trip, and none when it is hot', async () => {
    await one.readerOf().getMany(certifications, ['a', 'b', 'c'], upstream.load);
    await one.cache.idle();
    await redis.client.config('RESETSTAT');
    const read = () => other.readerOf().getMany(certifications, ['a', 'b', 'c'], upstream.load);
    other.cache.admission.admit(aViewer());
    await read();
    await expect(commands()).resolves.toContain('1 mget');
    await read();
    await expect(commands()).resolves.toContain('1 mget');
    expect(upstream.loads).toHaveLength(1);
  });

  test('a raise is one round trip, and what its own process loads after it is hot', async () => {
    await one.read('a');
    await redis.client.config('RESETSTAT');
    await one.change('a', 'b');
    await expect(commands()).resolves.toEqual(['1 publish', '2 del', '2 set']);
    await one.read('a');
    // By then the notice has come back to its sender as well.
    await other.read('b');
    await other.change('b');
    await eventually(async () => (await one.read('b')) === 3);
    await redis.client.config('RESETSTAT');
    await one.read('a');
    await expect(commands()).resolves.toEqual([]);
  });

  test('a version that Redis has lost makes void what has it, and does not come back', async () => {
    await one.read('a');
    upstream.change('a');
    const lost = await redis.client.get(tagOfA);
    await redis.client.del(tagOfA);
    const third = await startReplica({ urls: [redis.url], upstream, clock });
    await expect(third.read('a')).resolves.toBe(2);
    await expect(redis.client.get(tagOfA)).resolves.not.toBe(lost);
    third.close();
  });

  /** A load that has begun, in a replica. */
  async function aSlowLoad(replica: Replica, id: string): Promise<{ finish: () => Promise<void> }> {
    const begun = later<void>();
    const answer = later<Certification[]>();
    const reading = replica.readerOf().getMany(certifications, [id], () => (begun.resolve(), answer.promise));
    await begun.promise;
    return {
      async finish() {
        answer.resolve([{ id, version: 1 }]);
        await reading;
        await replica.cache.idle();
      },
    };
  }

  async function deafen(): Promise<void> {
    await redis.client.acl('SETUSER', 'default', '-subscribe');
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await eventually(() => one.link?.isListening === false && other.link?.isListening === false);
  }

  test('who hears nothing makes no versions: the tag may have been raised, and have lost that one since', async () => {
    await deafen();
    const slow = await aSlowLoad(other, 'a');
    await one.change('a');
    await redis.client.flushall();
    await slow.finish();
    const third = await startReplica({ urls: [redis.url], upstream, clock, isDeaf: true });
    await expect(third.read('a')).resolves.toBe(2);
    third.close();
  });

  test('a version that Redis has lost during a load is not written again with it', async () => {
    await one.read('a');
    await deafen();
    const slow = await aSlowLoad(other, 'b');
    upstream.change('a');
    await one.readerOf().invalidate(['certs']);
    await redis.client.del(tagKeyOf(aViewer(), 'certs'));
    await slow.finish();
    const third = await startReplica({ urls: [redis.url], upstream, clock, isDeaf: true });
    await expect(third.read('a')).resolves.toBe(2);
    third.close();
  });

  test('of two replicas that make versions at the same time, the first one\'s hold', async () => {
    const slow = [await aSlowLoad(one, 'a'), await aSlowLoad(other, 'b')];
    for (const { finish } of slow) await finish();
    const third = await startReplica({ urls: [redis.url], upstream, clock });
    await third.read('a');
    expect(upstream.loads).toEqual([]);
    await other.read('b');
    await third.read('b');
    expect(upstream.loads).toEqual([['b']]);
    third.close();
  });

  test('what a raise has overtaken is not kept, though Redis has lost the version since', async () => {
    const slow = await aSlowLoad(one, 'a');
    await one.change('a');
    await redis.client.flushall();
    await slow.finish();
    await expect(one.read('a')).resolves.toBe(2);
    await expect(other.read('a')).resolves.toBe(2);
  });

  test('a version outlives what has it', async () => {
    await one.read('a');
    await redis.client.pexpire(tagOfA, 1000);
    await redis.client.pexpire(allTagsKeyOf(aViewer()), 1000);
    await one.readerOf().keep(certifications, 'a', { id: 'a', version: 1 });
    await one.cache.idle();
    for (const tag of [tagOfA, allTagsKeyOf(aViewer())]) {
      expect(await redis.client.pttl(tag)).toBeGreaterThan(await redis.client.pttl(keyOfA));
    }
  });

  test.each([
    ['a list', () => redis.client.del(tagOfA).then(() => redis.client.rpush(tagOfA, 'x'))],
    ['no version', () => redis.client.set(tagOfA, '*'.repeat(1000))],
    ['empty', () => redis.client.set(tagOfA, '')],
  ])('a tag that is %s makes misses, until it is raised', async (_what, poison) => {
    await one.read('a');
    await poison();
    upstream.change('a');
    await expect(other.read('a')).resolves.toBe(2);
    await other.change('a');
    await eventually(async () => (await one.read('a')) === 3);
    const { length } = upstream.loads;
    await other.read('a');
    await other.read('a');
    expect(upstream.loads.length - length).toBeLessThanOrEqual(1);
  });

  test('a raise reaches the other through a Redis that is full', async () => {
    await one.read('a');
    await other.read('a');
    await redis.client.config('SET', 'maxmemory', '1');
    await one.change('a');
    await eventually(async () => (await other.read('a')) === 2);
    await redis.client.config('SET', 'maxmemory', '0');
    clock.pass(1000);
    await one.read('b');
    await eventually(async () => (await redis.client.get(tagOfA)) !== null);
    expect(linesOf(one)).toEqual(['40 Redis refuses commands of the cache']);
  });

  test.each([['allkeys-lru'], ['allkeys-random']])('a Redis that evicts by %s makes misses, never old answers', async (policy) => {
    await redis.client.config('SET', 'maxmemory-policy', policy);
    const { used_memory: used = '0' } = Object.fromEntries((await redis.client.info('memory')).split('\r\n').map((line) => line.split(':')));
    await redis.client.config('SET', 'maxmemory', String(Number(used) + 60_000));
    const ids = Array.from({ length: 60 }, (_, index) => `id-${index}`);
    for (let round = 1; round <= 4; round += 1) {
      for (const id of ids) {
        const replica = round % 2 === 0 ? one : other;
        await replica.change(id);
        await expect(replica.read(id)).resolves.toBe(upstream.version(id));
        await eventually(async () => (await (replica === one ? other : one).read(id)) === upstream.version(id));
      }
    }
    expect(Number(/evicted_keys:(\d+)/.exec(await redis.client.info('stats'))?.[1])).toBeGreaterThan(0);
  });

  test('what a new token loads is kept under the versions that there are', async () => {
    await one.read('a');
    const viewer = aViewer({ identity_id: 'eve' });
    await other.cache.readerFor(viewer).getMany(certifications, ['b'], async (ids) => {
      other.cache.admission.admit(viewer);
      return upstream.load(ids);
    });
    await other.cache.idle();
    await one.read('b', viewer);
    await other.read('b', viewer);
    expect(upstream.loads).toEqual([['a'], ['b']]);
  });

  test('a raise that Redis could not take is told when it returns, before anything there is believed', async () => {
    await one.read('a');
    await other.read('a');
    way.cut();
    await eventually(() => one.link?.isAway);
    await one.change('a');
    await expect(one.read('a')).resolves.toBe(2);
    way.mend();
    await eventually(async () => {
      // Whenever it is that Redis is back: what is there is too old.
      expect(await one.read('a')).toBe(2);
      return (await other.read('a')) === 2;
    });
    await eventually(isBack(one));
    expect(linesOf(one)).toEqual([redisIsAway, '30 Redis is back']);
    expect(linesOf(other)).toEqual([]);
  });

  test('a raise on a connection that has gone dead is told on the next one', async () => {
    await one.read('a');
    way.swallow();
    await one.change('a');
    await expect(one.read('a')).resolves.toBe(2);
    await eventually(async () => (await other.read('a')) === 2, 15_000);
  }, 20_000);

  test('a subscription that has gone dead without a word is noticed', async () => {
    await one.read('a');
    way.swallow();
    await other.change('a');
    await eventually(async () => (await one.read('a')) === 2, 15_000);
  }, 20_000);

  test('a replica that hears nothing believes its memory for five seconds', async () => {
    await other.read('a');
    await deafen();
    await other.read('a');
    await one.change('a');
    clock.pass(5001);
    await expect(other.read('a')).resolves.toBe(2);
    const warning = '40 Redis passes on no messages; memory of the cache is used for seconds only';
    await eventually(() => linesOf(other).includes(warning));
    await redis.client.acl('SETUSER', 'default', '+subscribe');
    await eventually(() => other.link?.isListening);
    expect(linesOf(other)).toEqual([warning, '30 Redis passes on messages again']);
  });

  test('what was raised while nothing was heard is seen as soon as something is', async () => {
    await other.read('a');
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await one.change('a');
    await eventually(async () => (await other.read('a')) === 2);
    await eventually(() => one.link?.isListening && other.link?.isListening);
    await other.change('a');
    await eventually(async () => (await one.read('a')) === 3);
    expect([...linesOf(one), ...linesOf(other)]).toEqual([]);
  });

  test('after a restart of Redis, raises are heard as before', async () => {
    await one.read('a');
    await other.read('a');
    await redis.restart();
    await one.change('a');
    await eventually(isBack(one));
    await eventually(isBack(other));
    await expect(other.read('a')).resolves.toBe(2);
    await other.read('a');
    await one.change('a');
    await eventually(async () => (await other.read('a')) === 3);
    expect(linesOf(one)).toEqual([redisIsAway, '30 Redis is back']);
  });

  test.each([['nothing', ''], ['no JSON', '{'], ['another shape', '{"tags":[]}'], ['tags that are none', '["x",[1]]']])(
    'a notice that is %s may be about anything',
    async (_what, notice) => {
      await other.read('a');
      await redis.client.config('RESETSTAT');
      await redis.client.publish('v1:tags', notice);
      await eventually(async () => {
        await other.read('a');
        return (await commands()).includes('1 mget');
      });
      expect(upstream.loads).toEqual([['a']]);
    },
  );

  test('nothing of a tag in Redis says whose it is, and all of it ends within the hour', async () => {
    const viewer = aViewer({ tenant_id: 'secret-tenant', identity_id: 'secret-identity' });
    await one.read('a', viewer);
    await one.readerOf(viewer).invalidate(['certs']);
    const keys = await redis.client.keys('*');
    expect(keys.join()).not.toContain('secret');
    for (const key of keys) expect(await redis.client.pttl(key)).toBeGreaterThan(0);
  });
});
