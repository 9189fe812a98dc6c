import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const budget = { calls: 95, windowMs: 10_000 };
const graphqlResponse = { accept: 'application/graphql-response+json' };
const everyReviewer = (first: number) => `{ certifications(first: ${first}) { nodes { reviewers { nodes { id } } } } }`;

describe('an operation that could not be answered in its time', () => {
  test.each([['application/json', {}], ['the media type of GraphQL', graphqlResponse]] as const)('is 400 in %s, before it starts, with what it would take', async (_type, headers) => {
    gateway = await startTestGateway({ settings: { budget }, server: { requestTimeoutMs: 15_000 } });
    const answer = await gateway.ask(everyReviewer(200), {}, { headers });
    expect([answer.status, answer.data, answer.upstreamCalls]).toEqual([400, null, 0]);
    expect(answer.errors).toEqual([
      {
        message:
          'The operation can take 201 upstream calls; 168 are allowed. certifications.nodes.reviewers accounts for 200 of 201 calls; ask for a smaller first or fewer ids, or leave it out.',
        extensions: {
          code: 'COST_LIMIT_EXCEEDED',
          measure: 'calls',
          limit: 168,
          actual: 201,
          estimate: [{ path: 'certifications.nodes.reviewers', calls: 200 }, { path: 'certifications', calls: 1 }],
        },
      },
    ]);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('is known by its variables, and by the limit of each gateway', async () => {
    gateway = await startTestGateway({ settings: { budget }, server: { requestTimeoutMs: 1000 } });
    const query = 'query ($first: Int) { certifications(first: $first) { nodes { reviewers { nodes { id } } } } }';
    expect((await gateway.ask(query, { first: 84 })).errors?.[0]?.extensions).toMatchObject({ measure: 'calls', limit: 84, actual: 85 });
    expect((await gateway.ask(query, { first: 5 })).errors).toBeUndefined();
  });

  test('is none of the guide: 250 certifications with their reviewers fit', async () => {
    gateway = await startTestGateway({ settings: { budget: { ...budget, windowMs: 400 } }, server: { requestTimeoutMs: 1120 } });
    const answer = await gateway.ask(everyReviewer(250));
    expect(answer.extensions['cost']).toMatchObject({ estimatedCalls: 251 });
    expect(answer.status).toBe(200);
  });
});

test('an answer of too many rows is refused before it starts: LIMIT_ROWS', async () => {
  gateway = await startTestGateway({ limits: { rows: 500 } });
  const answer = await gateway.ask('{ certifications(first: 100) { nodes { reviewers(first: 10) { nodes { id } } } } }');
  expect(answer.status).toBe(400);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', measure: 'rows', limit: 500, actual: 1100 });
  expect(gateway.upstream.requests).toEqual([]);
});

test('an answer says what it was estimated to take, and what it took', async () => {
  gateway = await startTestGateway();
  const answer = await gateway.ask(everyReviewer(7));
  expect(answer.extensions['cost']).toMatchObject({ upstreamCalls: 8, estimatedCalls: 8 });
});

test('names are estimated where they are looked up only: IDENTITY_LOOKUP', async () => {
  const query = 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: CERTIFICATIONS) { assignee { name } } }';
  for (const [isIdentityLookupOn, estimatedCalls] of [[true, 2], [false, 1]] as const) {
    gateway = await startTestGateway({ settings: { isIdentityLookupOn } });
    const answer = await gateway.ask(query, { id: gateway.upstream.tenant.examples.identities.shortChain });
    expect(answer.extensions['cost']).toMatchObject({ estimatedCalls });
    if (isIdentityLookupOn) await gateway.stop();
  }
});

test('an operation whose variables are refused costs nothing and says why', async () => {
  gateway = await startTestGateway();
  const answer = await gateway.ask('query ($first: Int!) { certifications(first: $first) { totalCount } }', {});
  expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
