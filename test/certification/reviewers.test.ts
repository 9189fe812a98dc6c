import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const reviewers = `query ($id: ID!, $filter: CertificationReviewerFilter, $orderBy: [CertificationReviewerOrder!], $first: Int, $after: String) {
  certification(id: $id) { reviewers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { id name email type typeName identity { id name } } } pageInfo { hasNextPage endCursor }
  } }
}`;

describe.each(['beta', 'v2025'] as const)('reviewers of a certification on %s', (generation) => {
  let gateway: TestGateway;
  let id: string;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
    id = gateway.upstream.tenant.examples.certifications.open;
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const filters = () => gateway.upstream.requests[0]?.query.get('filters');

  test('are paged, sorted by name and counted', async () => {
    const first = await gateway.ask(reviewers, { id, first: 3 });
    const page = first.data.certification.reviewers;
    expect(first.errors).toBeUndefined();
    expect(page.totalCount).toBe(5);
    expect(page.pageInfo.hasNextPage).toBe(true);
    const second = await gateway.ask(reviewers, { id, first: 3, after: page.pageInfo.endCursor });
    const rest = second.data.certification.reviewers;
    expect(rest.edges).toHaveLength(2);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const names = [...page.edges, ...rest.edges].map(({ node }: { node: { name: string } }) => node.name);
    expect(new Set(names).size).toBe(5);
    expect(gateway.upstream.requests[0]?.query.get('sorters')).toBe('name');
  });

  test('names that the answer has are not looked up', async () => {
    const answer = await gateway.ask(reviewers, { id });
    for (const { node } of answer.data.certification.reviewers.edges) {
      expect(node.identity).toEqual({ id: node.id, name: node.name });
    }
    expect(answer.upstreamCalls).toBe(1);
  });

  test('quotes and backslashes in a filter are part of the text, never of the expression', async () => {
    for (const name of ['O"Neil', 'back\\slash', '") or id eq "x', '%22 & # ü']) {
      gateway.upstream.clearRequests();
      const answer = await gateway.ask(reviewers, { id, filter: { name: { startsWith: name } } });
      expect(answer.errors).toBeUndefined();
      expect(answer.data.certification.reviewers.edges).toEqual([]);
      expect(filters()).toBe(`name sw "${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
    }
  });

  test('are filtered by id, name and e-mail together', async () => {
    const all = await gateway.ask(reviewers, { id });
    const { node } = all.data.certification.reviewers.edges[2];
    gateway.upstream.clearRequests();
    const answer = await gateway.ask(reviewers, { id, filter: { ids: [node.id, 'someone-else'], name: { eq: node.name }, email: { startsWith: node.email.slice(0, 4) } } });
    expect(answer.data.certification.reviewers.edges.map((edge: { node: unknown }) => edge.node)).toEqual([node]);
    expect(filters()).toContain(' and ');
  });

  test('of a certification that is not there are null with NOT_FOUND', async () => {
    const answer = await gateway.ask(reviewers, { id: 'no-such-one' });
    expect(answer.data).toEqual({ certification: { reviewers: null } });
    expect(answer.errors?.[0]).toMatchObject({ path: ['certification', 'reviewers'], extensions: { code: 'NOT_FOUND', upstream: { status: 404 } } });
  });

  test('one refused list leaves the other certifications’ reviewers standing', async () => {
    const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', times: 1, status: 403, body: { detailCode: '403 Forbidden', trackingId: 'track-1' } });
    const answer = await gateway.ask('{ certifications(first: 4) { nodes { id reviewers { nodes { id } } } } }');
    heal();
    const lists = answer.data.certifications.nodes.map((node: { reviewers: unknown }) => node.reviewers);
    expect(lists.filter((list: unknown) => list === null)).toHaveLength(1);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      upstream: { status: 403, detailCode: '403 Forbidden', trackingId: 'track-1' },
      requiredScopes: [generation === 'beta' ? 'idn:certification:read' : 'idn:campaign:read'],
    });
  });

  test('Q8: are identities, whatever their type says; Q19: null rows and rows without an id are left out', async () => {
    const heal = gateway.upstream.inject({
      operation: 'listCertificationReviewers',
      rewrite: () => [null, { id: 'a', type: 'Something', name: 'Ann' }, { name: 'no id' }, { id: 'b', name: 7, email: null }],
    });
    const answer = await gateway.ask(reviewers, { id });
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.reviewers.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
      { id: 'a', name: 'Ann', email: null, type: 'IDENTITY', typeName: 'Something', identity: { id: 'a', name: 'Ann' } },
      { id: 'b', name: null, email: null, type: 'IDENTITY', typeName: 'IDENTITY', identity: { id: 'b', name: null } },
    ]);
    expect(gateway.logLines.filter((line) => line.includes('odd upstream answer')).at(-1)).toContain('"[]: dropped":2');
  });
});
