import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type AskOptions, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const mutation = `mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) {
  task { id status targetId } certification { id } userErrors { __typename message } } }`;
const minuteMs = 60_000;

function inputOf({ tenant }: Upstream, more: object = {}) {
  const { certificationId, itemId } = tenant.examples.items.permissions;
  return { certificationId, items: [{ id: itemId, type: 'ITEM' }], reassignToId: tenant.people.otherReviewer, reason: 'on leave', ...more };
}

const send = (gateway: TestGateway, key: string | null, more: object = {}, options: AskOptions = {}): Promise<Answer> =>
  gateway.ask(mutation, { input: inputOf(gateway.upstream, { idempotencyKey: key, ...more }) }, options);
const postsTo = ({ requests }: Upstream) => requests.filter(({ method }) => method === 'POST').length;
const taskIdOf = ({ data, errors }: Answer): unknown => errors ?? data.reassignCertification.task.id;

/** Makes POSTs wait until they are let go. */
function hold(upstream: Upstream): { readonly letGo: () => void } {
  const heal = upstream.inject({ operation: 'submitReassignCertsAsync', latencyMs: 300 });
  return { letGo: heal };
}

describe.each(['beta', 'v2025'] as const)('an idempotency key on %s, without Redis', (generation) => {
  let gateway: TestGateway;
  let nowMs = Date.now();
  const start = async (options: TestGatewayOptions = {}) => {
    nowMs = Date.now();
    gateway = await startTestGateway({ generation, remembers: true, now: () => nowMs, settings: { upstreamTimeoutMs: 1000 }, ...options });
  };
  afterEach(() => gateway.stop());

  test('sent again, answers with the first call’s task: one POST', async () => {
    await start();
    const key = randomUUID();
    const first = await send(gateway, key);
    const second = await send(gateway, key);
    expect(first.errors ?? second.errors).toBeUndefined();
    expect(second.data).toEqual(first.data);
    expect(second.data.reassignCertification).toMatchObject({ task: { status: 'QUEUED' }, userErrors: [] });
    expect(postsTo(gateway.upstream)).toBe(1);
    expect(second.upstreamCalls).toBe(0);
  });

  test('sent five times at once, all answer with one task: one POST', async () => {
    await start();
    await send(gateway, null);
    const { letGo } = hold(gateway.upstream);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(gateway, key)));
    letGo();
    expect(new Set(answers.map(taskIdOf)).size).toBe(1);
    expect(answers[0]?.data.reassignCertification.task.id).toEqual(expect.any(String));
    expect(postsTo(gateway.upstream)).toBe(1 + 1);
  });

  test('another key, and none, start another task', async () => {
    await start();
    const ids = [];
    for (const key of [randomUUID(), randomUUID(), null, null]) ids.push(taskIdOf(await send(gateway, key)));
    expect(new Set(ids).size).toBe(4);
    expect(postsTo(gateway.upstream)).toBe(4);
  });

  test('with another input it is BAD_USER_INPUT that names the argument, and nothing is sent', async () => {
    await start();
    const key = randomUUID();
    await send(gateway, key);
    for (const more of [{ reason: 'another' }, { reassignToId: gateway.upstream.tenant.people.manager }, { items: [{ id: 'other', type: 'ITEM' }] }, { certificationId: 'other' }]) {
      const answer = await send(gateway, key, more);
      expect(answer.data.reassignCertification).toBeNull();
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.idempotencyKey' });
    }
    expect(postsTo(gateway.upstream)).toBe(1);
  });

  test.each([['', 'empty'], ['x'.repeat(129), 'too long'], ['a\nb', 'with a line break'], ['schlüssel', 'not ASCII']])('%j is refused: it is %s', async (key) => {
    await start();
    const answer = await send(gateway, key);
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('1 to 128'), extensions: { code: 'BAD_USER_INPUT', argument: 'input.idempotencyKey' } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('is kept for ten minutes', async () => {
    await start();
    const key = randomUUID();
    await send(gateway, key);
    nowMs += 9 * minuteMs;
    await send(gateway, key);
    expect(postsTo(gateway.upstream)).toBe(1);
    nowMs += 2 * minuteMs;
    await send(gateway, key);
    expect(postsTo(gateway.upstream)).toBe(2);
  });

  test.each([
    ['is lost', { lost: true }, 'UPSTREAM_UNAVAILABLE'],
    ['does not come in time', { hang: true }, 'UPSTREAM_TIMEOUT'],
    ['is no task', { status: 200, body: {} }, 'UPSTREAM_CONTRACT'],
  ] as const)('Q52: whose answer %s, it is never sent twice: the unknown outcome stays, with what is pending read anew', async (_how, fault, code) => {
    await start();
    const key = randomUUID();
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', ...fault });
    const first = await send(gateway, key);
    heal();
    const second = await send(gateway, key);
    const tasks = gateway.upstream.tenant.tasks;
    for (const [id, task] of tasks) if (task.targetId === inputOf(gateway.upstream).certificationId) tasks.delete(id);
    const third = await send(gateway, key);
    expect(first.errors?.[0]?.extensions).toMatchObject({ code, outcome: 'unknown' });
    expect(second.errors?.[0]).toMatchObject({ message: first.errors?.[0]?.message, extensions: { code, outcome: 'unknown' } });
    expect(second.errors?.[0]?.extensions['pendingTasks']).toEqual(first.errors?.[0]?.extensions['pendingTasks']);
    expect(third.errors?.[0]?.extensions).toMatchObject({ outcome: 'unknown', pendingTasks: [] });
    expect(postsTo(gateway.upstream)).toBe(1);
  });

  test.each([400, 403])('that the upstream refuses with a %d is free again: nothing was started', async (status) => {
    await start();
    const key = randomUUID();
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', status, body: {} });
    const refused = await send(gateway, key);
    heal();
    expect(refused.data.reassignCertification).toMatchObject({ task: null, userErrors: [expect.anything()] });
    expect((await send(gateway, key, { reason: 'another' })).data.reassignCertification.task).not.toBeNull();
  });

  test('is its viewer’s own, and for all of the viewer’s accepted tokens', async () => {
    await start();
    const key = randomUUID();
    const [one, renewed] = [gateway.upstream.tokens.issue({}, 'administrator'), gateway.upstream.tokens.issue({}, 'administrator')];
    const first = await send(gateway, key, {}, { token: one });
    const other = await send(gateway, key, {}, { as: 'reviewer' });
    expect(taskIdOf(other)).not.toEqual(taskIdOf(first));
    // Accepted by any call.
    await gateway.ask('{ certifications(first: 1) { nodes { id } } }', {}, { token: renewed });
    expect(taskIdOf(await send(gateway, key, {}, { token: renewed }))).toEqual(taskIdOf(first));
    expect(postsTo(gateway.upstream)).toBe(2);
  });

  test('a forged token with the viewer’s claims learns nothing by it', async () => {
    await start();
    const key = randomUUID();
    await send(gateway, key);
    const forged = await send(gateway, key, {}, { token: gateway.upstream.tokens.forge({}, 'administrator') });
    expect(forged.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const other = await send(gateway, key, { reason: 'another' }, { token: gateway.upstream.tokens.forge({ jti: 'x' }, 'administrator') });
    expect(other.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('the key is in no log line', async () => {
    await start();
    const key = `key-${randomUUID()}`;
    await send(gateway, key);
    await send(gateway, key, { reason: 'another' });
    expect(gateway.logLines.join('')).not.toContain(key);
  });
});

describeWithRedis('an idempotency key on two replicas', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let replicas: TestGateway[];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.client.flushall();
    upstream = await startUpstream({ rateLimit: 'off' });
    const settings = { cache: { redisUrls: [redis.url], admissionMs: 300_000 } };
    const options = { behind: upstream, remembers: true, settings, server: { requestTimeoutMs: 5000 } };
    replicas = await Promise.all([startTestGateway(options), startTestGateway(options)]);
    await Promise.all(replicas.map((replica) => until(async () => ((await (await fetch(`${replica.origin}/health/ready`)).json()) as { redis: string }).redis === 'ok')));
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all(replicas.map((replica) => replica.stop()));
    await upstream.stop();
  });

  const [here, there] = [() => replicas[0] as TestGateway, () => replicas[1] as TestGateway];

  test('sent to both at once, both answer with one task: one POST', async () => {
    const { letGo } = hold(upstream);
    const key = randomUUID();
    const answers = await Promise.all([send(here(), key), send(there(), key), send(here(), key), send(there(), key)]);
    letGo();
    expect(new Set(answers.map(taskIdOf)).size).toBe(1);
    expect(answers[0]?.data.reassignCertification.task.id).toEqual(expect.any(String));
    expect(postsTo(upstream)).toBe(1);
  });

  test('an unknown outcome is known to both, and another input refused by both', async () => {
    const key = randomUUID();
    const heal = upstream.inject({ operation: 'submitReassignCertsAsync', lost: true });
    await send(here(), key);
    heal();
    expect((await send(there(), key)).errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'unknown', pendingTasks: expect.any(Array) });
    expect((await send(there(), key, { reason: 'another' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(postsTo(upstream)).toBe(1);
  });

  test('when the replica that has it has died, the outcome is unknown, and nothing is sent', async () => {
    const key = randomUUID();
    const heal = upstream.inject({ operation: 'submitReassignCertsAsync', latencyMs: 800 });
    const asked = send(here(), key);
    await until(() => postsTo(upstream) === 1);
    // Whatever it writes from now on is not heard.
    const names = await redis.client.keys('v1:idempotency:*');
    const texts = await redis.client.mget(names);
    await asked;
    await Promise.all(names.map((name, index) => redis.client.set(name, texts[index] as string)));
    heal();
    expect((await send(there(), key)).errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_TIMEOUT', outcome: 'unknown' });
    expect(postsTo(upstream)).toBe(1);
  });

  test('while Redis is away it is refused, as nobody can check it; without a key it is sent', async () => {
    redis.freeze();
    const refused = await send(here(), randomUUID());
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 1 });
    expect(refused.errors?.[0]?.extensions).not.toHaveProperty('outcome');
    expect(postsTo(upstream)).toBe(0);
    expect(await send(here(), null)).toMatchObject({ errors: undefined, data: { reassignCertification: { userErrors: [] } } });
  });

  test('that could not be checked can be sent again when Redis is back', async () => {
    const key = randomUUID();
    redis.freeze();
    await send(here(), key);
    redis.thaw();
    await until(async () => (await send(here(), key)).errors === undefined);
    expect(postsTo(upstream)).toBe(1);
  });

  test('Redis holds neither the key nor the input, for ten minutes at most', async () => {
    const key = `key-${randomUUID()}`;
    await send(here(), key, { reason: 'a very particular reason' });
    const names = await redis.client.keys('v1:idempotency:*');
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/^v1:idempotency:[0-9a-f]{64}$/);
      const text = await redis.client.get(name);
      expect(text).not.toContain(key);
      expect(text).not.toContain('a very particular reason');
      const lifeMs = await redis.client.pttl(name);
      expect(lifeMs).toBeGreaterThan(0);
      expect(lifeMs).toBeLessThanOrEqual(10 * minuteMs);
    }
  });
});
