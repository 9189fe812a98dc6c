import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const reassign = `mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) {
  task { id type status isFinished targetId errors { text } }
  userErrors { __typename code message field detailCode trackingId messages { text locale localeOrigin }
    ... on IgaLimitExceededError { limit actual } ... on IgaNotPermittedError { requiredScope } ... on IgaTargetNotFoundError { targetId } }
} }`;

describe.each(['beta', 'v2025'] as const)('reassigning on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, settings: { upstreamTimeoutMs: 300 } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  function input(more: object = {}) {
    const { certificationId, itemId } = gateway.upstream.tenant.examples.items.permissions;
    return {
      input: {
        certificationId,
        items: [{ id: itemId, type: 'ITEM' }],
        reassignToId: gateway.upstream.tenant.people.otherReviewer,
        reason: 'on leave',
        ...more,
      },
    };
  }

  async function refused(more: object, expected: object[]) {
    const answer = await gateway.ask(reassign, input(more));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignCertification.task).toBeNull();
    expect(answer.data.reassignCertification.userErrors).toEqual(expected.map((error) => expect.objectContaining(error)));
    expect(gateway.upstream.requests).toEqual([]);
  }

  test('starts one task, by one POST; Q9: the new reviewer is a bare id', async () => {
    const variables = input();
    const answer = await gateway.ask(reassign, variables, { as: 'reviewer', headers: { 'accept-language': 'de' } });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignCertification).toEqual({
      task: { id: expect.any(String), type: 'REASSIGN', status: 'QUEUED', isFinished: false, targetId: variables.input.certificationId, errors: [] },
      userErrors: [],
    });
    expect(gateway.upstream.requests).toHaveLength(1);
    const [request] = gateway.upstream.requests;
    expect(request).toMatchObject({
      method: 'POST',
      operation: 'submitReassignCertsAsync',
      body: { reassign: [{ id: variables.input.items[0]?.id, type: 'ITEM' }], reassignTo: variables.input.reassignToId, reason: 'on leave' },
    });
    expect(request?.headers).toMatchObject({ 'accept-language': 'de', 'content-type': 'application/json' });
    // Beta needs the certification, and remembers it from here.
    const again = await gateway.ask('query ($id: ID!) { certificationTask(id: $id) { id } }', { id: answer.data.reassignCertification.task.id });
    expect(again.data.certificationTask.id).toBe(answer.data.reassignCertification.task.id);
  });

  test('Q44: 500 items are sent in one call; 501 are refused, none is sent', async () => {
    const items = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `item-${i}`, type: 'ITEM' }));
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', status: 200, body: { id: 't1', status: 'QUEUED' } });
    const answer = await gateway.ask(reassign, input({ items: items(500) }));
    heal();
    expect(answer.data.reassignCertification.task.id).toBe('t1');
    gateway.upstream.clearRequests();
    await refused({ items: items(501) }, [{ __typename: 'IgaLimitExceededError', code: 'LIMIT_EXCEEDED', field: ['items'], limit: 500, actual: 501 }]);
  });

  test('no items, duplicates and an empty reason are told together, before anything is sent', async () => {
    await refused({ items: [], reason: ' \n' }, [
      { __typename: 'IgaInvalidInputError', code: 'INVALID_INPUT', field: ['items'], detailCode: null, trackingId: null, messages: [] },
      { field: ['reason'] },
    ]);
    const twice = [{ id: 'a', type: 'ITEM' }, { id: 'a', type: 'IDENTITY_SUMMARY' }, { id: 'a', type: 'ITEM' }];
    await refused({ items: twice }, [{ field: ['items', '2', 'id'] }]);
  });

  test.each(['certificationId', 'reassignToId'])('an %s that is no id is BAD_USER_INPUT', async (field) => {
    const answer = await gateway.ask(reassign, input({ [field]: '../sign-off' }));
    expect(answer.data.reassignCertification).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: `input.${field}` } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each([
    [400, 'IgaUpstreamRejectedError', 'UPSTREAM_REJECTED', {}],
    [403, 'IgaNotPermittedError', 'NOT_PERMITTED', { requiredScope: generation === 'beta' ? 'idn:certification:write' : 'idn:campaign:manage' }],
    [404, 'IgaTargetNotFoundError', 'TARGET_NOT_FOUND', { targetId: null }],
  ])('a %d is data: what the upstream said of it, and nothing sent twice', async (status, typename, code, more) => {
    const heal = gateway.upstream.inject({
      operation: 'submitReassignCertsAsync',
      status,
      body: {
        detailCode: `${status}.1 No`,
        trackingId: 'track-1',
        messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: 'General' }],
        causes: [{ locale: 'de', localeOrigin: 'REQUEST', text: 'Genauer' }],
      },
    });
    const answer = await gateway.ask(reassign, input());
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignCertification).toEqual({
      task: null,
      userErrors: [{
        __typename: typename, code, message: 'Genauer', field: null, detailCode: `${status}.1 No`, trackingId: 'track-1',
        messages: [
          { text: 'General', locale: 'en-US', localeOrigin: 'DEFAULT' },
          { text: 'Genauer', locale: 'de', localeOrigin: 'REQUEST' },
        ],
        ...more,
      }],
    });
    expect(gateway.upstream.requests).toHaveLength(1);
  });

  test.each([
    ['hangs', { hang: true }, 'UPSTREAM_TIMEOUT'],
    ['was done and its answer lost', { lost: true }, 'UPSTREAM_UNAVAILABLE'],
    ['breaks off', { cut: true }, 'UPSTREAM_UNAVAILABLE'],
    ['is answered 502', { status: 502, body: '<html></html>' }, 'UPSTREAM_UNAVAILABLE'],
    ['is answered with what is no JSON', { status: 200, body: '<html></html>' }, 'UPSTREAM_CONTRACT'],
    ['is answered without a task', { status: 200, body: {} }, 'UPSTREAM_CONTRACT'],
    ['is answered without a body', { status: 202, body: '' }, 'UPSTREAM_CONTRACT'],
  ] as const)('Q52: a write that %s has an unknown outcome, and is not sent again', async (_how, fault, code) => {
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', ...fault });
    const answer = await gateway.ask(reassign, input());
    heal();
    expect(answer.data.reassignCertification).toBeNull();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, outcome: 'unknown', pendingTasks: expect.any(Array) });
    expect(gateway.upstream.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('one of unknown outcome shows what is under way on its certification, as nobody’s own', async () => {
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', lost: true });
    const answer = await gateway.ask(reassign, input());
    heal();
    const { pendingTasks } = answer.errors?.[0]?.extensions as unknown as { pendingTasks: { id: string }[] };
    const { certificationId } = input().input;
    const listed = await gateway.ask('query ($id: ID!) { certification(id: $id) { pendingTasks { id type } } }', { id: certificationId });
    const reassigning = (listed.data.certification.pendingTasks as { id: string; type: string }[]).filter(({ type }) => type === 'REASSIGN');
    expect(pendingTasks.length).toBeGreaterThan(0);
    expect(pendingTasks.map(({ id }) => id)).toEqual(reassigning.map(({ id }) => id));
    expect(pendingTasks[0]).toEqual({ id: expect.any(String), status: expect.any(String), createdAt: generation === 'beta' ? null : expect.any(String) });
  });

  test('one of unknown outcome says so also when the tasks cannot be read', async () => {
    const heal = gateway.upstream.inject({ operation: /./, status: 500, body: {} });
    const answer = await gateway.ask(reassign, input());
    heal();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'unknown' });
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty('pendingTasks');
  });

  test('a 429 is RATE_LIMITED: nothing was changed', async () => {
    const heal = gateway.upstream.inject({ operation: 'submitReassignCertsAsync', status: 429, body: { message: 'x' }, headers: { 'retry-after': '60' } });
    const token = gateway.upstream.tokens.issue({ client_id: 'another' }, 'administrator');
    const answer = await gateway.ask(reassign, input(), { token });
    heal();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty('outcome');
  });

  test('a refused one reads nothing for its payload', async () => {
    const answer = await gateway.ask(
      'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { certification { id name } userErrors { code } } }',
      input({ items: [] }),
    );
    expect(answer.data.reassignCertification).toMatchObject({ certification: null, userErrors: [{ code: 'INVALID_INPUT' }] });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('a second one in the same operation is followed by what is then so', async () => {
    const { certificationId, itemId } = gateway.upstream.tenant.examples.items.permissions;
    const change = (id: string) => `reassignCertification(input: { certificationId: "${certificationId}", items: [{ id: "${id}", type: ITEM }], reassignToId: "${gateway.upstream.tenant.people.manager}", reason: "x" })
      { task { id } certification { id pendingTasks { id } reviewers { nodes { id } } } }`;
    const answer = await gateway.ask(`mutation { a: ${change(itemId)} b: ${change(`${itemId}`)} }`);
    expect(answer.errors).toBeUndefined();
    const tasks = answer.data.b.certification.pendingTasks.map(({ id }: { id: string }) => id);
    expect(tasks).toEqual(expect.arrayContaining([answer.data.a.task.id, answer.data.b.task.id]));
    expect(answer.upstreamCalls).toBe(6);
  });

  test('the certification is read anew when it is selected', async () => {
    const answer = await gateway.ask(
      'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } certification { id name pendingTasks { id status } } } }',
      input({ items: [{ id: gateway.upstream.tenant.examples.items.manyPermissions.itemId, type: 'ITEM' }], certificationId: gateway.upstream.tenant.examples.items.manyPermissions.certificationId }),
    );
    expect(answer.errors).toBeUndefined();
    const { task, certification } = answer.data.reassignCertification;
    expect(certification.pendingTasks).toContainEqual({ id: task.id, status: 'QUEUED' });
    expect(answer.upstreamCalls).toBe(3);
  });
});

test('a write that was never sent, as the time was up before its turn, has not been done', async () => {
  const gateway = await startTestGateway({ settings: { upstreamTimeoutMs: 400 }, server: { requestTimeoutMs: 600 } });
  gateway.upstream.inject({ operation: 'submitReassignCertsAsync', hang: true });
  const change = (name: string) => `${name}: reassignCertification(input: { certificationId: "c", items: [{ id: "i", type: ITEM }], reassignToId: "r", reason: "x" }) { task { id } }`;
  const answer = await gateway.ask(`mutation { ${['a', 'b', 'c', 'd'].map(change).join(' ')} }`);
  const sent = gateway.upstream.requests.filter(({ method }) => method === 'POST');
  await gateway.stop();
  const outcomes = answer.errors?.map(({ extensions }) => [extensions.code, extensions['outcome']]);
  expect(outcomes).toEqual([
    ['UPSTREAM_TIMEOUT', 'unknown'],
    ['UPSTREAM_TIMEOUT', 'unknown'],
    ['UPSTREAM_TIMEOUT', undefined],
    ['UPSTREAM_TIMEOUT', undefined],
  ]);
  expect(sent).toHaveLength(2);
});

test('a write to an upstream that is not there has not been done', async () => {
  const gateway = await startTestGateway();
  await gateway.upstream.stop();
  const answer = await gateway.ask(reassign, { input: { certificationId: 'c', items: [{ id: 'i', type: 'ITEM' }], reassignToId: 'r', reason: 'x' } });
  await gateway.stop();
  expect(answer.errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  expect(answer.errors?.[0]?.extensions).not.toHaveProperty('outcome');
});
