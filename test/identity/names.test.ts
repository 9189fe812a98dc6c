import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const identities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity { id name email } } }';
const named = (ids: readonly string[]) => ({ r: ids.map((id) => ({ __typename: 'Identity', id })) });

describe.each(['beta', 'v2025'] as const)('names of identities on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

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

test('with IDENTITY_LOOKUP off, names that no answer has stay null and cost nothing', async () => {
  const gateway = await startTestGateway({ settings: { isIdentityLookupOn: false } });
  const answer = await gateway.ask(identities, named([...gateway.upstream.tenant.identities.keys()].slice(0, 2)));
  await gateway.stop();
  expect(answer.errors).toBeUndefined();
  expect(answer.data._entities).toEqual([expect.objectContaining({ name: null, email: null }), expect.objectContaining({ name: null })]);
  expect(answer.upstreamCalls).toBe(0);
});
