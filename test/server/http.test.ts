import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendRaw, statusOf } from '../security/raw-request.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe('the front door', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ server: { corsOrigins: ['https://app.example.com'] } });
  });
  afterAll(() => gateway.stop());

  function send(path: string, { headers = {}, ...init }: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
    return fetch(`${gateway.origin}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${gateway.upstream.persona('reviewer').token}`, ...headers },
    });
  }

  /** For which a browser asks the gateway first. */
  const askedFirst = { 'apollo-require-preflight': 'true' };

  const postJson = (body: string, headers: Record<string, string> = {}) =>
    send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  test('says on every answer for whom it is and what it cost', async () => {
    const response = await postJson('{"query":"{ certifications(first: 1) { nodes { id } } }"}');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('vary')).toContain('Authorization');
    expect(response.headers.get('x-upstream-calls')).toBe('1');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  test('answers queries by GET as well, with a header for which browsers ask first, and no mutation', async () => {
    const response = await send(`/graphql?query=${encodeURIComponent('{ certifications(first: 1) { nodes { id } } }')}`, { headers: askedFirst });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { certifications: { nodes: [{}] } } });
    gateway.upstream.clearRequests();
    const mutation = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: false }) { userErrors { code } } }';
    expect((await send(`/graphql?query=${encodeURIComponent(mutation)}`, { headers: askedFirst })).status).toBe(405);
    expect((await send('/graphql?query=%7B__typename%7D')).status).toBe(400);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('refuses what a page of another site could send without being asked: it has no token', async () => {
    for (const [method, contentType] of [['GET', undefined], ['POST', 'text/plain'], ['POST', 'application/x-www-form-urlencoded']] as const) {
      const response = await fetch(`${gateway.origin}/graphql?query=%7B__typename%7D`, {
        method,
        headers: contentType === undefined ? {} : { 'content-type': contentType },
      });
      expect(response.status).toBe(401);
    }
  });

  test.each([
    ['that does not parse', '{"query":"{"}'],
    ['of unknown fields', '{"query":"{ nothing }"}'],
    ['whose variables do not fit', '{"query":"query ($id: ID!) { certification(id: $id) { id } }","variables":{}}'],
    ['without an operation of that name', '{"query":"query A { __typename }","operationName":"B"}'],
  ])('a document %s is 200 as JSON and 400 as GraphQL response', async (_what, body) => {
    const json = await postJson(body, { accept: 'application/json' });
    expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    for (const accept of ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8']) {
      const graphql = await postJson(body, { accept });
      expect([graphql.status, graphql.headers.get('content-type')]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
    }
    const answer = await json.json();
    expect(answer).toHaveProperty('errors');
    expect(answer).not.toHaveProperty('data');
  });

  test.each([
    ['a body that is no JSON', '{"query":', 400],
    ['a body of more than 1 MiB', JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(1_100_000) } }), 413],
  ])('%s is the client’s fault, in GraphQL’s shape', async (_name, body, status) => {
    const response = await postJson(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('a request whose client takes no media type of ours is 406, and changes nothing', async () => {
    gateway.upstream.clearRequests();
    const mutation = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: false }) { userErrors { code } } }';
    const response = await postJson(JSON.stringify({ query: mutation }), { accept: 'text/html' });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('a character set that is not known is refused, not crashed on', async () => {
    const response = await postJson('{"query":"{ __typename }"}', { 'content-type': 'application/json; charset=nonsense' });
    expect(response.status).toBe(415);
  });

  test('lets pages of listed origins call, and read the cost', async () => {
    const asked = async (origin: string) => {
      const preflight = await fetch(`${gateway.origin}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
      });
      return preflight.headers.get('access-control-allow-origin');
    };
    expect(await asked('https://app.example.com')).toBe('https://app.example.com');
    expect(await asked('https://evil.example.com')).toBeNull();
    const response = await postJson('{"query":"{ __typename }"}', { origin: 'https://app.example.com' });
    expect(response.headers.get('access-control-expose-headers')).toContain('X-Upstream-Calls');
  });

  test('tells what it is at unknown addresses, and nothing else', async () => {
    for (const path of ['/admin', '/graphql/other', '/GraphQL', '/graphql/']) {
      const response = await send(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  test('shows no stack, no path and no hint of its making in an error', async () => {
    const response = await postJson('{"query":"{ certification(id: 5) { nothing } }"}');
    const text = await response.text();
    expect(text).not.toMatch(/node_modules|\.ts|stacktrace|at Object/);
  });

  const asksWhichUpgrades = 'shouldUpgradeCallback' in createServer() ? test : test.skip;
  asksWhichUpgrades('a request that would rather have HTTP/2, as Java’s client sends it, is answered as any other', async () => {
    const answer = await sendRaw(gateway.origin, {
      headers: [`Authorization: Bearer ${gateway.upstream.persona('reviewer').token}`, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA'],
      body: { query: '{ __typename }' },
    });
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('"__typename":"Query"');
  });

  test('is documented by its own schema to whoever composes it', async () => {
    const response = await postJson('{"query":"{ _service { sdl } }"}');
    const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
    expect(data._service.sdl).toContain('type Certification');
    expect(data._service.sdl).toContain('@key(fields: "id")');
  });
});

describe('with introspection off', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ server: { isIntrospectionOn: false } });
  });
  afterAll(() => gateway.stop());

  test.each(['{ __schema { queryType { name } } }', '{ _service { sdl } }', 'query ($i: Boolean = true) { ...F @include(if: $i) } fragment F on Query { s: _service { sdl } }'])(
    'refuses %s',
    async (query) => {
      const answer = await gateway.ask(query);
      expect(answer.data).toBeNull();
      expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  test('tells nobody how to configure the server', async () => {
    const answer = await gateway.ask('{ __schema { queryType { name } } }');
    expect(answer.errors?.[0]?.message).not.toContain('Apollo');
  });

  test('suggests no field names, and has no GraphiQL', async () => {
    const answer = await gateway.ask('{ certification(id: "a") { nam } }');
    expect(answer.errors?.[0]?.message).not.toContain('name"');
    expect((await fetch(`${gateway.origin}/graphiql`)).status).toBe(404);
    expect((await fetch(`${gateway.origin}/`)).status).toBe(404);
  });
});

test('connections are kept for longer than balancers keep theirs', async () => {
  const gateway = await startTestGateway();
  const agent = new Agent({ keepAlive: true });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => get(`${gateway.origin}/health/live`, { agent }, resolve).once('error', reject));
  expect(answer.headers['keep-alive']).toBe('timeout=75');
  agent.destroy();
  await gateway.stop();
});
