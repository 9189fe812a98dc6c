import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const payload = `configuration { id configDetails { id } } configDetail { id configType targetIdentity { id } startsAt endsAt isPermanent }
  userErrors { __typename code message field detailCode ... on IgaNotPermittedError { requiredScope } }`;
const create = `mutation ($input: CreateReassignmentConfigurationInput!) { change: createReassignmentConfiguration(input: $input) { ${payload} } }`;
const replace = `mutation ($input: ReplaceReassignmentConfigurationInput!) { change: replaceReassignmentConfiguration(input: $input) { ${payload} } }`;
const remove = `mutation ($input: DeleteReassignmentConfigurationInput!) { deleteReassignmentConfiguration(input: $input) {
  deletedConfigDetailId configuration { id configDetails { configType } } userErrors { __typename code message field } } }`;

describe.each(['beta', 'v2025'] as const)('changing work reassignment on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, settings: { upstreamTimeoutMs: 300 } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  function input(more: object = {}) {
    const { people, examples } = gateway.upstream.tenant;
    return { input: { identityId: examples.identities.nothingSetUp, configType: 'CERTIFICATIONS', reassignToId: people.reviewer, ...more } };
  }

  describe.each([
    ['create', create, 'POST'],
    ['replace', replace, 'PUT'],
  ])('%s', (_name, mutation, method) => {
    test('Q25, Q37, Q38: one call, from one input; permanent is null, sent explicitly; the answer is the upstream’s', async () => {
      const variables = input();
      const answer = await gateway.ask(mutation, variables);
      expect(answer.errors).toBeUndefined();
      const { identityId, reassignToId } = variables.input;
      expect(answer.data.change).toMatchObject({
        configuration: { id: identityId },
        configDetail: { id: `${identityId}/CERTIFICATIONS`, configType: 'CERTIFICATIONS', targetIdentity: { id: reassignToId }, endsAt: null, isPermanent: true },
        userErrors: [],
      });
      expect(gateway.upstream.requests).toHaveLength(1);
      expect(gateway.upstream.requests[0]).toMatchObject({
        method,
        body: { reassignedFromId: identityId, reassignedToId: reassignToId, configType: 'CERTIFICATIONS', endDate: null },
      });
      expect(gateway.upstream.requests[0]?.body).not.toHaveProperty('startDate');
      expect(gateway.upstream.requests[0]?.path.endsWith(method === 'PUT' ? `/${identityId}` : 'reassignment-configurations')).toBe(true);
    });

    test('Q27: a span is sent as instants', async () => {
      await gateway.ask(mutation, input({ startsAt: '2030-01-01T00:00:00+02:00', endsAt: '2030-01-02T00:00:00Z' }));
      expect(gateway.upstream.requests[0]?.body).toMatchObject({ startDate: '2029-12-31T22:00:00.000Z', endDate: '2030-01-02T00:00:00.000Z' });
    });

    test.each([
      ['reassigning to oneself', { reassignToId: 'SELF' }, ['reassignToId']],
      ['an end before the start', { startsAt: '2030-01-02T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' }, ['endsAt']],
      ['an end in the past, without a start', { endsAt: '2020-01-01T00:00:00Z' }, ['endsAt']],
      ['an end at the start', { startsAt: '2030-01-01T00:00:00Z', endsAt: '2030-01-01T01:00:00+01:00' }, ['endsAt']],
    ])('%s is refused before it is sent', async (_what, more, field) => {
      const variables = input(more);
      if (variables.input.reassignToId === 'SELF') variables.input.reassignToId = variables.input.identityId;
      const answer = await gateway.ask(mutation, variables);
      expect(answer.errors).toBeUndefined();
      expect(answer.data.change).toMatchObject({ configuration: null, configDetail: null, userErrors: [{ __typename: 'IgaInvalidInputError', code: 'INVALID_INPUT', field }] });
      expect(gateway.upstream.requests).toEqual([]);
    });

    test.each<[object, string]>([
      [{ startsAt: '2030-01-01T00:00:00' }, 'a local time'],
      [{ endsAt: '2030-02-30' }, 'a day'],
      [{ startsAt: '2030-02-30T00:00:00Z' }, 'no day of the calendar'],
      [{ endsAt: '0001-01-01T00:00:00Z' }, 'the upstream’s word for none'],
      [{ endsAt: 1893456000 }, 'a number'],
    ])('Q27: %j, %s, is no instant', async (more) => {
      const answer = await gateway.ask(mutation, input(more));
      expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('RFC 3339'), extensions: { code: 'BAD_USER_INPUT' } });
      expect(gateway.upstream.requests).toEqual([]);
    });

    test.each(['types', 'tenant-config', '../tenant-config', ''])('Q11: identity "%s" never reaches the tenant’s settings', async (identityId) => {
      const answer = await gateway.ask(mutation, input({ identityId }));
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.identityId' });
      expect(gateway.upstream.requests).toEqual([]);
    });

    test('a chain that leads back to the start is data, with the upstream’s words', async () => {
      const { people } = gateway.upstream.tenant;
      await gateway.ask(create, input({ identityId: people.reviewer, reassignToId: people.manager }));
      const answer = await gateway.ask(mutation, input({ identityId: people.manager, reassignToId: people.reviewer }));
      expect(answer.data.change.userErrors).toEqual([expect.objectContaining({ __typename: 'IgaUpstreamRejectedError', code: 'UPSTREAM_REJECTED', detailCode: expect.stringContaining('400') })]);
      expect(answer.data.change.userErrors[0].message.length).toBeGreaterThan(10);
      await gateway.ask(remove, { input: { identityId: people.reviewer, configType: 'CERTIFICATIONS' } });
    });

    test('without the right is data, with the scope', async () => {
      const answer = await gateway.ask(mutation, input(), { as: 'reviewer' });
      expect(answer.data.change.userErrors).toEqual([expect.objectContaining({ __typename: 'IgaNotPermittedError', requiredScope: 'idn:reassignment-configuration:manage' })]);
    });

    test.each([
      ['an empty object', 200, {}],
      ['no body', 204, ''],
      ['a configuration without that work type', 200, { identity: { id: 'x' }, configDetails: [] }],
    ])('Q51: a success that is told by %s is read where it is selected', async (_how, status, body) => {
      const variables = input();
      await gateway.ask(create, variables);
      gateway.upstream.clearRequests();
      const heal = gateway.upstream.inject({ operation: /createReassignmentConfiguration|putReassignmentConfig/, status, body });
      const answer = await gateway.ask(mutation, variables);
      heal();
      expect(answer.errors).toBeUndefined();
      expect(answer.data.change).toMatchObject({
        configuration: { id: variables.input.identityId },
        configDetail: { configType: 'CERTIFICATIONS', targetIdentity: { id: variables.input.reassignToId } },
        userErrors: [],
      });
      expect(answer.upstreamCalls).toBe(2);
    });

    test('of unknown outcome says so and is sent once', async () => {
      const heal = gateway.upstream.inject({ operation: /createReassignmentConfiguration|putReassignmentConfig/, lost: true });
      const answer = await gateway.ask(mutation, input());
      heal();
      expect(answer.data.change).toBeNull();
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'unknown' });
      expect(gateway.upstream.requests).toHaveLength(1);
    });
  });

  test('what is read behind a change in the same operation is read anew', async () => {
    const variables = input();
    await gateway.ask(create, variables);
    const answer = await gateway.ask(
      `mutation ($input: ReplaceReassignmentConfigurationInput!, $gone: DeleteReassignmentConfigurationInput!) {
        replaceReassignmentConfiguration(input: $input) { evaluation { assignee { id } } }
        deleteReassignmentConfiguration(input: $gone) { deletedConfigDetailId configuration { id } }
      }`,
      { ...variables, gone: { identityId: variables.input.identityId, configType: 'CERTIFICATIONS' } },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      replaceReassignmentConfiguration: { evaluation: { assignee: { id: variables.input.reassignToId } } },
      deleteReassignmentConfiguration: { deletedConfigDetailId: `${variables.input.identityId}/CERTIFICATIONS`, configuration: null },
    });
  });

  test('Q40: deleting what is not there is no error; what is left is read anew', async () => {
    const { identityId } = input().input;
    const heal = gateway.upstream.inject({ operation: 'deleteReassignmentConfiguration', status: 404, body: { detailCode: '404 Not found' } });
    const answer = await gateway.ask(remove, { input: { identityId, configType: 'MANUAL_TASKS' } });
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.deleteReassignmentConfiguration).toEqual({ deletedConfigDetailId: null, configuration: null, userErrors: [] });
  });

  test('Q11: deleting never reaches the tenant’s settings', async () => {
    for (const identityId of ['types', 'tenant-config', 'a/b']) {
      const answer = await gateway.ask(remove, { input: { identityId, configType: 'MANUAL_TASKS' } });
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('the tenant’s switch is set by one PUT, the other way round, and read back from its answer', async () => {
    const set = 'mutation ($on: Boolean!) { updateReassignmentTenantConfiguration(input: { isEnabled: $on }) { tenantConfiguration { isEnabled auditDetails { updatedBy { id } } } userErrors { __typename code } } }';
    const off = await gateway.ask(set, { on: false });
    expect(off.errors).toBeUndefined();
    expect(off.data.updateReassignmentTenantConfiguration).toMatchObject({ tenantConfiguration: { isEnabled: false }, userErrors: [] });
    expect(gateway.upstream.requests).toHaveLength(1);
    expect(gateway.upstream.requests[0]).toMatchObject({ method: 'PUT', body: { configDetails: { disabled: true } } });
    // A success that does not tell is as it was asked for, not the opposite.
    for (const [status, body] of [[204, ''], [200, {}]] as const) {
      const heal = gateway.upstream.inject({ operation: 'putTenantConfiguration', status, body });
      const quiet = await gateway.ask(set, { on: false });
      heal();
      expect(quiet.data.updateReassignmentTenantConfiguration).toMatchObject({ tenantConfiguration: { isEnabled: false }, userErrors: [] });
    }
    await gateway.ask(set, { on: true });
    const refused = await gateway.ask(set, { on: false }, { as: 'reviewer' });
    expect(refused.data.updateReassignmentTenantConfiguration).toEqual({ tenantConfiguration: null, userErrors: [{ __typename: 'IgaNotPermittedError', code: 'NOT_PERMITTED' }] });
  });
});
