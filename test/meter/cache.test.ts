import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallMeterReport } from '../../src/meter/report.js';
import type { Answer, TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { linesOf, meterOf, startMeteredGateway } from './support.js';

const board = '{ certifications(first: 10) { nodes { reviewers { nodes { id } } } } }';
const reviewersOf = '{ certifications(first: 10) { nodes { name reviewers { nodes { id } } } } }';
const outcomesOf = ({ calls }: CallMeterReport) => [...new Set(calls.map(({ cache }) => cache))];

describe('a metered answer out of the cache', () => {
  let gateway: TestGateway;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.now();
    gateway = await startMeteredGateway({ remembers: true, now: () => nowMs });
  });
  afterEach(() => gateway.stop());

  /** By a caller whom the upstream has accepted, with nothing in the cache that this test is about. */
  async function askAdmitted(query: string): Promise<CallMeterReport> {
    await gateway.ask('{ reassignmentTenantConfiguration { isEnabled } }');
    return meterOf(await gateway.ask(query));
  }

  test('lists each look-up, those that needed no call too', async () => {
    const cold = await askAdmitted(board);
    expect(outcomesOf(cold)).toEqual(['miss']);
    expect(cold.calls).toHaveLength(11);
    expect(cold.lookUps).toMatchObject([
      { resource: 'certification-list@v2025', field: 'certifications', keys: 1, hit: 0, miss: 1, joined: 0 },
      { resource: 'reviewers@v2025', field: 'certifications.nodes.reviewers', keys: 10, hit: 0, miss: 10, joined: 0 },
    ]);
    const warm = meterOf(await gateway.ask(reviewersOf));
    expect(warm).toMatchObject({ calls: [], naiveCalls: 11, repeated: false });
    expect(warm.lookUps).toMatchObject([
      { resource: 'certification-list@v2025', keys: 1, hit: 1, miss: 0 },
      { resource: 'reviewers@v2025', keys: 10, hit: 10, miss: 0 },
    ]);
  });

  test('shows another viewer the calls that they need themselves', async () => {
    const own = await askAdmitted(board);
    const other = meterOf(await gateway.ask(board, {}, { as: 'reviewer' }));
    expect(other.calls).toHaveLength(own.calls.length);
    // The first call is what admits them; those behind it may look.
    expect(other.lookUps[0]).toMatchObject({ resource: 'certification-list@v2025', hit: 0, off: 1 });
    expect(other.lookUps[1]).toMatchObject({ resource: 'reviewers@v2025', hit: 0 });
  });

  test('shows a renewal behind what was stale as a call that the answer did not wait for', async () => {
    await askAdmitted(board);
    gateway.upstream.clearRequests();
    nowMs += 70_000;
    const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', latencyMs: 200 });
    const stale = meterOf(await gateway.ask(board));
    // The list is too old to be shown, its rows' reviewers are not.
    expect(stale.calls.map(({ cache }) => cache)).toEqual(['miss', ...Array<string>(10).fill('stale')]);
    expect(stale.lookUps.at(-1)).toMatchObject({ resource: 'reviewers@v2025', keys: 10, stale: 10 });
    expect(stale.calls.filter(({ outcome }) => outcome === 'under_way').length).toBeGreaterThan(0);
    await until(() => gateway.upstream.requests.length === 11);
    heal();
  });

  test('says so when it was repeated as a whole: no call, no look-up, and what it spares all the same', async () => {
    await askAdmitted(board);
    await gateway.ask(board);
    const answer = await gateway.ask(board);
    expect((answer.extensions['cost'] as { cache: object }).cache).toEqual({ answer: expect.anything() });
    expect(meterOf(answer)).toEqual({ calls: [], lookUps: [], repeated: true, naiveCalls: 11, durationMs: expect.any(Number) });
  });
});

test('reads that another request has under way are joined, and are calls of that one alone', async () => {
  const gateway = await startMeteredGateway({ upstream: { latencyMs: 100 } });
  try {
    const answers: Answer[] = await Promise.all(Array.from({ length: 5 }, () => gateway.ask(board)));
    const meters = answers.map(meterOf);
    expect(gateway.upstream.requests).toHaveLength(11);
    expect(meters.map(({ calls }) => calls.length).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 11]);
    for (const meter of meters.filter(({ calls }) => calls.length === 0)) {
      expect(meter.lookUps.map(({ joined, keys }) => joined === keys)).toEqual([true, true]);
      expect(meter.naiveCalls).toBe(11);
    }
    expect(linesOf(meters.find(({ calls }) => calls.length > 0) as CallMeterReport)[0]).toBe('listCertifications ×1 for certifications (1), off');
  } finally {
    await gateway.stop();
  }
});
