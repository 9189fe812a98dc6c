import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const reassign = `mutation ($input: ReassignCampaignCertificationsInput!) { reassignCampaignCertifications(input: $input) {
  task { id type status isFinished targetType target { ... on CertificationCampaign { id } } errors { text } }
  userErrors { __typename code message field ... on IgaLimitExceededError { limit actual } ... on IgaNotPermittedError { requiredScope } }
} }`;

describe.each(['v2025', 'v1'] as const)('reassigning whole certifications on %s', (generation) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterEach(() => gateway.stop());

  const campaignId = () => gateway.upstream.tenant.examples.campaigns.managerReview;
  const certifications = () => [...gateway.upstream.tenant.certifications.values()].filter((each) => each.campaignId === campaignId() && each.phase === 'ACTIVE').slice(0, 3);
  const input = (more: object = {}) => ({
    input: {
      campaignId: campaignId(),
      certificationIds: certifications().map(({ id }) => id),
      reassignToId: gateway.upstream.tenant.people.manager,
      reason: 'has left',
      ...more,
    },
  });

  test('starts one task, by one POST; Q9: the new reviewer is an object; Q51: 202 is a success', async () => {
    const variables = input();
    const answer = await gateway.ask(reassign, variables, { headers: { 'accept-language': 'de' } });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignCampaignCertifications).toEqual({
      task: { id: expect.any(String), type: 'ADMIN_REASSIGN', status: 'QUEUED', isFinished: false, targetType: 'CAMPAIGN', target: { id: campaignId() }, errors: [] },
      userErrors: [],
    });
    const { certificationIds, reassignToId, reason } = variables.input;
    expect(gateway.upstream.requests).toMatchObject([
      { method: 'POST', operation: 'move', status: 202, body: { certificationIds, reassignTo: { id: reassignToId, type: 'IDENTITY' }, reason }, headers: { 'accept-language': 'de' } },
    ]);
    expect(gateway.upstream.requests[0]?.body).toEqual({ certificationIds, reassignTo: { id: reassignToId, type: 'IDENTITY' }, reason });
  });

  test('the certifications have the new reviewer when the task has ended', async () => {
    gateway.upstream.tenant.behaviour.taskTiming = { queuedMs: 0, runningMs: 0 };
    const moved = certifications();
    const { data } = await gateway.ask(reassign, input());
    expect(data.reassignCampaignCertifications.task).toMatchObject({ status: 'SUCCESS', isFinished: true });
    const { manager } = gateway.upstream.tenant.people;
    const after = await gateway.ask('query ($ids: [ID!]) { certifications(filter: { ids: $ids }) { nodes { reviewer { id } } } }', { ids: moved.map(({ id }) => id) });
    expect(after.data.certifications.nodes).toEqual(moved.map(() => ({ reviewer: { id: manager } })));
  });

  async function refused(more: object, expected: object[]) {
    const answer = await gateway.ask(reassign, input(more));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignCampaignCertifications).toEqual({ task: null, userErrors: expected.map((error) => expect.objectContaining(error)) });
    expect(gateway.upstream.requests).toEqual([]);
  }

  test('what is wrong with the input is told together, before anything is sent', async () => {
    await refused({ certificationIds: [], reason: ' ' }, [{ __typename: 'IgaInvalidInputError', field: ['certificationIds'] }, { field: ['reason'] }]);
    await refused({ certificationIds: ['a', 'b', 'a'] }, [{ code: 'INVALID_INPUT', field: ['certificationIds', '2'] }]);
  });

  test('250 certifications are sent in one call; 251 are refused, none is sent', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `certification-${index}`);
    await refused({ certificationIds: ids(251) }, [{ __typename: 'IgaLimitExceededError', field: ['certificationIds'], limit: 250, actual: 251 }]);
    gateway.upstream.inject({ operation: 'move', status: 202, body: { id: 't1', status: 'QUEUED' } });
    const answer = await gateway.ask(reassign, input({ certificationIds: ids(250) }));
    expect(answer.data.reassignCampaignCertifications.task.id).toBe('t1');
  });

  test.each([
    [{ campaignId: '../x' }, 'input.campaignId'],
    [{ reassignToId: '' }, 'input.reassignToId'],
    [{ certificationIds: ['a', 'b c'] }, 'input.certificationIds.1'],
  ])('%j is BAD_USER_INPUT', async (more, argument) => {
    const answer = await gateway.ask(reassign, input(more));
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('a reviewer may not, and is told the scope; a campaign that is not there is told as well', async () => {
    const asReviewer = await gateway.ask(reassign, input(), { as: 'reviewer' });
    expect(asReviewer.data.reassignCampaignCertifications).toMatchObject({ task: null, userErrors: [{ code: 'NOT_PERMITTED', requiredScope: 'idn:campaign:manage' }] });
    const nowhere = await gateway.ask(reassign, input({ campaignId: 'nowhere' }));
    expect(nowhere.data.reassignCampaignCertifications).toMatchObject({ task: null, userErrors: [{ code: 'TARGET_NOT_FOUND' }] });
    const foreign = await gateway.ask(reassign, input({ certificationIds: ['nowhere'] }));
    expect(foreign.data.reassignCampaignCertifications).toMatchObject({ task: null, userErrors: [{ code: 'UPSTREAM_REJECTED' }] });
  });

  test('Q52: one of unknown outcome is not sent again, and shows what is under way on the campaign', async () => {
    gateway.upstream.inject({ operation: 'move', lost: true });
    const answer = await gateway.ask(reassign, input());
    const started = [...gateway.upstream.tenant.tasks.values()].filter(({ type, targetId }) => type === 'ADMIN_REASSIGN' && targetId === campaignId());
    expect(answer.data.reassignCampaignCertifications).toBeNull();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'unknown' });
    expect(started.length).toBeGreaterThan(0);
    const { pendingTasks } = answer.errors?.[0]?.extensions as unknown as { pendingTasks: { id: string }[] };
    expect(pendingTasks.map(({ id }) => id)).toEqual(started.map(({ id }) => id));
    expect(gateway.upstream.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('one that is answered without a task has an unknown outcome', async () => {
    gateway.upstream.inject({ operation: 'move', status: 202, body: '' });
    const answer = await gateway.ask(reassign, input());
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_CONTRACT', outcome: 'unknown' });
  });
});

test('beta refuses it without a call', async () => {
  const gateway = await startTestGateway({ generation: 'beta' });
  const answer = await gateway.ask(reassign, { input: { campaignId: 'c', certificationIds: ['a'], reassignToId: 'r', reason: 'x' } });
  await gateway.stop();
  expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('not in the beta generation'), extensions: { code: 'BAD_USER_INPUT' } });
  expect(answer.upstreamCalls).toBe(0);
});
