import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const board = '{ certifications(first: 50) { nodes { id name reviewers { nodes { id name } } } } }';
const detail = 'query ($id: ID!) { certification(id: $id) { id name reviewers { nodes { id } } } }';
const reassign = 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } userErrors { message } } }';

describeWithRedis('three replicas on one Redis', () => {
  let redis: TestRedis;
  let upstream: Upstream;
  let replicas: readonly TestGateway[];
  beforeEach(async () => {
    redis = await startRedis();
    upstream = await startUpstream({ rateLimit: 'off' });
    const settings = { cache: { redisUrls: [redis.url], admissionMs: 300_000 } };
    replicas = await Promise.all([0, 1, 2].map(() => startTestGateway({ remembers: true, behind: upstream, settings })));
    // Until it hears the others' notices a replica keeps nothing that they could make old.
    for (const replica of replicas) {
      const types = () => replica.ask('{ reassignmentConfigTypes { configType } }', {}, { as: 'manager' });
      await until(async () => (await types()).upstreamCalls === 0);
    }
    upstream.clearRequests();
  });
  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await upstream.stop();
    await redis.stop();
  });

  const ask = (replica: number, query: string, variables: Record<string, unknown> = {}): Promise<Answer> => (replicas[replica] as TestGateway).ask(query, variables);
  const kept = async (pattern: string) => (await redis.client.keys(pattern)).length;

  test('what the first has read costs the others no call, and they answer the same', async () => {
    const first = await ask(0, board);
    expect(first.upstreamCalls).toBe(51);
    await until(async () => (await kept('v1:*:reviewers@v2025:*')) === 50);
    for (const replica of [1, 2]) {
      const other = await ask(replica, board);
      expect([other.upstreamCalls, other.data]).toEqual([0, first.data]);
    }
    expect(upstream.requests).toHaveLength(51);
  });

  test('asked at once they read the list once each, and each reviewer once together', async () => {
    const answers = await Promise.all([0, 1, 2].flatMap((replica) => Array.from({ length: 20 }, () => ask(replica, board))));
    for (const { errors } of answers) expect(errors).toBeUndefined();
    expect(upstream.requests.length).toBeLessThanOrEqual(3 + 50);
  });

  test('a change on one is seen by the next read on all', async () => {
    const { certificationId, itemId } = upstream.tenant.examples.items.manyPermissions;
    for (const replica of [0, 1, 2]) await ask(replica, detail, { id: certificationId });
    for (const replica of [0, 1, 2]) expect((await ask(replica, detail, { id: certificationId })).upstreamCalls).toBe(0);
    const input = { certificationId, items: [{ id: itemId, type: 'ITEM' }], reassignToId: upstream.tenant.people.otherReviewer, reason: 'away' };
    expect((await ask(1, reassign, { input })).data.reassignCertification.userErrors).toEqual([]);
    const before = upstream.requests.length;
    await ask(2, detail, { id: certificationId });
    expect(upstream.requests.length - before).toBe(2);
    // What the third has read anew is what the others find, and nothing older.
    await until(async () => (await kept('v1:*:certification@v2025:*')) > 0);
    for (const replica of [0, 1]) expect((await ask(replica, detail, { id: certificationId })).errors).toBeUndefined();
    expect(upstream.requests.length - before).toBeLessThanOrEqual(6);
  });

  test('the same query again takes no call and no command of Redis', async () => {
    await ask(0, board);
    await until(async () => (await kept('v1:*:reviewers@v2025:*')) === 50);
    const commands: string[] = [];
    const monitor = await redis.client.monitor();
    monitor.on('monitor', (_time: string, args: string[]) => commands.push(args[0] ?? ''));
    const hot = await ask(0, board);
    await redis.client.get('a mark');
    await until(() => commands.includes('get'));
    monitor.disconnect();
    expect([hot.upstreamCalls, commands.filter((command) => command !== 'get' && command !== 'ping')]).toEqual([0, []]);
  });

  test('another replica asks Redis once for each kind of thing, however many there are', async () => {
    await ask(0, board);
    await until(async () => (await kept('v1:*:reviewers@v2025:*')) === 50);
    const commands: string[] = [];
    const monitor = await redis.client.monitor();
    monitor.on('monitor', (_time: string, args: string[]) => commands.push((args[0] ?? '').toLowerCase()));
    await ask(1, board);
    await redis.client.get('a mark');
    await until(() => commands.includes('get'));
    monitor.disconnect();
    // The token's admission, the list, and the reviewers of all fifty.
    expect(commands.filter((command) => command !== 'get' && command !== 'ping')).toEqual(['mget', 'mget', 'mget']);
  });

  test('one viewer’s answers are never another’s, on any replica', async () => {
    await ask(0, board);
    await until(async () => (await kept('v1:*:reviewers@v2025:*')) === 50);
    const victim = upstream.persona('administrator').token;
    const impostor = upstream.tokens.forge({}, 'administrator');
    expect(impostor).not.toBe(victim);
    for (const replica of replicas) {
      const forged = await replica.ask(board, {}, { token: impostor });
      expect([forged.data, forged.errors?.[0]?.extensions.code]).toEqual([{ certifications: null }, 'UNAUTHENTICATED']);
      const own = await replica.ask(board, {}, { as: 'reviewer' });
      expect(own.errors).toBeUndefined();
    }
    // Each of the reviewer's answers came from upstream or from what the reviewer had read.
    const ofReviewer = upstream.requests.filter(({ personaKey }) => personaKey === 'reviewer');
    expect(ofReviewer.length).toBeGreaterThan(0);
  });
});
