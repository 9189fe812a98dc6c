import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tagsChannel } from '../../src/cache/tag-notices.js';
import { RedisAdmissionRecords } from '../../src/redis/admission-records.js';
import { tagKeyOf } from '../../src/cache/cache-key.js';
import { Certifications, certifications, startReplica, type Replica } from '../cache/replica.js';
import { aViewer, createClock, type Clock } from '../cache/support.js';
import { describeWithRedis, eventually } from '../support/redis.js';
import { startRedisCluster, type TestCluster } from '../support/redis-cluster.js';

const keyOf = (id: string) => certifications.keys.keyOf(aViewer(), id);
const tagOf = (id: string) => tagKeyOf(aViewer(), `cert:${id}`);
const ids = Array.from({ length: 30 }, (_, index) => `id-${index}`);

describeWithRedis('on a Redis Cluster,', () => {
  let cluster: TestCluster;
  let clock: Clock;
  let upstream: Certifications;
  let one: Replica;
  let other: Replica;

  beforeAll(async () => {
    cluster = await startRedisCluster();
  }, 60_000);
  afterAll(() => cluster.stop());

  beforeEach(async () => {
    await cluster.flush();
    clock = createClock();
    upstream = new Certifications();
    one = await startReplica({ urls: cluster.urls, upstream, clock });
    // One node is enough to find the others, beside one that is not there.
    other = await startReplica({ urls: [cluster.urls[1] ?? '', 'redis://127.0.0.1:1'], upstream, clock });
  });
  afterEach(() => {
    one.close();
    other.close();
  });

  const readAll = async (replica: Replica) => {
    const answers = await replica.readerOf().getMany(certifications, ids, upstream.load);
    await replica.cache.idle();
    return answers.map((answer) => (answer instanceof Error ? answer : answer?.version));
  };
  const all = (version: number) => ids.map(() => version);
  const linesOf = ({ log }: Replica) => log.lines.map(({ level, msg }) => `${level} ${msg}`);

  test('what one replica has loaded, the other reads, from all shards at once', async () => {
    await readAll(one);
    await expect(readAll(other)).resolves.toEqual(all(1));
    expect(upstream.loads).toHaveLength(1);
    const nodes = new Set(await Promise.all(ids.map(async (id) => cluster.clientOf(keyOf(id)))));
    expect(nodes.size).toBe(3);
  });

  test('what one raises, the other no longer has', async () => {
    await readAll(one);
    await readAll(other);
    await one.change(...ids);
    await eventually(async () => (await readAll(other)).every((version) => version === 2));
    await expect(readAll(one)).resolves.toEqual(all(2));
  });

  test('admissions are shared', async () => {
    const [link, otherLink] = [one.link, other.link];
    if (link === null || otherLink === null) throw new Error('both have a link');
    const hash = aViewer().token.hash;
    await expect(new RedisAdmissionRecords(link).admit(hash, clock.now() + 1000, 1000)).resolves.toBe(true);
    await expect(new RedisAdmissionRecords(otherLink).read(hash)).resolves.toEqual({ admittedUntilMs: clock.now() + 1000, isRefused: false });
    await expect(new RedisAdmissionRecords(link).refuse(hash, 1000)).resolves.toBe(true);
    await expect(new RedisAdmissionRecords(otherLink).read(hash)).resolves.toEqual({ admittedUntilMs: null, isRefused: true });
  });

  test('a script with keys of one slot runs', async () => {
    const reply = await one.link?.run((client) => client.eval('return {KEYS[1], redis.call("INCR", KEYS[2])}', 2, '{calls}:a', '{calls}:b'));
    expect(reply).toEqual(['{calls}:a', 1]);
  });

  test('an entry of the wrong type is a miss, and the others are read', async () => {
    await readAll(one);
    const node = await cluster.clientOf(keyOf('id-3'));
    await node.del(keyOf('id-3'));
    await node.rpush(keyOf('id-3'), 'x');
    await expect(readAll(other)).resolves.toEqual(all(1));
    expect(upstream.loads).toEqual([ids, ['id-3']]);
    expect(linesOf(other)).toEqual([]);
  });

  test.each([['being moved', false], ['moved', true]])('a slot that is %s costs at most a load', async (_what, isFinished) => {
    await readAll(one);
    await cluster.moveSlotOf(keyOf('id-7'), isFinished);
    await cluster.moveSlotOf(tagOf('id-8'), isFinished);
    await expect(readAll(other)).resolves.toEqual(all(1));
    await one.change('id-7', 'id-8');
    await expect(one.read('id-7')).resolves.toBe(2);
    await eventually(async () => (await other.read('id-7')) === 2 && (await other.read('id-8')) === 2);
    expect([...linesOf(one), ...linesOf(other)]).toEqual([]);
    // For the next test, as it began.
    if (!isFinished) {
      await cluster.moveSlotOf(keyOf('id-7'));
      await cluster.moveSlotOf(tagOf('id-8'));
    }
  });

  describe('when a primary dies', () => {
    test('no read fails, nothing old is answered, and its replica takes over', async () => {
      await readAll(one);
      await readAll(other);
      await cluster.killFirstPrimary();
      await one.change(...ids);
      await expect(readAll(one)).resolves.toEqual(all(2));
      // Told through the nodes that are left.
      await eventually(async () => (await readAll(other)).every((version) => version === 2));
      const isBack = (replica: Replica) => async () => {
        clock.pass(1000);
        await expect(readAll(replica)).resolves.toEqual(all(2));
        return replica.link?.isAway === false && replica.link.isListeningTo(tagsChannel);
      };
      await eventually(isBack(one), 20_000);
      await eventually(isBack(other), 20_000);
      await one.change(...ids);
      await eventually(async () => (await readAll(other)).every((version) => version === 3));
      for (const replica of [one, other]) {
        expect(linesOf(replica)).toEqual(['40 Redis is away; the cache is in memory until it returns', '30 Redis is back']);
      }
    }, 60_000);
  });
});
