import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportedCall } from '../../src/meter/report.js';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import type { Fault } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { textOf } from '../support/screens.js';
import { linesOf, meterOf, startMeteredGateway } from './support.js';

describe('a metered answer', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startMeteredGateway({ settings: { upstreamTimeoutMs: 300 } });
  });
  afterEach(() => gateway.stop());

  test('lists a call with the field that asked, how many shared it and how many ids are in it', async () => {
    const answer = await gateway.ask('{ a: certifications(first: 20) { nodes { pendingTasks { id } } } b: certifications(first: 20) { edges { node { pendingTasks { id } } } } }');
    expect(linesOf(meterOf(answer))).toEqual(['listCertifications ×1 for a (2), off', 'getPendingCertificationTasks ×20 for a.nodes.pendingTasks (40), null']);
  });

  test('says of a call when it was asked for, in which line it stood and what came of it', async () => {
    const { calls, durationMs } = meterOf(await gateway.ask('{ certifications(first: 10) { nodes { reviewers { nodes { id } } } } }'));
    expect(calls).toHaveLength(11);
    expect(calls[0]).toMatchObject({ method: 'GET', line: 'single', attempts: 1, outcome: '2xx' });
    expect(calls.at(-1)).toMatchObject({ field: 'certifications.nodes.reviewers', line: 'fan_out', attempts: 1, outcome: '2xx' });
    const [list, reviewers] = calls;
    // Those of the rows are asked for when the list has come.
    expect(reviewers?.startedAtMs).toBeGreaterThanOrEqual((list?.startedAtMs ?? NaN) + (list?.durationMs ?? NaN));
    for (const call of calls) expect(call.startedAtMs + call.waitMs + call.durationMs).toBeLessThanOrEqual(durationMs + 0.5);
  });

  test('of a mutation has the write, and the reads behind it', async () => {
    const meter = meterOf(await gateway.ask(textOf('Delegate'), sampleVariables(gateway.upstream.tenant)['Delegate']));
    expect(linesOf(meter)).toEqual([
      'createReassignmentConfiguration ×1 for createReassignmentConfiguration (1), null',
      'getEvaluateReassignmentConfiguration ×1 for createReassignmentConfiguration.evaluation (1), miss',
      'getPublicIdentities ×1 for createReassignmentConfiguration.evaluation.assignee.name (2), miss',
    ]);
    expect(meter.calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  test.each<[string, Fault, Partial<ReportedCall>]>([
    ['403', { status: 403, body: {} }, { outcome: '403', attempts: 1 }],
    ['404', { status: 404, body: {} }, { outcome: '404', attempts: 1 }],
    ['time limit', { hang: true }, { outcome: 'timeout', attempts: 1 }],
    ['503, and is well again', { status: 503, body: {}, times: 1 }, { outcome: '2xx', attempts: 2 }],
  ])('shows what came of a call that ended in a %s', async (_how, fault, expected) => {
    gateway.upstream.inject({ operation: 'listCertificationReviewers', ...fault });
    const answer = await gateway.ask('{ certifications(first: 1) { nodes { reviewers { nodes { id } } } } }');
    const [, reviewers, ...more] = meterOf(answer).calls;
    expect(reviewers).toMatchObject({ field: 'certifications.nodes.reviewers', ...expected });
    expect(more).toEqual([]);
  });

  test('shows a call that never left, and why', async () => {
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    gateway.upstream.tokens.revoke(token);
    const query = '{ reassignmentTenantConfiguration { isEnabled } }';
    expect(meterOf(await gateway.ask(query, {}, { token })).calls).toMatchObject([{ attempts: 1, outcome: '401' }]);
    expect(meterOf(await gateway.ask(query, {}, { token })).calls).toMatchObject([{ attempts: 0, line: null, durationMs: 0, outcome: 'token' }]);
  });

  test('has none for what GraphQL answers itself, and no part of an answer that refuses the document', async () => {
    expect(meterOf(await gateway.ask('{ __typename }'))).toMatchObject({ calls: [], lookUps: [], naiveCalls: 0, repeated: false });
    expect((await gateway.ask('{ nonsense }')).extensions).toEqual({});
  });
});

test('calls that the budget holds back show their wait', async () => {
  const windowMs = 400;
  const gateway = await startMeteredGateway({ generation: 'beta', settings: { budget: { calls: 10, windowMs } } });
  try {
    const { calls } = meterOf(await gateway.ask('{ certifications(first: 12) { nodes { pendingTasks { id } } } }'));
    expect(calls).toHaveLength(1 + 12);
    expect(calls.filter(({ outcome }) => outcome === '2xx')).toHaveLength(13);
    // The first ten leave at once; whoever is left waits for the next window.
    expect(calls.filter(({ waitMs }) => waitMs > windowMs / 2).length).toBeGreaterThanOrEqual(3);
  } finally {
    await gateway.stop();
  }
});

test('nothing of it is there where the meter is off', async () => {
  const gateway = await startTestGateway();
  try {
    const answer = await gateway.ask('{ certifications(first: 1) { nodes { id } } }');
    expect(Object.keys(answer.extensions)).toEqual(['cost']);
  } finally {
    await gateway.stop();
  }
});
