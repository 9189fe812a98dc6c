import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const permissions = `query ($id: ID!, $itemId: ID!, $filter: AccessReviewPermissionFilter, $first: Int, $after: String) {
  certification(id: $id) { item(id: $itemId) { id certification { id } permissions(filter: $filter, first: $first, after: $after) {
    totalCount nodes { target rights } pageInfo { hasNextPage endCursor } } } } }`;

describe.each(['beta', 'v2025'] as const)('permissions behind an item on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  function of(example: 'permissions' | 'manyPermissions') {
    const { certificationId, itemId } = gateway.upstream.tenant.examples.items[example];
    return { id: certificationId, itemId };
  }

  test('are paged beyond the first 250', async () => {
    const first = await gateway.ask(permissions, { ...of('manyPermissions'), first: 250 });
    expect(first.errors).toBeUndefined();
    const page = first.data.certification.item.permissions;
    expect(page.nodes).toHaveLength(250);
    expect(page.totalCount).toBeGreaterThan(300);
    const second = await gateway.ask(permissions, { ...of('manyPermissions'), first: 250, after: page.pageInfo.endCursor });
    expect(second.data.certification.item.permissions.nodes).toHaveLength(page.totalCount - 250);
    expect(second.data.certification.item.permissions.pageInfo.hasNextPage).toBe(false);
  });

  test.each([
    ['a target', { target: { startsWith: 'SYS.GV_$"' } }, 'target sw "SYS.GV_$\\""'],
    ['rights', { rights: ['SELECT', 'INSERT', 'SELECT'] }, 'rights ca ("INSERT","SELECT")'],
    ['both', { target: { eq: 'SYS.GV_$TRANSACTION' }, rights: ['SELECT'] }, 'target eq "SYS.GV_$TRANSACTION" and rights ca ("SELECT")'],
    ['either', { target: { eq: 'a' }, rights: ['SELECT'], operator: 'OR' }, 'target eq "a" or rights ca ("SELECT")'],
  ])('are filtered by %s', async (_by, filter, expected) => {
    const answer = await gateway.ask(permissions, { ...of('permissions'), filter });
    expect(answer.errors).toBeUndefined();
    expect(gateway.upstream.requests[0]?.query.get('filters')).toBe(expected);
  });

  test('Q10, Q31: one call, whatever the path calls the certification; rights may come as one text', async () => {
    const heal = gateway.upstream.inject({
      operation: 'getIdentityCertificationItemPermissions',
      rewrite: () => [{ target: 'T', rights: 'SELECT' }, { target: null, rights: null }, null, { rights: ['A', 5, 'B'] }],
    });
    const answer = await gateway.ask(permissions, of('permissions'));
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.item.permissions.nodes).toEqual([
      { target: 'T', rights: ['SELECT'] },
      { target: null, rights: [] },
      { target: null, rights: ['A', 'B'] },
    ]);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('of an item that is not there are null with NOT_FOUND', async () => {
    const answer = await gateway.ask(permissions, { ...of('permissions'), itemId: 'no-such-item' });
    expect(answer.data.certification.item.permissions).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test.each([
    [{ itemId: '../decide' }, 'id'],
    [{ filter: { rights: [] } }, 'filter.rights'],
    [{ filter: { rights: [''] } }, 'filter.rights'],
    [{ first: 0 }, 'first'],
  ])('%j is refused without a call', async (variables, argument) => {
    const answer = await gateway.ask(permissions, { ...of('permissions'), ...variables });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(gateway.upstream.requests).toEqual([]);
  });
});
