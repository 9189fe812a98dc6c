import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Task } from '../../src/sandbox/model.js';
import { startTestGateway, type Answer, type AskOptions, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { until } from '../support/until.js';

const secondMs = 1000;
const query = `query ($ids: [ID!]!, $certificationId: ID, $waitSeconds: Int) {
  certificationTasks(ids: $ids, certificationId: $certificationId, waitSeconds: $waitSeconds) {
    taskCount missingCount finishedCount failedCount isFinished tasks { id status errors { text } }
  }
}`;

let clock: ManualClock;
let gateway: TestGateway;
let tasks: Task[];

/** With three tasks under way on one certification. */
async function start(generation: 'beta' | 'v2025', options: TestGatewayOptions = {}): Promise<void> {
  clock = createManualClock();
  gateway = await startTestGateway({ generation, remembers: true, now: clock.now, taskPolling: { pause: clock.pause }, ...options });
  const { tenant } = gateway.upstream;
  const running = tenant.tasks.get(tenant.examples.tasks.running);
  if (running === undefined) throw new Error('the tenant has no such task');
  tasks = ['one', 'two', 'three'].map((id) => ({ ...running, id, effect: null }));
  for (const task of tasks) tenant.tasks.set(task.id, task);
}

afterEach(() => gateway.stop());

const ask = (ids: readonly string[], waitSeconds: number | null = null, options: AskOptions = {}): Promise<Answer> =>
  gateway.ask(query, { ids, certificationId: tasks[0]?.targetId, waitSeconds }, options);
const askAll = (waitSeconds: number | null = null, options: AskOptions = {}) => ask(['one', 'two', 'three'], waitSeconds, options);
function end(index: number, how: Partial<Task> = {}): void {
  Object.assign(tasks[index] ?? {}, { finishesAt: 0, ...how });
}
/** One pause is until the time is up, the other until the next look. */
const isWaiting = () => until(() => clock.pauseCount() === 2);

describe.each(['beta', 'v2025'] as const)('several tasks together on %s', (generation) => {
  beforeEach(() => start(generation));

  test('as they stand, in the order of the ids, each once', async () => {
    end(1, { outcome: 'ERROR', errors: ['No room.'] });
    const answer = await ask(['three', 'two', 'three', 'one']);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTasks).toEqual({
      taskCount: 3,
      missingCount: 0,
      finishedCount: 1,
      failedCount: 1,
      isFinished: false,
      tasks: [
        { id: 'three', status: 'IN_PROGRESS', errors: [] },
        { id: 'two', status: 'ERROR', errors: [{ text: 'No room.' }] },
        { id: 'one', status: 'IN_PROGRESS', errors: [] },
      ],
    });
    // Beta: each. Later: all that are pending, and the one that is not.
    expect(answer.upstreamCalls).toBe(generation === 'beta' ? 3 : 2);
  });

  test('those that there are not are left out', async () => {
    const { data } = await ask(['one', 'nowhere']);
    expect(data.certificationTasks).toMatchObject({ taskCount: 2, missingCount: 1, tasks: [{ id: 'one' }] });
    // Nobody has seen it end.
    expect((await ask(['nowhere'])).data.certificationTasks).toMatchObject({ taskCount: 1, missingCount: 1, isFinished: false, tasks: [] });
  });

  test('those that the caller may not see are left out', async () => {
    const foreign: Task = { ...(tasks[0] as Task), id: 'foreign', targetId: gateway.upstream.tenant.examples.certifications.ofOtherReviewer, effect: null };
    gateway.upstream.tenant.tasks.set('foreign', foreign);
    // Beta asks for all of them by the one certification.
    const { data, errors } = await ask(['one', 'foreign'], null, { as: 'reviewer' });
    expect(errors).toBeUndefined();
    expect(data.certificationTasks).toMatchObject({ taskCount: 2, missingCount: 1, tasks: [{ id: 'one' }] });
  });

  test('answers when the last one has ended, after one look a second at all of them', async () => {
    const asked = askAll(20);
    await isWaiting();
    end(0);
    clock.advance(secondMs);
    await isWaiting();
    end(1, { outcome: 'ERROR', errors: ['No room.'] });
    end(2);
    clock.advance(secondMs);
    const answer = await asked;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTasks).toMatchObject({
      taskCount: 3,
      finishedCount: 3,
      failedCount: 1,
      isFinished: true,
      tasks: [{ status: 'SUCCESS' }, { status: 'ERROR' }, { status: 'SUCCESS' }],
    });
    expect(answer.upstreamCalls).toBe(generation === 'beta' ? 3 + 3 + 2 : 1 + 2 + 3);
  });

  test('answers after so many seconds with the tasks as they then stand', async () => {
    const asked = askAll(1);
    await isWaiting();
    end(2);
    clock.advance(secondMs);
    const answer = await asked;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationTasks).toMatchObject({ taskCount: 3, isFinished: false });
    expect(clock.pauseCount()).toBe(0);
  });

  test('looks that fail meanwhile are no errors: the tasks are answered as they were seen last', async () => {
    const asked = askAll(5);
    await isWaiting();
    gateway.upstream.inject({ operation: /Task/, status: 503, body: {} });
    clock.advance(secondMs);
    await isWaiting();
    clock.advance(4 * secondMs);
    expect(await asked).toMatchObject({ errors: undefined, data: { certificationTasks: { taskCount: 3, finishedCount: 0 } } });
  });

  test('a token that is refused meanwhile is told so', async () => {
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    const asked = askAll(20, { token });
    await isWaiting();
    gateway.upstream.tokens.revoke(token);
    clock.advance(secondMs);
    expect((await asked).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('when one alone has not ended, those who follow it share the looks', async () => {
    end(0);
    end(1);
    const asked = [askAll(20), askAll(20)];
    // Each until its time is up, and both until the next look.
    await until(() => clock.pauseCount() === 3);
    end(2);
    gateway.upstream.clearRequests();
    clock.advance(secondMs);
    for (const answer of await Promise.all(asked)) expect(answer.data.certificationTasks).toMatchObject({ isFinished: true });
    expect(gateway.upstream.requests).toHaveLength(1);
  });

  test('the end makes old what the tasks have changed', async () => {
    const reviewers = () => gateway.ask('query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', { id: tasks[0]?.targetId });
    await reviewers();
    expect((await reviewers()).upstreamCalls).toBe(0);
    end(0);
    await askAll();
    expect((await reviewers()).upstreamCalls).toBe(1);
  });

  test.each([
    [[], 'ids'],
    [Array.from({ length: 101 }, (_, index) => `task-${index}`), 'ids'],
    [['one', '../x'], 'ids'],
  ])('refuses %j without a call', async (ids, argument) => {
    const answer = await ask(ids);
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('refuses 26 seconds without a call', async () => {
    const answer = await askAll(26);
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'waitSeconds' } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('is answered at once when the gateway stops', async () => {
    await gateway.stop();
    await start(generation, { bounds: { handOverMs: 0, finishMs: 10_000 } });
    const asked = askAll(25);
    await isWaiting();
    const stopped = gateway.stop();
    expect(await asked).toMatchObject({ errors: undefined, data: { certificationTasks: { finishedCount: 0 } } });
    await stopped;
  });
});

test('on beta the certification is needed, unless the gateway has seen the tasks', async () => {
  await start('beta');
  const without = () => gateway.ask(query, { ids: ['one', 'two'] });
  expect((await without()).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'certificationId' } });
  await askAll();
  expect((await without()).data.certificationTasks).toMatchObject({ taskCount: 2 });
});
