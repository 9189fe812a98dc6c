import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Certification } from '../../src/sandbox/model.js';
import type { Fault } from '../../src/sandbox/upstream.js';
import type { TestGateway, TestGatewayOptions } from '../support/gateway.js';
import { idsOf, largeCertification, madeOutOf, reassignItems, startBulkGateway, strangersTo, writesTo, type Outcome, type Reassignment } from './bulk.js';

let gateway: TestGateway;
let certification: Certification;
/** For three reviewers, in this order. */
let reassignments: Reassignment[];

/** Tasks end at once. */
async function start(itemsEach: number, options: TestGatewayOptions = {}): Promise<void> {
  gateway = await startBulkGateway({ settings: { upstreamTimeoutMs: 2000 }, ...options, tenant: { taskTiming: { queuedMs: 0, runningMs: 0 } } });
  certification = largeCertification(gateway);
  const ids = idsOf(certification.items);
  reassignments = strangersTo(gateway, certification, 3).map((reassignToId, who) => ({ reassignToId, itemIds: ids.slice(who * itemsEach, (who + 1) * itemsEach) }));
}

afterEach(() => gateway.stop());

const ask = () => gateway.ask(reassignItems, { input: { certificationId: certification.id, reassignments, reason: 'on leave' } }, { as: 'reviewer' });

/** One for each reviewer, whose items all fare alike. */
async function outcomesOf(): Promise<Pick<Outcome, 'outcome' | 'message' | 'userError'>[]> {
  const answer = await ask();
  expect(answer.errors).toBeUndefined();
  const outcomes = answer.data.reassignAccessReviewItems.outcomes as Outcome[];
  return reassignments.map(({ reassignToId }) => {
    const [first, ...others] = outcomes.filter(({ reviewer }) => reviewer.id === reassignToId);
    if (first === undefined) throw new Error('the new reviewer is not in the answer');
    const { outcome, message, userError } = first;
    for (const other of others) expect(other).toMatchObject({ outcome, message, userError });
    return { outcome, message, userError };
  });
}

/** Strikes the second write. */
function injectAtSecond(fault: Fault): void {
  let writes = 0;
  gateway.upstream.inject({ ...fault, times: 1, when: ({ method }) => method === 'POST' && (writes += 1) === 2 });
}

/** Every reviewer has their items, in one piece: nothing was moved twice, or in two calls. */
function expectAllMovedOnce(): void {
  const made = madeOutOf(gateway, certification);
  expect(made).toHaveLength(3);
  expect(made.map(({ reviewer, items }) => [reviewer.id, idsOf(items)]).toSorted()).toEqual(reassignments.map(({ reassignToId, itemIds }) => [reassignToId, itemIds]).toSorted());
}

describe.each([
  ['at once', 10, 'MOVED'],
  ['by tasks', 60, 'STARTED'],
])('when the second of three calls fails, items being moved %s', (_how, itemsEach, done) => {
  beforeEach(() => start(itemsEach));

  test.each([
    ['400', { status: 400, body: { detailCode: '400.1', causes: [{ text: 'Not this one.' }] } }, 'UPSTREAM_REJECTED'],
    ['403', { status: 403, body: { messages: [{ text: 'Not this one.' }] } }, 'NOT_PERMITTED'],
    ['404', { status: 404, body: { messages: [{ text: 'Not this one.' }] } }, 'TARGET_NOT_FOUND'],
  ])('a %s is of that call alone, and asking again makes up for it', async (_status, fault, code) => {
    injectAtSecond(fault);
    const [first, second, third] = await outcomesOf();
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual([done, 'REFUSED', done]);
    expect(second).toMatchObject({ message: 'Not this one.', userError: { code, message: 'Not this one.' } });
    expect((await outcomesOf()).map(({ outcome }) => outcome)).toEqual(['NOT_IN_CERTIFICATION', done, 'NOT_IN_CERTIFICATION']);
    expectAllMovedOnce();
  });

  test.each<[string, Fault, string]>([
    ['that was not done', { reset: true }, done],
    ['that is answered 503', { status: 503, html: true }, done],
    ['that hangs', { hang: true }, done],
    ['that was done, and its answer lost', { lost: true }, 'NOT_IN_CERTIFICATION'],
    ['that was done, and its answer cut off', { cut: true }, 'NOT_IN_CERTIFICATION'],
  ])('Q52: one %s is UNKNOWN, nothing is sent behind it, and asking again moves what was not moved', async (_what, fault, again) => {
    injectAtSecond(fault);
    const [first, second, third] = await outcomesOf();
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual([done, 'UNKNOWN', 'NOT_SENT']);
    expect(second?.message).toMatch(/^Sent, and it is not known whether it was moved\. ./);
    expect(third?.message).toMatch(/^Not sent; ask again\. ./);
    expect(writesTo(gateway)).toHaveLength(2);
    expect((await outcomesOf()).map(({ outcome }) => outcome)).toEqual(['NOT_IN_CERTIFICATION', again, done]);
    expectAllMovedOnce();
  });

  test('one that the upstream has no budget for is NOT_SENT, and all behind it', async () => {
    injectAtSecond({ status: 429, body: { message: 'Rate Limit Exceeded' }, headers: { 'retry-after': '60' } });
    const [first, second, third] = await outcomesOf();
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual([done, 'NOT_SENT', 'NOT_SENT']);
    expect(second?.message).toBe('Not sent; ask again in 60 seconds. Rate Limit Exceeded');
    expect(writesTo(gateway)).toHaveLength(2);
  });
});

describe('when the first call fails', () => {
  beforeEach(() => start(10));

  test('and nothing can have been done, that is the error of the field', async () => {
    gateway.upstream.inject({ operation: 'reassignIdentityCertifications', status: 429, body: {}, headers: { 'retry-after': '60' } });
    const answer = await ask();
    expect(answer.data.reassignAccessReviewItems).toBeNull();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty('outcome');
  });

  test('and it is not known whether it was done, the outcomes tell', async () => {
    gateway.upstream.inject({ operation: 'reassignIdentityCertifications', lost: true });
    expect((await outcomesOf()).map(({ outcome }) => outcome)).toEqual(['UNKNOWN', 'NOT_SENT', 'NOT_SENT']);
  });

  test('being refused, the next ones are sent', async () => {
    gateway.upstream.inject({ operation: 'reassignIdentityCertifications', status: 400, body: {}, times: 1 });
    expect((await outcomesOf()).map(({ outcome }) => outcome)).toEqual(['REFUSED', 'MOVED', 'MOVED']);
  });
});

test.each([
  ['getPendingCertificationTasks', 1],
  ['listIdentityAccessReviewItems', 2],
])('what %s fails with is the error of the field, and nothing is sent', async (operation, calls) => {
  await start(10);
  gateway.upstream.inject({ operation, status: 500, body: {} });
  const answer = await ask();
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(answer.upstreamCalls).toBe(calls);
  expect(writesTo(gateway)).toEqual([]);
});

test('with little time left, no further call is begun', async () => {
  await start(10, { server: { requestTimeoutMs: 4000 } });
  const outcomes = await outcomesOf();
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['MOVED', 'NOT_SENT', 'NOT_SENT']);
  expect(outcomes[1]?.message).toContain('time of the request');
});
