import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { viewerKeys } from '../../src/cache/cache-key.js';
import type { Cached, Load } from '../../src/cache/cached.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { Certifications, certifications, startReplica, type Certification, type Replica, type ReplicaSettings } from './replica.js';
import { aViewer, createClock, later, type Clock } from './support.js';

const bob = aViewer({ identity_id: 'bob' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A load that has begun when `begun` resolves, and answers when the test says so. */
function slowLoad(): { load: Load<Certification>; begun: Promise<void>; answer: (version: number) => void } {
  const begun = later<void>();
  const answer = later<Certification[]>();
  return {
    begun: begun.promise,
    load: () => {
      begun.resolve();
      return answer.promise;
    },
    answer: (version) => answer.resolve([{ id: 'a', version }]),
  };
}

/** What tags do, wherever entries are kept. */
function contract(place: () => Promise<Pick<ReplicaSettings, 'urls' | 'memoryBytes'>>): void {
  let clock: Clock;
  let upstream: Certifications;
  let replica: Replica;

  beforeEach(async () => {
    clock = createClock();
    upstream = new Certifications();
    replica = await startReplica({ ...(await place()), clock, upstream });
  });
  afterEach(() => replica.close());

  const read = (id: string) => replica.read(id);

  test('what is tagged is kept like anything else', async () => {
    await read('a');
    await read('a');
    expect(upstream.loads).toEqual([['a']]);
  });

  test('what has a raised tag is loaded anew, for every viewer of the tenant', async () => {
    await read('a');
    await replica.read('a', bob);
    await replica.change('a');
    await expect(read('a')).resolves.toBe(2);
    await expect(replica.read('a', bob)).resolves.toBe(2);
    await expect(read('a')).resolves.toBe(2);
    expect(upstream.loads).toHaveLength(4);
  });

  test('what has other tags stays', async () => {
    await read('a');
    await replica.change('b');
    await read('a');
    expect(upstream.loads).toEqual([['a']]);
  });

  test('one tag of several is enough', async () => {
    await read('a');
    await read('b');
    upstream.change('a', 'b');
    await replica.readerOf(bob).invalidate(['certs']);
    await expect(read('a')).resolves.toBe(2);
    await expect(read('b')).resolves.toBe(2);
  });

  test('a tag is one tenant\'s', async () => {
    const stranger = aViewer({ tenant_id: 'other' });
    await replica.read('a', stranger);
    await replica.change('a');
    await replica.read('a', stranger);
    expect(upstream.loads).toEqual([['a']]);
  });

  test('a raise counts before anything is awaited', async () => {
    await read('a');
    const changed = replica.change('a');
    await expect(read('a')).resolves.toBe(2);
    await changed;
    await expect(read('a')).resolves.toBe(2);
    expect(upstream.loads).toHaveLength(2);
  });

  test('what has a raised tag is not served stale either', async () => {
    await read('a');
    clock.pass(11 * 60_000);
    await replica.change('a');
    await expect(read('a')).resolves.toBe(2);
  });

  test('an absence has tags as well', async () => {
    const none = { load: async () => [null] };
    await replica.readerOf().getMany(certifications, ['a'], none.load);
    await expect(read('a')).resolves.toBeNull();
    await replica.change('a');
    await expect(read('a')).resolves.toBe(2);
  });

  test('a load that a raise overtakes answers those who wait for it, and nobody after', async () => {
    const slow = slowLoad();
    const before = replica.readerOf().getMany(certifications, ['a'], slow.load);
    await slow.begun;
    const joined = replica.readerOf().getMany(certifications, ['a'], upstream.load);
    await settled();
    await replica.change('a');
    await expect(read('a')).resolves.toBe(2);
    slow.answer(1);
    await expect(before).resolves.toEqual([{ id: 'a', version: 1 }]);
    await expect(joined).resolves.toEqual([{ id: 'a', version: 1 }]);
    await replica.cache.idle();
    await expect(read('a')).resolves.toBe(2);
  });

  test('a renewal that a raise overtakes is not kept', async () => {
    await read('a');
    clock.pass(11 * 60_000);
    const slow = slowLoad();
    await replica.readerOf().getMany(certifications, ['a'], slow.load);
    await slow.begun;
    await replica.change('a');
    slow.answer(1);
    await expect(read('a')).resolves.toBe(2);
    await expect(read('a')).resolves.toBe(2);
  });

  test('the answer of a change is kept when its tags were raised before', async () => {
    await read('a');
    const reader = replica.readerOf();
    upstream.change('a');
    await reader.invalidate(['cert:a', 'certs']);
    await reader.keep(certifications, 'a', { id: 'a', version: 2 });
    await replica.cache.idle();
    await expect(read('a')).resolves.toBe(2);
    expect(upstream.loads).toEqual([['a']]);
  });

  test('the answer of a change is not kept when somebody else has changed it since', async () => {
    const reader = replica.readerOf();
    upstream.change('a');
    await reader.invalidate(['cert:a']);
    await replica.change('a');
    await reader.keep(certifications, 'a', { id: 'a', version: 2 });
    await replica.cache.idle();
    await expect(read('a')).resolves.toBe(3);
  });

  test('tags whose names are no key are told apart', async () => {
    const odd: Cached<Certification> = { ...certifications, tags: (id) => [`${id}\ud800`, `${'x'.repeat(500)}${id}`, `{${id}}:tag:*`] };
    const readOdd = async (id: string) => {
      await replica.readerOf().getMany(odd, [id], upstream.load);
      await replica.cache.idle();
    };
    for (const id of ['a', 'b', 'a', 'b']) await readOdd(id);
    expect(upstream.loads).toEqual([['a'], ['b']]);
    for (const tag of ['a\ud800', `${'x'.repeat(500)}a`, '{a}:tag:*']) {
      await replica.readerOf().invalidate([tag]);
      await readOdd('a');
      await readOdd('b');
    }
    expect(upstream.loads).toEqual([['a'], ['b'], ['a'], ['a'], ['a']]);
  });

  test('what is declared with other tags than it was kept with is a miss', async () => {
    await read('a');
    const [answer] = await replica.readerOf().getMany({ ...certifications, tags: (id) => [`cert:${id}`] }, ['a'], async () => [{ id: 'a', version: 9 }]);
    expect(answer).toEqual({ id: 'a', version: 9 });
  });

  test('what has no lifetime is neither kept nor looked for, and yet shared in flight', async () => {
    const unkept: Cached<Certification> = { ...certifications, keys: viewerKeys('pending-task', null), lifetime: { freshMs: 0, staleMs: 0 } };
    const slow = slowLoad();
    const one = replica.readerOf().getMany(unkept, ['a'], slow.load);
    await slow.begun;
    const other = replica.readerOf().getMany(unkept, ['a'], upstream.load);
    await settled();
    slow.answer(7);
    await expect(one).resolves.toEqual([{ id: 'a', version: 7 }]);
    await expect(other).resolves.toEqual([{ id: 'a', version: 7 }]);
    await replica.readerOf().keep(unkept, 'a', { id: 'a', version: 8 });
    await replica.readerOf().getMany(unkept, ['a'], upstream.load);
    await replica.readerOf().getMany(unkept, ['a'], async () => [null]);
    await replica.readerOf().getMany(unkept, ['a'], upstream.load);
    expect(upstream.loads).toEqual([['a'], ['a']]);
  });

  test('a token\'s first answer, which admits it, is kept with its tags', async () => {
    const viewer = aViewer({ identity_id: 'eve' });
    await replica.cache.readerFor(viewer).getMany(certifications, ['a'], async (ids) => {
      replica.cache.admission.admit(viewer);
      return upstream.load(ids);
    });
    await replica.cache.idle();
    await replica.read('a', viewer);
    expect(upstream.loads).toEqual([['a']]);
  });
}

describe('tags in memory', () => {
  contract(async () => ({ urls: null }));
});

describeWithRedis('with Redis,', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  const emptied = async () => {
    await redis.client.flushall();
    return { urls: [redis.url] };
  };

  describe('tags in Redis alone', () => {
    contract(async () => ({ ...(await emptied()), memoryBytes: 1 }));
  });

  describe('tags in memory and Redis', () => {
    contract(emptied);
  });
});
