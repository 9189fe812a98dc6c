import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../src/sandbox/graphiql-samples.js';
import { allOf, eventClient } from './server/streams.js';
import { startTestGateway, type AskOptions, type TestGateway } from './support/gateway.js';
import { askedScreens, followedScreens, textOf } from './support/screens.js';

/** The fewest upstream calls that a screen can take with nothing cached, for the sandbox's tenant; null where beta has no such thing. */
const callsOf: Readonly<Record<string, { beta: number | null; stable: number; as?: AskOptions['as'] }>> = {
  ReviewerInbox: { beta: 1 + 25, stable: 2, as: 'reviewer' },
  MyCampaigns: { beta: 1, stable: 1, as: 'reviewer' },
  CertificationDetail: { beta: 3, stable: 3 },
  // The certification, its decisions by type of access, its items.
  ReviewCertification: { beta: null, stable: 3, as: 'reviewer' },
  ReviewSubjects: { beta: null, stable: 2, as: 'reviewer' },
  // Every verdict has its comment: nothing is to be looked up.
  DecideItems: { beta: null, stable: 1, as: 'reviewer' },
  // What is under way there, the items, and one call for all of them.
  ReassignItems: { beta: null, stable: 3, as: 'reviewer' },
  // Two that have ended: a look at what is pending, and one at each.
  ReassignItemsProgress: { beta: null, stable: 3 },
  SignOff: { beta: null, stable: 1, as: 'reviewer' },
  Campaigns: { beta: null, stable: 1 },
  // The campaign, its certifications, and for each of 20 its decisions.
  CampaignDecisions: { beta: null, stable: 1 + 1 + 20 },
  // 100 certifications, and whoever reviews them in one lookup.
  EscalateToManagers: { beta: 2, stable: 2 },
  Escalate: { beta: null, stable: 1 },
  // 400 certifications.
  CampaignBoard: { beta: 2, stable: 2 },
  ReviewerWorkloads: { beta: 2, stable: 2 },
  ReassignDialog: { beta: 3, stable: 3 },
  ReassignCandidate: { beta: 2, stable: 2 },
  Reassign: { beta: 1, stable: 1 },
  // One that has ended: a look at it, and its certification.
  ReassignOutcome: { beta: 2, stable: 2 },
  DelegationSettings: { beta: 3, stable: 3 },
  Delegate: { beta: 3, stable: 3 },
  TakeBack: { beta: 1, stable: 1 },
  TeamDelegations: { beta: 12, stable: 12 },
  // 60 configured identities: three full pages, and one to see that there are no more.
  AllDelegations: { beta: 4, stable: 1 },
  TenantSwitch: { beta: 1, stable: 1 },
  SetTenantSwitch: { beta: 1, stable: 1 },
  WhoEndsUp: { beta: 4, stable: 4 },
  ItemPermissions: { beta: 1, stable: 1 },
  // Two certifications.
  RunningTasks: { beta: 2 + 1, stable: 2 },
  Dashboard: { beta: 4 + 20 + 20, stable: 4 + 1 + 20 },
};

test('every screen of examples/ has its number of calls', () => {
  expect([...askedScreens].toSorted()).toEqual(Object.keys(callsOf).toSorted());
  expect(followedScreens).toEqual(['ReassignProgress']);
});

describe.each(['beta', 'v2025'] as const)('screens on %s, nothing cached', (generation) => {
  let gateway: TestGateway;
  // A gateway for each test: names that one screen has looked up would be at hand for the next.
  beforeEach(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterEach(() => gateway.stop());

  test.each(Object.keys(callsOf))('%s takes the fewest calls and answers without an error', async (name) => {
    const { beta, stable, as = 'administrator' } = callsOf[name] ?? { beta: NaN, stable: NaN };
    const calls = generation === 'beta' ? beta : stable;
    const answer = await gateway.ask(textOf(name), sampleVariables(gateway.upstream.tenant)[name], { as });
    if (calls === null) {
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain('BAD_USER_INPUT');
      expect(gateway.upstream.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
      return;
    }
    expect(answer.errors).toBeUndefined();
    expect(gateway.upstream.requests.map(({ operation }) => operation)).toHaveLength(calls);
    expect(answer.upstreamCalls).toBe(calls);
    for (const field of Object.values(answer.data as Record<string, unknown>)) expect(field).not.toBeNull();
  });

  test('ReassignProgress takes one call for each look', async () => {
    const client = eventClient(gateway, gateway.upstream.persona('administrator').token);
    const events = await allOf(client, textOf('ReassignProgress'), sampleVariables(gateway.upstream.tenant)['ReassignProgress']);
    expect(events.map(({ data, errors }) => [data.certificationTaskProgress.status, errors])).toEqual([['SUCCESS', undefined]]);
    expect(gateway.upstream.requests.filter(({ operation }) => /Task/.test(operation ?? ''))).toHaveLength(1);
  });

  test('50 certifications named by another subgraph take 1 call', async () => {
    const ids = [...gateway.upstream.tenant.certifications.values()]
      .filter(({ reviewer }) => reviewer.type === 'IDENTITY')
      .slice(0, 50)
      .map(({ id }) => id);
    const answer = await gateway.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Certification { id name } } }',
      { representations: ids.map((id) => ({ __typename: 'Certification', id })) },
    );
    expect(answer.data._entities.map((entity: { id: string }) => entity.id)).toEqual(ids);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('a later page of the board, beyond the first 250, takes the same 2 calls', async () => {
    const answer = await gateway.ask(textOf('CampaignBoard'), { ...sampleVariables(gateway.upstream.tenant)['CampaignBoard'], offset: 240 });
    expect(answer.data.certifications.nodes).toHaveLength(25);
    expect(answer.data.certifications.summary.certificationCount).toBe(400);
    expect(answer.upstreamCalls).toBe(2);
  });
});
