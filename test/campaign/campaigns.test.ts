import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const all = `status statusName dueAt createdAt totalCertifications completedCertifications isEmailNotificationEnabled isAutoRevokeAllowed
  isRecommendationsEnabled alerts { level levelName messages { text locale localeOrigin } }`;

describe.each(['v2025', 'v1', 'v3'] as const)('campaigns on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const tenant = () => gateway.upstream.tenant;
  const calls = () => gateway.upstream.requests.map(({ operation }) => operation);
  const list = (args: string, fields = 'totalCount nodes { id name }') => gateway.ask(`{ certificationCampaigns${args} { ${fields} } }`);

  test('the list has what the upstream tells of each, in one call', async () => {
    const answer = await list('', `totalCount nodes { id name description type typeName correlatedStatus mandatoryCommentRequirement ${all} }`);
    expect(answer.errors).toBeUndefined();
    expect(calls()).toEqual(['getActiveCampaigns']);
    const names = [...tenant().campaigns.values()].map(({ name }) => name);
    expect(answer.data.certificationCampaigns.totalCount).toBe(names.length);
    expect(answer.data.certificationCampaigns.nodes.map(({ name }: { name: string }) => name).toSorted()).toEqual(names.toSorted());
    const id = tenant().examples.campaigns.managerReview;
    const certifications = [...tenant().certifications.values()].filter(({ campaignId }) => campaignId === id);
    expect(answer.data.certificationCampaigns.nodes.find((node: { id: string }) => node.id === id)).toMatchObject({
      type: 'MANAGER',
      typeName: 'MANAGER',
      correlatedStatus: 'CORRELATED',
      mandatoryCommentRequirement: 'REVOKE_ONLY_DECISIONS',
      status: 'ACTIVE',
      totalCertifications: certifications.length,
      completedCertifications: certifications.filter(({ phase }) => phase === 'SIGNED').length,
      alerts: expect.any(Array),
    });
  });

  test.each([
    ['(filter: { statuses: [STAGED] })', ['Role Composition Review 2027']],
    ['(filter: { name: { startsWith: "q3 2026" } })', ['Q3 2026 Manager Access Review']],
    ['(filter: { name: { eq: "Privileged access, \\"break glass\\" included" } })', ['Privileged access, "break glass" included']],
    ['(filter: { statuses: [STAGED, COMPLETED] }, orderBy: [{ field: NAME, direction: DESC }])', ['Role Composition Review 2027', 'Q3 2026 Manager Access Review']],
  ])('filters and sorts: %s', async (args, names) => {
    const answer = await list(args);
    expect(answer.data.certificationCampaigns.nodes.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(calls()).toHaveLength(1);
  });

  test('several by id are one call; one that is not there is null', async () => {
    const [a, b] = [tenant().examples.campaigns.managerReview, tenant().examples.campaigns.search];
    const answer = await gateway.ask(
      `query ($a: ID!, $b: ID!) { a: certificationCampaign(id: $a) { name status } b: certificationCampaign(id: $b) { name status } c: certificationCampaign(id: "none") { status } d: certificationCampaign(id: "none") { id } }`,
      { a, b },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      a: { name: tenant().campaign(a).name, status: 'ACTIVE' },
      b: { name: tenant().campaign(b).name, status: 'ACTIVE' },
      c: null,
      d: { id: 'none' },
    });
    // The second one asks whether a certification knows the campaign that is not there.
    expect(calls()).toEqual(['getActiveCampaigns', 'listIdentityCertifications']);
  });

  test('inside certifications, only what they do not tell costs a call, one for all of them', async () => {
    const query = (fields: string) => `{ certifications(first: 250) { nodes { campaign { name ${fields} } } } }`;
    const told = await gateway.ask(query('mandatoryCommentRequirement'));
    expect(told.upstreamCalls).toBe(1);
    const more = await gateway.ask(query(all));
    expect(more.errors).toBeUndefined();
    expect(more.upstreamCalls).toBe(2);
    expect(calls()).toEqual(['listIdentityCertifications', 'listIdentityCertifications', 'getActiveCampaigns']);
  });

  test('a reviewer sees what certifications tell; the rest is FORBIDDEN, field by field', async () => {
    const id = tenant().examples.campaigns.managerReview;
    const told = await gateway.ask('query ($id: ID!) { certificationCampaign(id: $id) { name type } }', { id }, { as: 'reviewer' });
    expect(told.data.certificationCampaign).toEqual({ name: tenant().campaign(id).name, type: 'MANAGER' });
    expect(told.upstreamCalls).toBe(1);
    const more = await gateway.ask('query ($id: ID!) { certificationCampaign(id: $id) { name status } }', { id }, { as: 'reviewer' });
    expect(more.data.certificationCampaign).toEqual({ name: tenant().campaign(id).name, status: null });
    expect(more.errors).toEqual([expect.objectContaining({ path: ['certificationCampaign', 'status'], extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })]);
    const lists = await gateway.ask('{ certificationCampaigns { nodes { id } } }', {}, { as: 'reviewer' });
    expect(lists.data.certificationCampaigns).toBeNull();
    expect(lists.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('entities of another subgraph: one call for administrators, and for reviewers what they may see', async () => {
    const ids = Object.values(tenant().examples.campaigns).slice(0, 3);
    const representations = [...ids, 'none', '../tenant-config'].map((id) => ({ __typename: 'CertificationCampaign', id }));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CertificationCampaign { id name } } }';
    const administrator = await gateway.ask(query, { r: representations });
    const named = ids.map((id) => ({ id, name: tenant().campaign(id).name }));
    expect(administrator.data._entities).toEqual([...named, null, null]);
    expect(administrator.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(calls()).toEqual(['getActiveCampaigns', 'listIdentityCertifications']);
    const reviewer = await gateway.ask(query, { r: representations.slice(0, 3) }, { as: 'reviewer' });
    const isSeen = (id: string) =>
      [...tenant().certifications.values()].some(({ campaignId, reviewerIds }) => campaignId === id && reviewerIds.includes(tenant().people.reviewer));
    expect(reviewer.data._entities).toEqual(named.map((campaign) => (isSeen(campaign.id) ? campaign : null)));
    expect(reviewer.errors).toBeUndefined();
  });

  test('its certifications are a list of its own', async () => {
    const id = tenant().examples.campaigns.search;
    const answer = await gateway.ask(
      `query ($id: ID!) { certificationCampaign(id: $id) { id certifications(first: 3, filter: { phase: ACTIVE }) { totalCount nodes { campaign { id } } } } }`,
      { id },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(1);
    expect(answer.data.certificationCampaign.certifications.nodes).toHaveLength(3);
    expect(new Set(answer.data.certificationCampaign.certifications.nodes.map(({ campaign }: { campaign: { id: string } }) => campaign.id))).toEqual(new Set([id]));
    const twice = await gateway.ask('{ certificationCampaign(id: "c") { certifications(filter: { campaignIds: ["d"] }) { totalCount } } }');
    expect(twice.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.campaignIds' });
  });

  test('a status and an alert level newer than the schema are null beside the word', async () => {
    const odd = { id: 'odd', status: 'SNOOZED', type: 'WORKGROUP', deadline: 'soon', alerts: [{ level: 'FATAL', localizations: [{ text: ' ' }, { text: 'x', localeOrigin: 'GUESS' }] }, null, 'y'] };
    const heal = gateway.upstream.inject({ operation: 'getActiveCampaigns', status: 200, body: [odd, { name: 'without an id' }, null] });
    const answer = await list('', `nodes { id type typeName ${all} }`);
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certificationCampaigns.nodes).toEqual([
      expect.objectContaining({
        id: 'odd',
        type: null,
        typeName: 'WORKGROUP',
        status: null,
        statusName: 'SNOOZED',
        dueAt: null,
        totalCertifications: null,
        alerts: [{ level: null, levelName: 'FATAL', messages: [{ text: 'x', locale: null, localeOrigin: null }] }],
      }),
    ]);
  });

  test.each([
    ['(filter: { ids: [] })', 'filter.ids'],
    ['(filter: { statuses: [] })', 'filter.statuses'],
    ['(first: 251)', 'first'],
    ['(orderBy: [{ field: NAME }, { field: NAME }])', 'orderBy'],
  ])('bad input is told without a call: %s', async (args, argument) => {
    const answer = await list(args);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(calls()).toEqual([]);
  });
});

test('beta tells what its certifications tell, and says who has the rest', async () => {
  const gateway = await startTestGateway({ generation: 'beta' });
  try {
    const id = gateway.upstream.tenant.examples.campaigns.managerReview;
    const answer = await gateway.ask('query ($id: ID!) { certificationCampaign(id: $id) { name status certifications(first: 1) { nodes { id } } } certificationCampaigns { totalCount } }', { id });
    expect(answer.data.certificationCampaign).toMatchObject({ name: gateway.upstream.tenant.campaign(id).name, status: null, certifications: { nodes: [{}] } });
    expect(answer.errors?.map(({ path, extensions, message }) => [path?.join('.'), extensions.code, message])).toEqual([
      ['certificationCampaigns', 'BAD_USER_INPUT', expect.stringContaining('per-resource v1')],
      ['certificationCampaign.status', 'BAD_USER_INPUT', expect.stringContaining('v3, v2024')],
    ]);
    expect(answer.upstreamCalls).toBe(2);
  } finally {
    await gateway.stop();
  }
});
