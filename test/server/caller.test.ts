import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const inbox = '{ certifications(reviewerId: "me", first: 50) { totalCount nodes { id name reviewer { id } reviewers { nodes { id } } } } }';

describe('the caller', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  /** Sends headers as they are, which fetch would refuse. */
  function post(headers: Record<string, string | string[]>, body: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
    return new Promise((resolve, reject) => {
      const sent = request(`${gateway.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  test.each([
    ['a query', '{ certifications { nodes { id } } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['_service', '{ _service { sdl } }'],
    ['_entities', '{ _entities(representations: []) { __typename } }'],
    ['__typename', '{ __typename }'],
    ['no GraphQL at all', '{{{'],
  ])('without a token is refused with 401: %s', async (_name, query) => {
    const answer = await post({}, JSON.stringify({ query }));
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toEqual({ errors: [{ message: expect.stringContaining('bearer token'), extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.headers['x-upstream-calls']).toBe('0');
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each([
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['nothing behind the scheme', 'Bearer '],
    ['two tokens', 'Bearer abc def'],
    ['a list of tokens', 'Bearer abc, Bearer def'],
    ['characters that no token has', 'Bearer ab"c'],
    ['9000 characters', `Bearer ${'a'.repeat(9000)}`],
  ])('with %s is refused with 401', async (_name, authorization) => {
    expect((await post({ authorization }, '{"query":"{ __typename }"}')).status).toBe(401);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('with two Authorization headers is refused with 401', async () => {
    const answer = await post({ authorization: ['Bearer abc', 'Bearer def'] }, '{"query":"{ __typename }"}');
    expect(answer.status).toBe(401);
  });

  test('and another caller at the same time never share a call or a row', async () => {
    const people = gateway.upstream.tenant.people;
    const personas = ['reviewer', 'otherReviewer', 'reviewer', 'otherReviewer', 'manager'] as const;
    const answers = await Promise.all(personas.map((as) => gateway.ask(inbox, {}, { as })));
    for (const [i, answer] of answers.entries()) {
      const as = personas[i] as (typeof personas)[number];
      expect(answer.errors).toBeUndefined();
      expect(new Set(answer.data.certifications.nodes.map((node: { reviewer: { id: string } }) => node.reviewer.id))).toEqual(new Set([people[as]]));
      // What one viewer asks for twice at the same time is read once, with that viewer's token.
      const own = gateway.upstream.requests.filter(({ personaKey }) => personaKey === as);
      expect(own).toHaveLength(1 + answer.data.certifications.nodes.length);
    }
    expect(gateway.upstream.requests).toHaveLength(answers.reduce((sum, { upstreamCalls }) => sum + upstreamCalls, 0));
  });

  test.each([
    ['expired', () => gateway.upstream.persona('expired').token],
    ['forged', () => gateway.upstream.tokens.forge()],
    ['of another tenant', () => gateway.upstream.tokens.issue({ tenant_id: 'another' })],
    ['no JWT', () => 'opaque-token'],
  ])('with a token that is %s learns nothing but UNAUTHENTICATED', async (_name, token) => {
    await gateway.ask(inbox, {}, { as: 'reviewer' });
    const answer = await gateway.ask(inbox, {}, { token: token() });
    expect(answer.data).toEqual({ certifications: null });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('is told in the request’s log line by hash, with the codes that they were answered', async () => {
    await gateway.ask('query Odd { certifications(first: 0) { totalCount } certification(id: "no-such-one") { reviewers { totalCount } } }', {}, { as: 'reviewer' });
    const line = JSON.parse(gateway.logLines.filter((text) => text.includes('graphql request')).at(-1) ?? '{}');
    expect(line).toMatchObject({ operationName: 'Odd', operationType: 'query', status: 200, upstreamCalls: 1, viewer: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(line.errorCodes.toSorted()).toEqual(['BAD_USER_INPUT', 'NOT_FOUND']);
  });

  test('never finds a token in a log line, an error or a header', async () => {
    const tokens = ['reviewer', 'administrator', 'expired'] as const;
    for (const as of tokens) await gateway.ask('{ certifications { nodes { name } } certification(id: "no/id") { name } }', {}, { as });
    const secrets = tokens.flatMap((as) => gateway.upstream.persona(as).token.split('.').slice(1));
    const log = gateway.logLines.join('');
    expect(log).toContain('graphql request');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
