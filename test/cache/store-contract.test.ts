import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../src/cache/memory-store.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { RedisStore } from '../../src/cache/redis-store.js';
import { longestEntry, type Store } from '../../src/cache/store.js';
import { TieredStore } from '../../src/cache/tiered-store.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { aKey, anEntry, aTenantKey, createClock, createTestLog } from './support.js';

interface Subject {
  readonly store: Store;
  close(): void;
}

/** What every store does; `create` gives an empty one. */
function contract(create: () => Promise<Subject>): void {
  const open: Subject[] = [];
  const createStore = async (): Promise<Store> => {
    const subject = await create();
    open.push(subject);
    return subject.store;
  };
  afterEach(() => {
    for (const subject of open.splice(0)) subject.close();
  });

  test('has nothing at first', async () => {
    const store = await createStore();
    await expect(store.getMany([aKey('a'), aKey('b')])).resolves.toEqual([null, null]);
  });

  test('gives entries back in the order of the keys, null for what it does not have', async () => {
    const store = await createStore();
    await store.setMany([{ key: aKey('a'), entry: anEntry({ id: 'a' }) }, { key: aKey('b'), entry: anEntry(['b']) }]);
    await expect(store.getMany([aKey('b'), aKey('c'), aKey('a')])).resolves.toEqual([anEntry(['b']), null, anEntry({ id: 'a' })]);
  });

  test('keeps an absence, which is not the same as nothing', async () => {
    const store = await createStore();
    await store.setMany([{ key: aKey('a'), entry: anEntry(null) }]);
    await expect(store.getMany([aKey('a')])).resolves.toEqual([anEntry(null)]);
  });

  test('keeps scopes apart', async () => {
    const store = await createStore();
    await store.setMany([{ key: aKey('a'), entry: anEntry('of the viewer') }]);
    await expect(store.getMany([aTenantKey('a')])).resolves.toEqual([null]);
  });

  test('replaces', async () => {
    const store = await createStore();
    await store.setMany([{ key: aKey('a'), entry: anEntry('old') }]);
    await store.setMany([{ key: aKey('a'), entry: anEntry('new') }]);
    await expect(store.getMany([aKey('a')])).resolves.toEqual([anEntry('new')]);
  });

  test('deletes what it is told and nothing else', async () => {
    const store = await createStore();
    await store.setMany(['a', 'b', 'c'].map((id) => ({ key: aKey(id), entry: anEntry(id) })));
    await store.deleteMany([aKey('a'), aKey('c'), aKey('unknown')]);
    await expect(store.getMany([aKey('a'), aKey('b'), aKey('c')])).resolves.toEqual([null, anEntry('b'), null]);
  });

  test('takes no keys for an answer', async () => {
    const store = await createStore();
    await store.setMany([]);
    await store.deleteMany([]);
    await expect(store.getMany([])).resolves.toEqual([]);
  });

  test('does not keep an entry that is too large, nor the one it would have replaced', async () => {
    const store = await createStore();
    await store.setMany([{ key: aKey('large'), entry: anEntry('x'.repeat(longestEntry)) }, { key: aKey('a'), entry: anEntry('a') }]);
    await expect(store.getMany([aKey('large'), aKey('a')])).resolves.toEqual([null, anEntry('a')]);
  });
}

describe('the memory store', () => {
  contract(async () => ({ store: new MemoryStore(), close: () => undefined }));

  test('lets the entry go that was used longest ago when its bytes are used up', async () => {
    const store = new MemoryStore(10_000);
    await store.setMany([{ key: aKey('a'), entry: anEntry('x'.repeat(1500)) }, { key: aKey('b'), entry: anEntry('x'.repeat(1500)) }]);
    await store.getMany([aKey('a')]);
    await store.setMany([{ key: aKey('c'), entry: anEntry('x'.repeat(1500)) }]);
    const held = await store.getMany([aKey('a'), aKey('b'), aKey('c')]);
    expect(held.map((entry) => entry !== null)).toEqual([true, false, true]);
  });
});

describeWithRedis('with Redis,', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const connect = async () => {
    await redis.client.flushall();
    const { now } = createClock();
    const link = new RedisLink({ url: redis.url, now, logger: createTestLog().logger });
    await link.firstContact();
    return { link, now, store: new RedisStore(link, now), close: () => link.close() };
  };

  describe('the Redis store', () => {
    contract(connect);
  });

  describe('the tiered store', () => {
    contract(async () => {
      const { link, now, store: redisStore, close } = await connect();
      return { store: new TieredStore({ memory: new MemoryStore(), redis: redisStore, link, now }), close };
    });
  });
});
