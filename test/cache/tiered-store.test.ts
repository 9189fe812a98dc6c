import { tagsChannel } from '../../src/cache/tag-notices.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MemoryStore } from '../../src/cache/memory-store.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { createTieredStore, type TieredStore } from '../../src/cache/tiered-store.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { anAddress, anEntry, createClock, createTestLog, keyed, type Clock } from './support.js';

interface Replica {
  readonly link: RedisLink;
  readonly store: TieredStore;
}

describeWithRedis('the tiered store', () => {
  let redis: TestRedis;
  let clock: Clock;
  let one: Replica;
  let other: Replica;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  beforeEach(async () => {
    await redis.restart();
    await eventually(() => redis.client.status === 'ready');
    clock = createClock();
    one = await aReplica();
    other = await aReplica();
  });
  afterEach(() => {
    one.link.close();
    other.link.close();
  });

  async function aReplica(): Promise<Replica> {
    const { now } = clock;
    const link = new RedisLink({ urls: [redis.url], now, logger: createTestLog().logger });
    await link.firstContact();
    const { store } = createTieredStore({ link, memory: new MemoryStore(), now });
    await eventually(() => link.isListeningTo(tagsChannel));
    return { link, store };
  }

  const read = async ({ store }: Replica, id: string) => (await store.getMany([anAddress(id)]))[0]?.value;
  const write = ({ store }: Replica, id: string, value: unknown) =>
    store.setMany([keyed(id, anEntry(value, clock.now()))]);
  const commands = async (name: string) =>
    Number(new RegExp(`cmdstat_${name}:calls=(\\d+)`).exec(await redis.client.info('commandstats'))?.[1] ?? 0);
  async function killRedis(): Promise<void> {
    await redis.kill();
    await eventually(() => one.link.isAway && other.link.isAway);
  }

  test('a replica finds what another one has stored', async () => {
    await write(one, 'a', 'from one');
    await expect(read(other, 'a')).resolves.toBe('from one');
  });

  test('what is fresh in memory takes no round trip, own or found', async () => {
    await write(one, 'a', 'a');
    await read(other, 'a');
    await redis.client.config('RESETSTAT');
    await read(one, 'a');
    await read(other, 'a');
    await expect(commands('mget')).resolves.toBe(0);
  });

  test('only what memory lacks is asked of Redis, in one round trip', async () => {
    await write(one, 'a', 'a');
    await write(one, 'b', 'b');
    await write(other, 'c', 'c');
    await redis.client.config('RESETSTAT');
    const entries = await other.store.getMany([anAddress('a'), anAddress('c'), anAddress('b')]);
    expect(entries.map((entry) => entry?.value)).toEqual(['a', 'c', 'b']);
    await expect(commands('mget')).resolves.toBe(1);
  });

  test('what has gone stale in memory is taken from Redis where another replica has renewed it', async () => {
    await write(one, 'a', 'old');
    await read(other, 'a');
    clock.pass(61_000);
    await write(one, 'a', 'renewed');
    await expect(read(other, 'a')).resolves.toBe('renewed');
  });

  test('what memory has newer is not replaced by what Redis has older', async () => {
    await write(one, 'a', 'old');
    clock.pass(1000);
    await write(other, 'a', 'new');
    await one.store.setMany([keyed('a', anEntry('old', clock.now() - 1000))]);
    clock.pass(61_000);
    await expect(read(other, 'a')).resolves.toBe('new');
    await expect(read(other, 'a')).resolves.toBe('new');
  });

  test('while Redis is away, memory serves what is at most five seconds old', async () => {
    await write(one, 'before', 'before');
    await killRedis();
    await expect(read(one, 'before')).resolves.toBe('before');
    clock.pass(3000);
    await write(one, 'meanwhile', 'meanwhile');
    clock.pass(2001);
    await expect(read(one, 'before')).resolves.toBeUndefined();
    await expect(read(one, 'meanwhile')).resolves.toBe('meanwhile');
    clock.pass(3000);
    await expect(read(one, 'meanwhile')).resolves.toBeUndefined();
  });

  test('when Redis returns, memory starts empty', async () => {
    await killRedis();
    await write(one, 'a', 'a');
    await redis.restart();
    await eventually(() => !one.link.isAway);
    await expect(read(one, 'a')).resolves.toBeUndefined();
  });

  test('when a hung Redis answers again, memory starts empty and Redis is read', async () => {
    await write(one, 'a', 'old');
    redis.freeze();
    await eventually(async () => (await read(one, 'unknown'), one.link.isAway));
    redis.thaw();
    await write(other, 'a', 'changed');
    clock.pass(1000);
    await eventually(async () => (await read(one, 'unknown'), !one.link.isAway));
    await expect(read(one, 'a')).resolves.toBe('changed');
  });
});
