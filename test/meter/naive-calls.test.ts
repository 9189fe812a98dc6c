import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import type { AskOptions, TestGateway } from '../support/gateway.js';
import { textOf } from '../support/screens.js';
import { attemptsOf, meterOf, startMeteredGateway } from './support.js';

interface Counted {
  /** To be added up by hand, from what the screen shows: one call for each. */
  readonly naive: number;
  readonly beta: number;
  readonly stable: number;
  readonly as?: AskOptions['as'];
}

const counted: Readonly<Record<string, Counted>> = {
  // Types, the switch, configurations, two lists; for each of 20 rows its tasks and its reviewers, and for each of 20 more its reviewers.
  Dashboard: { naive: 3 + 2 + 20 * 2 + 20, beta: 4 + 20 + 20, stable: 4 + 1 + 20 },
  // The list, and the tasks of each of 25.
  ReviewerInbox: { naive: 1 + 25, beta: 1 + 25, stable: 2, as: 'reviewer' },
  // The list, and what it is summed up from: one call shows both.
  MyCampaigns: { naive: 1 + 1, beta: 1, stable: 1, as: 'reviewer' },
  // The page, and two of 250 rows to sum up 400.
  CampaignBoard: { naive: 1 + 2, beta: 2, stable: 2 },
  // No page: only the two to sum up.
  ReviewerWorkloads: { naive: 2, beta: 2, stable: 2 },
  CertificationDetail: { naive: 3, beta: 3, stable: 3 },
  // The list, and for each of 100 rows its reviewer and the reviewer's manager.
  EscalateToManagers: { naive: 1 + 2 * 100, beta: 2, stable: 2 },
  // The write, the configuration and the evaluation behind it, and two names.
  Delegate: { naive: 1 + 2 + 2, beta: 3, stable: 3 },
  // Three chains, and the twelve identities in them.
  WhoEndsUp: { naive: 3 + 12, beta: 4, stable: 4 },
  // A write, and nothing to look up.
  SetTenantSwitch: { naive: 1, beta: 1, stable: 1 },
};

describe.each(['beta', 'v2025'] as const)('what a naive client would have spent, on %s', (generation) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startMeteredGateway({ generation });
  });
  afterEach(() => gateway.stop());

  test.each(Object.entries(counted))('%s', async (screen, { naive, beta, stable, as = 'administrator' }) => {
    const answer = await gateway.ask(textOf(screen), sampleVariables(gateway.upstream.tenant)[screen], { as });
    const meter = meterOf(answer);
    expect(answer.errors).toBeUndefined();
    expect({ naiveCalls: meter.naiveCalls, calls: meter.calls.length }).toEqual({ naiveCalls: naive, calls: generation === 'beta' ? beta : stable });
    expect(attemptsOf(meter)).toBe(gateway.upstream.requests.length);
    expect(answer.upstreamCalls).toBe(gateway.upstream.requests.length);
  });
});
