import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { allOf, eventClient, rawSocket, socketClient } from '../server/streams.js';
import { until } from '../support/until.js';
import { risen, startCountedGateway, type CountedGateway } from './counted-gateway.js';

const list = '{ certifications(first: 1) { nodes { id } } }';
const follow = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }';

describe('operations', () => {
  let gateway: CountedGateway;
  let undo: () => void = () => undefined;
  beforeAll(async () => {
    gateway = await startCountedGateway({ limits: { aliases: 5, rows: 10_000 }, taskPolling: { paceMs: { least: 20, most: 20 } } });
  });
  afterAll(() => gateway.stop());
  afterEach(() => undo());

  const token = () => gateway.upstream.persona('administrator').token;
  const { stringify } = JSON;
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${gateway.origin}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token()}`, ...headers }, body });

  test.each([
    ['ok', list, {}],
    ['partial', `{ certifications(first: 1) { nodes { id reviewers { nodes { id } } } } }`, { UPSTREAM_UNAVAILABLE: 1 }],
    ['failed', '{ certifications(first: 0) { totalCount } }', { BAD_USER_INPUT: 1 }],
  ])('are counted as %s by what their clients got', async (outcome, query, codes) => {
    if (outcome === 'partial') undo = gateway.upstream.inject({ operation: 'listCertificationReviewers', status: 500 });
    const by = await risen(gateway, () => gateway.ask(query));
    expect(by('operations_total')).toBe(1);
    expect(by('operations_total', { type: 'query', transport: 'http', outcome })).toBe(1);
    expect(by('operation_duration_seconds_count', { type: 'query', outcome })).toBe(1);
    for (const [code, count] of Object.entries(codes)) expect([code, by('operation_errors_total', { code })]).toEqual([code, count]);
    expect(by('root_fields_total', { type: 'query', field: 'certifications', outcome: outcome === 'ok' ? 'ok' : 'failed' })).toBe(1);
  });

  test('that cannot be executed are refused, and have no time and no fields', async () => {
    const by = await risen(gateway, async () => {
      for (const query of ['{', '{ nothingLikeThis }', 'query A { __typename } query B { __typename }']) await gateway.ask(query);
      await gateway.ask('{ certifications(first: 250) { nodes { reviewers(first: 250) { nodes { id } } } } }');
    });
    expect(by('operations_total', { outcome: 'refused' })).toBe(4);
    expect(by('operations_total', { type: 'none' })).toBeGreaterThanOrEqual(3);
    for (const code of ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'COST_LIMIT_EXCEEDED']) expect([code, by('operation_errors_total', { code })]).toEqual([code, 1]);
  });

  test('that Apollo refuses are refused, and no refusals at the door as well', async () => {
    const by = await risen(gateway, async () => {
      const mutation = encodeURIComponent('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }');
      await fetch(`${gateway.origin}/graphql?query=${mutation}`, { headers: { authorization: `Bearer ${token()}`, 'apollo-require-preflight': 'true' } });
      await post(stringify({ query: '' }));
    });
    expect(by('operations_total', { outcome: 'refused' })).toBe(2);
    expect(by('operation_errors_total', { code: 'BAD_REQUEST' })).toBe(2);
    expect(by('refusals_total')).toBe(0);
  });

  test('count each of their root fields once, whatever its aliases and wherever it stands', async () => {
    const query = `query { __typename a: certification(id: "no-such-one") { id } ...more ... on Query { b: certification(id: "nor-this") { reviewers { totalCount } } } }
      fragment more on Query { certifications(first: 1) { totalCount } ...rest } fragment rest on Query { reassignmentConfigTypes { description } }`;
    const by = await risen(gateway, () => gateway.ask(query));
    expect(by('root_fields_total')).toBe(4);
    expect(by('root_fields_total', { field: 'certification', outcome: 'failed' })).toBe(1);
    for (const field of ['certifications', 'reassignmentConfigTypes', '__typename']) expect([field, by('root_fields_total', { field, outcome: 'ok' })]).toEqual([field, 1]);
  });

  test('of a client that has gone are cancelled', async () => {
    undo = gateway.upstream.inject({ operation: 'listIdentityCertifications', latencyMs: 300 });
    const by = await risen(gateway, async () => {
      const left = new AbortController();
      gateway.upstream.clearRequests();
      const asked = fetch(`${gateway.origin}/graphql`, {
        method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` }, body: stringify({ query: list }), signal: left.signal,
      }).catch(() => undefined);
      await until(() => gateway.upstream.requests.length > 0);
      left.abort();
      await asked;
      await until(async () => (await gateway.scrape()).value('certification_gateway_operations_total', { outcome: 'cancelled', transport: 'http' }) > 0);
    });
    expect(by('operations_total', { outcome: 'cancelled' })).toBe(1);
    expect(by('upstream_calls_total', { outcome: 'cancelled' })).toBe(1);
  });

  test('refused before GraphQL are counted by code and status, and are no operations', async () => {
    const by = await risen(gateway, async () => {
      await fetch(`${gateway.origin}/graphql`, { method: 'POST' });
      await fetch(`${gateway.origin}/elsewhere`);
      await fetch(`${gateway.origin}/graphql`, { method: 'PUT' });
      await post('[]');
      await post(stringify({ query: list }), { 'content-type': 'text/plain' });
      await post(stringify({ query: ' '.repeat(2_000_000) }));
      await post(stringify({ query: `{ ${'abcdef'.split('').map((name) => `${name}: __typename`).join(' ')} }` }));
      await fetch(`${gateway.origin}/graphql/stream`, { method: 'POST' });
      await post(stringify({ query: list }), { 'content-type': 'application/json', accept: 'text/html' });
      // As a page of another site could ask.
      await fetch(`${gateway.origin}/graphql?query=%7B__typename%7D`, { headers: { authorization: `Bearer ${token()}` } });
    });
    const refused = { UNAUTHENTICATED: '401', NOT_FOUND: '404', COST_LIMIT_EXCEEDED: '400' };
    for (const [code, status] of Object.entries(refused)) expect([code, by('refusals_total', { transport: 'http', code, status })]).toEqual([code, 1]);
    for (const status of ['400', '405', '406', '413', '415']) expect([status, by('refusals_total', { transport: 'http', code: 'BAD_USER_INPUT', status })]).toEqual([status, 1]);
    expect(by('refusals_total', { transport: 'event-stream', code: 'UNAUTHENTICATED', status: '401' })).toBe(1);
    expect(by('refusals_total', { transport: 'http', code: 'BAD_REQUEST', status: '400' })).toBe(1);
    expect(by('operations_total')).toBe(0);
  });

  test.each([
    ['websocket', socketClient],
    ['event-stream', eventClient],
  ] as const)('over %s are counted as all others are, and their connections while they are open', async (transport, clientFor) => {
    const by = await risen(gateway, async () => {
      const client = clientFor(gateway, token());
      await allOf(client, list);
      const { tasks } = gateway.upstream.tenant;
      const running = tasks.get(gateway.upstream.tenant.examples.tasks.running);
      Object.assign(running ?? {}, { startsAt: 0, finishesAt: Infinity });
      const results = client.iterate({ query: follow, variables: { taskId: running?.id } });
      await results.next();
      const open = await gateway.scrape();
      expect(open.value('certification_gateway_connections_open', { transport })).toBe(1);
      expect(open.value('certification_gateway_subscriptions_open')).toBe(1);
      Object.assign(running ?? {}, { finishesAt: 0 });
      while ((await results.next()).done !== true);
      await client.dispose();
      await until(async () => (await gateway.scrape()).value('certification_gateway_connections_open') === 0);
    });
    expect(by('operations_total', { type: 'query', transport, outcome: 'ok' })).toBe(1);
    expect(by('operations_total', { type: 'subscription', transport, outcome: 'ok' })).toBe(1);
    expect(by('operation_duration_seconds_count', { type: 'subscription' })).toBe(0);
    expect(by('subscription_events_total')).toBe(2);
    expect(by('root_fields_total', { type: 'subscription', field: 'certificationTaskProgress', outcome: 'ok' })).toBe(1);
    expect((await gateway.scrape()).value('certification_gateway_subscriptions_open')).toBe(0);
  });

  test('over a WebSocket that is refused are counted by why', async () => {
    const by = await risen(gateway, async () => {
      const nobody = await rawSocket(gateway);
      nobody.send({ type: 'connection_init' });
      await nobody.closed;
      const expired = await rawSocket(gateway);
      expired.send({ type: 'connection_init', payload: { authorization: `Bearer ${gateway.upstream.persona('expired').token}` } });
      await expired.closed;
      await rawSocket(gateway, { headers: { origin: 'https://elsewhere.example' } }).catch(() => undefined);
      const client = socketClient(gateway, token());
      await allOf(client, '{ a: __typename b: __typename c: __typename d: __typename e: __typename f: __typename }').catch(() => undefined);
      await client.dispose();
    });
    expect(by('refusals_total', { transport: 'websocket', code: 'UNAUTHENTICATED', status: '401' })).toBe(2);
    expect(by('refusals_total', { transport: 'websocket', code: 'FORBIDDEN', status: '403' })).toBe(1);
    expect(by('refusals_total', { transport: 'websocket', code: 'COST_LIMIT_EXCEEDED', status: '400' })).toBe(1);
  });

  test('under way are seen as such', async () => {
    undo = gateway.upstream.inject({ operation: 'listIdentityCertifications', latencyMs: 200 });
    gateway.upstream.clearRequests();
    const asked = gateway.ask(list);
    await until(() => gateway.upstream.requests.length > 0);
    const during = await gateway.scrape();
    await asked;
    expect(during.value('certification_gateway_requests_in_flight')).toBe(1);
    expect(during.value('certification_gateway_upstream_calls_in_flight')).toBe(1);
    await until(async () => (await gateway.scrape()).value('certification_gateway_requests_in_flight') === 0);
  });
});

test('operations of a manifest are counted by their names', async () => {
  const gateway = await startCountedGateway({ settings: { persistedOperations: new Map([['open-work', `query OpenWork ${list}`]]) } });
  try {
    const by = await risen(gateway, async () => {
      await fetch(`${gateway.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('administrator').token}` },
        body: JSON.stringify({ documentId: 'open-work' }),
      });
      await gateway.ask('query Invented { __typename }');
    });
    expect(by('persisted_operations_total', { operation: 'OpenWork', outcome: 'ok' })).toBe(1);
    expect(by('persisted_operations_total')).toBe(1);
    expect(by('persisted_operation_seconds_total', { operation: 'OpenWork' })).toBeGreaterThan(0);
    expect(by('refusals_total', { code: 'PERSISTED_OPERATION_REQUIRED' })).toBe(1);
  } finally {
    await gateway.stop();
  }
});

test('a request at which the gateway itself fails is counted, also when no operation comes of it', async () => {
  let isBroken = false;
  const now = () => {
    if (isBroken) throw new Error('the clock stands still');
    return Date.now();
  };
  const gateway = await startCountedGateway({ now });
  try {
    const by = await risen(gateway, async () => {
      gateway.upstream.inject({ when: () => (isBroken = true), times: 1, latencyMs: 1 });
      expect((await gateway.ask(list)).status).toBe(500);
      isBroken = false;
    });
    expect(by('refusals_total', { transport: 'http', code: 'INTERNAL_SERVER_ERROR', status: '500' })).toBe(1);
  } finally {
    await gateway.stop();
  }
});
