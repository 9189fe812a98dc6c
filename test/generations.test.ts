import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from './support/gateway.js';

const generations = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v2031', 'v1'] as const;
const nowMs = Date.parse('2026-06-15T12:00:00Z');
const step = 'trail { from { id name } to { id name } type typeName }';

/** Reads that every generation answers alike; `only` names what v3, which has no work reassignment, leaves out. */
const reads: Readonly<Record<string, { query: string; isWorkReassignment?: true }>> = {
  'a list of certifications': {
    query: `query ($campaignId: ID!) { certifications(filter: { campaignIds: [$campaignId], isCompleted: false }, orderBy: [{ field: DUE }], first: 40) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name phase phaseName isCompleted isOverdue dueAt signedAt createdAt updatedAt hasErrors errorMessage
        campaign { id name type typeName description correlatedStatus mandatoryCommentRequirement }
        reviewer { id type name email } progress { decisionsMade decisionsTotal entitiesCompleted entitiesTotal entitiesRemaining }
        reassignment { comment from { id name } previousReviewer { id name email } } } } }`,
  },
  'a summary': {
    query: 'query ($campaignId: ID!) { certifications(filter: { campaignIds: [$campaignId] }, first: 1) { summary { certificationCount completedCount overdueCount reviewerWorkloads(first: 5) { reviewer { id } openCount } } } }',
  },
  'one certification with its reviewers': {
    query: 'query ($certificationId: ID!) { certification(id: $certificationId) { id name reviewers { totalCount nodes { id name email type } } } }',
  },
  'permissions': {
    query: 'query ($certificationId: ID!, $itemId: ID!) { certification(id: $certificationId) { item(id: $itemId) { permissions(filter: { rights: ["SELECT"] }) { totalCount nodes { target rights } } } } }',
  },
  'tasks': {
    query: `query ($taskId: ID!, $failedId: ID!, $taskCertificationId: ID!) {
      certificationTask(id: $taskId, certificationId: $taskCertificationId) { id type typeName status isFinished targetType targetId target { ... on Certification { id name } } }
      failed: certificationTask(id: $failedId, certificationId: $taskCertificationId) { status isFinished errors { text } }
      pendingCertificationTasks(filter: { targetIds: [$taskCertificationId] }) { totalCount nodes { id status } } }`,
  },
  'configurations': {
    isWorkReassignment: true,
    query: `{ reassignmentConfigurations(first: 100) { pageInfo { hasNextPage } nodes { id identity { id name } configDetails(configTypes: [ACCESS_REQUESTS, CERTIFICATIONS, MANUAL_TASKS]) { id configType targetIdentity { id name } startsAt endsAt isPermanent state auditDetails { createdAt createdBy { id } } } } } }`,
  },
  'a configuration, its evaluation and the switch': {
    isWorkReassignment: true,
    query: `query ($identityId: ID!) {
      reassignmentConfiguration(identityId: $identityId) { id configDetails { id configType state } }
      reassignmentEvaluation(identityId: $identityId, configType: CERTIFICATIONS) { assignee { id name } isReassigned ${step} }
      reassignmentTenantConfiguration { isEnabled } }`,
  },
  'nothing set up': {
    isWorkReassignment: true,
    query: 'query ($nobodyId: ID!) { reassignmentConfiguration(identityId: $nobodyId) { id } reassignmentEvaluation(identityId: $nobodyId, configType: MANUAL_TASKS) { isReassigned assignee { id } } }',
  },
};

/** Changes, in this order; each is asked for in every generation on a tenant of its own. */
const changes: Readonly<Record<string, { query: string; isWorkReassignment?: true }>> = {
  'reassigning': {
    query: 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { type status isFinished targetId } userErrors { code } } }',
  },
  'a refused reassignment': {
    query: 'mutation ($unknownInput: ReassignCertificationInput!) { reassignCertification(input: $unknownInput) { task { id } userErrors { __typename code } } }',
  },
  'setting up, changing and taking back': {
    isWorkReassignment: true,
    query: `mutation ($nobodyId: ID!, $toId: ID!, $otherId: ID!) {
      createReassignmentConfiguration(input: { identityId: $nobodyId, configType: CERTIFICATIONS, reassignToId: $toId, endsAt: "2030-01-01T00:00:00Z" }) { configDetail { id targetIdentity { id name } endsAt state } evaluation { assignee { id } ${step} } userErrors { code } }
      replaceReassignmentConfiguration(input: { identityId: $nobodyId, configType: CERTIFICATIONS, reassignToId: $otherId }) { configDetail { id targetIdentity { id } isPermanent } userErrors { code } }
      deleteReassignmentConfiguration(input: { identityId: $nobodyId, configType: CERTIFICATIONS }) { deletedConfigDetailId configuration { id } userErrors { code } }
      updateReassignmentTenantConfiguration(input: { isEnabled: false }) { tenantConfiguration { isEnabled auditDetails { updatedBy { id } } } userErrors { code } } }`,
  },
};

function variablesFor({ upstream: { tenant } }: TestGateway): Record<string, unknown> {
  const { examples, people } = tenant;
  const input = {
    ...{ certificationId: examples.items.permissions.certificationId, reassignToId: people.otherReviewer, reason: 'on leave' },
    items: [{ id: examples.items.permissions.itemId, type: 'ITEM' }],
  };
  return {
    campaignId: examples.campaigns.managerReview,
    certificationId: examples.items.permissions.certificationId,
    itemId: examples.items.permissions.itemId,
    taskId: examples.tasks.queued,
    failedId: examples.tasks.failed,
    taskCertificationId: tenant.tasks.get(examples.tasks.queued)?.targetId,
    identityId: examples.identities.shortChain,
    nobodyId: examples.identities.nothingSetUp,
    toId: people.reviewer,
    otherId: people.manager,
    input,
    unknownInput: { ...input, certificationId: 'no-such-certification' },
  };
}

async function ask(gateway: TestGateway, query: string) {
  const declared = [...query.matchAll(/\$(\w+):/g)].map(([, name = '']) => name);
  const all = variablesFor(gateway);
  const { data, errors } = await gateway.ask(query, Object.fromEntries(declared.map((name) => [name, all[name]])));
  return { data, errors };
}

describe('the same tenant', () => {
  let gateways: ReadonlyMap<(typeof generations)[number], TestGateway>;
  beforeAll(async () => {
    const started = generations.map(async (generation) => {
      const gateway = await startTestGateway({ generation, now: () => nowMs, upstream: { now: () => nowMs } });
      return [generation, gateway] as const;
    });
    gateways = new Map(await Promise.all(started));
  });
  afterAll(() => Promise.all([...gateways.values()].map((gateway) => gateway.stop())));

  const of = (generation: (typeof generations)[number]) => gateways.get(generation) as TestGateway;

  describe.each(Object.entries({ ...reads, ...changes }))('%s', (_name, { query, isWorkReassignment }) => {
    test.each(generations)('is answered by %s as by v2025', async (generation) => {
      const answer = await ask(of(generation), query);
      if (isWorkReassignment && generation === 'v3') {
        expect(new Set(answer.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
        expect(answer.errors?.[0]?.message).toContain('v2024');
        return;
      }
      expect(answer.errors).toBeUndefined();
      // A fresh one of v2025: changes have changed the others'.
      const reference = await startTestGateway({ generation: 'v2025', now: () => nowMs, upstream: { now: () => nowMs } });
      const expected = await ask(reference, query);
      await reference.stop();
      expect(expected.errors).toBeUndefined();
      expect(answer.data).toEqual(expected.data);
    });
  });

  test('v3 refuses every operation of work reassignment without a call', async () => {
    const gateway = of('v3');
    for (const { query, isWorkReassignment } of Object.values({ ...reads, ...changes })) {
      if (!isWorkReassignment) continue;
      gateway.upstream.clearRequests();
      await ask(gateway, query);
      expect(gateway.upstream.requests).toEqual([]);
    }
  });

  test.each(generations)('Q5: GENERIC_APPROVALS on %s', async (generation) => {
    const gateway = of(generation);
    gateway.upstream.clearRequests();
    const answer = await ask(gateway, 'query ($identityId: ID!) { reassignmentEvaluation(identityId: $identityId, configType: GENERIC_APPROVALS) { isReassigned } }');
    if (['beta', 'v3', 'v2024'].includes(generation)) {
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(gateway.upstream.requests).toEqual([]);
    } else {
      expect(answer.errors).toBeUndefined();
    }
  });

  test.each(generations)('%s is asked at its own addresses and no others', async (generation) => {
    const gateway = of(generation);
    gateway.upstream.clearRequests();
    await ask(gateway, reads['one certification with its reviewers']?.query ?? '');
    const paths = gateway.upstream.requests.map(({ path }) => path);
    const prefix = generation === 'v1' ? /^\/certifications\/v1[/?]|^\/certifications\/v1$/ : new RegExp(`^/${generation}/certifications`);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(prefix);
  });
});
