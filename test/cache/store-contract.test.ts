import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../src/cache/memory-store.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { RedisStore } from '../../src/cache/redis-store.js';
import { longestEntry, type Store } from '../../src/cache/store.js';
import { TagVersions } from '../../src/cache/tag-versions.js';
import { createTieredStore } from '../../src/cache/tiered-store.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { anAddress, anEntry, aTenantKey, createClock, createTestLog, keyed } from './support.js';

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
    await expect(store.getMany([anAddress('a'), anAddress('b')])).resolves.toEqual([null, null]);
  });

  test('gives entries back in the order of the keys, null for what it does not have', async () => {
    const store = await createStore();
    await store.setMany([keyed('a', anEntry({ id: 'a' })), keyed('b', anEntry(['b']))]);
    await expect(store.getMany([anAddress('b'), anAddress('c'), anAddress('a')])).resolves.toEqual([anEntry(['b']), null, anEntry({ id: 'a' })]);
  });

  test('keeps an absence, which is not the same as nothing', async () => {
    const store = await createStore();
    await store.setMany([keyed('a', anEntry(null))]);
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry(null)]);
  });

  test('keeps scopes apart', async () => {
    const store = await createStore();
    await store.setMany([keyed('a', anEntry('of the viewer'))]);
    await expect(store.getMany([{ key: aTenantKey('a'), tags: [] }])).resolves.toEqual([null]);
  });

  test('replaces', async () => {
    const store = await createStore();
    await store.setMany([keyed('a', anEntry('old'))]);
    await store.setMany([keyed('a', anEntry('new'))]);
    await expect(store.getMany([anAddress('a')])).resolves.toEqual([anEntry('new')]);
  });

  test('takes no keys for an answer', async () => {
    const store = await createStore();
    await store.setMany([]);
    await expect(store.getMany([])).resolves.toEqual([]);
  });

  test('does not keep an entry that is too large, nor the one it would have replaced', async () => {
    const store = await createStore();
    await store.setMany([keyed('large', anEntry('x'.repeat(longestEntry))), keyed('a', anEntry('a'))]);
    await expect(store.getMany([anAddress('large'), anAddress('a')])).resolves.toEqual([null, anEntry('a')]);
  });
}

describe('the memory store', () => {
  contract(async () => ({ store: new MemoryStore(), close: () => undefined }));

  test('lets the entry go that was used longest ago when its bytes are used up', async () => {
    const store = new MemoryStore(10_000);
    await store.setMany([keyed('a', anEntry('x'.repeat(1500))), keyed('b', anEntry('x'.repeat(1500)))]);
    await store.getMany([anAddress('a')]);
    await store.setMany([keyed('c', anEntry('x'.repeat(1500)))]);
    const held = await store.getMany([anAddress('a'), anAddress('b'), anAddress('c')]);
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
    const link = new RedisLink({ urls: [redis.url], now, logger: createTestLog().logger });
    await link.firstContact();
    return { link, now, close: () => link.close() };
  };

  describe('the Redis store', () => {
    contract(async () => {
      const { link, now, close } = await connect();
      return { store: new RedisStore({ link, versions: new TagVersions({ isShared: true }), now }), close };
    });
  });

  describe('the tiered store', () => {
    contract(async () => {
      const { link, now, close } = await connect();
      return { store: createTieredStore({ link, memory: new MemoryStore(), now }).store, close };
    });
  });
});
