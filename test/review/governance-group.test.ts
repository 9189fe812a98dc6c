import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const words = /^Certification \w+ is reviewed by a governance group, and the upstream serves items, .* to nobody\./;

describe.each(['v2025', 'v1'] as const)('Q49: a certification of a governance group on %s', (generation) => {
  let gateway: TestGateway;
  let id: string;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
    id = gateway.upstream.tenant.examples.certifications.ofGovernanceGroup;
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const operations = () => gateway.upstream.requests.map(({ operation }) => operation).toSorted();

  test.each(['items { totalCount }', 'items { nodes { id } }', 'item(id: "a") { decision }'])('says why %s is refused', async (field) => {
    const answer = await gateway.ask(`{ certification(id: "${id}") { ${field} } }`);
    expect(answer.errors).toMatchObject([{ message: expect.stringMatching(words), extensions: { code: 'UPSTREAM_REJECTED', upstream: { status: 400 } } }]);
    expect(operations()).toEqual(['getIdentityCertification', 'listIdentityAccessReviewItems']);
  });

  test('is asked for its items all the same, and answers what is served', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityAccessReviewItems', status: 200, body: [{ id: 'i', completed: true }] });
    const fields = 'items { nodes { id isCompleted } } identitySummaries { totalCount } accessSummaries(type: ROLE) { totalCount } decisionSummary { roles { total } }';
    const answer = await gateway.ask(`{ certification(id: "${id}") { ${fields} } }`);
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.items.nodes).toEqual([{ id: 'i', isCompleted: true }]);
    expect(answer.upstreamCalls).toBe(4);
  });

  test.each([
    [400, 'UPSTREAM_REJECTED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
  ])('keeps the code of a %i, for each part of the review', async (status, code) => {
    const heal = gateway.upstream.inject({ path: /(access-review-items|summar[iy]\w*)(\/v1)?(\/ROLE)?$/, status, body: {} });
    const fields = 'items { totalCount } item(id: "a") { decision } identitySummaries { totalCount } accessSummaries(type: ROLE) { totalCount } decisionSummary { roles { total } }';
    const answer = await gateway.ask(`{ certification(id: "${id}") { ${fields} } }`);
    heal();
    expect(answer.errors?.map(({ message, extensions }) => [extensions.code, words.test(message)])).toEqual(Array(5).fill([code, true]));
    // The certification is read once.
    expect(answer.upstreamCalls).toBe(6);
  });

  test('that has been read already is not read again', async () => {
    const answer = await gateway.ask(`{ certification(id: "${id}") { name items { totalCount } } }`);
    expect(answer.errors).toMatchObject([{ message: expect.stringMatching(words) }]);
    expect(answer.upstreamCalls).toBe(2);
  });

  test('is read by its own operation, however many are refused: no list has it', async () => {
    const answer = await gateway.ask(`{ group: certification(id: "${id}") { items { totalCount } } none: certification(id: "nowhere") { items { totalCount } } }`);
    expect(answer.errors?.map(({ message, extensions }) => [extensions.code, words.test(message)])).toEqual([
      ['UPSTREAM_REJECTED', true],
      ['NOT_FOUND', false],
    ]);
    expect(operations()).toEqual([...Array<string>(2).fill('getIdentityCertification'), ...Array<string>(2).fill('listIdentityAccessReviewItems')]);
  });

  test('other certifications keep the upstream’s own words, and so does a failure', async () => {
    const { open } = gateway.upstream.tenant.examples.certifications;
    const heal = gateway.upstream.inject({ operation: 'listIdentityAccessReviewItems', status: 400, body: { messages: [{ text: 'No.' }] } });
    const refused = await gateway.ask(`{ certification(id: "${open}") { items { totalCount } } }`);
    heal();
    expect(refused.errors?.[0]?.message).toBe('No.');
    const fail = gateway.upstream.inject({ operation: 'listIdentityAccessReviewItems', status: 500, body: {} });
    const failed = await gateway.ask(`{ certification(id: "${id}") { items { totalCount } } }`);
    fail();
    expect(failed.errors?.[0]).toMatchObject({ message: expect.not.stringMatching(words), extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  test('who may not see it is told so', async () => {
    const answer = await gateway.ask(`{ certification(id: "${id}") { items { totalCount } } }`, {}, { as: 'manager' });
    expect(answer.errors?.[0]).toMatchObject({ message: expect.not.stringMatching(words), extensions: { code: 'FORBIDDEN' } });
  });
});
