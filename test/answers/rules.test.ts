import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { until } from '../support/until.js';
import { askRaw, askUntilKept, type RawRequest } from './support.js';

const query = '{ certifications(first: 5) { nodes { id name } } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what an answer has to pass that is kept whole', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.stop());

  async function startWithKept(options: TestGatewayOptions = {}, request: RawRequest = { query }): Promise<void> {
    gateway = await startTestGateway({ remembers: true, ...options });
    await askUntilKept(gateway, request);
    expect((await askRaw(gateway, request)).isRepeated).toBe(true);
  }

  test('no token: 401', async () => {
    await startWithKept();
    const response = await fetch(`${gateway.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    expect([response.status, (await response.text()).includes('UNAUTHENTICATED')]).toEqual([401, true]);
  });

  test('room for requests: 503 while there is none', async () => {
    await startWithKept({ limits: { inFlight: 1 } });
    gateway.upstream.inject({ operation: 'getReassignmentConfigTypes', hang: true });
    const controller = new AbortController();
    const hanging = fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('administrator').token}` },
      body: JSON.stringify({ query: '{ reassignmentConfigTypes { configType } }' }),
      signal: controller.signal,
    }).catch(() => undefined);
    await until(() => gateway.upstream.requests.some(({ path }) => path.includes('reassignment-configurations/types')));
    expect(await askRaw(gateway, { query })).toMatchObject({ status: 503, codes: ['RATE_LIMITED'], isRepeated: false });
    controller.abort();
    await hanging;
    await until(async () => (await askRaw(gateway, { query })).isRepeated);
  });

  test('persisted operations only: an id, and never its text', async () => {
    await startWithKept({ settings: { persistedOperations: new Map([[sha256(query), query]]) } }, persisted());
    expect(await askRaw(gateway, { query })).toMatchObject({ status: 400, codes: ['PERSISTED_OPERATION_REQUIRED'] });
    expect(await askRaw(gateway, { query, ...persisted() })).toMatchObject({ status: 400, codes: ['PERSISTED_OPERATION_REQUIRED'] });
    expect((await askRaw(gateway, persisted())).isRepeated).toBe(true);
  });

  function persisted(): RawRequest {
    return { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } } };
  }

  test('a text and its hash: they belong together', async () => {
    gateway = await startTestGateway({ remembers: true });
    await askUntilKept(gateway, { query, ...persisted() });
    expect((await askRaw(gateway, { query, ...persisted() })).isRepeated).toBe(true);
    const otherText = { query: query.replace('5', '6'), ...persisted() };
    expect(await askRaw(gateway, otherText)).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  test.each([
    ['a request in an address that a page of another origin could make', { method: 'GET' }, 400],
    ['a media type that this is not', { headers: { accept: 'text/html' } }, 406],
    ['one that is none', { headers: { 'content-type': 'text/plain' } }, 415],
  ] as const)('%s: refused', async (_what, how, status) => {
    await startWithKept();
    for (let time = 0; time < 3; time += 1) expect(await askRaw(gateway, { query, ...how })).toMatchObject({ status, isRepeated: false });
  });

  test('introspection that is off: refused, however often it is asked for', async () => {
    gateway = await startTestGateway({ remembers: true, server: { isIntrospectionOn: false } });
    const both = { query: '{ __schema { queryType { name } } certifications(first: 5) { nodes { id } } }' };
    for (let time = 0; time < 3; time += 1) expect(new Set((await askRaw(gateway, both)).codes)).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });

  test('the room that answers may take: parts stay, whatever else is asked for', async () => {
    gateway = await startTestGateway({ remembers: true, bounds: { memoryBytes: 400_000 } });
    await askUntilKept(gateway, { query });
    // Each of them as long as a tenth of what there is for whole answers.
    const documents = Array.from({ length: 30 }, (_, index) => `${query} # ${String(index).padEnd(5000, 'x')}`);
    for (const document of documents) await askUntilKept(gateway, { query: document });
    expect(await askRaw(gateway, { query })).toMatchObject({ isRepeated: false, cost: { upstreamCalls: 0 } });
  });
});

describe('an answer that is never kept whole', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.stop());

  async function expectNever(request: RawRequest): Promise<void> {
    for (let time = 0; time < 3; time += 1) expect((await askRaw(gateway, request)).isRepeated).toBe(false);
  }

  test('of a mutation', async () => {
    gateway = await startTestGateway({ remembers: true });
    const before = gateway.upstream.requests.length;
    await expectNever({ query: 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { tenantConfiguration { isEnabled } } }' });
    expect(gateway.upstream.requests).toHaveLength(before + 3);
  });

  test('of a mutation that was not sent, for want of what had been read before', async () => {
    gateway = await startTestGateway({ remembers: true });
    const { overdue: certificationId } = gateway.upstream.tenant.examples.certifications;
    const itemId = gateway.upstream.tenant.certification(certificationId).items.find(({ decision }) => decision === null)?.id;
    await askRaw(gateway, { query: 'query ($id: ID!) { certification(id: $id) { name } }', variables: { id: certificationId } });
    const mutation = 'mutation ($input: DecideAccessReviewItemsInput!) { decideAccessReviewItems(input: $input) { userErrors { code } } }';
    const request = { query: mutation, variables: { input: { certificationId, decisions: [{ itemId, decision: 'REVOKE' }] } } };
    expect(await askRaw(gateway, request)).toMatchObject({ codes: [], data: expect.stringContaining('INVALID_INPUT'), cost: { upstreamCalls: 0, cache: { 'certification@v2025': { hit: 1 } } } });
    await expectNever(request);
  });

  test('that is not in the cache under its own name: taken out of a list that is', async () => {
    gateway = await startTestGateway({ remembers: true });
    await askRaw(gateway, { query: '{ reassignmentConfigurations(first: 20) { nodes { id } } }' });
    const request = { query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }', variables: { id: gateway.upstream.tenant.examples.identities.shortChain } };
    expect((await askRaw(gateway, request)).cost).toMatchObject({ upstreamCalls: 0, cache: { 'configuration@v2025': { miss: 1 } } });
    await expectNever(request);
  });

  test('that reads nothing of the upstream', async () => {
    gateway = await startTestGateway({ remembers: true });
    await expectNever({ query: '{ __typename __schema { queryType { name } } _service { sdl } }' });
  });

  test.each(['beta', 'v2025'] as const)('of what is asked for to see it change, on %s', async (generation) => {
    gateway = await startTestGateway({ generation, remembers: true });
    const { examples, tasks } = gateway.upstream.tenant;
    const running = tasks.get(examples.tasks.running);
    const variables = { id: examples.tasks.running, certificationId: running?.targetId };
    await expectNever({ query: 'query ($id: ID!) { certification(id: $id) { name pendingTasks { id } } }', variables: { id: examples.certifications.withPendingTask } });
    await expectNever({ query: 'query ($id: ID!, $certificationId: ID) { certificationTask(id: $id, certificationId: $certificationId) { status } }', variables });
    await expectNever({ query: 'query ($id: ID!, $certificationId: ID) { certificationTask(id: $id, certificationId: $certificationId, waitSeconds: 1) { status } }', variables });
  });

  test('with an error beside what was read, or in its place', async () => {
    gateway = await startTestGateway({ remembers: true });
    const id = gateway.upstream.tenant.examples.certifications.open;
    const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', status: 500 });
    const partial = { query: 'query ($id: ID!) { certification(id: $id) { name reviewers { nodes { id } } } }', variables: { id } };
    await expectNever(partial);
    expect((await askRaw(gateway, partial)).codes).toEqual(['UPSTREAM_UNAVAILABLE']);
    heal();
    expect((await askRaw(gateway, partial)).codes).toEqual([]);
    await expectNever({ query: '{ certifications(first: 0) { nodes { id } } }' });
    await expectNever({ query: 'query ($id: ID!) { certification(id: $id) { name } wrong: certifications(first: 0) { nodes { id } } }', variables: { id } });
  });
});
