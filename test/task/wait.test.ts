import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type Answer, type AskOptions, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { until } from '../support/until.js';
import { follow } from './follow.js';

const secondMs = 1000;
const query = `query ($id: ID!, $certificationId: ID, $waitSeconds: Int) {
  certificationTask(id: $id, certificationId: $certificationId, waitSeconds: $waitSeconds) { id status isFinished }
}`;

describe.each(['beta', 'v2025'] as const)('waiting for the end of a task on %s', (generation) => {
  let clock: ManualClock;
  let gateway: TestGateway;
  const start = async (options: TestGatewayOptions = {}) => {
    gateway = await startTestGateway({ generation, remembers: true, now: clock.now, taskPolling: { pause: clock.pause }, ...options });
  };
  beforeEach(() => {
    clock = createManualClock();
  });
  afterEach(() => gateway.stop());

  const task = () => {
    const { examples, tasks } = gateway.upstream.tenant;
    const found = tasks.get(examples.tasks.running);
    if (found === undefined) throw new Error('the tenant has no such task');
    return found;
  };
  const ask = (waitSeconds: number | null | undefined, options: AskOptions = {}): Promise<Answer> =>
    gateway.ask(query, { id: task().id, certificationId: task().targetId, waitSeconds }, options);
  /** One pause is until the time is up, the other until the next look. */
  const isWaiting = () => until(() => clock.pauseCount() === 2);
  async function pass(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += secondMs / 2) {
      await isWaiting();
      clock.advance(secondMs / 2);
    }
  }

  test('answers as soon as it has ended, after one call each look', async () => {
    await start();
    const asked = ask(20);
    await pass(3 * secondMs);
    await isWaiting();
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    const answer = await asked;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTask).toEqual({ id: task().id, status: 'SUCCESS', isFinished: true });
    // At once, after one second, after one and a half more, and at the end.
    expect(answer.upstreamCalls).toBe(4);
    expect(gateway.upstream.requests).toHaveLength(4);
  });

  test('answers after so many seconds with the task as it then stands', async () => {
    await start();
    const asked = ask(3);
    await pass(2 * secondMs);
    task().startsAt = Infinity;
    await pass(secondMs);
    const answer = await asked;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTask).toMatchObject({ status: 'QUEUED', isFinished: false });
    expect(clock.pauseCount()).toBe(0);
  });

  test.each([0, null, undefined])('waits not at all for %p seconds', async (waitSeconds) => {
    await start();
    const answer = await ask(waitSeconds);
    expect(answer.data.certificationTask).toMatchObject({ status: 'IN_PROGRESS' });
    expect(answer.upstreamCalls).toBe(1);
  });

  test.each([-1, 26, 2_000_000_000])('%d seconds are BAD_USER_INPUT that says what is allowed, without a call', async (waitSeconds) => {
    await start();
    const answer = await ask(waitSeconds);
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('0 to 25'), extensions: { code: 'BAD_USER_INPUT', argument: 'waitSeconds' } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('one that has ended, or is not there, is not waited for', async () => {
    await start();
    task().finishesAt = 0;
    expect((await ask(25)).data.certificationTask).toMatchObject({ status: 'SUCCESS' });
    const absent = await gateway.ask(query, { id: 'no-such-task', certificationId: task().targetId, waitSeconds: 25 });
    expect(absent).toMatchObject({ data: { certificationTask: null }, errors: undefined });
  });

  test('looks that fail meanwhile are no errors: it is answered as it was seen last', async () => {
    await start();
    const asked = ask(3);
    await isWaiting();
    gateway.upstream.inject({ operation: /Task/, status: 503, body: {} });
    await pass(3 * secondMs);
    expect(await asked).toMatchObject({ errors: undefined, data: { certificationTask: { status: 'IN_PROGRESS' } } });
  });

  test('a token that is refused meanwhile is told so', async () => {
    await start();
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    const asked = ask(20, { token });
    await isWaiting();
    gateway.upstream.tokens.revoke(token);
    clock.advance(secondMs);
    expect((await asked).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('those who wait and those who follow share the looks', async () => {
    await start();
    const follower = follow(gateway, task().id, { token: gateway.upstream.persona('administrator').token, certificationId: task().targetId });
    await until(() => follower.events.length === 1);
    const asked = ask(20, { as: 'reviewer' });
    await isWaiting();
    task().finishesAt = 0;
    clock.advance(secondMs);
    expect((await asked).data.certificationTask).toMatchObject({ status: 'SUCCESS' });
    await follower.completed;
    expect(gateway.upstream.requests).toHaveLength(2 + 1);
  });

  test('is answered at once when the gateway stops', async () => {
    await start({ bounds: { handOverMs: 0, finishMs: 10_000 } });
    const asked = ask(25);
    await isWaiting();
    const stopped = gateway.stop();
    expect(await asked).toMatchObject({ errors: undefined, data: { certificationTask: { status: 'IN_PROGRESS' } } });
    await stopped;
  });

  test('answers before the request’s own time is up', async () => {
    await start({ taskPolling: {}, server: { requestTimeoutMs: 2500 } });
    const answer = await ask(25);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTask).toMatchObject({ status: 'IN_PROGRESS' });
  });
});
