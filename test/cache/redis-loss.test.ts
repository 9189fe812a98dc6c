import { expect, test } from '@jest/globals';
import { tagsChannel } from '../../src/cache/tag-notices.js';
import { tagKeyOf } from '../../src/cache/cache-key.js';
import { eventually } from '../support/redis.js';
import { aSlowLoad, describePair, linesOf } from './pair.js';
import { certifications } from './replica.js';
import { aViewer } from './support.js';

const tagOfA = tagKeyOf(aViewer(), 'cert:a');
const redisIsAway = '40 Redis is away; the cache is in memory until it returns';

describePair('what is raised while Redis is not well', (pair) => {
  test('who hears nothing makes no versions: the tag may have been raised, and have lost that one since', async () => {
    await pair.deafen();
    const slow = await aSlowLoad(pair.other, 'a');
    await pair.one.change('a');
    await pair.redis.client.flushall();
    await slow.finish();
    const third = await pair.startReplica(pair.redis.url, true);
    await expect(third.read('a')).resolves.toBe(2);
    third.close();
  });

  test('a version that Redis has lost during a load is not written again with it', async () => {
    await pair.one.read('a');
    await pair.one.read('b');
    await pair.redis.client.del(certifications.keys.keyOf(aViewer(), 'b'));
    await pair.deafen();
    const slow = await aSlowLoad(pair.other, 'b');
    pair.upstream.change('a');
    await pair.one.readerOf().invalidate(['certs']);
    await pair.redis.client.del(tagKeyOf(aViewer(), 'certs'));
    await slow.finish();
    const third = await pair.startReplica(pair.redis.url, true);
    await expect(third.read('a')).resolves.toBe(2);
    third.close();
  });

  test('a raise reaches the other through a Redis that is full', async () => {
    await pair.one.read('a');
    await pair.other.read('a');
    await pair.redis.client.config('SET', 'maxmemory', '1');
    await pair.one.change('a');
    await eventually(async () => (await pair.other.read('a')) === 2);
    await pair.redis.client.config('SET', 'maxmemory', '0');
    pair.clock.pass(1000);
    await pair.one.read('b');
    await eventually(async () => (await pair.redis.client.get(tagOfA)) !== null);
    expect(linesOf(pair.one)).toEqual(['40 Redis refuses commands of the cache']);
  });

  test('a raise that Redis could not take is told when it returns, before anything there is believed', async () => {
    await pair.one.read('a');
    await pair.other.read('a');
    pair.way.cut();
    await eventually(() => pair.one.link?.isAway);
    await pair.one.change('a');
    await expect(pair.one.read('a')).resolves.toBe(2);
    pair.way.mend();
    await eventually(async () => {
      // Whenever it is that Redis is back: what is there is too old.
      expect(await pair.one.read('a')).toBe(2);
      return (await pair.other.read('a')) === 2;
    });
    await eventually(pair.isBack(pair.one));
    expect(linesOf(pair.one)).toEqual([redisIsAway, '30 Redis is back']);
    expect(linesOf(pair.other)).toEqual([]);
  });

  test('a raise on a connection that has gone dead is told on the next one', async () => {
    await pair.one.read('a');
    pair.way.swallow();
    await pair.one.change('a');
    await expect(pair.one.read('a')).resolves.toBe(2);
    await eventually(async () => (await pair.other.read('a')) === 2, 15_000);
  }, 20_000);

  test('a subscription that has gone dead without a word is noticed', async () => {
    await pair.one.read('a');
    pair.way.swallow();
    await pair.other.change('a');
    await eventually(async () => (await pair.one.read('a')) === 2, 15_000);
  }, 20_000);

  test('a replica that hears nothing believes its memory for five seconds', async () => {
    await pair.other.read('a');
    await pair.deafen();
    await pair.other.read('a');
    await pair.one.change('a');
    pair.clock.pass(5001);
    await expect(pair.other.read('a')).resolves.toBe(2);
    const warning = '40 Redis passes on no messages; memory of the cache is used for seconds only';
    await eventually(() => linesOf(pair.other).includes(warning));
    await pair.redis.client.acl('SETUSER', 'default', '+subscribe');
    await eventually(() => pair.other.link?.isListeningTo(tagsChannel));
    expect(linesOf(pair.other)).toEqual([warning, '30 Redis passes on messages again']);
  });

  test('what was raised while nothing was heard is seen as soon as something is', async () => {
    await pair.other.read('a');
    await pair.redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await pair.one.change('a');
    await eventually(async () => (await pair.other.read('a')) === 2);
    await eventually(() => pair.one.link?.isListeningTo(tagsChannel) && pair.other.link?.isListeningTo(tagsChannel));
    await pair.other.change('a');
    await eventually(async () => (await pair.one.read('a')) === 3);
    expect([...linesOf(pair.one), ...linesOf(pair.other)]).toEqual([]);
  });

  test('after a restart of Redis, raises are heard as before', async () => {
    await pair.one.read('a');
    await pair.other.read('a');
    await pair.redis.restart();
    await pair.one.change('a');
    await eventually(pair.isBack(pair.one));
    await eventually(pair.isBack(pair.other));
    await expect(pair.other.read('a')).resolves.toBe(2);
    await pair.other.read('a');
    await pair.one.change('a');
    await eventually(async () => (await pair.other.read('a')) === 3);
    expect(linesOf(pair.one)).toEqual([redisIsAway, '30 Redis is back']);
  });
});
