import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe.each(['beta', 'v2025'] as const)('the list of certifications on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  /** The parameters of the only request that the upstream got. */
  function parameters(): Record<string, string> {
    expect(gateway.upstream.requests).toHaveLength(1);
    return Object.fromEntries(gateway.upstream.requests[0]?.query ?? []);
  }

  test('asks for one row more than the page to know whether another follows', async () => {
    const answer = await gateway.ask('{ certifications(first: 10) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }');
    expect(answer.data.certifications.nodes).toHaveLength(10);
    expect(answer.data.certifications.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(parameters()).toMatchObject({ limit: '11', offset: '0' });
    expect(parameters()).not.toHaveProperty('count');
  });

  test('counts only where the total is selected', async () => {
    await gateway.ask('{ certifications(first: 10) { nodes { id } pageInfo { endCursor } } }');
    expect(parameters()).toMatchObject({ limit: '10' });
    expect(parameters()).not.toHaveProperty('count');
    gateway.upstream.clearRequests();
    const answer = await gateway.ask('{ certifications(first: 10) { nodes { id } totalCount } }');
    expect(parameters()).toMatchObject({ limit: '10', count: 'true' });
    expect(answer.data.certifications.totalCount).toBeGreaterThan(400);
  });

  test('Q35: a total alone takes no rows', async () => {
    const answer = await gateway.ask('{ certifications { totalCount } }');
    expect(parameters()).toMatchObject({ limit: '0', count: 'true' });
    expect(answer.data.certifications.totalCount).toBeGreaterThan(400);
  });

  test('asks for the total at the largest page, where no row can be looked ahead at', async () => {
    const answer = await gateway.ask('{ certifications(first: 250) { nodes { id } pageInfo { hasNextPage } } }');
    expect(parameters()).toMatchObject({ limit: '250', count: 'true' });
    expect(answer.data.certifications.nodes).toHaveLength(250);
    expect(answer.data.certifications.pageInfo.hasNextPage).toBe(true);
  });

  test('fields that @skip takes out are not asked for', async () => {
    await gateway.ask('query ($no: Boolean!) { certifications(first: 3) { nodes { id } totalCount @include(if: $no) ...P @include(if: $no) } } fragment P on CertificationConnection { pageInfo { hasNextPage } }', { no: false });
    expect(parameters()).toMatchObject({ limit: '3' });
    expect(parameters()).not.toHaveProperty('count');
  });

  test('Q34, Q36: pages by cursor to the end, every certification once', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const answer = await gateway.ask(
        'query ($after: String) { certifications(first: 120, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const { nodes, pageInfo } = answer.data.certifications;
      ids.push(...nodes.map((node: { id: string }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const listed = [...gateway.upstream.tenant.certifications.values()].filter(({ reviewer }) => reviewer.type === 'IDENTITY');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(listed.length);
  });

  test('Q36: always sorts, by name last', async () => {
    await gateway.ask('{ certifications(first: 1, orderBy: [{ field: DUE, direction: DESC }]) { nodes { id } } }');
    expect(parameters()).toMatchObject({ sorters: '-due,name' });
    gateway.upstream.clearRequests();
    await gateway.ask('{ certifications(first: 1) { nodes { id } } }');
    expect(parameters()).toMatchObject({ sorters: 'name' });
  });

  test.each([
    ['a total', '{ a: certifications { nodes { id } } b: certifications { nodes { id } totalCount } }'],
    ['a look ahead', '{ a: certifications { nodes { id } } b: certifications { nodes { id } pageInfo { hasNextPage } } }'],
    ['a longer page', '{ a: certifications(first: 5) { nodes { id } pageInfo { hasNextPage } } b: certifications(first: 50) { nodes { id } } }'],
    ['a total alone', '{ a: certifications { nodes { id } } b: certifications { totalCount } }'],
  ])('lists that differ by %s are one call, and each its own page', async (_what, query) => {
    const answer = await gateway.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(1);
    expect(answer.data.a.nodes).toHaveLength(query.includes('first: 5)') ? 5 : 25);
    if (query.includes('hasNextPage')) expect((answer.data.a.pageInfo ?? answer.data.b.pageInfo).hasNextPage).toBe(true);
  });

  test.each(['{ certifications { __typename } }', '{ certifications(offset: 10) { pageInfo { hasPreviousPage } } }'])('%s needs no call', async (query) => {
    const answer = await gateway.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(0);
    if (query.includes('hasPrevious')) expect(answer.data.certifications.pageInfo.hasPreviousPage).toBe(true);
  });

  test('a page of rows that cannot be read leads on to the next', async () => {
    if (generation === 'beta') return;
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', times: 1, rewrite: () => [null, null, null] });
    const answer = await gateway.ask('{ certifications(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }');
    heal();
    expect(answer.data.certifications.nodes).toEqual([]);
    expect(answer.data.certifications.pageInfo.hasNextPage).toBe(true);
    gateway.upstream.clearRequests();
    await gateway.ask('query ($after: String) { certifications(first: 2, after: $after) { nodes { id } } }', { after: answer.data.certifications.pageInfo.endCursor });
    expect(parameters()).toMatchObject({ offset: '2' });
  });

  test('a page past the end is empty', async () => {
    const answer = await gateway.ask('{ certifications(offset: 5000) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null },
    });
  });

  test('an upstream that refuses an offset past the end has ended; a 403 there is a 403', async () => {
    const first = await gateway.ask('{ certifications(first: 5) { pageInfo { endCursor } } }');
    const after = first.data.certifications.pageInfo.endCursor as string;
    const next = 'query ($after: String) { certifications(first: 5, after: $after) { nodes { id } } }';
    for (const status of [400, 404]) {
      const heal = gateway.upstream.inject({ operation: /ertifications$/, status, body: { detailCode: `${status} no more` }, times: 1 });
      expect((await gateway.ask(next, { after })).data.certifications.nodes).toEqual([]);
      heal();
    }
    const heal = gateway.upstream.inject({ operation: /ertifications$/, status: 403, body: { detailCode: '403 Forbidden' }, times: 1 });
    const refused = await gateway.ask(next, { after });
    heal();
    expect(refused.data.certifications).toBeNull();
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('filters by what the arguments name, each list of one as eq', async () => {
    const { examples, people } = gateway.upstream.tenant;
    const answer = await gateway.ask(
      'query ($filter: CertificationFilter, $reviewerId: ID) { certifications(reviewerId: $reviewerId, filter: $filter) { nodes { id phase isCompleted campaign { id } reviewer { id } } } }',
      { reviewerId: people.reviewer, filter: { campaignIds: [examples.campaigns.managerReview], phase: 'ACTIVE', isCompleted: false } },
    );
    expect(answer.errors).toBeUndefined();
    const campaignField = generation === 'beta' ? 'campaignRef.id' : 'campaign.id';
    expect(parameters()['filters']).toBe(
      `${campaignField} eq "${examples.campaigns.managerReview}" and phase eq "ACTIVE" and completed eq false`,
    );
    expect(answer.data.certifications.nodes.length).toBeGreaterThan(0);
    for (const node of answer.data.certifications.nodes) {
      expect(node).toMatchObject({ phase: 'ACTIVE', isCompleted: false, campaign: { id: examples.campaigns.managerReview } });
    }
  });

  test('Q1: the reviewer parameter is spelt as this generation spells it, and only so', async () => {
    const answer = await gateway.ask('{ certifications(reviewerId: "me") { nodes { reviewer { id } } } }', {}, { as: 'reviewer' });
    const [right, wrong] = generation === 'beta' ? ['reviewer-identitiy', 'reviewer-identity'] : ['reviewer-identity', 'reviewer-identitiy'];
    expect(parameters()).toMatchObject({ [right]: 'me' });
    expect(parameters()).not.toHaveProperty(wrong);
    expect(answer.errors).toBeUndefined();
  });

  test('campaign types: filtered on beta, refused without a call elsewhere', async () => {
    const answer = await gateway.ask('{ certifications(filter: { campaignTypes: [SEARCH] }) { nodes { campaign { type } } } }');
    if (generation === 'beta') {
      expect(answer.errors).toBeUndefined();
      expect(new Set(answer.data.certifications.nodes.map((node: { campaign: { type: string } }) => node.campaign.type))).toEqual(new Set(['SEARCH']));
    } else {
      expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.campaignTypes' } });
      expect(answer.errors?.[0]?.message).toContain('beta');
      expect(answer.upstreamCalls).toBe(0);
    }
  });

  test('derives what every screen needs: overdue, remaining, reassigned from', async () => {
    const { certifications } = gateway.upstream.tenant.examples;
    const answer = await gateway.ask(
      `query ($ids: [ID!]) { certifications(filter: { ids: $ids }) { nodes {
        id isOverdue dueAt signedAt isCompleted progress { decisionsMade decisionsTotal decisionsRemaining entitiesCompleted entitiesTotal entitiesRemaining }
        reassignment { comment from { id name reviewer { id name } } previousReviewer { id name } }
      } } }`,
      { ids: [certifications.overdue, certifications.signed, certifications.reassigned] },
    );
    expect(answer.errors).toBeUndefined();
    const byId = new Map(answer.data.certifications.nodes.map((node: { id: string }) => [node.id, node]));
    expect(byId.get(certifications.overdue)).toMatchObject({ isOverdue: true, signedAt: null });
    expect(byId.get(certifications.signed)).toMatchObject({ isOverdue: false, signedAt: expect.stringMatching(/Z$/) });
    const reassigned = byId.get(certifications.reassigned) as { reassignment: { from: { reviewer: unknown }; previousReviewer: unknown } };
    expect(reassigned.reassignment.from.reviewer).toEqual(reassigned.reassignment.previousReviewer);
    for (const node of answer.data.certifications.nodes) {
      expect(node.progress.decisionsRemaining).toBe(node.progress.decisionsTotal - node.progress.decisionsMade);
      expect(node.progress.entitiesRemaining).toBe(node.progress.entitiesTotal - node.progress.entitiesCompleted);
    }
    expect(answer.upstreamCalls).toBe(1);
  });

  test('an identity’s certifications to review are that identity’s', async () => {
    const id = gateway.upstream.tenant.people.reviewer;
    const answer = await gateway.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Identity { id certificationsToReview(first: 3) { totalCount nodes { id } } } } }',
      { r: [{ __typename: 'Identity', id }] },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities[0].certificationsToReview.nodes).toHaveLength(3);
    expect(parameters()).toMatchObject({ [generation === 'beta' ? 'reviewer-identitiy' : 'reviewer-identity']: id });
  });
});
