import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { until } from '../support/until.js';
import { follow, type Follower, type FollowOptions } from './follow.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const taskRead = /TaskStatus|getCertificationTask/;

describe.each(['beta', 'v2025'] as const)('following a task on %s', (generation) => {
  const isBeta = generation === 'beta';
  let clock: ManualClock;
  let gateway: TestGateway;
  beforeEach(async () => {
    clock = createManualClock();
    gateway = await startTestGateway({ generation, remembers: true, now: clock.now, taskPolling: { pause: clock.pause } });
  });
  afterEach(() => gateway.stop());

  const examples = () => gateway.upstream.tenant.examples;
  const tokenOf = (persona: Parameters<TestGateway['upstream']['persona']>[0]) => gateway.upstream.persona(persona).token;
  const reads = () => gateway.upstream.requests.filter(({ operation }) => taskRead.test(operation ?? ''));
  /** A task of a certification that the administrator and the reviewer may see. */
  const task = () => {
    const found = gateway.upstream.tenant.tasks.get(examples().tasks.running);
    if (found === undefined) throw new Error('the tenant has no such task');
    return found;
  };
  const start = (options: Partial<FollowOptions> = {}): Follower =>
    follow(gateway, task().id, { token: tokenOf('administrator'), certificationId: task().targetId, ...options });

  async function started(options: Partial<FollowOptions> = {}): Promise<Follower> {
    const follower = start(options);
    await until(() => follower.events.length === 1);
    await isWaiting();
    return follower;
  }

  /** Nobody looks at the task before time has passed. */
  const isWaiting = () => until(() => clock.pauseCount() === 1);

  /** How many looks at the task there are, in these milliseconds. */
  async function looksIn(ms: number): Promise<number> {
    const before = reads().length;
    for (let passedMs = 0; passedMs < ms; passedMs += secondMs / 2) {
      clock.advance(secondMs / 2);
      await isWaiting();
    }
    return reads().length - before;
  }

  test('tells how it stands, then each change once, and completes after the end', async () => {
    task().startsAt = Infinity;
    const follower = await started();
    await looksIn(secondMs);
    task().startsAt = 0;
    await looksIn(10 * secondMs);
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    await follower.completed;
    expect(follower.statuses()).toEqual(['QUEUED', 'IN_PROGRESS', 'SUCCESS']);
    expect(follower.errorCodes()).toEqual([]);
  });

  test('one that has finished already is told once', async () => {
    task().finishesAt = 0;
    const follower = start();
    await follower.completed;
    expect(follower.statuses()).toEqual(['SUCCESS']);
    expect(reads()).toHaveLength(1);
  });

  test('however many follow: a read for each token, then one look for all, by the task’s id', async () => {
    const tokens = Array.from({ length: 3 }, () => gateway.upstream.tokens.issue({}, 'reviewer'));
    const followers: Follower[] = [];
    for (const token of [...tokens, ...tokens, ...tokens]) followers.push(await started({ token }));
    expect(reads()).toHaveLength(3);
    expect(await looksIn(secondMs)).toBe(1);
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    await Promise.all(followers.map(({ completed }) => completed));
    for (const follower of followers) expect(follower.statuses()).toEqual(['IN_PROGRESS', 'SUCCESS']);
    expect(gateway.upstream.requests).toHaveLength(3 + 2);
    expect(new Set(gateway.upstream.requests.map(({ operation }) => operation)).size).toBe(1);
  });

  test('looks once a second at first, less often while nothing changes, and again after a change', async () => {
    await started();
    expect(await looksIn(10 * secondMs)).toBe(4);
    expect(await looksIn(20 * secondMs)).toBe(4);
    task().startsAt = Infinity;
    while ((await looksIn(secondMs / 2)) === 0);
    expect(await looksIn(secondMs)).toBe(1);
  });

  test('one that is not there is null, and complete', async () => {
    const follower = follow(gateway, 'no-such-task', { token: tokenOf('administrator'), certificationId: task().targetId });
    await follower.completed;
    expect(follower.events).toEqual([expect.objectContaining({ data: { certificationTaskProgress: null } })]);
    expect(follower.errorCodes()).toEqual([]);
  });

  test('who may not read it is told FORBIDDEN and nothing of the task, while others follow it', async () => {
    const allowed = await started();
    const refused = start({ token: tokenOf('otherReviewer') });
    await refused.completed;
    task().finishesAt = 0;
    clock.advance(secondMs);
    await allowed.completed;
    expect(refused.events).toEqual([expect.objectContaining({ data: { certificationTaskProgress: null } })]);
    expect(refused.errorCodes()).toEqual(['FORBIDDEN']);
    expect(allowed.statuses()).toEqual(['IN_PROGRESS', 'SUCCESS']);
    expect(reads()).toHaveLength(3);
  });

  test('a token with the claims of somebody who follows it is not let in by them', async () => {
    const allowed = await started();
    const forged = start({ token: gateway.upstream.tokens.forge({}, 'administrator') });
    await forged.completed;
    expect(forged.errorCodes()).toEqual(['UNAUTHENTICATED']);
    expect(forged.statuses()).toEqual([undefined]);
    allowed.leave();
  });

  test('when the one whose token looks has gone, another one’s does', async () => {
    const first = await started({ token: tokenOf('reviewer') });
    const second = await started();
    await looksIn(secondMs);
    expect(reads().at(-1)?.personaKey).toBe('reviewer');
    first.leave();
    await isWaiting();
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    await second.completed;
    expect(reads().at(-1)?.personaKey).toBe('administrator');
    expect(second.statuses()).toEqual(['IN_PROGRESS', 'SUCCESS']);
  });

  test('nobody looks any more when all have gone', async () => {
    const followers = [await started(), await started()];
    for (const follower of followers) follower.leave();
    await until(() => clock.pauseCount() === 0);
    const before = reads().length;
    clock.advance(minuteMs);
    expect(clock.pauseCount()).toBe(0);
    expect(reads()).toHaveLength(before);
  });

  test('when a token is refused, those who follow with it are told, and the others go on', async () => {
    const token = gateway.upstream.tokens.issue({}, 'reviewer');
    const first = await started({ token });
    const tab = await started({ token });
    const other = await started();
    gateway.upstream.tokens.revoke(token);
    task().startsAt = Infinity;
    clock.advance(secondMs);
    await Promise.all([first.completed, tab.completed]);
    await until(() => other.events.length === 2);
    await isWaiting();
    task().finishesAt = 0;
    clock.advance(secondMs);
    await other.completed;
    expect([first.statuses(), first.errorCodes()]).toEqual([['IN_PROGRESS', undefined], ['UNAUTHENTICATED']]);
    expect([tab.statuses(), tab.errorCodes()]).toEqual([['IN_PROGRESS', undefined], ['UNAUTHENTICATED']]);
    expect([other.statuses(), other.errorCodes()]).toEqual([['IN_PROGRESS', 'QUEUED', 'SUCCESS'], []]);
  });

  test('a token that is not the one to look with is asked for again after five minutes', async () => {
    const other = await started();
    const token = gateway.upstream.tokens.issue({}, 'reviewer');
    const follower = await started({ token });
    gateway.upstream.tokens.revoke(token);
    await looksIn(4 * minuteMs);
    expect(follower.errorCodes()).toEqual([]);
    await looksIn(2 * minuteMs);
    await follower.completed;
    expect(follower.errorCodes()).toEqual(['UNAUTHENTICATED']);
    other.leave();
  });

  test('one that is not there any more is null then, and complete; its end is not made up', async () => {
    const follower = await started();
    gateway.upstream.tenant.tasks.delete(task().id);
    clock.advance(secondMs);
    await follower.completed;
    expect(follower.statuses()).toEqual(['IN_PROGRESS', undefined]);
    expect(follower.errorCodes()).toEqual([]);
  });

  test('a status newer than the schema is told by its word, and is not the end', async () => {
    const follower = await started();
    const heal = gateway.upstream.inject({ operation: taskRead, rewrite: (json) => ({ ...(json as object), status: 'PAUSED' }) });
    await looksIn(secondMs);
    await until(() => follower.events.length === 2);
    heal();
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    await follower.completed;
    expect(follower.events.map(({ data }) => data?.certificationTaskProgress?.['statusName'])).toEqual(['IN_PROGRESS', 'PAUSED', 'SUCCESS']);
    expect(follower.statuses()[1]).toBeNull();
  });

  test('looks that fail are borne: the next one may see it', async () => {
    const follower = await started();
    gateway.upstream.inject({ operation: taskRead, times: 3, status: 500, body: {} });
    expect(await looksIn(10 * secondMs)).toBeGreaterThan(3);
    task().finishesAt = 0;
    clock.advance(5 * secondMs);
    await follower.completed;
    expect(follower.statuses()).toEqual(['IN_PROGRESS', 'SUCCESS']);
    expect(follower.errorCodes()).toEqual([]);
  });

  test.each([
    [{ status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    [{ status: 429, headers: { 'retry-after': '300' } }, 'RATE_LIMITED'],
  ])('after a minute in which it could not be seen (%j), the stream ends with the failure', async (fault, code) => {
    const follower = await started();
    gateway.upstream.inject({ operation: taskRead, body: {}, ...fault });
    await looksIn(59 * secondMs);
    expect(follower.errorCodes()).toEqual([]);
    clock.advance(6 * secondMs);
    await follower.completed;
    expect(follower.errorCodes()).toEqual([code]);
  });

  test('Q60: texts are read by each in its own language, once', async () => {
    const german = await started({ headers: { 'accept-language': 'de' } });
    const english = await started({ token: tokenOf('reviewer'), headers: { 'accept-language': 'en' } });
    Object.assign(task(), { outcome: 'ERROR', errors: ['The server did not find a current representation for the target resource.'], finishesAt: 0 });
    const before = reads().length;
    clock.advance(secondMs);
    await Promise.all([german.completed, english.completed]);
    const last = (follower: Follower) => follower.events.at(-1)?.data?.certificationTaskProgress;
    expect(last(german)).toMatchObject({ status: 'ERROR', errors: [{ text: expect.any(String) }] });
    expect(reads().slice(before).map(({ headers }) => headers['accept-language']).toSorted()).toEqual(['de', 'en']);
    if (!isBeta) expect(last(german)).not.toEqual(last(english));
  });

  test('what its end has changed is read anew by all', async () => {
    const certification = 'query ($id: ID!) { certification(id: $id) { name } }';
    const askBoth = async () => {
      const answers = [];
      for (const as of ['administrator', 'reviewer'] as const) answers.push(await gateway.ask(certification, { id: task().targetId }, { as }));
      return answers.map(({ upstreamCalls }) => upstreamCalls);
    };
    await askBoth();
    expect(await askBoth()).toEqual([0, 0]);
    const follower = await started();
    task().finishesAt = 0;
    clock.advance(secondMs);
    await follower.completed;
    expect(await askBoth()).toEqual([1, 1]);
  });

  test.each([
    [{ taskId: '../x' }, 'taskId'],
    [{ certificationId: 'a/b' }, 'certificationId'],
  ])('%j is BAD_USER_INPUT that names the argument, without a call', async (wrong, argument) => {
    const { taskId = task().id, certificationId } = wrong as { taskId?: string; certificationId?: string };
    const follower = follow(gateway, taskId, { token: tokenOf('administrator'), certificationId });
    await follower.completed;
    expect(follower.events[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('beta needs the certification of a task that the gateway has not seen, later generations do not', async () => {
    const follower = start({ certificationId: undefined });
    if (isBeta) {
      await follower.completed;
      expect(follower.events[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'certificationId' });
    } else {
      await until(() => follower.events.length === 1);
      expect(follower.statuses()).toEqual(['IN_PROGRESS']);
      follower.leave();
    }
  });
});
