import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const inbox = '{ certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }';
const write = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }';
const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What browsers, proxies, tracers and the curious send. */
const oddHeaders: Readonly<Record<string, string>> = {
  cookie: 'session=1',
  cookie2: '$Version=1',
  origin: 'https://app.example.com',
  referer: 'https://app.example.com/inbox',
  from: 'somebody@example.com',
  forwarded: 'for=10.0.0.1;host=evil.example.com',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'evil.example.com',
  'x-forwarded-proto': 'http',
  'x-real-ip': '10.0.0.1',
  'true-client-ip': '10.0.0.1',
  'cf-connecting-ip': '10.0.0.1',
  via: '1.1 proxy',
  baggage: 'userId=alice',
  b3: '80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1',
  'x-b3-traceid': '80f198ee56343ba864fe8b2a57d3eff7',
  'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793',
  'x-cloud-trace-context': '105445aa7843bc8bf206b12000100000/1;o=1',
  'sentry-trace': '771a43a4192642f0b136d5159a501700-b7ad6b7169203331-1',
  'x-sailpoint-experimental': 'true',
  'x-sailpoint-tenant': 'another',
  'slpt-request-id': 'a51210378c1a4ad0b7aa703899ea31e1',
  'x-http-method-override': 'DELETE',
  'x-original-url': '/v2025/tenants',
  'x-rewrite-url': '/v2025/tenants',
  'x-api-key': 'key',
  'proxy-authorization': 'Basic dXNlcjpwYXNz',
  'apollo-require-preflight': 'true',
  'apollographql-client-name': 'web',
  'x-csrf-token': 'token',
  'if-none-match': '"a"',
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  range: 'bytes=0-1',
  'x-custom': 'yes',
};

describe('the headers of a request', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test('go upstream as far as they are on this list, and no others', async () => {
    const headers = { ...oddHeaders, 'accept-language': 'de', 'x-request-id': 'my-request', traceparent: parent, tracestate: 'vendor=1' };
    await gateway.ask(inbox, {}, { headers });
    const { host } = new URL(gateway.upstream.origin);
    const read = {
      accept: 'application/json',
      'accept-encoding': expect.any(String),
      authorization: `Bearer ${gateway.upstream.persona('administrator').token}`,
      connection: expect.any(String),
      host,
      traceparent: parent,
      tracestate: 'vendor=1',
      'user-agent': 'certification-gateway',
      'x-request-id': 'my-request',
    };
    expect(gateway.upstream.requests.length).toBeGreaterThan(3);
    for (const request of gateway.upstream.requests) expect(request.headers).toEqual(read);
    gateway.upstream.clearRequests();
    await gateway.ask(write, {}, { headers });
    expect(gateway.upstream.requests.map((request) => request.headers)).toEqual([
      // Work reassignment is experimental there, and says so itself.
      { ...read, 'accept-language': 'de', 'content-type': 'application/json', 'content-length': expect.any(String), 'x-sailpoint-experimental': 'true' },
    ]);
  });

  const lines = () => gateway.logLines.map((line) => JSON.parse(line) as { requestId?: string; msg: string });

  test.each(['a', 'A-Za-z0-9._-', 'a'.repeat(64)])('a request id such as %s is taken over: in the answer, in the log and upstream', async (id) => {
    const answer = await gateway.ask(inbox, {}, { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(new Set(gateway.upstream.requests.map(({ headers }) => headers['x-request-id']))).toEqual(new Set([id]));
    const own = lines().filter(({ requestId }) => requestId === id);
    expect(new Set(own.map(({ msg }) => msg))).toEqual(new Set(['graphql request', 'upstream call']));
  });

  test.each(['', ' ', 'a b', 'a/b', 'a,b', 'é', '"a"', 'a'.repeat(65), 'a\tb'])('a request id such as %j is not: it gets a random one', async (id) => {
    const answer = await gateway.ask(inbox, {}, { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toMatch(uuid);
    expect(gateway.upstream.requests[0]?.headers['x-request-id']).toBe(answer.headers.get('x-request-id'));
    if (id.trim() !== '') expect(gateway.logLines.join('')).not.toContain(JSON.stringify(id));
  });

  test('a request id is on refusals as well', async () => {
    const response = await fetch(`${gateway.origin}/graphql`, { method: 'POST', headers: { 'x-request-id': 'refused' } });
    expect([response.status, response.headers.get('x-request-id')]).toEqual([401, 'refused']);
  });

  test.each([
    [parent, 'vendor=1', parent, 'vendor=1'],
    [parent, undefined, parent, undefined],
    [parent, 'a=1,b=2', parent, 'a=1,b=2'],
    [parent, 'é', parent, undefined],
    [parent, 'a'.repeat(513), parent, undefined],
    [undefined, 'vendor=1', undefined, undefined],
    [parent.toUpperCase(), 'vendor=1', undefined, undefined],
    [`ff${parent.slice(2)}`, 'vendor=1', undefined, undefined],
    [`${parent}-more`, 'vendor=1', undefined, undefined],
    [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, 'vendor=1', undefined, undefined],
    [`00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`, 'vendor=1', undefined, undefined],
    [`${parent}, ${parent}`, 'vendor=1', undefined, undefined],
    ['hello', 'vendor=1', undefined, undefined],
  ])('traceparent %s with tracestate %s goes upstream as %s with %s', async (traceparent, tracestate, givenParent, givenState) => {
    const headers = { ...(traceparent === undefined ? {} : { traceparent }), ...(tracestate === undefined ? {} : { tracestate }) };
    await gateway.ask(inbox, {}, { headers });
    for (const request of gateway.upstream.requests) {
      expect([request.headers['traceparent'], request.headers['tracestate']]).toEqual([givenParent, givenState]);
    }
    expect(gateway.upstream.requests.length).toBeGreaterThan(0);
  });
});
