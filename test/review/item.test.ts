import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestGateway } from '../support/gateway.js';
import { idsOf, startReviewGateway, storyOf } from './support.js';

const aliases = (ids: readonly string[], fields: string) => ids.map((id, index) => `i${index}: item(id: "${id}") { ${fields} }`).join(' ');

describe.each(['v2025', 'v1'] as const)('one item by its id on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startReviewGateway({ generation, limits: { aliases: 1000 } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const filters = () => gateway.upstream.requests.map(({ query }) => query.get('filters'));
  const certification = () => storyOf(gateway);
  const ask = (fields: string) => gateway.ask(`{ certification(id: "${certification().id}") { ${fields} } }`, {}, { as: 'reviewer' });

  test('is a reference, unchecked and without a call, while no more than its id and certification are selected', async () => {
    const answer = await ask('item(id: "nowhere") { __typename id certification { id } }');
    expect(answer.data.certification.item).toEqual({ __typename: 'AccessReviewItem', id: 'nowhere', certification: { id: certification().id } });
    expect([answer.errors, answer.upstreamCalls]).toEqual([undefined, 0]);
  });

  test.each(['access { id }', 'identitySummary { id }', 'isCompleted', 'isNewAccess', 'decision', 'decisionName', 'comments', 'entitlements { id }'])(
    'is read for %s',
    async (field) => {
      const item = certification().items[0];
      const answer = await ask(`item(id: "${item?.id}") { id ${field} }`);
      expect([answer.errors, answer.upstreamCalls, answer.data.certification.item.id]).toEqual([undefined, 1, item?.id]);
      expect(filters()).toEqual([`id eq "${item?.id}"`]);
    },
  );

  test('is null when the certification has none of this id', async () => {
    const elsewhere = storyOf(gateway, 'ofOtherReviewer').items[0]?.id;
    const answer = await ask(`missing: item(id: "nowhere") { decision } elsewhere: item(id: "${elsewhere}") { decision }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification).toEqual({ missing: null, elsewhere: null });
    expect(answer.upstreamCalls).toBe(1);
  });

  test('Q20: without a decision, and with one', async () => {
    const [open, decided] = certification().items;
    Object.assign(decided ?? {}, { decision: 'REVOKE', comments: 'left' });
    const answer = await ask(aliases([open?.id ?? '', decided?.id ?? ''], 'isCompleted decision decisionName comments'));
    Object.assign(decided ?? {}, { decision: null, comments: null });
    expect(answer.data.certification).toEqual({
      i0: { isCompleted: false, decision: null, decisionName: null, comments: null },
      i1: { isCompleted: true, decision: 'REVOKE', decisionName: 'REVOKE', comments: 'left' },
    });
  });

  test('twenty of one certification are one call', async () => {
    const ids = idsOf(certification().items.slice(0, 20));
    const answer = await ask(aliases(ids, 'id isCompleted'));
    expect([answer.errors, answer.upstreamCalls]).toEqual([undefined, 1]);
    expect(idsOf(Object.values(answer.data.certification))).toEqual(ids);
  });

  test('250 are three calls', async () => {
    const ids = idsOf(certification().items.slice(0, 250));
    const answer = await ask(aliases(ids, 'id isCompleted'));
    expect([answer.errors, answer.upstreamCalls]).toEqual([undefined, 3]);
    expect(idsOf(Object.values(answer.data.certification))).toEqual(ids);
  });

  test('of two certifications are two calls, and one that is refused fails its own items alone', async () => {
    const other = storyOf(gateway, 'ofOtherReviewer');
    const query = `{
      mine: certification(id: "${certification().id}") { ${aliases(idsOf(certification().items.slice(0, 3)), 'isCompleted')} }
      other: certification(id: "${other.id}") { ${aliases(idsOf(other.items.slice(0, 2)), 'isCompleted')} }
    }`;
    const asAdministrator = await gateway.ask(query);
    expect([asAdministrator.errors, asAdministrator.upstreamCalls]).toEqual([undefined, 2]);
    const asReviewer = await gateway.ask(query, {}, { as: 'reviewer' });
    expect(asReviewer.data).toEqual({ mine: asAdministrator.data.mine, other: { i0: null, i1: null } });
    expect(asReviewer.errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
      ['other.i0', 'FORBIDDEN'],
      ['other.i1', 'FORBIDDEN'],
    ]);
  });

  test('that a list of the request has told is not read again', async () => {
    const [item] = certification().items;
    const filter = `filter: { ids: ["${item?.id}"] }`;
    const answer = await ask(`items(${filter}) { nodes { certification { item(id: "${item?.id}") { isNewAccess } } } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.items.nodes).toEqual([{ certification: { item: { isNewAccess: item?.newAccess } } }]);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('is read anew behind each change of the request, and so are lists and summaries', async () => {
    const [, , first, second] = certification().items;
    const told = `certification { items(filter: { ids: ["${first?.id}", "${second?.id}"] }) { nodes { decision } } item(id: "${second?.id}") { decision }
      identitySummaries(filter: { ids: ["${first?.identitySummaryId}"] }) { nodes { isCompleted } } decisionSummary { entitlements { made } accessProfiles { made } roles { made } } }`;
    const decide = (itemId = '') =>
      `decideAccessReviewItems(input: { certificationId: "${certification().id}", decisions: [{ itemId: "${itemId}", decision: APPROVE, comments: "ok" }] }) { ${told} }`;
    const answer = await gateway.ask(`mutation { a: ${decide(first?.id)} b: ${decide(second?.id)} }`, {}, { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    const seen = (alias: 'a' | 'b') => {
      const { items, item, decisionSummary } = answer.data[alias].certification;
      const made = Object.values(decisionSummary as Record<string, { made: number }>).reduce((sum, count) => sum + count.made, 0);
      return [items.nodes.filter(({ decision }: { decision: string | null }) => decision === 'APPROVE').length, item.decision, made];
    };
    expect([seen('a'), seen('b')]).toEqual([
      [1, null, 1],
      [2, 'APPROVE', 2],
    ]);
    expect(answer.upstreamCalls).toBe(2 * (1 + 4));
  });

  test('of a certification that is not there is null with NOT_FOUND', async () => {
    const answer = await gateway.ask('{ certification(id: "nowhere") { item(id: "a") { decision } } }');
    expect(answer.data.certification.item).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  test('a text that is no id is refused without a call', async () => {
    const answer = await ask('item(id: "../decide") { decision }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
    expect(gateway.upstream.requests).toEqual([]);
  });
});
