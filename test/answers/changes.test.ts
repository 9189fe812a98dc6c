import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { startWay, type Way } from '../support/way.js';
import { askRaw, type RawRequest } from './support.js';

interface Change {
  readonly what: string;
  readonly mutation: string;
  readonly input: () => object;
  readonly read: () => RawRequest;
}

let upstream: Upstream;
const certificationId = () => upstream.tenant.examples.items.manyPermissions.certificationId;
const identityId = () => upstream.tenant.examples.identities.shortChain;
const openItem = () => upstream.tenant.certification(certificationId()).items.find(({ decision }) => decision === null)?.id ?? '';

const changes: readonly Change[] = [
  {
    what: 'items are reassigned',
    mutation: 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { userErrors { message } } }',
    input: () => ({ certificationId: certificationId(), items: [{ id: openItem(), type: 'ITEM' }], reassignToId: upstream.tenant.people.otherReviewer, reason: 'away' }),
    read: () => ({ query: 'query ($id: ID!) { certification(id: $id) { name reviewers { nodes { id } } } }', variables: { id: certificationId() } }),
  },
  {
    what: 'an item is decided on',
    mutation: 'mutation ($input: DecideAccessReviewItemsInput!) { decideAccessReviewItems(input: $input) { userErrors { message } } }',
    input: () => ({ certificationId: certificationId(), decisions: [{ itemId: openItem(), decision: 'REVOKE', comments: 'unused' }] }),
    read: () => ({ query: 'query ($id: ID!) { certification(id: $id) { progress { decisionsMade } items { nodes { decision } } } }', variables: { id: certificationId() } }),
  },
  {
    what: 'a configuration is created',
    mutation: 'mutation ($input: CreateReassignmentConfigurationInput!) { createReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ identityId: identityId(), configType: 'ACCESS_REQUESTS', reassignToId: upstream.tenant.people.reviewer, endsAt: '2030-01-01T00:00:00Z' }),
    read: () => ({ query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { configDetails { endsAt } } }', variables: { id: identityId() } }),
  },
  {
    what: 'the tenant’s switch is turned',
    mutation: 'mutation ($input: UpdateReassignmentTenantConfigurationInput!) { updateReassignmentTenantConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ isEnabled: false }),
    read: () => ({ query: '{ reassignmentTenantConfiguration { isEnabled } }' }),
  },
];

describeWithRedis('an answer that a replica keeps whole', () => {
  let redis: TestRedis;
  let way: Way;
  let one: TestGateway;
  let other: TestGateway;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.now();
    redis = await startRedis();
    way = await startWay(redis.url);
    upstream = await startUpstream({ rateLimit: 'off' });
    const start = (url: string) =>
      startTestGateway({ remembers: true, behind: upstream, now: () => nowMs, settings: { cache: { redisUrls: [url], admissionMs: 300_000 } } });
    [one, other] = await Promise.all([start(way.url), start(redis.url)]);
  });
  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await upstream.stop();
    way.close();
    await redis.stop();
  });

  const isRepeated = async (request: RawRequest) => (await askRaw(one, request)).isRepeated;

  test.each(changes)('is gone when $what through another one, by another viewer', async ({ mutation, input, read }) => {
    const request = { ...read(), token: upstream.tokens.issue({ client_id: 'another frontend' }, 'administrator') };
    await until(() => isRepeated(request));
    const before = await askRaw(one, request);
    const answer = await other.ask(mutation, { input: input() });
    expect([answer.errors, (Object.values(answer.data as object)[0] as { userErrors: unknown[] }).userErrors]).toEqual([undefined, []]);
    await until(async () => !(await isRepeated(request)));
    await until(() => isRepeated(request));
    const after = await askRaw(one, request);
    // A reassignment has only been started.
    expect(after.data === before.data).toBe(mutation.includes('reassignCertification'));
  });

  test('is believed for five seconds while Redis is away, and gone when it is back', async () => {
    const request = { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: { id: certificationId() } };
    await until(() => isRepeated(request));
    way.cut();
    await until(() => one.logLines.some((line) => line.includes('Redis is away')));
    expect(await isRepeated(request)).toBe(true);
    nowMs += 5001;
    // By which the token is admitted again, for five seconds.
    await askRaw(one, { query: '{ certifications(first: 2) { nodes { id } } }' });
    expect(await askRaw(one, request)).toMatchObject({ isRepeated: false, cost: { upstreamCalls: 1 } });
    way.mend();
    await until(() => one.logLines.some((line) => line.includes('Redis is back')));
    await until(() => isRepeated(request));
  });
});
