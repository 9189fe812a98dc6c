import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { row, rows, startOfTests, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeAll(async () => {
  upstream = await startTestUpstream();
});
afterAll(() => upstream.stop());

const list = (token: string, generation: 'beta' | 'v2025' = 'v2025') =>
  upstream.ask(generation, '/certifications', { limit: '1' }, { token });

describe('a token', () => {
  test('carries the claims the vendor documents', () => {
    const parts = upstream.persona('administrator').token.split('.');
    const [header, payload] = parts.map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header ?? '')).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(payload ?? '')).toMatchObject({
      org: 'acme-sandbox',
      identity_id: upstream.persona('administrator').identityId,
      authorities: ['ORG_ADMIN'],
      scope: ['sp:scopes:all'],
      exp: startOfTests / 1000 + 12 * 60 * 60,
    });
  });

  test.each([
    ['expired', () => upstream.persona('expired').token, /expired/],
    ['forged', () => upstream.tokens.forge(), /signature/],
    ['malformed', () => 'abc', /well-formed/],
    ['of another tenant', () => upstream.tokens.issue({ tenant_id: 'elsewhere' }), /another tenant/],
  ])('that is %s is refused with 401', async (_, token, reason) => {
    const reply = await list(token());
    expect(reply.status).toBe(401);
    expect(row(reply)['error']).toMatch(reason);
  });

  test('that is missing is refused with 401, on unknown paths too', async () => {
    const replies = [await fetch(`${upstream.origin}/beta/certifications`), await fetch(`${upstream.origin}/nowhere`)];
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });

  test('with an unsigned header is refused', async () => {
    const [, payload] = upstream.persona('administrator').token.split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect((await list(`${header}.${payload}.`)).status).toBe(401);
  });

  test('works until it is revoked', async () => {
    const token = upstream.tokens.issue();
    expect((await list(token)).status).toBe(200);
    upstream.tokens.revoke(token);
    expect((await list(token)).status).toBe(401);
  });

  test('without a user is refused with 403', async () => {
    const reply = await list(upstream.tokens.issue({ identity_id: undefined, user_id: undefined }));
    expect(reply.status).toBe(403);
    expect(row(reply)).toMatchObject({ detailCode: '403 Forbidden', messages: [{ locale: 'en-US' }] });
  });

  test('needs the scope of its generation', async () => {
    const stable = upstream.tokens.issue({ scope: ['idn:campaign:read'] });
    expect((await list(stable)).status).toBe(200);
    expect((await list(stable, 'beta')).status).toBe(403);
    const path = `/certifications/${upstream.tenant.examples.certifications.open}/reviewers`;
    const beta = upstream.tokens.issue({ scope: ['idn:certification:read'] });
    expect((await upstream.ask('beta', path, {}, { token: beta })).status).toBe(200);
    expect((await upstream.ask('v3', path, {}, { token: beta })).status).toBe(403);
  });

  test('of a certification administrator sees every certification', async () => {
    const token = upstream.tokens.issue({ authorities: ['CERT_ADMIN'] }, 'manager');
    const reply = await upstream.ask('v3', '/certifications', { limit: '0', count: 'true' }, { token });
    expect(reply.headers.get('x-total-count')).toBe('440');
  });
});

describe('an address', () => {
  const generations = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v1'] as const;

  test.each(generations)('of %s has a list of certifications', async (generation) => {
    expect((await upstream.ask(generation, '/certifications', { limit: '1' })).status).toBe(200);
  });

  test('of a year to come speaks the stable contract', async () => {
    const reply = await fetch(`${upstream.origin}/v2031/certifications?limit=1`, {
      headers: { authorization: `Bearer ${upstream.persona('administrator').token}` },
    });
    expect(await reply.json()).toMatchObject([{ campaign: { type: 'CAMPAIGN' } }]);
    expect(upstream.requests.at(-1)).toMatchObject({ generation: 'v2031', operation: 'listIdentityCertifications' });
  });

  test('that is none is 404, and a wrong method 405', async () => {
    expect((await upstream.ask('beta', '/unknown')).status).toBe(404);
    expect((await upstream.ask('beta', '/certifications/')).status).toBe(404);
    const reply = await upstream.ask('v3', '/certifications', {}, { method: 'DELETE' });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET');
  });

  test('longer than proxies take is refused in HTML', async () => {
    const reply = await fetch(`${upstream.origin}/beta/certifications?filters=${'x'.repeat(8200)}`);
    expect(reply.status).toBe(414);
    expect(reply.headers.get('content-type')).toBe('text/html');
  });
});

describe('the headers', () => {
  test('name each request', async () => {
    const [first, second] = [await list('none'), await list(upstream.persona('reviewer').token)];
    expect(first.headers.get('slpt-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers.get('slpt-request-id')).not.toBe(first.headers.get('slpt-request-id'));
  });

  test('must accept JSON, or the framework answers', async () => {
    const reply = await upstream.ask('v3', '/certifications', {}, { headers: { accept: 'text/html' } });
    expect(reply.status).toBe(500);
    expect(row(reply)).toMatchObject({ errorName: 'NotAcceptableException' });
    for (const accept of ['application/json', 'text/html, */*;q=0.1', 'application/vnd.api+json'])
      expect((await upstream.ask('v3', '/certifications', { limit: '0' }, { headers: { accept } })).status).toBe(200);
  });

  test('choose the language of error messages', async () => {
    const headers = { 'accept-language': 'de-AT, en;q=0.5' };
    const reply = await upstream.ask('v3', '/certifications/none', {}, { headers });
    expect(row(reply)['messages']).toMatchObject([{ locale: 'de-DE', localeOrigin: 'REQUEST' }]);
  });
});

describe('public identities', () => {
  const find = (filters: string, generation: 'v3' | 'v2026' | 'v1' = 'v3') =>
    upstream.ask(generation, '/public-identities', { filters }, { as: 'reviewer' });

  test('are found many at a time by id, with their managers', async () => {
    const ids = [...upstream.tenant.identities.keys()].slice(1, 101);
    const reply = await find(`id in (${ids.map((id) => `"${id}"`).join(',')})`, 'v1');
    expect(rows(reply)).toHaveLength(100);
    expect(rows(reply)[0]).toMatchObject({ manager: { type: 'IDENTITY', name: upstream.persona('manager').name } });
  });

  test('are found by the start of their names', async () => {
    expect(rows(await find('lastname sw "o\'con"'))).toMatchObject([{ name: "Siobhán O'Connor" }]);
    expect(rows(await find('lastname eq "Back\\\\slash"', 'v2026'))).toHaveLength(1);
  });

  test('are not on beta', async () => {
    expect((await upstream.ask('beta', '/public-identities')).status).toBe(404);
  });

  test('need the default scope', async () => {
    const narrow = upstream.tokens.issue({ scope: ['idn:campaign:read'] });
    expect((await upstream.ask('v3', '/public-identities', {}, { token: narrow })).status).toBe(403);
  });
});
