import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Admission } from '../../src/auth/admission.js';
import { RedisAdmissionRecords } from '../../src/redis/admission-records.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { aViewer, anOpaqueViewer, createClock, createTestLog, startOfTests, type Clock } from '../cache/support.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';

const admissionMs = 300_000;
const inAnHour = startOfTests / 1000 + 3600;

describe('admission in one process', () => {
  let clock: Clock;
  let admission: Admission;
  beforeEach(() => {
    clock = createClock();
    admission = new Admission({ admissionMs, records: null, now: clock.now });
  });

  test('a token is not admitted before the upstream has accepted it', async () => {
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(false);
    admission.admit(aViewer());
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(true);
  });

  test('another token with the same claims is not admitted by it', async () => {
    admission.admit(aViewer({ jti: 'genuine' }));
    await expect(admission.isAdmitted(aViewer({ jti: 'made up' }))).resolves.toBe(false);
  });

  test('a token without readable claims is admitted by itself', async () => {
    admission.admit(anOpaqueViewer('one'));
    await expect(admission.isAdmitted(anOpaqueViewer('one'))).resolves.toBe(true);
    await expect(admission.isAdmitted(anOpaqueViewer('two'))).resolves.toBe(false);
  });

  test('admission ends some time after the last 2xx', async () => {
    admission.admit(aViewer());
    clock.pass(200_000);
    admission.admit(aViewer());
    clock.pass(admissionMs - 1);
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(true);
    clock.pass(1);
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(false);
  });

  test('admission ends when the token does', async () => {
    const viewer = aViewer({ exp: startOfTests / 1000 + 60 });
    admission.admit(viewer);
    clock.pass(59_999);
    await expect(admission.isAdmitted(viewer)).resolves.toBe(true);
    clock.pass(1);
    await expect(admission.isAdmitted(viewer)).resolves.toBe(false);
  });

  test.each([
    ['with claims', aViewer({ exp: startOfTests / 1000 - 1 })],
    ['of no user', anOpaqueViewer(`e30.${Buffer.from('{"exp":1}').toString('base64url')}.c2ln`)],
  ])('an expired token %s is not admitted whatever was answered to it', async (_what, viewer) => {
    admission.admit(viewer);
    await expect(admission.isAdmitted(viewer)).resolves.toBe(false);
  });

  test('a 401 ends it', async () => {
    admission.admit(aViewer());
    admission.revoke(aViewer());
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(false);
  });

  test('a 401 is not undone by the late 2xx of a call sent before it', async () => {
    admission.revoke(aViewer());
    clock.pass(100_000);
    admission.admit(aViewer());
    await expect(admission.isAdmitted(aViewer())).resolves.toBe(false);
  });
});

describeWithRedis('admission in several replicas', () => {
  let redis: TestRedis;
  let clock: Clock;
  let links: RedisLink[];
  let one: Admission;
  let other: Admission;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.restart();
    await eventually(() => redis.client.status === 'ready');
    clock = createClock();
    links = [];
    one = await aReplica();
    other = await aReplica();
  });
  afterEach(() => links.forEach((link) => link.close()));

  async function aReplica(): Promise<Admission> {
    const link = new RedisLink({ urls: [redis.url], now: clock.now, logger: createTestLog().logger });
    links.push(link);
    await link.firstContact();
    return new Admission({ admissionMs, records: new RedisAdmissionRecords(link), now: clock.now });
  }

  const keys = async (pattern: string) => (await redis.client.keys(pattern)).length;
  const areAway = (isAway: boolean) => () => links.every((link) => link.isAway === isAway);
  async function admitEverywhere(viewer = aViewer()): Promise<void> {
    one.admit(viewer);
    await eventually(() => keys('v1:admitted:*'));
    expect(await other.isAdmitted(viewer)).toBe(true);
  }

  test('what one has admitted, all have', () => admitEverywhere());

  test('a replica that has just called the token a stranger learns of its admission within a second', async () => {
    await expect(other.isAdmitted(aViewer())).resolves.toBe(false);
    one.admit(aViewer());
    await eventually(() => keys('v1:admitted:*'));
    clock.pass(1000);
    await expect(other.isAdmitted(aViewer())).resolves.toBe(true);
  });

  test('another token with the same claims is admitted nowhere', async () => {
    await admitEverywhere(aViewer({ jti: 'genuine' }));
    await expect(other.isAdmitted(aViewer({ jti: 'made up' }))).resolves.toBe(false);
  });

  test('a 401 in one replica ends it in all, in those that have just looked after five seconds', async () => {
    await admitEverywhere();
    one.revoke(aViewer());
    await eventually(() => keys('v1:refused:*'));
    await expect(one.isAdmitted(aViewer())).resolves.toBe(false);
    clock.pass(5000);
    await expect(other.isAdmitted(aViewer())).resolves.toBe(false);
    await expect(keys('v1:admitted:*')).resolves.toBe(0);
  });

  test('a 2xx after a 401 is not even written', async () => {
    one.revoke(aViewer());
    one.admit(aViewer());
    // Commands of one replica arrive in their order.
    one.admit(aViewer({ jti: 'another' }));
    await eventually(() => keys('v1:admitted:*'));
    await expect(keys('v1:admitted:*')).resolves.toBe(1);
  });

  test('an expired token is not admitted by a record that says otherwise', async () => {
    const expired = aViewer({ exp: startOfTests / 1000 - 1 });
    await redis.client.set(`v1:admitted:{${expired.token.hash}}`, String(startOfTests + 60_000));
    await expect(one.isAdmitted(expired)).resolves.toBe(false);
  });

  test('a 401 is not undone by the late 2xx that another replica writes', async () => {
    one.revoke(aViewer());
    await eventually(() => keys('v1:refused:*'));
    other.admit(aViewer());
    await eventually(() => keys('v1:admitted:*'));
    await expect((await aReplica()).isAdmitted(aViewer())).resolves.toBe(false);
    const [admittedMs = 0, refusedMs = 0] = await Promise.all(
      ['admitted', 'refused'].map((name) => redis.client.pttl(`v1:${name}:{${aViewer().token.hash}}`)),
    );
    expect(refusedMs).toBeGreaterThan(admittedMs);
  });

  test('a 401 while Redis is away is told when it returns', async () => {
    await admitEverywhere();
    await redis.kill();
    await eventually(areAway(true));
    one.revoke(aViewer());
    await redis.restart();
    await eventually(() => keys('v1:refused:*'));
    clock.pass(5000);
    await expect(other.isAdmitted(aViewer())).resolves.toBe(false);
  });

  test('a 401 that Redis did not take is told with the next question', async () => {
    await admitEverywhere();
    await redis.client.config('SET', 'maxmemory', '1');
    one.revoke(aViewer());
    await redis.client.config('SET', 'maxmemory', '0');
    clock.pass(1000);
    await eventually(async () => (await one.isAdmitted(aViewer({ jti: 'another' })), clock.pass(1000), await keys('v1:refused:*')));
  });

  test('while Redis is away a token is admitted for five seconds after a 2xx to this replica', async () => {
    await redis.kill();
    await eventually(areAway(true));
    one.admit(aViewer());
    await expect(one.isAdmitted(aViewer())).resolves.toBe(true);
    await expect(other.isAdmitted(aViewer())).resolves.toBe(false);
    clock.pass(5000);
    await expect(one.isAdmitted(aViewer())).resolves.toBe(false);
  });

  test('fifty answers write once', async () => {
    await redis.client.config('RESETSTAT');
    for (let call = 0; call < 50; call += 1) one.admit(aViewer());
    await eventually(() => keys('v1:admitted:*'));
    expect(await redis.client.info('commandstats')).toMatch(/cmdstat_set:calls=1,/);
  });

  test('fifty questions are one, and none for the next five seconds', async () => {
    await admitEverywhere();
    const third = await aReplica();
    await redis.client.config('RESETSTAT');
    await Promise.all(Array.from({ length: 50 }, () => third.isAdmitted(aViewer())));
    clock.pass(4999);
    await third.isAdmitted(aViewer());
    expect(await redis.client.info('commandstats')).toMatch(/cmdstat_mget:calls=1,/);
  });

  test('Redis holds the token\'s hash and forgets it when admission is over', async () => {
    await admitEverywhere(aViewer({ exp: inAnHour }));
    const [key = ''] = await redis.client.keys('*');
    expect(key).toBe(`v1:admitted:{${aViewer({ exp: inAnHour }).token.hash}}`);
    const lifeMs = await redis.client.pttl(key);
    expect(lifeMs).toBeLessThanOrEqual(admissionMs);
    expect(lifeMs).toBeGreaterThan(admissionMs - 10_000);
  });

  test.each(['yes', '99999999999999999999', '', '-1'])('the record %j admits nobody', async (record) => {
    await redis.client.set(`v1:admitted:{${aViewer().token.hash}}`, record);
    await expect(one.isAdmitted(aViewer())).resolves.toBe(false);
  });
});
