import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { monitorRedis } from '../support/redis-monitor.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
import { sendRaw, statusOf, type RawRequest } from './raw-request.js';
import { SecretPieces } from './secret-pieces.js';

const names = { query: 'query Names { certifications(first: 2) { nodes { id name reviewer { name } } } }' };

/** As long as asked for, and of nobody. */
const anOpaqueToken = (length: number) => randomBytes(length).toString('base64url').slice(0, length);
const aJwt = (payload: string) => `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(payload).toString('base64url')}.${anOpaqueToken(43)}`;
/** Of nobody here, and like nobody's. */
const aStrangersToken = () => aJwt(anOpaqueToken(200));
const filling = `"${'x'.repeat(20)}"`;

describe('a token', () => {
  let upstream: Upstream;
  let gateway: GatewayProcess;
  /** Of a caller who is in order. */
  let own: string;
  beforeAll(async () => {
    upstream = await startUpstream({ rateLimit: 'off' });
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'));
    own = `Authorization: Bearer ${upstream.persona('administrator').token}`;
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
  });
  beforeEach(() => upstream.clearRequests());

  const send = (request: RawRequest) => sendRaw(gateway.origin, request);

  function expectNoTrace(tokens: readonly string[], texts: readonly string[]): void {
    const pieces = new SecretPieces([...tokens, ...upstream.personas.map(({ token }) => token)]);
    for (const text of [gateway.output(), ...texts]) expect(pieces.findIn(text)).toBeNull();
  }

  const malformed: [string, number, (token: string) => string[]][] = [
    ['as Basic', 401, (token) => [`Authorization: Basic ${token}`]],
    ['without a scheme', 401, (token) => [`Authorization: ${token}`]],
    ['twice behind one Bearer', 401, (token) => [`Authorization: Bearer ${token} ${token}`]],
    ['in quotes', 401, (token) => [`Authorization: Bearer "${token}"`]],
    ['in a list', 401, (token) => [`Authorization: Bearer ${token}, Bearer ${token}`]],
    ['in two Authorization headers', 401, (token) => [`Authorization: Bearer ${token}`, `authorization: Bearer ${token}`]],
    ['of more than 8192 characters', 401, () => [`Authorization: Bearer ${anOpaqueToken(8193)}`]],
    ['of 20000 characters', 431, () => [`Authorization: Bearer ${anOpaqueToken(20_000)}`]],
    ['with a NUL in it', 400, (token) => [`Authorization: Bearer ${token}\u0000${token}`]],
    ['with a bare CR in it', 400, (token) => [`Authorization: Bearer ${token}\r${token}`]],
    ['with a bare LF in it', 400, (token) => [`Authorization: Bearer ${token}\n${token}`]],
    ['with CR LF in it', 400, (token) => [`Authorization: Bearer ${token}\r\n${token}`]],
    ['folded into a second line', 400, (token) => [`Authorization: Bearer ${token}\r\n ${token}`]],
    ['in a cookie', 401, (token) => [`Cookie: token=${token}`]],
    ['in Proxy-Authorization', 401, (token) => [`Proxy-Authorization: Bearer ${token}`]],
    ['in X-Request-Id', 401, (token) => [`X-Request-Id: ${token}`]],
    ['in traceparent', 401, (token) => [`traceparent: 00-${token}-00f067aa0ba902b7-01`]],
  ];
  test.each(malformed)('%s is refused at the door with %d, and leaves no trace', async (_how, status, headersWith) => {
    const token = upstream.tokens.issue();
    const headers = headersWith(token);
    const answer = await send({ headers, body: names });
    expect(statusOf(answer)).toBe(status);
    expect(upstream.requests).toEqual([]);
    const sent = headers.join(' ').match(/[\w-]{43,}/g) ?? [];
    expectNoTrace([token, ...sent], [answer]);
  });

  const misplaced: [string, number, (token: string) => RawRequest][] = [
    ['in the address', 401, (token) => ({ method: 'GET', path: `/graphql?query=%7B__typename%7D&access_token=${token}` })],
    ['as the address', 404, (token) => ({ method: 'GET', path: `/${token}` })],
    ['as the address of GraphQL', 404, (token) => ({ path: `/graphql/${token}`, headers: [own], body: names })],
    ['in an address that does not decode', 404, (token) => ({ method: 'GET', path: `/%E0%A4%A${token}` })],
    ['in the body alone', 401, (token) => ({ body: { ...names, extensions: { token }, variables: { token } } })],
  ];
  test.each(misplaced)('%s is refused at the door with %d, and leaves no trace', async (_how, status, requestWith) => {
    const token = upstream.tokens.issue();
    const answer = await send(requestWith(token));
    expect(statusOf(answer)).toBe(status);
    expect(upstream.requests).toEqual([]);
    expectNoTrace([token], [answer]);
  });

  const strange: [string, () => string][] = [
    ['that is no JWT', () => anOpaqueToken(100)],
    ['of 8192 characters', () => anOpaqueToken(8192)],
    ['with padding', () => `${anOpaqueToken(100)}==`],
    ['whose claims are no JSON', () => aJwt('{"tenant_id": no JSON at all, and some more of it')],
    ['whose claims are a list', () => aJwt(`[${filling},${filling}]`)],
    ['whose claims are a text', () => aJwt(filling)],
    ['whose claims are of other types', () => aJwt(`{"tenant_id":{},"identity_id":[${filling}],"exp":"${'9'.repeat(30)}"}`)],
    ['whose claims have odd names', () => aJwt(`{"__proto__":{"tenant_id":${filling}},"constructor":1,"toString":2}`)],
    ['whose claims are nested deeper than can be read', () => aJwt('['.repeat(3000) + ']'.repeat(3000))],
    ['that never expires', () => upstream.tokens.forge({ exp: 1e308 })],
    ['that expired before there was time', () => upstream.tokens.forge({ exp: -1e308 })],
    ['of four parts', () => `${upstream.tokens.issue()}.${anOpaqueToken(43)}`],
    ['without a signature', () => upstream.tokens.issue().replace(/[^.]+$/, '')],
    ['with a signature of nobody', () => upstream.tokens.forge()],
    ['that has expired', () => upstream.tokens.issue({ exp: 1 })],
    ['of another tenant', () => upstream.tokens.issue({ tenant_id: 'another' })],
  ];
  test.each(strange)('%s is for SailPoint to judge: UNAUTHENTICATED, and leaves no trace', async (_what, make) => {
    const token = make();
    const answer = await send({ headers: [`Authorization: Bearer ${token}`], body: names });
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('{"certifications":null}');
    expect(answer).toContain('"UNAUTHENTICATED"');
    expect(upstream.requests.map(({ headers }) => headers['authorization'])).toEqual([`Bearer ${token}`]);
    expectNoTrace([token], [answer]);
  });

  test.each([
    ['behind several blanks', (token: string) => `Authorization: Bearer    ${token}  `],
    ['in any case', (token: string) => `AUTHORIZATION: bEARER ${token}`],
  ])('%s is a token all the same', async (_how, headerWith) => {
    const token = upstream.tokens.issue();
    const answer = await send({ headers: [headerWith(token)], body: names });
    expect(answer).toContain('"nodes":[{"id"');
    expectNoTrace([token], [answer]);
  });

  test('of each persona is used for the persona’s calls, and leaves no trace in anybody’s answer', async () => {
    const answers = await Promise.all(
      upstream.personas.map(({ token }) => send({ headers: [`Authorization: Bearer ${token}`], body: names })),
    );
    expect(answers.map(statusOf)).toEqual(upstream.personas.map(() => 200));
    expect(new Set(upstream.requests.map(({ personaKey }) => personaKey))).toEqual(new Set(upstream.personas.map(({ key }) => key)));
    expectNoTrace([], answers);
  });

  /** What else a caller in order may send, with somebody's token in it. `isQuoted`: GraphQL's errors say what was wrong with it. */
  const elsewhere: [string, boolean, (token: string) => RawRequest][] = [
    ['in the address', false, (token) => ({ method: 'GET', path: `/graphql?query=%7B__typename%7D&token=${token}` })],
    ['in a cookie', false, (token) => ({ headers: [`Cookie: token=${token}`], body: names })],
    ['in X-Request-Id', false, (token) => ({ headers: [`X-Request-Id: ${token}`], body: names })],
    ['in traceparent and tracestate', false, (token) => ({ headers: [`traceparent: 00-${token}-01`, `tracestate: a=${token}`], body: names })],
    ['in Origin and Referer', false, (token) => ({ headers: [`Origin: https://${token}`, `Referer: https://a/${token}`], body: names })],
    ['in Accept-Language', false, (token) => ({ headers: [`Accept-Language: ${token}`], body: names })],
    ['in Accept', false, (token) => ({ headers: [`Accept: application/${token}`], body: names })],
    ['in extensions', false, (token) => ({ body: { ...names, extensions: { token } } })],
    ['as the hash of a persisted query', false, (token) => ({ body: { extensions: { persistedQuery: { version: 1, sha256Hash: token } } } })],
    ['as an id', false, (token) => ({ body: { query: 'query ($id: ID!) { certification(id: $id) { name } }', variables: { id: token } } })],
    ['as a variable that nobody asked for', false, (token) => ({ body: { ...names, variables: { token } } })],
    ['as a cursor', false, (token) => ({ body: { query: 'query ($after: String) { certifications(after: $after) { totalCount } }', variables: { after: token } } })],
    ['as a variable of another type', true, (token) => ({ body: { query: 'query ($first: Int) { certifications(first: $first) { totalCount } }', variables: { first: token } } })],
    ['as an operation’s name that there is not', true, (token) => ({ body: { ...names, operationName: token } })],
    ['in the document', true, (token) => ({ body: { query: `{ certifications(first: "${token}") { totalCount } }` } })],
  ];
  test.each(elsewhere)('%s of a request that is in order goes nowhere; quoted to its sender: %p', async (_where, isQuoted, requestWith) => {
    const token = aStrangersToken();
    const request = requestWith(token);
    const answer = await send({ ...request, headers: [own, ...(request.headers ?? [])] });
    expect(statusOf(answer)).toBeLessThan(500);
    const pieces = new SecretPieces([token]);
    expect(pieces.findIn(answer) !== null).toBe(isQuoted);
    expect(pieces.findIn(JSON.stringify(upstream.requests.map(({ path, query, headers, body }) => [path, String(query), headers, body])))).toBeNull();
    expect(pieces.findIn(gateway.output())).toBeNull();
    expectNoTrace([], [answer]);
  });

  test('has pieces that would be found: the search sees a truncated one', () => {
    const { token } = upstream.persona('reviewer');
    const cut = token.slice(100, 125);
    expect(new SecretPieces([token]).findIn(`… ${cut} …`)).toBe(cut.slice(0, 20));
    expect(gateway.output()).toContain('ready at');
  });
});

describeWithRedis('with Redis, a token', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    redis = await startRedis();
    upstream = await startUpstream({ rateLimit: 'off' });
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'), { REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
    await redis.stop();
  });

  test('is in no command that Redis receives: no key, no value, no notice', async () => {
    const monitor = await monitorRedis(redis.url);
    const ids = [...upstream.tenant.identities.keys()].slice(0, 5).map((id) => ({ __typename: 'Identity', id }));
    const identities = { query: 'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Identity { name email } } }', variables: { ids } };
    const tokens = [...upstream.personas.map(({ token }) => token), upstream.tokens.forge(), anOpaqueToken(100), aJwt(`[${filling}]`)];
    for (const token of tokens) {
      for (const body of [names, identities]) await sendRaw(gateway.origin, { headers: [`Authorization: Bearer ${token}`], body });
    }
    await eventually(() => monitor.text().includes('v1:admitted:') && monitor.text().includes('v1:refused:'));
    await redis.client.echo('the end');
    await eventually(() => monitor.text().includes('the end'));
    monitor.stop();
    expect(new SecretPieces(tokens).findIn(monitor.text())).toBeNull();
  });
});
