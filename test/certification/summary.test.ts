import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const summary = `query ($filter: CertificationFilter, $first: Int, $order: CertificationWorkloadOrder) {
  certifications(filter: $filter, first: 1) {
    totalCount
    summary {
      certificationCount completedCount stagedCount activeCount signedCount overdueCount errorCount isComplete
      progress { decisionsMade decisionsTotal decisionsRemaining entitiesCompleted entitiesTotal entitiesRemaining }
      reviewerWorkloads(first: $first, orderBy: $order) { reviewer { id name } certificationCount openCount overdueCount nextDueAt progress { decisionsRemaining } }
      campaignWorkloads(first: 250, orderBy: NAME_ASC) { campaign { id name type } certificationCount stagedCount activeCount signedCount completedCount overdueCount nextDueAt }
    }
  }
}`;

/** Rows as the upstream would send them, from `offset` on. */
function rows(count: number, offset = 0) {
  return Array.from({ length: count }, (_, i) => ({ id: `c${offset + i}`, phase: 'ACTIVE', decisionsMade: 1, decisionsTotal: 2 }));
}

describe('the summary of a list', () => {
  const nowMs = Date.parse('2026-03-01T12:00:00Z');
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ now: () => nowMs });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());


  test('adds up every certification, by phase, reviewer and campaign', async () => {
    const reviewer = (id: string, name: string) => ({ type: 'IDENTITY', id, name });
    const campaign = { id: 'k1', name: 'Q1', campaignType: 'MANAGER' };
    const list = [
      { id: 'c1', phase: 'ACTIVE', due: '2026-02-28T00:00:00Z', reviewer: reviewer('i1', 'Ann'), campaign, decisionsMade: 2, decisionsTotal: 5, identitiesCompleted: 1, identitiesTotal: 2 },
      { id: 'c2', phase: 'ACTIVE', due: '2026-03-05T00:00:00+02:00', completed: true, reviewer: reviewer('i1', 'Ann'), campaign, decisionsMade: 4, decisionsTotal: 4 },
      { id: 'c3', phase: 'SIGNED', due: '2026-02-01T00:00:00Z', signed: '2026-01-30T00:00:00Z', completed: true, reviewer: reviewer('i2', 'Ben'), campaign, decisionsMade: 3, decisionsTotal: 3 },
      { id: 'c4', phase: 'STAGED', hasErrors: true, reviewer: reviewer('i2', 'Ben'), decisionsTotal: 10 },
      { id: 'c5', phase: 'ACTIVE' },
    ];
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', rewrite: () => list, headers: { 'x-total-count': '5' } });
    const answer = await gateway.ask(summary, { order: 'OVERDUE_DESC' });
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.summary).toEqual({
      certificationCount: 5,
      completedCount: 2,
      stagedCount: 1,
      activeCount: 3,
      signedCount: 1,
      overdueCount: 1,
      errorCount: 1,
      isComplete: true,
      progress: { decisionsMade: 9, decisionsTotal: 22, decisionsRemaining: 13, entitiesCompleted: 1, entitiesTotal: 2, entitiesRemaining: 1 },
      reviewerWorkloads: [
        { reviewer: { id: 'i1', name: 'Ann' }, certificationCount: 2, openCount: 2, overdueCount: 1, nextDueAt: '2026-02-28T00:00:00.000Z', progress: { decisionsRemaining: 3 } },
        { reviewer: { id: 'i2', name: 'Ben' }, certificationCount: 2, openCount: 1, overdueCount: 0, nextDueAt: null, progress: { decisionsRemaining: 10 } },
      ],
      campaignWorkloads: [
        { campaign: { id: 'k1', name: 'Q1', type: 'MANAGER' }, certificationCount: 3, stagedCount: 0, activeCount: 2, signedCount: 1, completedCount: 2, overdueCount: 1, nextDueAt: '2026-02-28T00:00:00.000Z' },
      ],
    });
  });

  test('orders workloads by open decisions unless told otherwise, and cuts them where asked', async () => {
    const by = async (order: string | undefined, first: number) => {
      const answer = await gateway.ask(summary, { order, first });
      return answer.data.certifications.summary.reviewerWorkloads;
    };
    const remaining = (await by(undefined, 250)).map((workload: { progress: { decisionsRemaining: number } }) => workload.progress.decisionsRemaining);
    expect(remaining).toEqual(remaining.toSorted((a: number, b: number) => b - a));
    const names = (await by('NAME_ASC', 3)).map((workload: { reviewer: { name: string } }) => workload.reviewer.name);
    expect(names).toHaveLength(3);
    expect(names).toEqual(names.toSorted((a: string, b: string) => a.localeCompare(b, 'en')));
  });

  test('of 400 and more reads all pages after the first at once', async () => {
    const answer = await gateway.ask(summary);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.summary.certificationCount).toBe(answer.data.certifications.totalCount);
    expect(gateway.upstream.requests.map(({ query }) => query.get('offset'))).toEqual(['0', '250']);
  });

  test('counts a row once that slipped onto the next page while pages were read', async () => {
    const heal = gateway.upstream.inject({
      operation: 'listIdentityCertifications',
      when: ({ query }) => query.get('offset') === '0',
      rewrite: () => rows(250),
      headers: { 'x-total-count': '300' },
    });
    const healSecond = gateway.upstream.inject({ operation: 'listIdentityCertifications', when: ({ query }) => query.get('offset') === '250', rewrite: () => rows(50, 249) });
    const answer = await gateway.ask(summary);
    heal();
    healSecond();
    expect(answer.data.certifications.summary.certificationCount).toBe(299);
  });

  test('of an upstream that does not count reads on until a short page', async () => {
    const heals = [250, 250, 3].map((length, i) =>
      gateway.upstream.inject({
        operation: 'listIdentityCertifications',
        when: ({ query }) => query.get('offset') === String(i * 250),
        rewrite: () => rows(length, i * 250),
        headers: { 'x-total-count': '' },
      }),
    );
    const answer = await gateway.ask(summary);
    for (const heal of heals) heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications).toMatchObject({ totalCount: null, summary: { certificationCount: 503, isComplete: true } });
  });

  test('of more than 5000 covers the first of them and says so', async () => {
    const heal = gateway.upstream.inject({
      operation: 'listIdentityCertifications',
      rewrite: () => rows(250),
      headers: { 'x-total-count': '12000' },
    });
    const answer = await gateway.ask(summary);
    heal();
    expect(answer.data.certifications).toMatchObject({ totalCount: 12000, summary: { isComplete: false } });
    expect(answer.upstreamCalls).toBe(20);
  });

  test('fails alone when one of its later pages fails: the page shown stands', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', when: ({ query }) => query.get('offset') === '250', status: 500, body: {} });
    const answer = await gateway.ask('{ certifications(first: 2) { nodes { id } summary { certificationCount } } }');
    heal();
    expect(answer.data.certifications.nodes).toHaveLength(2);
    expect(answer.data.certifications.summary).toBeNull();
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['certifications', 'summary'] })]);
  });

  test('refuses a number of workloads that is none, before anything is read', async () => {
    const answer = await gateway.ask(summary, { first: 251 });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('is not complete when a page below the total was refused', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', when: ({ query }) => query.get('offset') === '250', status: 400, body: {} });
    const answer = await gateway.ask(summary);
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.summary).toMatchObject({ certificationCount: 250, isComplete: false });
  });

  describe('of an upstream that answers no more than 100 rows at a time', () => {
    const list = rows(420);
    let heals: (() => void)[];
    beforeEach(() => {
      heals = Array.from({ length: 420 }, (_, offset) =>
        gateway.upstream.inject({
          operation: 'listIdentityCertifications',
          when: ({ query }) => query.get('offset') === String(offset),
          rewrite: () => list.slice(offset, offset + 100),
          headers: { 'x-total-count': '420' },
        }),
      );
    });
    afterEach(() => {
      for (const heal of heals) heal();
    });

    test('covers everything', async () => {
      const answer = await gateway.ask(summary);
      expect(answer.data.certifications.summary).toMatchObject({ certificationCount: 420, isComplete: true });
      expect(answer.upstreamCalls).toBe(5);
    });

    test('leads on from page to page', async () => {
      const ids: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const answer = await gateway.ask('query ($after: String) { certifications(first: 200, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }', { after });
        const { nodes, pageInfo } = answer.data.certifications;
        ids.push(...nodes.map((node: { id: string }) => node.id));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(ids).toEqual(list.map(({ id }) => id));
    });
  });

  test('a page cut from two of its calls shows a row that slipped once', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', when: ({ query }) => query.get('offset') === '0', rewrite: () => rows(250), headers: { 'x-total-count': '500' } });
    const healSecond = gateway.upstream.inject({ operation: 'listIdentityCertifications', when: ({ query }) => query.get('offset') === '250', rewrite: () => rows(250, 249) });
    const answer = await gateway.ask('{ certifications(first: 250, offset: 125) { nodes { id } summary { certificationCount } } }');
    heal();
    healSecond();
    const ids = answer.data.certifications.nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

});
