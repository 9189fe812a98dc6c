import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AccessReviewItem } from '../../src/sandbox/model.js';
import type { TestGateway } from '../support/gateway.js';
import { idsOf, keysOf, sortedBy, startReviewGateway, storyOf } from './support.js';

const identities = `query ($id: ID!, $filter: CertificationIdentitySummaryFilter, $first: Int, $after: String) {
  certification(id: $id) { identitySummaries(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id isCompleted identity { id name } } edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  } }
}`;
const access = `query ($id: ID!, $type: AccessReviewAccessType!, $filter: AccessReviewAccessFilter, $first: Int, $after: String) {
  certification(id: $id) { accessSummaries(type: $type, filter: $filter, first: $first, after: $after) {
    totalCount nodes { __typename id name } edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  } }
}`;
const decisions = `query ($id: ID!, $ids: [ID!]) { certification(id: $id) { decisionSummary(identitySummaryIds: $ids) {
  entitlements { ...Count } accessProfiles { ...Count } roles { ...Count } accounts { ...Count }
} } } fragment Count on CertificationDecisionCount { made total approved revoked }`;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly items: AccessReviewItem[];
}

describe.each(['v2025', 'v1'] as const)('summaries of what is reviewed on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startReviewGateway({ generation });
    // The first two identities are done, and all that is about one role and one entitlement.
    const { items } = storyOf(gateway);
    const done = [items.find(({ access: { type } }) => type === 'ROLE'), items.find(({ access: { type } }) => type === 'ENTITLEMENT')];
    const isDone = (item: AccessReviewItem, index: number) => index < 16 || done.some((each) => each?.access.id === item.access.id);
    for (const [index, item] of items.entries()) if (isDone(item, index)) item.decision = index % 4 === 0 ? 'REVOKE' : 'APPROVE';
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  async function ask(query: string, field: string, variables: object) {
    const answer = await gateway.ask(query, { id: storyOf(gateway).id, ...variables }, { as: 'reviewer' });
    expect([answer.errors, answer.upstreamCalls]).toEqual([undefined, 1]);
    return answer.data.certification[field];
  }

  function rowsBy(idOf: (item: AccessReviewItem) => string, nameOf: (item: AccessReviewItem) => string, from = storyOf(gateway).items): Row[] {
    const rows = new Map<string, Row>();
    for (const item of from) {
      const row = rows.get(idOf(item)) ?? { id: idOf(item), name: nameOf(item), items: [] };
      rows.set(row.id, row);
      row.items.push(item);
    }
    return sortedBy([...rows.values()], ({ name }) => name);
  }

  const isDecided = ({ items }: Row) => items.every(({ decision }) => decision !== null);
  const identityRows = () => rowsBy(({ identitySummaryId }) => identitySummaryId, keysOf(gateway).identityName);
  const accessRows = (type: string) =>
    rowsBy(({ access: { id } }) => id, keysOf(gateway).accessName, storyOf(gateway).items.filter((item) => item.access.type === type));

  async function allPages(query: string, field: string, variables: object): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await ask(query, field, { ...variables, after });
      seen.push(...idsOf(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return seen;
  }

  describe('by identity', () => {
    test('name the identity by its own id, and are paged by name', async () => {
      const page = await ask(identities, 'identitySummaries', { first: 250 });
      const expected = identityRows().map((row) => ({ id: row.id, isCompleted: isDecided(row), identity: { id: row.items[0]?.identityId, name: row.name } }));
      expect([page.totalCount, page.nodes]).toEqual([40, expected]);
      expect(gateway.upstream.requests[0]?.query.get('sorters')).toBe('name');
      expect(await allPages(identities, 'identitySummaries', { first: 15 })).toEqual(idsOf(expected));
    });

    test.each<[string, () => object, (row: Row, index: number) => boolean]>([
      ['ids', () => ({ ids: idsOf(identityRows().slice(2, 5)) }), (_row, index) => index >= 2 && index < 5],
      ['being decided', () => ({ isCompleted: true }), (row) => isDecided(row)],
      ['being open', () => ({ isCompleted: false }), (row) => !isDecided(row)],
      ['name', () => ({ name: { eq: identityRows()[3]?.name } }), (_row, index) => index === 3],
      ['its beginning, and more', () => ({ name: { startsWith: 'a' }, isCompleted: false }), (row) => row.name.startsWith('A') && !isDecided(row)],
    ])('are filtered by %s', async (_by, filter, matches) => {
      const expected = identityRows().filter(matches);
      expect([0, 40]).not.toContain(expected.length);
      const page = await ask(identities, 'identitySummaries', { filter: filter(), first: 250 });
      expect([page.totalCount, idsOf(page.nodes)]).toEqual([expected.length, idsOf(expected)]);
    });
  });

  describe('by access', () => {
    test.each([
      ['ENTITLEMENT', 'AccessReviewEntitlement', 24],
      ['ACCESS_PROFILE', 'AccessReviewAccessProfile', 6],
      ['ROLE', 'AccessReviewRole', 3],
    ])('have each %s once, paged by name', async (type, __typename, count) => {
      const page = await ask(access, 'accessSummaries', { type, first: 250 });
      const expected = accessRows(type).map(({ id, name }) => ({ __typename, id, name }));
      expect([page.totalCount, page.nodes]).toEqual([count, expected]);
      expect(gateway.upstream.requests[0]?.query.get('sorters')).toBe('access.name');
      expect(await allPages(access, 'accessSummaries', { type, first: 5 })).toEqual(idsOf(expected));
    });

    test.each<[string, string, () => object, (row: Row, index: number) => boolean]>([
      ['ids', 'ENTITLEMENT', () => ({ ids: idsOf(accessRows('ENTITLEMENT').slice(2, 5)) }), (_row, index) => index >= 2 && index < 5],
      ['name', 'ROLE', () => ({ name: { eq: 'accountant' } }), ({ name }) => name === 'Accountant'],
      ['its beginning', 'ENTITLEMENT', () => ({ name: { startsWith: 'SAP' } }), ({ name }) => name.startsWith('SAP')],
      ['being decided', 'ROLE', () => ({ isCompleted: true }), (row) => isDecided(row)],
      ['being open', 'ENTITLEMENT', () => ({ isCompleted: false }), (row) => !isDecided(row)],
      ['the entitlement’s source', 'ENTITLEMENT', () => ({ entitlementSourceName: { eq: 'Oracle HR' } }), ({ name }) => name.startsWith('Oracle')],
      ['the access profile’s source', 'ACCESS_PROFILE', () => ({ accessProfileSourceName: { startsWith: 'aws' } }), ({ name }) => name === 'Cloud operations'],
    ])('are filtered by %s', async (_by, type, filter, matches) => {
      const expected = accessRows(type).filter(matches);
      expect([0, accessRows(type).length]).not.toContain(expected.length);
      const page = await ask(access, 'accessSummaries', { type, filter: filter(), first: 250 });
      expect([page.totalCount, idsOf(page.nodes)]).toEqual([expected.length, idsOf(expected)]);
    });
  });

  describe('of decisions', () => {
    const countOf = (type: string, items: readonly AccessReviewItem[]) => {
      const of = items.filter((item) => item.access.type === type);
      const [approved, revoked] = ['APPROVE', 'REVOKE'].map((verdict) => of.filter(({ decision }) => decision === verdict).length) as [number, number];
      return { made: approved + revoked, total: of.length, approved, revoked };
    };
    const summaryOf = (items: readonly AccessReviewItem[]) => ({
      entitlements: countOf('ENTITLEMENT', items),
      accessProfiles: countOf('ACCESS_PROFILE', items),
      roles: countOf('ROLE', items),
      accounts: { made: 0, total: 0, approved: 0, revoked: 0 },
    });

    test('count those of all, or of some identities', async () => {
      const { items } = storyOf(gateway);
      expect(await ask(decisions, 'decisionSummary', {})).toEqual(summaryOf(items));
      const ids = [...new Set(items.slice(8, 20).map(({ identitySummaryId }) => identitySummaryId))];
      const some = await ask(decisions, 'decisionSummary', { ids });
      expect(some).toEqual(summaryOf(items.filter(({ identitySummaryId }) => ids.includes(identitySummaryId))));
    });

    test('the same ones are one call, whatever their order', async () => {
      const [a, b] = identityRows();
      const query = `query ($id: ID!, $ab: [ID!], $ba: [ID!]) { certification(id: $id) {
        a: decisionSummary(identitySummaryIds: $ab) { roles { total } } b: decisionSummary(identitySummaryIds: $ba) { roles { total } } all: decisionSummary { roles { total } }
      } }`;
      const answer = await gateway.ask(query, { id: storyOf(gateway).id, ab: [a?.id, b?.id], ba: [b?.id, a?.id, b?.id] });
      expect(answer.data.certification.a).toEqual(answer.data.certification.b);
      expect(answer.upstreamCalls).toBe(2);
    });
  });

  test.each([
    ['identitySummaries(filter: { ids: [] }) { totalCount }', 'filter.ids'],
    ['identitySummaries(filter: { name: { eq: "" } }) { totalCount }', 'filter.name.eq'],
    ['accessSummaries(type: ROLE, filter: { ids: ["a,b"] }) { totalCount }', 'filter.ids'],
    ['accessSummaries(type: ROLE, filter: { accessProfileSourceName: { startsWith: "\\u0000" } }) { totalCount }', 'filter.accessProfileSourceName.startsWith'],
    ['accessSummaries(type: ROLE, first: 0) { totalCount }', 'first'],
    ['decisionSummary(identitySummaryIds: []) { roles { total } }', 'identitySummaryIds'],
    ['decisionSummary(identitySummaryIds: ["no id"]) { roles { total } }', 'identitySummaryIds'],
  ])('%s is refused without a call', async (field, argument) => {
    const answer = await gateway.ask(`{ certification(id: "a") { ${field} } }`);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(gateway.upstream.requests).toEqual([]);
  });
});
