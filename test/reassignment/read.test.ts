import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const configuration = `query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id identity { id name }
  configDetails { id configType configTypeName targetIdentity { id name } startsAt endsAt isPermanent state
    auditDetails { createdAt createdBy { id name } updatedAt updatedBy { id name } } } } }`;
const evaluation = `query ($id: ID!, $exclude: [ReassignmentExclusionFilter!]) { reassignmentEvaluation(identityId: $id, configType: CERTIFICATIONS, exclusionFilters: $exclude) {
  configType from { id } assignee { id } reportedAssignee { id } isReassigned reachedDepthLimit trail { from { id } to { id } type typeName } } }`;
const list = `query ($first: Int, $after: String, $offset: Int) { reassignmentConfigurations(first: $first, after: $after, offset: $offset) {
  nodes { id } pageInfo { hasNextPage endCursor } } }`;

describe.each(['beta', 'v2025'] as const)('work reassignment on %s', (generation) => {
  const isBeta = generation === 'beta';
  const nowMs = Date.parse('2026-06-15T00:00:00Z');
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, now: () => nowMs });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const identities = () => gateway.upstream.tenant.examples.identities;

  /** The answer of `operation` in another form. */
  async function rewritten(operation: string, body: unknown, query: string, variables: Record<string, unknown> = { id: 'i1' }) {
    const heal = gateway.upstream.inject({ operation, status: 200, body });
    const answer = await gateway.ask(query, variables);
    heal();
    return answer;
  }

  test('Q42: the experimental header is sent where it is asked for, as the text true', async () => {
    await gateway.ask('{ reassignmentConfigTypes { configType } reassignmentTenantConfiguration { isEnabled } reassignmentConfigurations { nodes { id } } }');
    expect(gateway.upstream.requests).toHaveLength(3);
    for (const { headers } of gateway.upstream.requests) expect(headers['x-sailpoint-experimental']).toBe(isBeta ? undefined : 'true');
  });

  test('Q3, Q4: work types in either spelling and under either name are one enum, by priority', async () => {
    const documented = await gateway.ask('{ reassignmentConfigTypes { configType configTypeName displayName priority } }');
    const types = documented.data.reassignmentConfigTypes;
    expect(types.map(({ configType }: { configType: string }) => configType)).toEqual(types.map(({ configTypeName }: { configTypeName: string }) => configTypeName));
    expect(types.map(({ priority }: { priority: number }) => priority)).toEqual([...types.keys()].map((i: number) => i + 1));
    const odd = await rewritten(
      'getReassignmentConfigTypes',
      [
        { internalName: 'MANUAL_TASKS', internalNameCamel: 'manualTasks', priority: 2 },
        { internalName: 'accessRequests', priority: 1 },
        { internalNameCamel: 'somethingNew' },
        {},
      ],
      '{ reassignmentConfigTypes { configType configTypeName } }',
    );
    expect(odd.data.reassignmentConfigTypes).toEqual([
      { configType: 'ACCESS_REQUESTS', configTypeName: 'ACCESS_REQUESTS' },
      { configType: 'MANUAL_TASKS', configTypeName: 'MANUAL_TASKS' },
      { configType: null, configTypeName: 'SOMETHING_NEW' },
      { configType: null, configTypeName: null },
    ]);
  });

  test.each([
    ['null', null],
    ['an empty text', ''],
    ['the year 1', '0001-01-01T00:00:00Z'],
    ['absence', undefined],
  ])('Q23: an end of %s is permanent', async (_name, endDate) => {
    const answer = await rewritten('getReassignmentConfiguration', { identity: { id: 'i1' }, configDetails: [{ configType: 'CERTIFICATIONS', endDate, startDate: '0001-01-01T00:00:00Z' }] }, configuration);
    expect(answer.data.reassignmentConfiguration.configDetails[0]).toMatchObject({ endsAt: null, isPermanent: true, startsAt: null, state: 'ACTIVE' });
  });

  test('the state is told from the span and the clock, and details are filtered by it and by work type', async () => {
    const configDetails = [
      { configType: 'certifications', targetIdentity: { id: 't', name: 'Tess' }, startDate: '2026-06-01T00:00:00Z', endDate: '2026-06-15T00:00:00.001Z' },
      { configType: 'ACCESS_REQUESTS', startDate: '2026-06-16T00:00:00Z' },
      { configType: 'MANUAL_TASKS', endDate: '2026-06-15T00:00:00Z' },
      { configType: 'NEW_WORK' },
      { targetIdentity: { id: 'without a work type' } },
      null,
    ];
    const query = `query ($id: ID!) { reassignmentConfiguration(identityId: $id) { all: configDetails { id configType state }
      now: configDetails(states: [ACTIVE]) { id } manual: configDetails(configTypes: [MANUAL_TASKS], states: [EXPIRED, ACTIVE]) { id } } }`;
    const answer = await rewritten('getReassignmentConfiguration', { identity: { id: 'i1', name: 'Ida' }, configDetails }, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignmentConfiguration).toEqual({
      all: [
        { id: 'i1/CERTIFICATIONS', configType: 'CERTIFICATIONS', state: 'ACTIVE' },
        { id: 'i1/ACCESS_REQUESTS', configType: 'ACCESS_REQUESTS', state: 'SCHEDULED' },
        { id: 'i1/MANUAL_TASKS', configType: 'MANUAL_TASKS', state: 'EXPIRED' },
        { id: 'i1/NEW_WORK', configType: null, state: 'ACTIVE' },
      ],
      now: [{ id: 'i1/CERTIFICATIONS' }, { id: 'i1/NEW_WORK' }],
      manual: [{ id: 'i1/MANUAL_TASKS' }],
    });
  });

  test.each(['notFound', 'emptyObject', 'emptyDetails'] as const)('Q39: nothing set up, told as %s, is null', async (how) => {
    gateway.upstream.tenant.behaviour.nothingSetUp = how;
    const answer = await gateway.ask(configuration, { id: identities().nothingSetUp });
    gateway.upstream.tenant.behaviour.nothingSetUp = 'documented';
    expect(answer).toMatchObject({ data: { reassignmentConfiguration: null }, errors: undefined });
  });

  test.each(['object', 'list'] as const)('Q28: an evaluation may come as %s', async (shape) => {
    gateway.upstream.tenant.behaviour.evaluationShape = shape;
    const answer = await gateway.ask(evaluation, { id: identities().shortChain });
    gateway.upstream.tenant.behaviour.evaluationShape = 'object';
    expect(answer.errors).toBeUndefined();
    const { trail, assignee, isReassigned, reachedDepthLimit } = answer.data.reassignmentEvaluation;
    expect(trail).toHaveLength(2);
    expect(assignee).toEqual(trail[1].to);
    expect([isReassigned, reachedDepthLimit]).toEqual([true, false]);
  });

  test('Q28: an empty list is "not reassigned"', async () => {
    const answer = await rewritten('getEvaluateReassignmentConfiguration', [], evaluation);
    expect(answer.data.reassignmentEvaluation).toMatchObject({ from: { id: 'i1' }, assignee: { id: 'i1' }, reportedAssignee: null, isReassigned: false, trail: [] });
  });

  test('Q29: the end of the trail counts, the upstream’s own word stands beside it', async () => {
    const id = identities().shortChain;
    const answer = await gateway.ask(evaluation, { id });
    expect(answer.data.reassignmentEvaluation.reportedAssignee).toEqual({ id });
    expect(answer.data.reassignmentEvaluation.assignee).not.toEqual({ id });
    const deep = await gateway.ask(evaluation, { id: identities().deepChain });
    expect(deep.data.reassignmentEvaluation).toMatchObject({ reachedDepthLimit: true, isReassigned: true });
    expect(deep.data.reassignmentEvaluation.trail).toHaveLength(5);
  });

  test('Q2: trailing commas of reassignment types are cut off, unknown ones are null beside their word', async () => {
    const lookupTrail = [
      { reassignedFromId: 'i1', reassignedToId: 'i2', reassignmentType: 'AUTOMATIC_REASSIGNMENT,' },
      { reassignedFromId: 'i2', reassignedToId: 'i3', reassignmentType: 'BY_MAGIC' },
    ];
    const answer = await rewritten('getEvaluateReassignmentConfiguration', { lookupTrail }, evaluation);
    expect(answer.data.reassignmentEvaluation.trail).toEqual([
      { from: { id: 'i1' }, to: { id: 'i2' }, type: 'AUTOMATIC_REASSIGNMENT', typeName: 'AUTOMATIC_REASSIGNMENT' },
      { from: { id: 'i2' }, to: { id: 'i3' }, type: null, typeName: 'BY_MAGIC' },
    ]);
  });

  test('Q41: exclusion filters are repeated keys', async () => {
    await gateway.ask(evaluation, { id: identities().selfReview, exclude: ['SELF_REVIEW_DELEGATION', 'SELF_REVIEW_DELEGATION'] });
    expect(gateway.upstream.requests[0]?.query.getAll('exclusionFilters')).toEqual(['SELF_REVIEW_DELEGATION']);
  });

  test.each([
    [{ configDetails: { disabled: true } }, false],
    [{ configDetails: { disabled: false } }, true],
    [{ configDetails: { disabled: null } }, true],
    [{ configDetails: {} }, true],
    [{}, true],
  ])('the tenant’s switch: %j is enabled: %p', async (body, isEnabled) => {
    const answer = await rewritten('getTenantConfigConfiguration', body, '{ reassignmentTenantConfiguration { isEnabled } }');
    expect(answer.data).toEqual({ reassignmentTenantConfiguration: { isEnabled } });
  });

  test('Q33: the list is read in pages of 20 on beta, whole elsewhere; every page of ours comes out of it', async () => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await gateway.ask(list, { first: 25, after });
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.reassignmentConfigurations;
      ids.push(...nodes.map((node: { id: string }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(new Set(ids).size).toBe(60);
    expect(ids).toHaveLength(60);
    for (const { query } of gateway.upstream.requests) expect(query.get('limit')).toBe(isBeta ? '20' : null);
  });

  test('Q33: a server that ignores the offset is noticed, and read once', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ identity: { id: `same-${i}` }, configDetails: [] }));
    const answer = await rewritten('listReassignmentConfigurations', rows, list, { first: 100 });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignmentConfigurations.nodes).toHaveLength(20);
    expect(answer.data.reassignmentConfigurations.pageInfo.hasNextPage).toBe(false);
    expect(answer.upstreamCalls).toBe(2);
  });

  test.each([
    [400, true],
    [404, true],
    [401, false],
    [403, false],
    [429, false],
    [500, false],
  ])('a %d behind a full page is the end: %p', async (status, isEnd) => {
    const full = Array.from({ length: 20 }, (_, i) => ({ identity: { id: `i-${i}` }, configDetails: [] }));
    const heal = gateway.upstream.inject({ operation: 'listReassignmentConfigurations', when: ({ query }) => (query.get('offset') ?? '0') === '0', status: 200, body: full });
    const healNext = gateway.upstream.inject({ operation: 'listReassignmentConfigurations', status, body: {}, headers: { 'retry-after': '60' } });
    // A 401 is held against the token, a 429 against the client.
    const token = gateway.upstream.tokens.issue({ client_id: `of ${status}` }, 'administrator');
    const answer = await gateway.ask(list, { first: 100 }, { token });
    heal();
    healNext();
    if (isEnd) expect(answer.data.reassignmentConfigurations.nodes).toHaveLength(20);
    else expect(answer.data.reassignmentConfigurations).toBeNull();
    expect(answer.errors === undefined).toBe(isEnd);
  });

  test('a list that was read fills the single configurations of the same request', async () => {
    const answer = await gateway.ask('{ reassignmentConfigurations(first: 20) { nodes { id identity { reassignmentConfiguration { id configDetails { state } } } } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(1);
  });

  test.each([
    ['types', 'name of a route'],
    ['tenant-config', 'name of a route'],
    ['Tenant-Config', 'name of a route'],
    ['a/b', 'is no ID'],
  ])('Q11: "%s" as an identity is refused without a call', async (id, says) => {
    const r = [{ __typename: 'ReassignmentConfiguration', id }];
    const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ReassignmentConfiguration { id } } }';
    for (const [query, variables] of [[configuration, { id }], [evaluation, { id }], [entity, { r }]] as const) {
      const answer = await gateway.ask(query, variables);
      expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining(says), extensions: { code: 'BAD_USER_INPUT' } });
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('Q19: a row that cannot be read takes its place in the list, so that no other is read twice', async () => {
    if (!isBeta) return;
    const rows = [...Array.from({ length: 18 }, (_, i) => ({ identity: { id: `i${i}` } })), null, ...Array.from({ length: 26 }, (_, i) => ({ identity: { id: `i${18 + i}` } }))];
    const heals = [0, 20, 40].map((offset) =>
      gateway.upstream.inject({ operation: 'listReassignmentConfigurations', when: ({ query }) => query.get('offset') === String(offset), status: 200, body: rows.slice(offset, offset + 20) }),
    );
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await gateway.ask(list, { first: 20, after });
      const { nodes, pageInfo } = data.reassignmentConfigurations;
      ids.push(...nodes.map((node: { id: string }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    for (const heal of heals) heal();
    expect(ids).toEqual(Array.from({ length: 44 }, (_, i) => `i${i}`));
  });

  test.each([
    ['{ reassignmentConfigTypes { configType } }'],
    ['{ reassignmentConfigurations { nodes { id } } }'],
    ['{ reassignmentTenantConfiguration { isEnabled } }'],
    ['{ reassignmentEvaluation(identityId: "i1", configType: CERTIFICATIONS) { isReassigned } }'],
    ['{ certifications { nodes { id } } }'],
    ['{ pendingCertificationTasks(filter: { targetIds: ["c1"] }) { nodes { id } } }'],
  ])('a 404 is null without an error: %s', async (query) => {
    const heal = gateway.upstream.inject({ path: /./, status: 404, body: { detailCode: '404 Not found' } });
    const answer = await gateway.ask(query);
    heal();
    expect(answer.errors).toBeUndefined();
    const [field] = Object.values(answer.data as object) as unknown[];
    expect(field === null || (field as { nodes: unknown[] }).nodes.length === 0).toBe(true);
  });

  test('an answer about somebody else does not change whose it is', async () => {
    const answer = await rewritten('getReassignmentConfiguration', { identity: { id: 'OTHER', name: 'Other' }, configDetails: [{ configType: 'CERTIFICATIONS' }] }, configuration);
    expect(answer.data.reassignmentConfiguration).toMatchObject({ id: 'i1', identity: { id: 'i1' }, configDetails: [{ id: 'i1/CERTIFICATIONS' }] });
  });

  test('an empty list of work types or states is refused', async () => {
    const answer = await gateway.ask('query ($id: ID!) { reassignmentConfiguration(identityId: $id) { configDetails(states: []) { id } } }', { id: identities().shortChain });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'states' });
  });

  test('first goes to 100 here', async () => {
    expect((await gateway.ask(list, { first: 101 })).errors?.[0]).toMatchObject({ message: expect.stringContaining('1 to 100'), extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('a caller without the right gets FORBIDDEN with the scopes, and null as an entity', async () => {
    const id = identities().deepChain;
    const one = await gateway.ask(configuration, { id }, { as: 'otherReviewer' });
    expect(one.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', requiredScopes: ['idn:reassignment-configuration:read', 'idn:reassignment-configuration:manage'] });
    const entity = await gateway.ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on ReassignmentConfiguration { id } } }', { r: [{ __typename: 'ReassignmentConfiguration', id }] }, { as: 'otherReviewer' });
    expect(entity).toMatchObject({ data: { _entities: [null] }, errors: undefined });
  });
});

test('igaIdentities are references in the order asked for; a text that is no id is an error at its place', async () => {
  const gateway = await startTestGateway();
  const ask = (ids: string[]) => gateway.ask('query ($ids: [ID!]!) { igaIdentities(ids: $ids) { id } }', { ids });
  const answer = await ask(['b', 'a/../b', 'a', 'b']);
  const none = await ask([]);
  const many = await ask(Array.from({ length: 101 }, (_, i) => `i${i}`));
  await gateway.stop();
  expect(answer.data.igaIdentities).toEqual([{ id: 'b' }, null, { id: 'a' }, { id: 'b' }]);
  expect(answer.errors).toEqual([expect.objectContaining({ path: ['igaIdentities', 1], extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })]);
  expect(answer.upstreamCalls).toBe(0);
  for (const refused of [none, many]) expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ids' });
});
