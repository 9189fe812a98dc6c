import { expect, test } from '@jest/globals';
import { allTagsKeyOf, tagKeyOf } from '../../src/cache/cache-key.js';
import { eventually } from '../support/redis.js';
import { aSlowLoad, describePair } from './pair.js';
import { certifications } from './replica.js';
import { aViewer } from './support.js';

const minuteMs = 60_000;

const tagOfA = tagKeyOf(aViewer(), 'cert:a');

describePair('two replicas on one Redis', (pair) => {
  test('what one has loaded, the other reads, under the same tags', async () => {
    await pair.one.read('a');
    await pair.other.read('a');
    expect(pair.upstream.loads).toEqual([['a']]);
  });

  test('what one raises, the other no longer has, in memory or in Redis', async () => {
    await pair.one.read('a');
    await pair.other.read('a');
    await pair.one.change('a');
    await eventually(async () => (await pair.other.read('a')) === 2);
    await expect(pair.one.read('a')).resolves.toBe(2);
  });

  test('a read with its tags is one round trip, and none when it is hot', async () => {
    await pair.one.readerOf().getMany(certifications, ['a', 'b', 'c'], pair.upstream.load);
    await pair.one.cache.idle();
    await pair.redis.client.config('RESETSTAT');
    const read = () => pair.other.readerOf().getMany(certifications, ['a', 'b', 'c'], pair.upstream.load);
    pair.other.cache.admission.admit(aViewer());
    await read();
    await expect(pair.commands()).resolves.toContain('1 mget');
    await read();
    await expect(pair.commands()).resolves.toContain('1 mget');
    expect(pair.upstream.loads).toHaveLength(1);
  });

  test('a raise is one round trip, and what its own process loads after it is hot', async () => {
    await pair.one.read('a');
    await pair.redis.client.config('RESETSTAT');
    await pair.one.change('a', 'b');
    await expect(pair.commands()).resolves.toEqual(['1 publish', '2 del', '2 set']);
    await pair.one.read('a');
    await pair.redis.client.config('RESETSTAT');
    await pair.one.read('a');
    await expect(pair.commands()).resolves.toEqual([]);
  });

  test('its own notice tells a replica nothing: the kept answer of a change is hot', async () => {
    const reader = pair.one.readerOf();
    pair.upstream.change('a');
    await reader.invalidate(['cert:a']);
    await reader.keep(certifications, 'a', { id: 'a', version: 2 });
    await pair.one.cache.idle();
    // Notices come in turn: when this one was heard, the own one was, too.
    await pair.one.read('b');
    await pair.other.change('b');
    await eventually(async () => (await pair.one.read('b')) === 2);
    await pair.redis.client.config('RESETSTAT');
    await expect(pair.one.read('a')).resolves.toBe(2);
    await expect(pair.commands()).resolves.toEqual([]);
  });

  test('a version that Redis has lost makes void what has it, and does not come back', async () => {
    await pair.one.read('a');
    pair.upstream.change('a');
    const lost = await pair.redis.client.get(tagOfA);
    await pair.redis.client.del(tagOfA);
    const third = await pair.startReplica();
    await expect(third.read('a')).resolves.toBe(2);
    await expect(pair.redis.client.get(tagOfA)).resolves.not.toBe(lost);
    third.close();
  });

  test('of two replicas that make versions at the same time, the first one\'s hold, and what both have loaded is kept', async () => {
    const slow = [await aSlowLoad(pair.one, 'a'), await aSlowLoad(pair.other, 'b')];
    for (const { finish } of slow) await finish();
    const third = await pair.startReplica();
    await third.read('a');
    expect(pair.upstream.loads).toEqual([]);
    await pair.other.read('b');
    await third.read('b');
    expect(pair.upstream.loads).toEqual([]);
    third.close();
  });

  test('what a raise has overtaken is not kept, though Redis has lost the version since', async () => {
    const slow = await aSlowLoad(pair.one, 'a');
    await pair.one.change('a');
    await pair.redis.client.flushall();
    await slow.finish();
    await expect(pair.one.read('a')).resolves.toBe(2);
    await expect(pair.other.read('a')).resolves.toBe(2);
  });

  test('a version outlives what has it', async () => {
    await pair.one.read('a');
    await pair.one.cache.idle();
    // What is left of two hours after one.
    for (const tag of [tagOfA, allTagsKeyOf(aViewer())]) {
      expect(await pair.redis.client.pttl(tag)).toBeGreaterThan(119 * minuteMs);
      await pair.redis.client.pexpire(tag, 60 * minuteMs);
    }
    pair.clock.pass(60 * minuteMs + 1);
    await pair.one.read('a');
    await pair.one.cache.idle();
    for (const tag of [tagOfA, allTagsKeyOf(aViewer())]) {
      expect(await pair.redis.client.pttl(tag)).toBeGreaterThan(119 * minuteMs);
    }
  });

  test('a version is seen to once an hour, and not with each entry that has it', async () => {
    await pair.one.read('a');
    await pair.one.cache.idle();
    await pair.redis.client.config('RESETSTAT');
    await pair.one.readerOf().keep(certifications, 'a', { id: 'a', version: 1 });
    await pair.one.cache.idle();
    expect(await pair.commands()).toEqual(['1 set']);
  });

  test.each([
    ['a list', () => pair.redis.client.del(tagOfA).then(() => pair.redis.client.rpush(tagOfA, 'x'))],
    ['no version', () => pair.redis.client.set(tagOfA, '*'.repeat(1000))],
    ['empty', () => pair.redis.client.set(tagOfA, '')],
  ])('a tag that is %s makes misses, until it is raised', async (_what, poison) => {
    await pair.one.read('a');
    await poison();
    pair.upstream.change('a');
    await expect(pair.other.read('a')).resolves.toBe(2);
    await pair.other.change('a');
    await eventually(async () => (await pair.one.read('a')) === 3);
    const { length } = pair.upstream.loads;
    await pair.other.read('a');
    await pair.other.read('a');
    expect(pair.upstream.loads.length - length).toBeLessThanOrEqual(1);
  });

  test.each([['allkeys-lru'], ['allkeys-random']])('a Redis that evicts by %s makes misses, never old answers', async (policy) => {
    await pair.redis.client.config('SET', 'maxmemory-policy', policy);
    const { used_memory: used = '0' } = Object.fromEntries((await pair.redis.client.info('memory')).split('\r\n').map((line) => line.split(':')));
    await pair.redis.client.config('SET', 'maxmemory', String(Number(used) + 60_000));
    const ids = Array.from({ length: 60 }, (_, index) => `id-${index}`);
    for (let round = 1; round <= 4; round += 1) {
      for (const id of ids) {
        const replica = round % 2 === 0 ? pair.one : pair.other;
        await replica.change(id);
        await expect(replica.read(id)).resolves.toBe(pair.upstream.version(id));
        await eventually(async () => (await (replica === pair.one ? pair.other : pair.one).read(id)) === pair.upstream.version(id));
      }
    }
    expect(Number(/evicted_keys:(\d+)/.exec(await pair.redis.client.info('stats'))?.[1])).toBeGreaterThan(0);
  });

  test('what a new token loads is kept under the versions that there are', async () => {
    await pair.one.read('a');
    const viewer = aViewer({ identity_id: 'eve' });
    await pair.other.cache.readerFor(viewer).getMany(certifications, ['b'], async (ids) => {
      pair.other.cache.admission.admit(viewer);
      return pair.upstream.load(ids);
    });
    await pair.other.cache.idle();
    await pair.one.read('b', viewer);
    await pair.other.read('b', viewer);
    expect(pair.upstream.loads).toEqual([['a'], ['b']]);
  });

  test.each([['nothing', ''], ['no JSON', '{'], ['another shape', '{"tags":[]}'], ['tags that are none', '["x",[1]]']])(
    'a notice that is %s may be about anything',
    async (_what, notice) => {
      await pair.other.read('a');
      await pair.redis.client.config('RESETSTAT');
      await pair.redis.client.publish('v1:tags', notice);
      await eventually(async () => {
        await pair.other.read('a');
        return (await pair.commands()).includes('1 mget');
      });
      expect(pair.upstream.loads).toEqual([['a']]);
    },
  );

  test('nothing of a tag in Redis says whose it is, and all of it ends within the hour', async () => {
    const viewer = aViewer({ tenant_id: 'secret-tenant', identity_id: 'secret-identity' });
    await pair.one.read('a', viewer);
    await pair.one.readerOf(viewer).invalidate(['certs']);
    const keys = await pair.redis.client.keys('*');
    expect(keys.join()).not.toContain('secret');
    for (const key of keys) expect(await pair.redis.client.pttl(key)).toBeGreaterThan(0);
  });
});
