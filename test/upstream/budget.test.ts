import { afterEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type RecordedRequest, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

/** The vendor's limit and the gateway's budget, in a shorter window. */
const windowMs = 1500;
const rateLimit = { calls: 100, windowMs };
const settings = { budget: { calls: 95, windowMs } };

const board = '{ certifications(first: 150) { nodes { id reviewers { nodes { id } } } } }';
const single = 'query ($id: ID!) { certification(id: $id) { id name } }';

const opened: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const open of opened.splice(0).reverse()) await open.stop();
});

async function aGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const gateway = await startTestGateway({ upstream: { rateLimit }, ...options, settings: { ...settings, ...options.settings } });
  opened.push(gateway);
  return gateway;
}

function spanMs(requests: readonly RecordedRequest[]): number {
  return Math.max(...requests.map(({ at }) => at)) - Math.min(...requests.map(({ at }) => at));
}

const refused = (requests: readonly RecordedRequest[]) => requests.filter(({ status }) => status === 429);

function expectEveryReviewer(answer: Answer, count: number): void {
  expect(answer.errors).toBeUndefined();
  const { nodes } = answer.data.certifications as { nodes: { reviewers: { nodes: unknown[] } }[] };
  expect(nodes).toHaveLength(count);
  for (const { reviewers } of nodes) expect(reviewers.nodes.length).toBeGreaterThan(0);
}

describe('the upstream’s limit of calls', () => {
  test('every reviewer of 150 certifications comes within two windows, by 151 calls', async () => {
    const gateway = await aGateway();
    const answer = await gateway.ask(board);
    expectEveryReviewer(answer, 150);
    const { requests } = gateway.upstream;
    expect(answer.upstreamCalls).toBe(requests.length);
    expect(requests.length - refused(requests).length).toBe(151);
    expect(refused(requests).length).toBeLessThanOrEqual(5);
    expect(spanMs(requests)).toBeLessThan(2 * windowMs);
  });

  test('another viewer’s single certification does not wait behind that', async () => {
    const gateway = await aGateway({ upstream: { rateLimit, latencyMs: 5 } });
    const { requests } = gateway.upstream;
    const asking = gateway.ask(board);
    // The first window is used up, as far as a fan-out may use it.
    await until(() => requests.length >= 80);
    const before = requests.length;
    const answer = await gateway.ask(single, { id: gateway.upstream.tenant.examples.certifications.open }, { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    expect(requests.length - before).toBeLessThanOrEqual(10);
    expect(requests.length).toBeLessThan(151);
    expectEveryReviewer(await asking, 150);
  });

  test('what no window has room for before the deadline fails alone, and says when to try again', async () => {
    const gateway = await aGateway({ server: { requestTimeoutMs: 2400 } });
    // Three viewers of one client: each alone would have had the time.
    const viewers = ['a', 'b', 'c'].map((right) => gateway.upstream.tokens.issue({ authorities: ['ORG_ADMIN', right] }, 'administrator'));
    const answers = await Promise.all(viewers.map((token) => gateway.ask(board, {}, { token })));
    const missing = answers.map((answer) => {
      const { nodes } = answer.data.certifications as { nodes: { reviewers: unknown }[] };
      expect(nodes).toHaveLength(150);
      for (const { extensions } of answer.errors ?? []) expect(extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
      const count = nodes.filter(({ reviewers }) => reviewers === null).length;
      expect(count).toBe(answer.errors?.length);
      return count;
    });
    const all = missing.reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThanOrEqual(453 - 2 * 95);
    expect(all).toBeLessThan(453 - 84);
    // In turns: nobody has got a whole window more than another.
    expect(Math.max(...missing) - Math.min(...missing)).toBeLessThan(84);
    expect(refused(gateway.upstream.requests).length).toBeLessThanOrEqual(5);
  });

  test('an answer tells what is left of the budget, and when it refills', async () => {
    const gateway = await aGateway();
    const response = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('administrator').token}` },
      body: JSON.stringify({ query: '{ certifications(first: 3) { nodes { reviewers { nodes { id } } } } }' }),
    });
    const { extensions } = (await response.json()) as { extensions: { cost: { budget: { refillsInMs: number } } } };
    expect(extensions.cost).toMatchObject({ upstreamCalls: 4, budget: { calls: 95, windowMs, left: 91 } });
    expect(extensions.cost.budget.refillsInMs).toBeGreaterThan(0);
    expect(extensions.cost.budget.refillsInMs).toBeLessThanOrEqual(windowMs + 1);
  });

  test('a token that has proved nothing is told nothing of a client’s budget', async () => {
    const gateway = await aGateway();
    const response = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.tokens.forge()}` },
      body: JSON.stringify({ query: '{ certifications(first: 3) { totalCount } }' }),
    });
    const { extensions } = (await response.json()) as { extensions: { cost: { budget: unknown } } };
    expect(extensions.cost.budget).toBeNull();
  });
});

describe('a 429', () => {
  const ofOne = (status: 429, headers: Record<string, string>) => ({ operation: 'listCertificationReviewers', times: 1, status, body: {}, headers });

  test('pauses everybody’s calls for as long as it says, and only the refused one is sent again', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' }, settings: { budget: { calls: 95, windowMs: 10_000 } } });
    gateway.upstream.inject(ofOne(429, { 'retry-after': '1' }));
    gateway.upstream.inject({ operation: 'listCertificationReviewers', latencyMs: 300 });
    const answer = await gateway.ask('{ certifications(first: 60) { nodes { id reviewers { nodes { id } } } } }');
    expectEveryReviewer(answer, 60);
    const { requests } = gateway.upstream;
    expect(requests).toHaveLength(62);
    const paths = requests.map(({ path }) => path);
    const repeated = paths.filter((path, index) => paths.indexOf(path) !== index);
    expect(repeated).toEqual([refused(requests)[0]?.path]);
    const refusedAt = refused(requests)[0]?.finishedAt ?? 0;
    // The list, and what was under way when the answer came.
    expect(requests.filter(({ at }) => at - refusedAt < 990).length).toBeLessThanOrEqual(51);
  });

  test('that asks for longer than there is time fails its field, and the others stand', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' } });
    gateway.upstream.inject(ofOne(429, { 'retry-after': '1200' }));
    const answer = await gateway.ask('{ certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }');
    expect(answer.data.certifications.nodes).toHaveLength(3);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1200 });
    // All that the same client asks for meanwhile is refused here, and never sent.
    const before = gateway.upstream.requests.length;
    const later = await gateway.ask('{ certifications { totalCount } }', {}, { as: 'reviewer' });
    const again = await gateway.ask('{ certifications { totalCount } }');
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(again.errors?.[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(1190);
    expect([later.upstreamCalls, gateway.upstream.requests.length - before]).toEqual([0, 0]);
  });

  test('is a write’s only reason to be sent again', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' } });
    await gateway.ask('{ certifications { totalCount } }');
    gateway.upstream.inject({ operation: 'putTenantConfiguration', times: 1, status: 429, body: {}, headers: { 'retry-after': '1' } });
    const answer = await gateway.ask('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { tenantConfiguration { isEnabled } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.updateReassignmentTenantConfiguration.tenantConfiguration.isEnabled).toBe(true);
    expect(gateway.upstream.requests.filter(({ method }) => method === 'PUT').map(({ status }) => status)).toEqual([429, 200]);
  });
});

describe('an upstream that fails', () => {
  test.each([
    ['answers 502', { status: 502, body: {} }],
    ['answers 503', { status: 503, body: {} }],
    ['answers 504', { status: 504, body: {} }],
    ['closes the connection', { reset: true }],
    ['breaks off in the middle', { cut: true }],
  ] as const)('for a moment (%s): the read is sent again, and nobody notices', async (_how, fault) => {
    const gateway = await aGateway();
    gateway.upstream.inject({ operation: /./, times: 1, ...fault });
    const answer = await gateway.ask('{ certifications(first: 1) { nodes { id } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(2);
  });

  test.each([['answers 500', { status: 500, body: {} }], ['answers 400', { status: 400, body: {} }], ['hangs', { hang: true }]] as const)(
    'that %s is not asked again',
    async (_how, fault) => {
      const gateway = await aGateway({ settings: { upstreamTimeoutMs: 200 } });
      gateway.upstream.inject({ operation: /./, times: 1, ...fault });
      const answer = await gateway.ask('{ certifications(first: 1) { nodes { id } } }');
      expect(answer.errors).toHaveLength(1);
      expect(answer.upstreamCalls).toBe(1);
    },
  );

  test('altogether is asked 1.2 times for each call at the most', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' }, settings: { budget: { calls: 1000, windowMs: 10_000 } } });
    await gateway.ask('{ certifications { totalCount } }');
    gateway.upstream.clearRequests();
    gateway.upstream.inject({ operation: /./, status: 503, body: {} });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => gateway.ask(`{ certifications(first: ${index + 1}) { nodes { id } } }`)));
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(gateway.upstream.requests.length).toBeLessThanOrEqual(120);
  });

  test('altogether is given up soon, seen in /health/ready, and found again', async () => {
    const gateway = await aGateway();
    const heal = gateway.upstream.inject({ operation: /./, status: 503, body: {} });
    await Promise.all(Array.from({ length: 10 }, (_, index) => gateway.ask(`{ certifications(first: ${index + 1}) { nodes { id } } }`)));
    const before = gateway.upstream.requests.length;
    const answer = await gateway.ask('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { tenantConfiguration { isEnabled } } }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 1 });
    expect(gateway.upstream.requests.length).toBe(before);
    const health = await fetch(`${gateway.origin}/health/ready`);
    expect(health.status).toBe(200);
    await expect(health.json()).resolves.toMatchObject({ status: 'ok', upstream: 'down', reasons: [expect.stringContaining('upstream')] });
    heal();
    await until(async () => (await gateway.ask('{ certifications { totalCount } }')).errors === undefined);
    await expect((await fetch(`${gateway.origin}/health/ready`)).json()).resolves.toMatchObject({ upstream: 'ok', reasons: [] });
    const lines = gateway.logLines.filter((line) => /the upstream (is down|answers again)/.test(line));
    expect(lines).toHaveLength(2);
  });

  test('by hanging: every answer comes in its time, and nothing is left behind', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' }, server: { requestTimeoutMs: 700 } });
    gateway.upstream.inject({ operation: /./, hang: true });
    const startedAtMs = performance.now();
    const answers = await Promise.all(Array.from({ length: 300 }, () => gateway.ask(board)));
    expect(performance.now() - startedAtMs).toBeLessThan(5000);
    for (const { errors } of answers) expect(errors?.length).toBeGreaterThan(0);
    await until(() => gateway.upstream.requests.every(({ finishedAt }) => finishedAt !== null));
  });
});

describe('tokens that the upstream has not accepted', () => {
  test('take no more than a third, and leave the client that they claim its own calls', async () => {
    const gateway = await aGateway({ settings: { budget: { calls: 95, windowMs: 10_000 } }, server: { requestTimeoutMs: 1000 } });
    const { tokens, requests, tenant } = gateway.upstream;
    const forged = Array.from({ length: 60 }, (_, index) => tokens.forge({ jti: `forged ${index}` }, 'administrator'));
    await Promise.all(forged.map((token) => gateway.ask('{ certifications { totalCount } }', {}, { token })));
    expect(requests.length).toBeLessThanOrEqual(31);
    expect(requests.length).toBeGreaterThan(20);
    for (const { status } of requests) expect(status).toBe(401);
    // A token is accepted by its first call; that, too, is one of the third, and comes in the next window.
    expect(tenant.certifications.size).toBeGreaterThan(0);
  });

  test('are not sent for a minute once they have been refused', async () => {
    const gateway = await aGateway();
    const token = gateway.upstream.tokens.forge();
    for (let time = 0; time < 3; time += 1) {
      const answer = await gateway.ask('{ certifications { totalCount } }', {}, { token });
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(gateway.upstream.requests).toHaveLength(1);
  });

  test('have six calls under way each, until the first is answered', async () => {
    const gateway = await aGateway({ upstream: { rateLimit: 'off' }, server: { requestTimeoutMs: 2000 } });
    const { requests, tenant } = gateway.upstream;
    const ids = [...tenant.identities.keys()].slice(0, 20);
    const heal = gateway.upstream.inject({ operation: 'getReassignmentConfiguration', hang: true });
    const asking = gateway.ask('query ($ids: [ID!]!) { igaIdentities(ids: $ids) { reassignmentConfiguration { id } } }', { ids });
    await until(() => requests.length === 6);
    await new Promise((resolve) => setImmediate(resolve));
    expect(requests).toHaveLength(6);
    heal();
    await gateway.ask('{ reassignmentConfigTypes { configType } }', {}, { as: 'reviewer' });
    await asking;
  });
});

describeWithRedis('replicas on one Redis', () => {
  let redis: TestRedis;
  let upstream: Upstream;

  async function replicas(count: number): Promise<TestGateway[]> {
    redis = await startRedis();
    opened.push(redis);
    upstream = await startUpstream({ rateLimit });
    opened.push(upstream);
    const cache = { redisUrls: [redis.url], admissionMs: 300_000 };
    return Promise.all(Array.from({ length: count }, () => aGateway({ behind: upstream, settings: { cache } })));
  }

  test('three of them, asked at once with one token, share one budget', async () => {
    const pages = 'query ($offset: Int!) { certifications(first: 50, offset: $offset) { nodes { id reviewers { nodes { id } } } } }';
    const gateways = await replicas(3);
    const answers = await Promise.all(gateways.map((gateway, index) => gateway.ask(pages, { offset: 50 * index })));
    for (const answer of answers) expectEveryReviewer(answer, 50);
    expect(upstream.requests.length - refused(upstream.requests).length).toBe(153);
    expect(refused(upstream.requests).length).toBeLessThanOrEqual(5);
    expect(spanMs(upstream.requests)).toBeLessThan(2 * windowMs);
  });

  test('three of them, asked the same at once with one token, ask it once', async () => {
    const gateways = await replicas(3);
    for (const gateway of gateways) await until(async () => (await gateway.ask('{ reassignmentConfigTypes { configType } }', {}, { as: 'manager' })).upstreamCalls === 0);
    upstream.clearRequests();
    const answers = await Promise.all(gateways.map((gateway) => gateway.ask(board)));
    for (const answer of answers) expectEveryReviewer(answer, 150);
    // The list by each of them, and the reviewers once.
    expect(upstream.requests.length - refused(upstream.requests).length).toBeLessThanOrEqual(3 + 150);
    expect(refused(upstream.requests).length).toBeLessThanOrEqual(5);
    expect(spanMs(upstream.requests)).toBeLessThan(2 * windowMs);
  });

  test('a 429 that one has met pauses the others', async () => {
    const [first, second] = await replicas(2);
    for (const gateway of [first, second]) await gateway?.ask('{ certifications { totalCount } }');
    upstream.inject({ operation: /./, times: 1, status: 429, body: {}, headers: { 'retry-after': '600' } });
    await first?.ask('{ certifications(first: 1) { nodes { id } } }');
    await until(async () => (await redis.client.keys('*:pause')).length === 1);
    const before = upstream.requests.length;
    const answer = await second?.ask('{ certifications(first: 2) { nodes { id } } }');
    expect(answer?.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(upstream.requests.length).toBe(before);
  });

  test('nothing of a token or a claim is in the budget’s keys', async () => {
    const [gateway] = await replicas(1);
    await gateway?.ask('{ certifications { totalCount } }');
    const keys = await redis.client.keys('v1:calls:*');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^v1:calls:\{v2025-([0-9a-f]{64}|strangers)\}$/);
  });

  test('without Redis each goes on with a part of it, and no request fails', async () => {
    const [first, second] = await replicas(2);
    for (const gateway of [first, second]) await gateway?.ask('{ certifications { totalCount } }');
    await redis.kill();
    const answers = await Promise.all([first, second].map(async (gateway) => gateway?.ask('{ certifications(first: 10) { nodes { id reviewers { nodes { id } } } } }')));
    for (const answer of answers) expect(answer?.errors).toBeUndefined();
    expect(refused(upstream.requests)).toEqual([]);
  });
});
