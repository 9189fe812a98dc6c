import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonaKey } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const inbox = '{ certifications(reviewerId: "me", first: 3) { nodes { id reviewer { id } } } }';
const tooDeep = `{ certification(id: "a") { ${'reassignment { from { '.repeat(7)} id ${'} }'.repeat(7)} } }`;
const change = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: false }) { userErrors { code } } }';

describe('a text that a client registers by its hash', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  async function send(method: 'GET' | 'POST', hash: unknown, query?: string, as: PersonaKey = 'reviewer') {
    const parameters = { ...(query === undefined ? {} : { query }), extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
    const search = new URLSearchParams({ ...parameters, extensions: JSON.stringify(parameters.extensions) });
    const response = await fetch(`${gateway.origin}/graphql${method === 'GET' ? `?${search.toString()}` : ''}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona(as).token}` },
      ...(method === 'GET' ? {} : { body: JSON.stringify(parameters) }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string; extensions: { code?: string } }[] };
    return { status: response.status, data, codes: errors?.map(({ extensions }) => extensions.code), message: errors?.[0]?.message };
  }

  test.each(['POST', 'GET'] as const)('is asked for by its hash alone from then on, by %s', async (method) => {
    const query = `${inbox} # ${method}`;
    expect(await send(method, hashOf(query))).toMatchObject({ status: 200, message: 'PersistedQueryNotFound', codes: ['PERSISTED_QUERY_NOT_FOUND'] });
    expect(gateway.upstream.requests).toEqual([]);
    const registered = await send(method, hashOf(query), query);
    expect(registered.codes).toBeUndefined();
    expect((await send(method, hashOf(query))).data).toEqual(registered.data);
  });

  test.each([
    ['beyond the limits', tooDeep, 400, 'COST_LIMIT_EXCEEDED'],
    ['of unknown fields', '{ nothing }', 200, 'GRAPHQL_VALIDATION_FAILED'],
    ['that does not parse', '{', 200, 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused and not kept', async (_what, query, status, code) => {
    for (const method of ['GET', 'POST'] as const) {
      expect(await send(method, hashOf(query), query)).toMatchObject({ status, codes: [code] });
      expect((await send(method, hashOf(query))).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    }
  });

  test('is not taken for a text of another hash', async () => {
    const query = `${inbox} # of another hash`;
    const claimed = hashOf(change);
    const answer = await send('POST', claimed, query);
    expect(answer).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'], message: '"sha256Hash" is not the SHA-256 of "query".' });
    expect((await send('POST', claimed)).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('is answered to each client with its own token', async () => {
    const query = `${inbox} # for two`;
    const { reviewer, otherReviewer } = gateway.upstream.tenant.people;
    await send('POST', hashOf(query), query, 'reviewer');
    const other = (await send('POST', hashOf(query), undefined, 'otherReviewer')) as { data?: { certifications: { nodes: { reviewer: { id: string } }[] } } };
    const reviewers = new Set(other.data?.certifications.nodes.map((node) => node.reviewer.id));
    expect(reviewers).toEqual(new Set([otherReviewer]));
    expect(reviewers).not.toContain(reviewer);
    expect((await send('POST', hashOf(query), undefined, 'expired')).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('that changes something is not executed by GET', async () => {
    await send('POST', hashOf(change), change, 'administrator');
    gateway.upstream.clearRequests();
    expect((await send('GET', hashOf(change), undefined, 'administrator')).status).toBe(405);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each([[{ toString: 1 }], [5], [null], [['a']]])('has a text for its hash, not %j', async (hash) => {
    for (const method of ['GET', 'POST'] as const) {
      expect(await send(method, hash)).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
      expect(await send(method, hash, inbox)).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
    }
  });
});
