import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const listed = 'https://app.example.com';

describe('a page of another site', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ server: { corsOrigins: [listed] } });
  });
  afterAll(() => gateway.stop());

  const send = (path: string, headers: Record<string, string>, init: RequestInit = {}) => fetch(`${gateway.origin}${path}`, { ...init, headers });

  test.each([
    ['a link', { method: 'GET' }, {}],
    ['a form', { method: 'POST', body: 'query=%7B__typename%7D' }, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with files', { method: 'POST', body: '--b--' }, { 'content-type': 'multipart/form-data; boundary=b' }],
    ['a form of plain text', { method: 'POST', body: '{"query":"{ __typename }","a":"="}' }, { 'content-type': 'text/plain' }],
    ['a beacon', { method: 'POST', body: '{"query":"{ __typename }"}' }, {}],
  ])('that sends %s, as a browser lets it, has no token and is answered with 401', async (_what, init, headers) => {
    gateway.upstream.clearRequests();
    const cookie = `token=${gateway.upstream.persona('administrator').token}`;
    const response = await send('/graphql?query=%7B__typename%7D', { ...headers, cookie, origin: 'https://evil.example.com' }, init);
    expect(response.status).toBe(401);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each(['https://evil.example.com', 'null', `${listed}.evil.example.com`, 'http://app.example.com', `${listed}:8443`, 'https://evilapp.example.com'])(
    'of the origin %s may neither ask with a token nor read an answer',
    async (origin) => {
      const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
      const preflight = await send('/graphql', asked, { method: 'OPTIONS' });
      const answer = await send('/graphql', { origin, 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('reviewer').token}` }, { method: 'POST', body: '{"query":"{ __typename }"}' });
      for (const { headers } of [preflight, answer]) {
        expect(headers.get('access-control-allow-origin')).toBeNull();
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  test('of a listed origin is named itself, never all, and sends no cookies', async () => {
    const { headers } = await send('/graphql', { origin: listed, 'access-control-request-method': 'POST' }, { method: 'OPTIONS' });
    expect(headers.get('access-control-allow-origin')).toBe(listed);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each(['/graphql', '/health/ready', '/graphiql', '/nowhere', '/%'])('can neither frame %s, nor run anything in it, nor have it taken for a page', async (path) => {
    const { headers } = await send(path, {});
    const policy = new Map((headers.get('content-security-policy') ?? '').split(';').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(headers.get('set-cookie')).toBeNull();
  });
});
