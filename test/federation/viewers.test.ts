import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type PersonaKey, type Upstream } from '../../src/sandbox/upstream.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Certification { id name phase reviewer { id name } progress { decisionsMade } }
    ... on CertificationCampaign { id name type }
    ... on CertificationTask { id status targetId }
    ... on Identity { id name email }
    ... on ReassignmentConfiguration { id configDetails { configType targetIdentity { id name } } }
  }
}`;

type Viewer = 'reviewer' | 'otherReviewer';
const viewers: readonly Viewer[] = ['reviewer', 'otherReviewer'];

/** A hundred, of all kinds: each viewer may see some that the other may not, and some are named twice. */
function mixed({ tenant, persona }: Upstream): { __typename: string; id: string }[] {
  const named = (__typename: string, ids: Iterable<string>, most: number) => [...ids].slice(0, most).map((id) => ({ __typename, id }));
  const [one, other] = viewers.map((viewer) => persona(viewer).identityId);
  const certifications = [one, other].map((id) =>
    [...tenant.certifications.values()].filter(({ reviewer }) => reviewer.id === id).map((row) => row.id),
  );
  const each = [
    ...certifications.flatMap((ids) => named('Certification', ids, 18)),
    ...named('Identity', tenant.identities.keys(), 30),
    ...named('ReassignmentConfiguration', [one ?? '', other ?? ''], 2),
    ...named('CertificationCampaign', tenant.campaigns.keys(), 5),
    ...named('CertificationTask', tenant.tasks.keys(), 10),
  ];
  // Not in the order of the kinds: a router does not sort.
  return [...each, ...each].slice(0, 100).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

interface Round {
  readonly said: unknown;
  readonly calls: Readonly<Record<string, number>>;
}

const namesOperation = 'getPublicIdentities';

const said = ({ data, errors = [] }: Answer) => ({ data, errors: errors.map(({ path, extensions }) => [path, extensions.code]) });

/** `getPublicIdentities 200: 1`, for the calls made with the token of one of them. */
function callsOf(upstream: Upstream, persona: PersonaKey): Record<string, number> {
  const calls = upstream.requests
    .filter((request) => request.personaKey === persona)
    .map(({ operation, status }) => `${operation} ${status}`);
  return Object.fromEntries([...new Set(calls)].map((call) => [call, calls.filter((name) => name === call).length]));
}

function withoutNames(calls: Round['calls']): Round['calls'] {
  return Object.fromEntries(Object.entries(calls).filter(([call]) => !call.startsWith(namesOperation)));
}

describeWithRedis('a hundred representations of two viewers at once', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.stop());

  describe.each(['beta', 'v2025'] as const)('on %s', (generation) => {
    const isBeta = generation === 'beta';
    let upstream: Upstream;
    let gateways: TestGateway[];
    beforeEach(async () => {
      const now = Date.now();
      upstream = await startUpstream({ rateLimit: 'off', latencyMs: 5, now: () => now });
      gateways = [];
    });
    afterEach(async () => {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await upstream.stop();
    });

    /** With a memory and Redis, or with neither. */
    async function aGateway(remembers: boolean): Promise<TestGateway> {
      const settings = remembers ? { cache: { redisUrls: [redis.url], admissionMs: 300_000 } } : {};
      const gateway = await startTestGateway({ behind: upstream, generation, remembers, settings });
      gateways.push(gateway);
      // Until it hears other replicas' notices it keeps nothing that they could make old.
      const types = () => gateway.ask('{ reassignmentConfigTypes { configType } }');
      if (remembers) await until(async () => (await types()).upstreamCalls === 0);
      return gateway;
    }

    /** Both at once. */
    async function askBoth(gateway: TestGateway): Promise<Round[]> {
      upstream.clearRequests();
      const representations = mixed(upstream);
      const answers = await Promise.all(viewers.map((as) => gateway.ask(query, { representations }, { as })));
      return viewers.map((viewer, index) => ({ said: said(answers[index] as Answer), calls: callsOf(upstream, viewer) }));
    }

    async function askEachAlone(): Promise<Round[]> {
      const rounds: Round[] = [];
      for (const viewer of viewers) {
        const gateway = await aGateway(false);
        upstream.clearRequests();
        const answer = await gateway.ask(query, { representations: mixed(upstream) }, { as: viewer });
        rounds.push({ said: said(answer), calls: callsOf(upstream, viewer) });
      }
      return rounds;
    }

    const kept = async (kind: string) => (await redis.client.keys(`v1:*:${kind}*`)).length;

    test('never share an answer, and cost no more than each alone; asked again, also of a replica, only what is never kept', async () => {
      expect(mixed(upstream)).toHaveLength(100);
      const alone = await askEachAlone();
      // Or the comparison would prove nothing.
      expect(alone[0]?.said).not.toEqual(alone[1]?.said);
      const first = await aGateway(true);
      // A task that is seen finished for the first time makes old what it has changed.
      await first.ask(query, { representations: mixed(upstream).filter(({ __typename }) => __typename === 'CertificationTask') });

      const cold = await askBoth(first);
      for (const [index, { said: answer, calls }] of cold.entries()) {
        expect(answer).toEqual(alone[index]?.said);
        expect(withoutNames(calls)).toEqual(withoutNames(alone[index]?.calls ?? {}));
        expect(calls).toMatchObject({
          'getReassignmentConfiguration 403': 1,
          ...(isBeta ? {} : { 'getPendingCertificationTasks 200': 1, 'getIdentityCertification 403': 5 }),
        });
      }
      // Names are the tenant's: one call for both, unless they are asked for at the same moment.
      expect([1, 2]).toContain(upstream.requests.filter(({ operation }) => operation === namesOperation).length);

      // Each sees eighteen, and five of the others are asked for singly, and refused.
      const known = isBeta ? 2 * 36 : 2 * (36 - 5);
      await until(async () => (await kept('certification@')) === known && (await kept('identity:')) >= 30);
      for (const gateway of [first, await aGateway(true)]) {
        for (const [index, { said: answer, calls }] of (await askBoth(gateway)).entries()) {
          expect(answer).toEqual(alone[index]?.said);
          // What was refused is asked again, and what runs; on stable generations also whether the list still leaves out what was refused.
          const refused = Object.entries(alone[index]?.calls ?? {}).filter(([call]) => call.endsWith(' 403'));
          const unkept = isBeta ? {} : { 'listIdentityCertifications 200': 1, 'getPendingCertificationTasks 200': 1 };
          expect(calls).toEqual({ ...Object.fromEntries(refused), ...unkept });
        }
      }
    });
  });
});
