import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonaKey } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const identities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity { id name email } } }';
const named = (ids: readonly string[]) => ({ r: ids.map((id) => ({ __typename: 'Identity', id })) });

describe.each(['beta', 'v2025'] as const)('names of identities on %s', (generation) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterEach(() => gateway.stop());

  test('where no answer has them, are looked up, 100 to a call', async () => {
    const ids = [...gateway.upstream.tenant.identities.keys()].slice(0, 101);
    const answer = await gateway.ask(identities, named(ids));
    expect(answer.errors).toBeUndefined();
    for (const { id, name, email } of answer.data._entities) {
      expect({ name, email }).toEqual({ name: gateway.upstream.tenant.identity(id).name, email: gateway.upstream.tenant.identity(id).email });
    }
    expect(gateway.upstream.requests.map(({ operation, generation: of }) => [operation, of])).toEqual([
      ['getPublicIdentities', generation === 'beta' ? 'v3' : generation],
      ['getPublicIdentities', generation === 'beta' ? 'v3' : generation],
    ]);
  });

  test('cost nothing until they are selected', async () => {
    const answer = await gateway.ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity { id } } }', named(['i1', 'i2']));
    expect(answer.data._entities).toEqual([{ id: 'i1' }, { id: 'i2' }]);
    expect(answer.upstreamCalls).toBe(0);
  });

  test('of an identity that the lookup does not know are null, without an error', async () => {
    const answer = await gateway.ask(identities, named(['nobody-at-all']));
    expect(answer).toMatchObject({ data: { _entities: [{ id: 'nobody-at-all', name: null, email: null }] }, errors: undefined });
  });

  test('that the lookup refuses are null with an error, and the identity stands', async () => {
    const heal = gateway.upstream.inject({ operation: 'getPublicIdentities', status: 403, body: {} });
    const answer = await gateway.ask(identities, named(['refused-one']));
    heal();
    expect(answer.data._entities).toEqual([{ id: 'refused-one', name: null, email: null }]);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('an e-mail that the certification does not tell is looked up, its name is not', async () => {
    const heal = gateway.upstream.inject({
      operation: /^(listCertifications|listIdentityCertifications)$/,
      rewrite: (rows) => (rows as { reviewer: object }[]).map((row) => ({ ...row, reviewer: { ...row.reviewer, email: null } })),
    });
    const names = await gateway.ask('{ certifications(first: 5) { nodes { reviewer { identity { name } } } } }');
    const emails = await gateway.ask('{ certifications(first: 5) { nodes { reviewer { identity { name email } } } } }');
    heal();
    expect(names.upstreamCalls).toBe(1);
    expect(emails.upstreamCalls).toBe(2);
    expect(emails.data.certifications.nodes[0].reviewer.identity.email).toEqual(expect.stringContaining('@'));
  });
});

describe('names that have been looked up', () => {
  const minuteMs = 60_000;
  let nowMs = Date.now();
  let gateway: TestGateway;
  let ids: string[];
  beforeEach(async () => {
    gateway = await startTestGateway({ remembers: true, now: () => nowMs, upstream: { now: () => nowMs } });
    ids = [...gateway.upstream.tenant.identities.keys()].slice(0, 3);
  });
  afterEach(() => gateway.stop());

  const calls = async (as: PersonaKey, wanted = ids) => (await gateway.ask(identities, named(wanted), { as })).upstreamCalls;

  test('are at hand for every admitted user of the tenant', async () => {
    expect(await calls('reviewer')).toBe(1);
    expect(await calls('reviewer')).toBe(0);
    // The upstream has not yet answered this token: it is asked, whatever is at hand.
    expect(await calls('manager')).toBe(1);
    expect(await calls('manager')).toBe(0);
  });

  test.each([
    ['forged', () => gateway.upstream.tokens.forge()],
    ['expired', () => gateway.upstream.persona('expired').token],
    ['of another tenant', () => gateway.upstream.tokens.issue({ tenant_id: 'another' })],
  ])('are not read for a token that is %s', async (_name, token) => {
    await calls('reviewer');
    const answer = await gateway.ask(identities, named(ids), { token: token() });
    expect(answer.data._entities).toEqual(ids.map((id) => ({ id, name: null, email: null })));
    expect(new Set(answer.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']));
  });

  test('are not read for a token once the upstream has refused it', async () => {
    await calls('reviewer');
    gateway.upstream.tokens.revoke(gateway.upstream.persona('reviewer').token);
    expect(await calls('reviewer')).toBe(0);
    await gateway.ask('{ certifications { totalCount } }', {}, { as: 'reviewer' });
    const answer = await gateway.ask(identities, named(ids), { as: 'reviewer' });
    expect(answer.upstreamCalls).toBe(0);
    expect(answer.data._entities[0].name).toBeNull();
  });

  test('are fresh for ten minutes, then renewed behind the answer', async () => {
    await calls('reviewer');
    nowMs += 4 * minuteMs;
    expect(await calls('reviewer')).toBe(0);
    nowMs += 30 * minuteMs;
    // The token's admission has ended with its five minutes: the upstream is asked, and the cache not.
    expect(await calls('reviewer')).toBe(1);
    nowMs += 11 * minuteMs;
    await gateway.ask('{ certifications { totalCount } }', {}, { as: 'reviewer' });
    gateway.upstream.clearRequests();
    const stale = await gateway.ask(identities, named(ids), { as: 'reviewer' });
    expect(stale.data._entities[0].name).toEqual(expect.any(String));
    await until(() => gateway.upstream.requests.length === 1);
  });

  test('that nobody has are known to be absent for a minute', async () => {
    expect(await calls('reviewer', ['nobody'])).toBe(1);
    expect(await calls('reviewer', ['nobody'])).toBe(0);
    nowMs += 2 * minuteMs;
    expect(await calls('reviewer', ['nobody'])).toBe(1);
  });

  test('are told in the request’s log line', async () => {
    await calls('reviewer');
    await calls('reviewer', [...ids, 'nobody']);
    const lines = gateway.logLines.filter((line) => line.includes('graphql request')).map((line) => JSON.parse(line).cache);
    expect(lines).toEqual([{ identity: { off: 3 } }, { identity: { hit: 3, miss: 1 } }]);
  });
});

test('with IDENTITY_LOOKUP off, names that no answer has stay null and cost nothing', async () => {
  const gateway = await startTestGateway({ settings: { isIdentityLookupOn: false } });
  const answer = await gateway.ask(identities, named([...gateway.upstream.tenant.identities.keys()].slice(0, 2)));
  await gateway.stop();
  expect(answer.errors).toBeUndefined();
  expect(answer.data._entities).toEqual([expect.objectContaining({ name: null, email: null }), expect.objectContaining({ name: null })]);
  expect(answer.upstreamCalls).toBe(0);
});
