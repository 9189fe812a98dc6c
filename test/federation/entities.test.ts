import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getNamedType, isScalarType, isUnionType, type GraphQLObjectType } from 'graphql';
import { servedSdl } from '../../scripts/served-sdl.js';
import { gatewaySchema } from '../../src/server/gateway-schema.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { startProcess } from '../support/process.js';

const schema = gatewaySchema();
const union = schema.getType('_Entity');
const entities: readonly GraphQLObjectType[] = isUnionType(union) ? union.getTypes() : [];

/** Each with all its own texts, numbers and truths; under names of their own, as two may have a field of one name and different types. */
const parts = entities.map((type) => `... on ${type.name} { id ${plainFields(type)} }`);
const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${parts.join(' ')} } }`;

function plainFields(type: GraphQLObjectType): string {
  const plain = Object.values(type.getFields()).filter((field) => field.args.length === 0 && isScalarType(getNamedType(field.type)));
  return plain.map(({ name }) => `${type.name}_${name}: ${name}`).join(' ');
}

const named = (__typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename, id }));

describe('the SDL', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());

  test('is federation 2.3 with the directives that every router knows', async () => {
    const { data } = await gateway.ask('{ _service { sdl } }');
    expect(data._service.sdl).toMatch(
      /@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.3", import: \["@key", "@shareable", "@tag"\]\)/,
    );
    expect(data._service.sdl).toBe(servedSdl());
  });

  test('is what `npm run sdl` prints, and nothing else', async () => {
    const printed = startProcess('scripts/print-sdl.ts', {});
    expect(await printed.exitCode).toBe(0);
    expect(printed.output()).toBe(`${servedSdl()}\n`);
    const misused = startProcess('scripts/print-sdl.ts', {}, ['--relaese']);
    expect([await misused.exitCode, misused.output()]).toEqual([1, 'Usage: npm run sdl [-- --release]\n']);
  });

  test('has entities that are named by their id, and can be loaded', () => {
    expect(entities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Certification', 'CertificationCampaign', 'CertificationTask', 'Identity', 'ReassignmentConfiguration']),
    );
    for (const { name } of entities) expect(servedSdl()).toMatch(new RegExp(`^type ${name} @key\\(fields: "id"\\)`, 'm'));
    expect(servedSdl()).not.toContain('resolvable: false)');
  });
});

describe.each(['beta', 'v2025'] as const)('entities on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const reviewed = () =>
    [...gateway.upstream.tenant.certifications.values()].filter(({ reviewer }) => reviewer.type === 'IDENTITY').map(({ id }) => id);
  const filters = () => gateway.upstream.requests.map(({ query: sent }) => sent.get('filters') ?? '');

  test('fifty certifications are one call, and one that is named twice is asked for once', async () => {
    const ids = reviewed().slice(0, 50);
    const answer = await gateway.ask(query, { r: named('Certification', [...ids, ...ids]) });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities.map((entity: { id: string }) => entity.id)).toEqual([...ids, ...ids]);
    expect(answer.data._entities.slice(50)).toEqual(answer.data._entities.slice(0, 50));
    expect(gateway.upstream.requests).toHaveLength(1);
    for (const id of ids) expect(filters()[0]?.split(`"${id}"`)).toHaveLength(2);
  });

  test('fifty identities are one call, and identities and certifications mixed are one each', async () => {
    const identities = [...gateway.upstream.tenant.identities.keys()].slice(0, 50);
    const alone = await gateway.ask(query, { r: named('Identity', [...identities, ...identities]) });
    expect(alone.upstreamCalls).toBe(1);
    const r = named('Certification', reviewed().slice(0, 50)).flatMap((certification, index) => [
      certification,
      ...named('Identity', identities.slice(index, index + 1)),
    ]);
    const answer = await gateway.ask(query, { r });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities.map(({ __typename, id }: { __typename: string; id: string }) => ({ __typename, id }))).toEqual(r);
    expect(answer.upstreamCalls).toBe(2);
  });

  test.each(entities.map(({ name }) => name).filter((name) => name !== 'Identity'))(
    'one that is gone is null without an error: %s',
    async (typename) => {
      const answer = await gateway.ask(query, { r: named(typename, ['gone']) });
      expect(answer).toMatchObject({ data: { _entities: [null] }, errors: undefined });
    },
  );

  test('an identity that is gone is a reference still, of which nothing is known', async () => {
    const answer = await gateway.ask(query, { r: named('Identity', ['gone']) });
    expect(answer.errors).toBeUndefined();
    const { __typename, id, Identity_id, ...said } = answer.data._entities[0];
    expect([__typename, id, Identity_id]).toEqual(['Identity', 'gone', 'gone']);
    expect(new Set(Object.values(said))).toEqual(new Set([null]));
  });

  test('one that may not be read is null without an error, and takes no other with it', async () => {
    const { tenant } = gateway.upstream;
    const { open, ofOtherReviewer } = tenant.examples.certifications;
    const r = [
      ...named('Certification', [ofOtherReviewer, open, ofOtherReviewer]),
      ...named('ReassignmentConfiguration', [tenant.examples.identities.deepChain, tenant.people.reviewer]),
      ...named('CertificationTask', ['gone']),
      ...named('Identity', [tenant.people.manager]),
    ];
    const answer = await gateway.ask(query, { r }, { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    const found = answer.data._entities.map((entity: { id: string } | null) => entity?.id ?? null);
    expect(found).toEqual([null, open, null, null, tenant.people.reviewer, null, tenant.people.manager]);
  });

  test('nothing that a representation claims beside its key is believed', async () => {
    const { tenant } = gateway.upstream;
    const genuine = [
      ...named('Certification', [tenant.examples.certifications.open]),
      ...named('Identity', [tenant.people.manager]),
      ...named('ReassignmentConfiguration', [tenant.people.reviewer]),
    ];
    const claim = {
      name: 'Mallory',
      email: 'm@example.com',
      isRead: true,
      phase: 'SIGNED',
      configDetails: [],
      errors: [],
      status: 'SUCCESS',
      reviewer: { id: 'x' },
      identity: { id: 'x' },
    };
    const plain = await gateway.ask(query, { r: genuine });
    const claimed = await gateway.ask(query, { r: genuine.map((representation) => ({ ...claim, ...representation })) });
    expect(claimed.errors).toBeUndefined();
    expect(claimed.data).toEqual(plain.data);
    expect(claimed.upstreamCalls).toBe(plain.upstreamCalls);
    expect(JSON.stringify(claimed.data)).not.toContain('Mallory');
  });

  test('hostile ones are refused one by one, and the genuine ones between them are still one call', async () => {
    const certifications = named('Certification', reviewed().slice(0, 50));
    const hostile = [
      ...named('Certification', ['../certifications']),
      ...named('__proto__', ['a']),
      { __typename: '_Any' },
      { __typename: 'Certification' },
      [],
      { id: 'a' },
      { __typename: 'Certification', id: { eq: 'a' } },
    ];
    const r = certifications.flatMap((certification, index) =>
      index < hostile.length ? [hostile[index], certification] : [certification],
    );
    const answer = await gateway.ask(query, { r });
    expect(answer.data._entities.map((entity: { id: string } | null) => entity?.id ?? null)).toEqual(
      r.map((one) => certifications.find((certification) => certification === one)?.id ?? null),
    );
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(hostile.map(() => 'BAD_USER_INPUT'));
    expect(answer.upstreamCalls).toBe(1);
  });
});

test('an identity that another subgraph names has its work to review, where its work goes, and who would get it', async () => {
  const gateway = await startTestGateway();
  const { tenant } = gateway.upstream;
  const answer = await gateway.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity {
      id name
      certificationsToReview(first: 2) { nodes { id reviewer { id } } }
      reassignmentConfiguration { id identity { id } }
      reassignmentEvaluation(configType: CERTIFICATIONS) { isReassigned from { id } }
    } } }`,
    { r: named('Identity', [tenant.people.reviewer, tenant.examples.identities.shortChain]) },
  );
  await gateway.stop();
  const [reviewer, chained] = answer.data._entities;
  expect(answer.errors).toBeUndefined();
  expect(reviewer.name).toBe(tenant.identity(tenant.people.reviewer).name);
  expect(reviewer.certificationsToReview.nodes).toHaveLength(2);
  for (const { reviewer: of } of reviewer.certificationsToReview.nodes) expect(of.id).toBe(tenant.people.reviewer);
  expect(chained).toMatchObject({
    reassignmentConfiguration: { id: chained.id, identity: { id: chained.id } },
    reassignmentEvaluation: { isReassigned: true, from: { id: chained.id } },
  });
  // A list, a configuration and an evaluation for each, and the names of both together.
  expect(answer.upstreamCalls).toBe(2 * 3 + 1);
});
