import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const list = `query ($reviewerId: ID, $filter: CertificationFilter, $orderBy: [CertificationOrder!], $first: Int, $after: String, $offset: Int) {
  certifications(reviewerId: $reviewerId, filter: $filter, orderBy: $orderBy, first: $first, after: $after, offset: $offset) { nodes { id } pageInfo { endCursor } }
}`;

const reviewers = 'query ($id: ID!, $filter: CertificationReviewerFilter) { certification(id: $id) { reviewers(filter: $filter) { nodes { id } } } }';

describe.each(['beta', 'v2025'] as const)('input that the gateway refuses on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  async function refused(query: string, variables: Record<string, unknown>, argument: string, says: string | RegExp) {
    const answer = await gateway.ask(query, variables);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      message: says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says),
      extensions: { code: 'BAD_USER_INPUT', argument },
    });
    expect(gateway.upstream.requests).toEqual([]);
    expect(answer.upstreamCalls).toBe(0);
  }

  test.each([
    '..', '.', 'a/b', '../reviewers', 'a?b', 'a#b', 'a b', 'a%2Fb', '', ' ', 'a\nb', 'a\u0000b', 'ä', '"', 'a"', '-a', '.a', 'a'.repeat(129),
  ])('an id of %j', async (id) => {
    await refused('query ($id: ID!) { certification(id: $id) { name } }', { id }, 'id', 'is no ID');
    await refused(reviewers.replace('certification(id: $id)', 'certification(id: $id)'), { id }, 'id', 'is no ID');
    await refused(list, { reviewerId: id }, 'reviewerId', 'is no ID');
    await refused(list, { filter: { ids: ['c1', id] } }, 'filter.ids', 'is no ID');
    await refused(list, { filter: { campaignIds: [id] } }, 'filter.campaignIds', 'is no ID');
    await refused(reviewers, { id: 'c1', filter: { ids: [id] } }, 'filter.ids', 'is no ID');
    await refused('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Certification { name } } }', { r: [{ __typename: 'Certification', id }] }, 'representations.id', 'is no ID');
  });

  test.each([0, -1, 251])('first: %d', async (first) => {
    await refused(list, { first }, 'first', `first is ${first}; 1 to 250 are allowed`);
  });

  test('a negative offset, and after together with offset', async () => {
    await refused(list, { offset: -1 }, 'offset', 'offset is -1');
    const { data } = await gateway.ask(list, { first: 1 });
    gateway.upstream.clearRequests();
    await refused(list, { after: data.certifications.pageInfo.endCursor, offset: 0 }, 'after', 'cannot be given together');
  });

  test('a cursor of another filter or order, and texts that are none', async () => {
    const { data } = await gateway.ask(list, { first: 1, filter: { phase: 'ACTIVE' } });
    const after = data.certifications.pageInfo.endCursor;
    gateway.upstream.clearRequests();
    await refused(list, { after, filter: { phase: 'SIGNED' } }, 'after', 'another filter or order');
    await refused(list, { after, filter: { phase: 'ACTIVE' }, orderBy: [{ field: 'DUE' }] }, 'after', 'another filter or order');
    for (const text of ['', 'x', 'MDox', '….', Buffer.from('99999999999:abc').toString('base64url')]) {
      await refused(list, { after: text }, 'after', /no cursor|another filter/);
    }
  });

  test('empty lists, and lists of more than 100', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `c${i}`);
    for (const field of ['ids', 'campaignIds']) {
      await refused(list, { filter: { [field]: [] } }, `filter.${field}`, 'empty list');
      await refused(list, { filter: { [field]: many } }, `filter.${field}`, '101 entries');
    }
    await refused(list, { filter: { campaignTypes: [] } }, 'filter.campaignTypes', 'empty list');
  });

  test('a text filter with no operator, an empty text or control characters', async () => {
    await refused(reviewers, { id: 'c1', filter: { name: { eq: '' } } }, 'filter.name.eq', '1 to 250 characters');
    await refused(reviewers, { id: 'c1', filter: { name: { startsWith: 'a\u0000' } } }, 'filter.name.startsWith', 'control characters');
    await refused(reviewers, { id: 'c1', filter: { email: { startsWith: 'a'.repeat(251) } } }, 'filter.email.startsWith', '1 to 250 characters');
  });

  test('an order that names a field twice', async () => {
    await refused(list, { orderBy: [{ field: 'DUE' }, { field: 'DUE', direction: 'DESC' }] }, 'orderBy', 'twice');
  });

  test('both operators of a text filter, and values that the schema does not know, are refused before anything runs', async () => {
    for (const variables of [
      { id: 'c1', filter: { name: { eq: 'a', startsWith: 'b' } } },
      { id: 'c1', filter: { name: {} } },
      { id: 'c1', filter: { nothing: 'a' } },
    ]) {
      const answer = await gateway.ask(reviewers, variables);
      expect(answer.data).toBeNull();
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const answer = await gateway.ask(list, { filter: { phase: 'PAUSED' } });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('one that is refused leaves the rest of the answer standing', async () => {
    const answer = await gateway.ask('{ good: certifications(first: 1) { nodes { id } } bad: certifications(first: 0) { nodes { id } } }');
    expect(answer.data.good.nodes).toHaveLength(1);
    expect(answer.data.bad).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });

  test('hostile representations are refused one by one', async () => {
    const { open } = gateway.upstream.tenant.examples.certifications;
    const answer = await gateway.ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Certification { id } ... on Identity { id } } }', {
      r: [
        { __typename: 'Certification', id: open },
        { __typename: 'Certification', id: '../x' },
        { __typename: 'Identity', id: 5 },
        { __typename: 'Identity' },
        ...[5, [1], { id: 'a' }, '__proto__'],
        ...['Nope', 'PageInfo', 'Query', 'DateTime', '__proto__', 'constructor'].map((typename) => ({ __typename: typename, id: 'a' })),
        { __typename: 'Identity', id: 'i1' },
      ],
    });
    const odd = Array.from({ length: 13 }, () => null);
    expect(answer.data._entities).toEqual([{ id: open }, ...odd, { id: 'i1' }]);
    expect(new Set(answer.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(new Set(answer.errors?.map(({ path }) => path?.[1]))).toEqual(new Set(odd.map((_null, index) => index + 1)));
    expect(answer.errors?.find(({ path }) => path?.[1] === 8)?.message).toContain('one of Certification, ');
  });
});
