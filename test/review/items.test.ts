import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AccessReviewItem } from '../../src/sandbox/model.js';
import type { TestGateway } from '../support/gateway.js';
import { idsOf, keysOf, sortedBy, startReviewGateway, storyOf } from './support.js';

const items = `query ($id: ID!, $filter: AccessReviewItemFilter, $orderBy: [AccessReviewItemOrder!], $first: Int = 250, $after: String) {
  certification(id: $id) { id items(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor }
  } }
}`;

describe.each(['v2025', 'v1'] as const)('items of a certification on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startReviewGateway({ generation });
    for (const [index, item] of storyOf(gateway).items.slice(0, 30).entries()) {
      item.decision = index % 2 === 0 ? 'APPROVE' : 'REVOKE';
      item.comments = `comment ${index}`;
    }
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const requests = () => gateway.upstream.requests.map(({ operation, query }) => ({ operation, ...Object.fromEntries(query) }));
  const defaultOrder = (rows: readonly AccessReviewItem[]) => {
    const { identityName, accessName, accessType } = keysOf(gateway);
    return sortedBy(rows, identityName, accessName, accessType);
  };

  async function ask(variables: object) {
    const answer = await gateway.ask(items, { id: storyOf(gateway).id, ...variables }, { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    return answer.data.certification.items;
  }

  test('tell what the upstream knows of each', async () => {
    const [decided, , , open] = storyOf(gateway).items.slice(27);
    const query = `query ($id: ID!, $ids: [ID!]) { certification(id: $id) { items(filter: { ids: $ids }) { nodes {
      id isCompleted isNewAccess decision decisionName comments certification { id } access { id name } identitySummary { id isCompleted identity { id name } }
    } } } }`;
    const answer = await gateway.ask(query, { id: storyOf(gateway).id, ids: [decided?.id, open?.id] }, { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.items.nodes).toEqual(
      defaultOrder([decided, open] as AccessReviewItem[]).map((item) => ({
        id: item.id,
        isCompleted: item.decision !== null,
        isNewAccess: item.newAccess,
        decision: item.decision,
        decisionName: item.decision,
        comments: item.comments,
        certification: { id: storyOf(gateway).id },
        access: { id: item.access.id, name: item.access.name },
        identitySummary: { id: item.identitySummaryId, isCompleted: false, identity: { id: item.identityId, name: keysOf(gateway).identityName(item) } },
      })),
    );
    expect(answer.upstreamCalls).toBe(1);
  });

  test('320 of them are paged by cursor, none lost and none twice, in one order', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number } = await ask({ first: 100, after });
      expect(page.totalCount).toBe(320);
      seen.push(...idsOf(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(idsOf(defaultOrder(storyOf(gateway).items)));
    expect(gateway.upstream.requests).toHaveLength(4);
  });

  test('a page of 250 is one call, and knows of the next page by the total', async () => {
    const page = await ask({});
    expect(page.nodes).toHaveLength(250);
    expect(page.edges.map(({ node }: { node: object }) => node)).toEqual(page.nodes);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(requests()).toEqual([{ operation: 'listIdentityAccessReviewItems', limit: '250', offset: '0', count: 'true', sorters: 'identitySummary.name,access.name,access.type' }]);
  });

  test('Q35: a total alone asks for no rows', async () => {
    const answer = await gateway.ask('query ($id: ID!) { certification(id: $id) { items { totalCount } } }', { id: storyOf(gateway).id });
    expect(answer.data.certification.items.totalCount).toBe(320);
    expect(requests()).toMatchObject([{ limit: '0', count: 'true' }]);
  });

  test('different parts of the same list are one call', async () => {
    const query = `query ($id: ID!) { certification(id: $id) {
      rows: items(first: 10) { nodes { id } } total: items { totalCount } more: items(first: 20, orderBy: []) { pageInfo { hasNextPage } }
    } }`;
    const answer = await gateway.ask(query, { id: storyOf(gateway).id });
    expect(answer.data.certification).toMatchObject({ total: { totalCount: 320 }, more: { pageInfo: { hasNextPage: true } } });
    expect(answer.upstreamCalls).toBe(1);
  });

  type Matches = (item: AccessReviewItem) => boolean;
  const some = (from: number, to: number) => storyOf(gateway).items.slice(from, to);
  const someOf = (type: string) => storyOf(gateway).items.filter(({ access }) => access.type === type).slice(0, 2).map(({ access }) => access.id);
  const isAbout = (ids: readonly string[]): Matches => ({ access }) => ids.includes(access.id);
  const isOfType = (type: string): Matches => ({ access }) => access.type === type;
  const is = (key: keyof ReturnType<typeof keysOf>, text: string): Matches => (item) => keysOf(gateway)[key](item) === text;
  const begins = (key: keyof ReturnType<typeof keysOf>, text: string): Matches => (item) => keysOf(gateway)[key](item)?.startsWith(text) === true;

  /** What is asked for, and which items that are. */
  const filters: Readonly<Record<string, () => [filter: object, ...matches: Matches[]]>> = {
    ids: () => [{ ids: idsOf(some(3, 9)) }, ({ id }) => idsOf(some(3, 9)).includes(id)],
    entitlements: () => [{ accessType: 'ENTITLEMENT' }, isOfType('ENTITLEMENT')],
    'access profiles': () => [{ accessType: 'ACCESS_PROFILE' }, isOfType('ACCESS_PROFILE')],
    roles: () => [{ accessType: 'ROLE' }, isOfType('ROLE')],
    'ids of access': () => [{ accessIds: [...someOf('ROLE'), ...someOf('ENTITLEMENT')] }, isAbout([...someOf('ROLE'), ...someOf('ENTITLEMENT')])],
    'the access’s name': () => [{ accessName: { eq: 'github admin of "BILLING"' } }, is('accessName', 'GitHub admin of "billing"')],
    'its beginning': () => [{ accessName: { startsWith: 'ad ' } }, begins('accessName', 'AD ')],
    'what is decided': () => [{ isCompleted: true }, ({ decision }) => decision !== null],
    'what is open': () => [{ isCompleted: false }, ({ decision }) => decision === null],
    'identity summaries': () => {
      const ids = [...new Set(some(6, 12).map(({ identitySummaryId }) => identitySummaryId))];
      return [{ identitySummaryIds: ids }, ({ identitySummaryId }) => ids.includes(identitySummaryId)];
    },
    'the identity’s name': () => {
      const name = tenantName(some(0, 1));
      return [{ identitySummaryName: { eq: name } }, is('identityName', name)];
    },
    'its first letter': () => [{ identitySummaryName: { startsWith: 'a' } }, begins('identityName', 'A')],
    'the entitlement’s source': () => [{ entitlementSourceName: { eq: 'SAP "P01"' } }, is('entitlementSource', 'SAP "P01"')],
    'the access profile’s source': () => [{ accessProfileSourceName: { startsWith: 'Payroll Z' } }, begins('accessProfileSource', 'Payroll Z')],
    'some entitlements': () => [{ entitlementIds: someOf('ENTITLEMENT') }, isAbout(someOf('ENTITLEMENT'))],
    'some access profiles': () => [{ accessProfileIds: someOf('ACCESS_PROFILE') }, isAbout(someOf('ACCESS_PROFILE'))],
    'some roles': () => [{ roleIds: someOf('ROLE') }, isAbout(someOf('ROLE'))],
    'several of these': () => [
      { accessType: 'ENTITLEMENT', isCompleted: true, entitlementSourceName: { startsWith: 'a' }, accessName: { startsWith: 'AWS' } },
      ({ decision }) => decision !== null,
      isOfType('ENTITLEMENT'),
      begins('accessName', 'AWS'),
    ],
  };
  const tenantName = ([item]: readonly AccessReviewItem[]) => keysOf(gateway).identityName(item as AccessReviewItem);

  test.each(Object.keys(filters))('are filtered by %s', async (by) => {
    const [filter, ...matches] = filters[by]?.() ?? [{}];
    const expected = storyOf(gateway).items.filter((item) => matches.every((match) => match(item)));
    expect([0, 320]).not.toContain(expected.length);
    const page = await ask({ filter });
    expect(page.totalCount).toBe(expected.length);
    expect(idsOf(page.nodes)).toEqual(idsOf(defaultOrder(expected)).slice(0, 250));
  });

  test.each([
    ['IDENTITY_SUMMARY_NAME', 'identityName', 'identitySummary.name,access.name,access.type'],
    ['ACCESS_NAME', 'accessName', 'access.name,identitySummary.name,access.type'],
    ['ACCESS_TYPE', 'accessType', 'access.type,identitySummary.name,access.name'],
    ['ENTITLEMENT_SOURCE_NAME', 'entitlementSource', 'entitlement.sourceName,identitySummary.name,access.name,access.type'],
    ['ACCESS_PROFILE_SOURCE_NAME', 'accessProfileSource', 'accessProfile.sourceName,identitySummary.name,access.name,access.type'],
  ] as const)('Q36: are sorted by %s, and where that is equal in the usual order', async (field, key, sorters) => {
    const rows = storyOf(gateway).items;
    const { identityName, accessName, accessType, ...keys } = keysOf(gateway);
    const first = { identityName, accessName, accessType, ...keys }[key];
    const ascending = await ask({ orderBy: [{ field }] });
    expect(idsOf(ascending.nodes)).toEqual(idsOf(sortedBy(rows, first, identityName, accessName, accessType)).slice(0, 250));
    const descending = await ask({ orderBy: [{ field, direction: 'DESC' }] });
    expect(gateway.upstream.requests.map(({ query }) => query.get('sorters'))).toEqual([sorters, `-${sorters}`]);
    expect(idsOf(descending.nodes)).not.toEqual(idsOf(ascending.nodes));
  });

  test.each([
    ['two lists that exclude each other', { filter: { entitlementIds: ['a'], roleIds: ['b'] } }, 'filter.roleIds'],
    ['the three of them', { filter: { entitlementIds: ['a'], accessProfileIds: ['c'], roleIds: ['b'] } }, 'filter.accessProfileIds'],
    ['an empty list', { filter: { ids: [] } }, 'filter.ids'],
    ['more ids than may stand in an address', { filter: { accessIds: Array.from({ length: 101 }, (_, index) => `a${index}`) } }, 'filter.accessIds'],
    ['a text that is no id', { filter: { roleIds: ['a,b'] } }, 'filter.roleIds'],
    ['a text that is too long', { filter: { accessName: { eq: 'a'.repeat(251) } } }, 'filter.accessName.eq'],
    ['a sort key twice', { orderBy: [{ field: 'ACCESS_NAME' }, { field: 'ACCESS_NAME', direction: 'DESC' }] }, 'orderBy'],
    ['a page that is too long', { first: 251 }, 'first'],
    ['a cursor of another list', { after: Buffer.from('3:otherlist1').toString('base64url') }, 'after'],
  ])('are refused without a call: %s', async (_what, variables, argument) => {
    const answer = await gateway.ask(items, { id: storyOf(gateway).id, ...variables });
    expect(answer.data.certification).toEqual({ id: storyOf(gateway).id, items: null });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('of a certification that is not there are null with NOT_FOUND', async () => {
    const answer = await gateway.ask(items, { id: 'nowhere' });
    expect(answer.data.certification).toEqual({ id: 'nowhere', items: null });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('items that one caller has read', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startReviewGateway({ remembers: true });
  });
  afterAll(() => gateway.stop());

  test('are never shown to another', async () => {
    const { id, items: [item] } = storyOf(gateway);
    const everything = `query ($id: ID!, $item: ID!) { certification(id: $id) { items { nodes { id } } item(id: $item) { decisionName isCompleted }
      identitySummaries { nodes { id } } accessSummaries(type: ROLE) { nodes { id } } decisionSummary { roles { total } } } }`;
    const variables = { id, item: item?.id };
    for (const as of ['reviewer', 'otherReviewer'] as const) await gateway.ask('{ certifications(first: 1) { totalCount } }', {}, { as });
    const own = await gateway.ask(everything, variables, { as: 'reviewer' });
    expect([own.errors, own.upstreamCalls]).toEqual([undefined, 5]);
    expect((await gateway.ask(everything, variables, { as: 'reviewer' })).upstreamCalls).toBe(0);
    const foreign = await gateway.ask(everything, variables, { as: 'otherReviewer' });
    expect(foreign.data.certification).toEqual({ items: null, item: null, identitySummaries: null, accessSummaries: null, decisionSummary: null });
    expect(foreign.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(5).fill('FORBIDDEN'));
  });
});
