import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { askedScreens, textOf } from '../support/screens.js';

interface Reading {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const identities = 'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Identity { id name email } } }';

/** Every read of examples/, and names, which are what all of a tenant may share. */
function readingsOf({ tenant }: Upstream): Reading[] {
  const variables = sampleVariables(tenant);
  const screens = askedScreens
    .map((name) => ({ name, query: textOf(name) }))
    .filter(({ query }) => !query.includes('mutation'))
    .map(({ name, query }) => ({ name, query, variables: variables[name] ?? {} }));
  const ids = [...tenant.identities.keys()].slice(0, 5).map((id) => ({ __typename: 'Identity', id }));
  return [...screens, { name: 'names', query: identities, variables: { ids } }];
}

/** What an answer says, without what differs from one answer to the next: ids of calls, and the order of errors. */
function saidBy({ data, errors = [] }: Answer): unknown {
  const said = errors.map(({ message, path, extensions }) => JSON.stringify([path, extensions.code, message]));
  return { data, errors: said.toSorted() };
}

/** Everything in an answer that the client has not sent itself. */
function learnedFrom({ data }: Answer, { variables }: Reading): unknown[] {
  const sent = new Set(leavesOf(variables));
  return leavesOf(data).filter((value) => !sent.has(value));
}

function codesOf({ errors = [] }: Answer): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

function leavesOf(value: unknown): unknown[] {
  if (value === null) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value];
}

describe.each(['beta', 'v2025'] as const)('a caller on %s', (generation) => {
  describe('of one process', () => {
    callers(generation, null);
  });

  describeWithRedis('of two replicas on one Redis', () => {
    let redis: TestRedis;
    beforeEach(async () => {
      redis = await startRedis();
    });
    afterEach(() => redis.stop());
    callers(generation, () => redis);
  });
});

function callers(generation: 'beta' | 'v2025', redisOf: (() => TestRedis) | null): void {
  let upstream: Upstream;
  let gateways: TestGateway[];
  /** Where the victim asks, and where the others do: the same process, or a replica. */
  let victims: TestGateway;
  let others: TestGateway;
  beforeEach(async () => {
    // One clock for all answers: they are compared.
    const now = Date.now();
    upstream = await startUpstream({ rateLimit: 'off', latencyMs: 5, now: () => now });
    gateways = [];
    victims = await aGateway(true, redisOf?.().url);
    others = redisOf === null ? victims : await aGateway(true, redisOf().url);
  });
  afterEach(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await upstream.stop();
  });

  /** With a memory, or with none. */
  async function aGateway(remembers: boolean, redisUrl?: string): Promise<TestGateway> {
    const options: TestGatewayOptions = {
      behind: upstream,
      generation,
      remembers,
      ...(redisUrl === undefined ? {} : { settings: settingsWith(redisUrl) }),
    };
    const gateway = await startTestGateway(options);
    gateways.push(gateway);
    return gateway;
  }

  const token = (as: 'reviewer' | 'otherReviewer' | 'manager') => upstream.persona(as).token;

  /** With the victim's claims, all of them, and yet not the victim's. New each time: one that was refused is not asked about again. */
  const impostors = () => ({
    forged: upstream.tokens.forge(),
    unsigned: upstream.tokens.issue().replace(/[^.]+$/, ''),
    'with the signature of another token': upstream.tokens.issue().replace(/[^.]+$/, token('manager').split('.')[2] ?? ''),
    expired: upstream.tokens.issue({ exp: 1 }),
    'expired, but says it is not': upstream.tokens.forge({ exp: 4_102_444_800 }, 'expired'),
    'of another tenant': upstream.tokens.issue({ tenant_id: 'another' }),
  });

  /** Lets the victim ask for everything until there is nothing left to remember, and sees that it is remembered. */
  async function warm(): Promise<void> {
    const calls: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const answers: Answer[] = [];
      for (const { query, variables } of readingsOf(upstream)) answers.push(await victims.ask(query, variables, { as: 'reviewer' }));
      calls.push(answers.reduce((sum, { upstreamCalls }) => sum + upstreamCalls, 0));
    }
    expect(calls[1]).toBeLessThan(calls[0] ?? 0);
    if (redisOf !== null) await eventually(async () => (await redisOf().client.keys('v1:*:tenant:*')).length > 0);
  }

  /** What SailPoint itself lets them see: each reading from a gateway that remembers nothing. */
  async function references(tokens: readonly string[]): Promise<Map<string, unknown>> {
    const answers = new Map<string, unknown>();
    for (const caller of tokens) {
      const fresh = await aGateway(false);
      for (const { name, query, variables } of readingsOf(upstream)) {
        answers.set(`${name} ${caller}`, saidBy(await fresh.ask(query, variables, { token: caller })));
      }
    }
    return answers;
  }

  test('with a token of their own is answered what SailPoint answers them, whatever others have asked before', async () => {
    const tokens = [token('otherReviewer'), token('manager')];
    const expected = await references([...tokens, token('reviewer')]);
    await warm();
    for (const { name, query, variables } of readingsOf(upstream)) {
      for (const caller of tokens) {
        const answer = await others.ask(query, variables, { token: caller });
        expect([name, saidBy(answer)]).toEqual([name, expected.get(`${name} ${caller}`)]);
      }
    }
    // Or the comparison would prove nothing: what they may see differs.
    const differing = readingsOf(upstream).filter(({ name }) => JSON.stringify(expected.get(`${name} ${tokens[0]}`)) !== JSON.stringify(expected.get(`${name} ${token('reviewer')}`)));
    expect(differing.map(({ name }) => name)).toEqual(expect.arrayContaining(['ReviewerInbox', 'MyCampaigns', 'CertificationDetail']));
  });

  test('with a token that SailPoint does not accept reads nothing of what the victim has read, whatever its claims', async () => {
    await warm();
    for (const reading of readingsOf(upstream)) {
      // What the generation lacks is refused to everybody, before SailPoint is asked.
      const own = codesOf(await victims.ask(reading.query, reading.variables, { as: 'reviewer' }));
      const refusals = ['UNAUTHENTICATED', ...own.filter((code) => code === 'BAD_USER_INPUT')];
      for (const [kind, caller] of Object.entries(impostors())) {
        const answer = await others.ask(reading.query, reading.variables, { token: caller });
        expect([kind, reading.name, learnedFrom(answer, reading)]).toEqual([kind, reading.name, []]);
        const codes = codesOf(answer);
        expect(codes.length).toBeGreaterThan(0);
        expect(codes.filter((code) => !refusals.includes(code))).toEqual([]);
      }
    }
  });

  test('asking at the same moment as the victim is answered as if alone', async () => {
    const legitimate = [token('otherReviewer'), token('manager')];
    const expected = await references([...legitimate, token('reviewer')]);
    for (const reading of readingsOf(upstream)) {
      const { name, query, variables } = reading;
      const askAll = (gateway: TestGateway, tokens: readonly string[]) =>
        Promise.all(tokens.map(async (caller) => [caller, await gateway.ask(query, variables, { token: caller })] as const));
      const [refused, ...answered] = await Promise.all([
        askAll(others, Object.values(impostors())),
        askAll(victims, [token('reviewer'), token('reviewer')]),
        askAll(others, legitimate),
        askAll(victims, [token('reviewer')]),
      ]);
      for (const [caller, answer] of answered.flat()) expect([name, saidBy(answer)]).toEqual([name, expected.get(`${name} ${caller}`)]);
      for (const [, answer] of refused) expect([name, learnedFrom(answer, reading)]).toEqual([name, []]);
    }
  });

  test('whose token was revoked reads nothing more once SailPoint has said so', async () => {
    await warm();
    upstream.tokens.revoke(token('reviewer'));
    await victims.ask('{ certifications { totalCount } }', {}, { as: 'reviewer' });
    for (const reading of readingsOf(upstream)) {
      const answer = await victims.ask(reading.query, reading.variables, { as: 'reviewer' });
      expect([reading.name, learnedFrom(answer, reading)]).toEqual([reading.name, []]);
    }
  });
}

function settingsWith(redisUrl: string): NonNullable<TestGatewayOptions['settings']> {
  return { cache: { redisUrls: [redisUrl], admissionMs: 300_000 } };
}
