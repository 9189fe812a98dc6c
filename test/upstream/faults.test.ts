import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const query = '{ certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }';

describe('an upstream that fails', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ settings: { upstreamTimeoutMs: 300 } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  let clients = 0;
  /** As another client each time: a 401 is held against the token, a 429 against the client. */
  async function withFault(fault: Fault): Promise<Answer> {
    const heal = gateway.upstream.inject(fault);
    clients += 1;
    const token = gateway.upstream.tokens.issue({ client_id: `client ${clients}` }, 'administrator');
    const answer = await gateway.ask(query, {}, { token });
    heal();
    return answer;
  }

  const listFault = (fault: Fault): Fault => ({ operation: 'listIdentityCertifications', ...fault });

  test.each<[string, Fault, string]>([
    ['hangs', { hang: true }, 'UPSTREAM_TIMEOUT'],
    ['closes the connection', { reset: true }, 'UPSTREAM_UNAVAILABLE'],
    ['breaks off in the middle', { cut: true }, 'UPSTREAM_UNAVAILABLE'],
    ['shows an error page', { html: true }, 'UPSTREAM_UNAVAILABLE'],
    ['shows a page with status 200', { status: 200, body: '<html><body>Sign in at https://secret.example</body></html>' }, 'UPSTREAM_CONTRACT'],
    ['answers nothing with status 200', { status: 200, body: '' }, 'UPSTREAM_CONTRACT'],
    ['redirects', { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/elsewhere' } }, 'UPSTREAM_CONTRACT'],
    ['answers 500', { status: 500, body: {} }, 'UPSTREAM_UNAVAILABLE'],
    ['answers 503', { status: 503, body: {} }, 'UPSTREAM_UNAVAILABLE'],
    ['answers 400 (Q58: not necessarily the client’s fault)', { status: 400, body: {} }, 'UPSTREAM_REJECTED'],
    ['answers 409', { status: 409, body: {} }, 'UPSTREAM_REJECTED'],
    ['answers 401', { status: 401, body: { error: 'JWT validation failed: JWT is expired' } }, 'UNAUTHENTICATED'],
    ['answers 403', { status: 403, body: {} }, 'FORBIDDEN'],
    ['answers 429', { status: 429, body: { message: ' Rate Limit Exceeded ' }, headers: { 'retry-after': '77' } }, 'RATE_LIMITED'],
  ])('that %s: the field is null, with a code', async (_how, fault, code) => {
    const answer = await withFault(listFault(fault));
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ certifications: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({ path: ['certifications'], extensions: { code } });
    expect(gateway.upstream.requests).toHaveLength(answer.upstreamCalls);
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|secret\.example|Bearer|eyJ/);
  });

  test('at one place: the field there is null, and the rest of the answer stands', async () => {
    const answer = await withFault({ operation: 'listCertificationReviewers', times: 1, hang: true });
    const lists = answer.data.certifications.nodes.map(({ reviewers }: { reviewers: unknown }) => reviewers);
    expect(lists.filter((list: unknown) => list === null)).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({ path: ['certifications', 'nodes', expect.any(Number), 'reviewers'], extensions: { code: 'UPSTREAM_TIMEOUT' } });
  });

  test('a hanging upstream is given up at UPSTREAM_TIMEOUT_MS, and its connection closed', async () => {
    const startedAtMs = performance.now();
    await withFault(listFault({ hang: true }));
    expect(performance.now() - startedAtMs).toBeLessThan(3000);
    await until(() => gateway.upstream.requests.every(({ finishedAt }) => finishedAt !== null));
  });

  test('Q51: any 2xx is a success', async () => {
    const answer = await withFault(listFault({ status: 206, body: [{ id: 'c1' }], times: 1 }));
    expect(answer.data.certifications.nodes[0].id).toBe('c1');
  });

  test('Q55: Retry-After in seconds, as a date, or unreadable', async () => {
    const seconds = async (header: string) => {
      const answer = await withFault(listFault({ status: 429, body: {}, headers: { 'retry-after': header } }));
      return answer.errors?.[0]?.extensions['retryAfterSeconds'] as number;
    };
    expect(await seconds('1200')).toBe(1200);
    const inAMinute = await seconds(new Date(Date.now() + 60_000).toUTCString());
    expect(inAMinute).toBeGreaterThan(50);
    expect(inAMinute).toBeLessThan(70);
  });

  test('a total that no Int holds is none', async () => {
    const heal = gateway.upstream.inject(listFault({ headers: { 'x-total-count': '9999999999' } }));
    const answer = await gateway.ask('{ certifications(first: 1) { totalCount nodes { id } } }');
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.totalCount).toBeNull();
  });

  test('a byte order mark in front of the answer is not in its way', async () => {
    const answer = await withFault(listFault({ status: 200, body: '\uFEFF[{"id":"c1"}]', times: 1 }));
    expect(answer.data.certifications.nodes[0].id).toBe('c1');
  });

  test('Q56: the upstream’s request id reaches the client', async () => {
    const answer = await withFault(listFault({ status: 500, body: {}, headers: { 'slpt-request-id': 'request-7' } }));
    expect(answer.errors?.[0]?.extensions['upstream']).toMatchObject({ status: 500, requestId: 'request-7' });
  });

  test('Q57: JSON is asked for', async () => {
    await gateway.ask(query);
    expect(new Set(gateway.upstream.requests.map(({ headers }) => headers['accept']))).toEqual(new Set(['application/json']));
  });

  test('Q12, Q59: a 403 says which scopes the operation needs', async () => {
    const answer = await withFault({ operation: 'listCertificationReviewers', status: 403, body: { messages: [{ locale: 'en-US', text: 'Not yours' }] } });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Not yours',
      extensions: { code: 'FORBIDDEN', requiredScopes: ['idn:campaign:read'], hint: expect.stringContaining('user') },
    });
  });

  test('Q60: nothing of the caller’s language goes upstream with what can be cached', async () => {
    await gateway.ask(query, {}, { headers: { 'accept-language': 'de-CH' } });
    for (const { headers } of gateway.upstream.requests) expect(headers).not.toHaveProperty('accept-language');
  });

  test('texts that echo the token or the address reach nobody', async () => {
    const { token } = gateway.upstream.persona('administrator');
    for (const path of ['GET /v2025/certifications?filters=id%20eq%20%22secret%22', 'see /certifications/v1/secret', '127.0.0.1']) {
      const echoed = await withFault(listFault({ status: 400, body: { messages: [{ text: path }] } }));
      expect(echoed.errors?.[0]?.message).not.toMatch(/secret|127\.0\.0\.1|v2025|\/v1/);
    }
    const text = `Refused ${token} at ${gateway.upstream.origin}/v2025/certifications, also eyJhbGciOi.eyJzdWIi.c2ln`;
    const answer = await withFault(listFault({ status: 400, body: { detailCode: token, trackingId: 't-1', causes: [{ text }] } }));
    expect(answer.errors?.[0]?.message).toBe('Refused [token] at [upstream] also [token]');
    expect(JSON.stringify(answer.errors)).not.toContain(token);
    expect(gateway.logLines.join('')).not.toContain(token);
  });
});

test('an answer without end is read to 16 MiB and no further', async () => {
  const gateway = await startTestGateway();
  const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', huge: 64 * 1024 * 1024 });
  const answer = await gateway.ask(query);
  heal();
  await gateway.stop();
  expect(answer.data).toEqual({ certifications: null });
  expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('larger than 16777216 bytes'), extensions: { code: 'UPSTREAM_CONTRACT' } });
});

test('a client that leaves takes its upstream calls along, within a second', async () => {
  const gateway = await startTestGateway();
  gateway.upstream.inject({ operation: 'listCertificationReviewers', hang: true });
  const client = new AbortController();
  const asking = fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('administrator').token}` },
    body: JSON.stringify({ query }),
    signal: client.signal,
  });
  await until(() => gateway.upstream.requests.length === 4);
  const leftAtMs = Date.now();
  client.abort();
  await expect(asking).rejects.toThrow();
  await until(() => gateway.upstream.requests.every(({ finishedAt }) => finishedAt !== null));
  for (const { finishedAt } of gateway.upstream.requests) expect((finishedAt ?? Infinity) - leftAtMs).toBeLessThan(1000);
  await gateway.stop();
});

test('250 calls at once open 50 connections at the most', async () => {
  const gateway = await startTestGateway({ upstream: { latencyMs: 30 } });
  const answer = await gateway.ask('{ certifications(first: 250) { nodes { reviewers(first: 1) { nodes { id } } } } }');
  const spans = gateway.upstream.requests.map(({ at, finishedAt }) => [at, finishedAt ?? Infinity] as const);
  await gateway.stop();
  expect(answer.errors).toBeUndefined();
  expect(spans).toHaveLength(251);
  const together = spans.map(([at]) => spans.filter(([from, to]) => from <= at && at < to).length);
  expect(Math.max(...together)).toBeLessThanOrEqual(50);
  expect(Math.max(...together)).toBeGreaterThan(10);
});

test('an upstream that is not there is UPSTREAM_UNAVAILABLE, and its address is not shown', async () => {
  const gateway = await startTestGateway();
  await gateway.upstream.stop();
  const answer = await gateway.ask(query);
  await gateway.stop();
  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
  expect(answer.errors?.[0]?.message).not.toContain('127.0.0.1');
});

test('a request’s time is bounded as well: what has come until then is answered', async () => {
  const gateway = await startTestGateway({ server: { requestTimeoutMs: 400 } });
  const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', hang: true });
  const answer = await gateway.ask(query);
  heal();
  await gateway.stop();
  expect(answer.data.certifications.nodes).toHaveLength(3);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT']);
});
