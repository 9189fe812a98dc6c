import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SecretPieces } from '../security/secret-pieces.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { allOf, eventClient, openEvents } from './streams.js';

const list = 'query List { certifications(first: 2) { nodes { id name } } }';
const listed = 'https://app.example.com';

describe('GraphQL as server-sent events', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ server: { corsOrigins: [listed] } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const tokenOf = () => gateway.upstream.persona('reviewer').token;
  const post = (body: unknown, headers: Record<string, string> = {}) => openEvents(gateway, tokenOf(), body, headers);
  const codeOf = (text: string) => JSON.parse(text).errors[0].extensions.code;

  test('answers a query as a POST is answered, with what it has cost, and completes', async () => {
    const posted = await gateway.ask(list, {}, { as: 'reviewer' });
    const client = eventClient(gateway, tokenOf());
    const [result, ...others] = await allOf(client, list);
    expect(others).toEqual([]);
    expect(result.data).toEqual(posted.data);
    expect(result.extensions.cost).toMatchObject({ upstreamCalls: 1, estimatedCalls: 1 });
    client.dispose();
  });

  test('is a stream that no proxy keeps, changes or holds back, under a request id', async () => {
    const events = await post({ query: list }, { 'x-request-id': 'mine' });
    await events.closed;
    expect(events.status).toBe(200);
    expect(events.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-cache', 'x-accel-buffering': 'no', 'x-request-id': 'mine',
      vary: expect.stringContaining('Authorization'), 'x-content-type-options': 'nosniff',
    });
    expect(events.headers).not.toHaveProperty('x-upstream-calls');
    expect(gateway.upstream.requests[0]?.headers['x-request-id']).toBe('mine');
    await until(() => gateway.logLines.some((line) => line.includes('"mine"') && line.includes('graphql request')));
    const line = JSON.parse(gateway.logLines.find((text) => text.includes('"mine"') && text.includes('graphql request')) ?? '{}');
    expect(line).toMatchObject({ transport: 'event-stream', operationName: 'List', operationType: 'query', outcome: 'ok', results: 1, upstreamCalls: 1 });
  });

  test.each([
    ['that does not parse', { query: '{ certifications(' }, 'GRAPHQL_PARSE_FAILED'],
    ['that does not fit the schema', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['whose variables do not fit', { query: 'query ($id: ID!) { certification(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    ['that nobody has registered', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('an operation %s has one result, which says so, and completes', async (_what, body, code) => {
    const events = await post(body);
    await events.closed;
    expect(events.events()).toEqual([
      { event: 'next', data: { errors: [expect.objectContaining({ message: expect.any(String), extensions: { code } })] } },
      { event: 'complete', data: null },
    ]);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each<[string, unknown, Record<string, string>, number, string]>([
    ['that is no JSON', '{"query":', {}, 400, 'BAD_USER_INPUT'],
    ['that is a list', [{ query: list }], {}, 400, 'BAD_USER_INPUT'],
    ['without an operation', {}, {}, 400, 'BAD_USER_INPUT'],
    ['of another type', 'query', { 'content-type': 'text/plain' }, 415, 'BAD_USER_INPUT'],
    ['of too many bytes', { query: `#${'x'.repeat(1_048_577)}` }, {}, 413, 'BAD_USER_INPUT'],
    ['of a document too deep', { query: `{${' a {'.repeat(20)} b ${'}'.repeat(20)} }` }, {}, 400, 'COST_LIMIT_EXCEEDED'],
    ['whose answer may not be a stream', { query: list }, { accept: 'application/json' }, 406, 'BAD_USER_INPUT'],
  ])('a request %s is refused by HTTP, as one to /graphql is', async (_what, body, headers, status, code) => {
    const refused = await post(body, headers);
    expect([refused.status, codeOf(refused.text())]).toEqual([status, code]);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each(['GET', 'PUT', 'DELETE'])('%s is not taken: there is one connection for each operation, and no token in an address', async (method) => {
    const response = await fetch(`${gateway.origin}/graphql/stream?token=abc&query=%7B__typename%7D`, { method, headers: { accept: 'text/event-stream', authorization: `Bearer ${tokenOf()}` } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test.each([
    ['no token', () => ({})],
    ['no scheme', (token: string) => ({ authorization: token })],
    ['a token in the address or a header of another name', (token: string) => ({ 'x-graphql-event-stream-token': token, cookie: token })],
  ])('%s: 401, before the body is read, and without a trace', async (_what, headersOf: (token: string) => Record<string, string>) => {
    const token = gateway.upstream.tokens.issue();
    const refused = await openEvents(gateway, null, '{"query":', headersOf(token));
    expect([refused.status, codeOf(refused.text()), refused.headers['www-authenticate']]).toEqual([401, 'UNAUTHENTICATED', 'Bearer']);
    expect(new SecretPieces([token]).findIn(gateway.logLines.join('') + refused.text())).toBeNull();
  });

  test.each([
    [listed, listed],
    ['https://evil.example.com', null],
  ])('a page of the origin %s is told by CORS whether it may', async (origin, allowed) => {
    const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
    const preflight = await fetch(`${gateway.origin}/graphql/stream`, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  test('a client that has gone does not keep upstream calls under way', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', hang: true });
    const events = await post({ query: list.replace('2', '7') });
    await until(() => gateway.upstream.requests.length === 1);
    events.leave();
    await until(() => gateway.logLines.some((line) => line.includes('"failure":"cancelled"')));
    await until(() => gateway.logLines.some((line) => line.includes('"outcome":"cancelled"')));
    heal();
  });

  test('a subscription by POST to /graphql is told where to go', async () => {
    const answer = await gateway.ask('subscription { certificationTaskProgress(taskId: "a") { id } }');
    expect(answer.errors).toEqual([
      {
        message: 'Subscriptions come over WebSocket at /graphql (graphql-transport-ws), or as an event stream from /graphql/stream.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(answer.data).toBeNull();
    expect(gateway.upstream.requests).toEqual([]);
  });
});
