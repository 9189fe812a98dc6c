import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Certification { id name isOverdue } ... on CertificationCampaign { id name type } } }';

describe.each(['beta', 'v2025'] as const)('one certification on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const examples = () => gateway.upstream.tenant.examples;
  const operations = () => gateway.upstream.requests.map(({ operation }) => operation);

  test('several of one operation become one call', async () => {
    const { open, signed, overdue } = examples().certifications;
    const answer = await gateway.ask(
      'query ($a: ID!, $b: ID!, $c: ID!) { a: certification(id: $a) { id name } b: certification(id: $b) { id phase } c: certification(id: $c) { id dueAt } d: certification(id: $a) { name } }',
      { a: open, b: signed, c: overdue },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ a: { id: open }, b: { id: signed, phase: 'SIGNED' }, c: { id: overdue } });
    expect(answer.data.d.name).toBe(answer.data.a.name);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('250 of them take 3 calls, 100 ids each at the most', async () => {
    const ids = [...gateway.upstream.tenant.certifications.values()]
      .filter(({ reviewer }) => reviewer.type === 'IDENTITY')
      .slice(0, 250)
      .map(({ id }) => id);
    const answer = await gateway.ask(entities, { r: ids.map((id) => ({ __typename: 'Certification', id })) });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities.map((entity: { id: string }) => entity.id)).toEqual(ids);
    expect(answer.upstreamCalls).toBe(3);
  });

  test('is a reference, not read and not checked, until a field beyond its id is selected', async () => {
    const answer = await gateway.ask('{ certification(id: "no-such-one") { __typename id } }');
    expect(answer.data.certification).toEqual({ __typename: 'Certification', id: 'no-such-one' });
    expect(answer.upstreamCalls).toBe(0);
  });

  test('is not read for its reviewers alone', async () => {
    const answer = await gateway.ask('query ($id: ID!) { certification(id: $id) { id reviewers { nodes { id } } } }', {
      id: examples().certifications.open,
    });
    expect(answer.data.certification.reviewers.nodes).toHaveLength(5);
    expect(operations()).toEqual(['listCertificationReviewers']);
  });

  test('is null without an error where there is none', async () => {
    const answer = await gateway.ask('{ certification(id: "no-such-one") { id name } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ certification: null });
    expect(answer.upstreamCalls).toBe(1);
  });

  test('of a governance group: stable generations read it singly, beta does not know it', async () => {
    const { ofGovernanceGroup, open } = examples().certifications;
    const alone = await gateway.ask('query ($id: ID!) { certification(id: $id) { id reviewer { type identity { id } } } }', { id: ofGovernanceGroup });
    const batched = await gateway.ask(entities, { r: [open, ofGovernanceGroup].map((id) => ({ __typename: 'Certification', id })) });
    expect(alone.errors ?? batched.errors).toBeUndefined();
    if (generation === 'beta') {
      expect(alone.data.certification).toBeNull();
      expect(batched.data._entities[1]).toBeNull();
    } else {
      expect(alone.data.certification).toEqual({ id: ofGovernanceGroup, reviewer: { type: 'GOVERNANCE_GROUP', identity: null } });
      expect(alone.upstreamCalls).toBe(1);
      expect(batched.data._entities[1].id).toBe(ofGovernanceGroup);
      expect(batched.upstreamCalls).toBe(2);
    }
  });

  test('ids that a batch does not answer are asked for singly, five in one operation at the most', async () => {
    const missing = Array.from({ length: 9 }, (_, i) => `missing-${i}`);
    const answer = await gateway.ask(entities, { r: missing.map((id) => ({ __typename: 'Certification', id })) });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities).toEqual(missing.map(() => null));
    expect(answer.upstreamCalls).toBe(generation === 'beta' ? 1 : 1 + 5);
  });

  test('one that fails in a batch leaves the others standing', async () => {
    if (generation === 'beta') return;
    const { open } = examples().certifications;
    const heal = gateway.upstream.inject({ operation: 'getIdentityCertification', status: 500, body: {} });
    const answer = await gateway.ask(entities, { r: [open, 'missing'].map((id) => ({ __typename: 'Certification', id })) });
    heal();
    expect(answer.data._entities[0].id).toBe(open);
    expect(answer.data._entities[1]).toBeNull();
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['_entities', 1], extensions: expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }) })]);
  });

  test('certifications that a list has answered are not read again', async () => {
    const { reassigned } = examples().certifications;
    const answer = await gateway.ask(
      'query ($ids: [ID!]) { certifications(filter: { ids: $ids }) { nodes { id reassignment { from { id name reviewer { name } dueAt isOverdue } } } } }',
      { ids: [reassigned, gateway.upstream.tenant.certification(reassigned).reassignment?.fromId] },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.nodes[0].reassignment ?? answer.data.certifications.nodes[1].reassignment).toMatchObject({
      from: { dueAt: expect.any(String) },
    });
    expect(answer.upstreamCalls).toBe(1);
  });

  test('the one it came from stays named where the caller may not read it', async () => {
    const { reassigned } = examples().certifications;
    const heal = gateway.upstream.inject({
      operation: /^(listCertifications|listIdentityCertifications)$/,
      when: ({ query }) => (query.get('filters') ?? '').startsWith('id eq') && query.get('offset') === null,
      status: 403,
      body: {},
    });
    const healSingle = gateway.upstream.inject({ operation: 'getIdentityCertification', status: 403, body: {} });
    const answer = await gateway.ask(
      'query ($ids: [ID!]) { certifications(filter: { ids: $ids }) { nodes { reassignment { from { id name reviewer { id } dueAt isOverdue progress { decisionsTotal } } } } } }',
      { ids: [reassigned] },
    );
    heal();
    healSingle();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.nodes[0].reassignment.from).toEqual({
      id: gateway.upstream.tenant.certification(reassigned).reassignment?.fromId,
      name: expect.any(String),
      reviewer: { id: expect.any(String) },
      dueAt: null,
      isOverdue: null,
      progress: null,
    });
  });

  test('a campaign named by another subgraph is read from one of its certifications', async () => {
    const { search } = examples().campaigns;
    const answer = await gateway.ask(entities, {
      r: [search, search, 'no-such-campaign'].map((id) => ({ __typename: 'CertificationCampaign', id })),
    });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities).toEqual([
      { id: search, name: gateway.upstream.tenant.campaign(search).name, type: 'SEARCH' },
      { id: search, name: gateway.upstream.tenant.campaign(search).name, type: 'SEARCH' },
      null,
    ]);
    expect(answer.upstreamCalls).toBe(2);
  });

  test('one that the caller may not read is refused to them, and null as an entity', async () => {
    const id = examples().certifications.ofOtherReviewer;
    const one = await gateway.ask('query ($id: ID!) { certification(id: $id) { name } }', { id }, { as: 'reviewer' });
    const entity = await gateway.ask(entities, { r: [{ __typename: 'Certification', id }] }, { as: 'reviewer' });
    expect(one.data.certification).toBeNull();
    // Beta has no single read: its list answers as if there were none.
    expect(one.errors?.map(({ extensions }) => extensions.code)).toEqual(generation === 'beta' ? undefined : ['FORBIDDEN']);
    expect(entity).toMatchObject({ data: { _entities: [null] }, errors: undefined });
  });
});
