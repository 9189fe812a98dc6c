import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GenerationName, PersonaKey } from '../../src/sandbox/upstream.js';
import { causeOf, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeAll(async () => {
  upstream = await startTestUpstream();
});
afterAll(() => upstream.stop());

interface Case {
  readonly method: 'GET' | 'POST';
  /** Behind the address of the certification or campaign. */
  readonly path: string;
  readonly scope: 'idn:campaign:read' | 'idn:campaign:manage';
}

const ofCertification: readonly Case[] = [
  { method: 'GET', path: '/access-review-items', scope: 'idn:campaign:read' },
  { method: 'POST', path: '/decide', scope: 'idn:campaign:manage' },
  { method: 'POST', path: '/sign-off', scope: 'idn:campaign:manage' },
  { method: 'POST', path: '/reassign', scope: 'idn:campaign:manage' },
  { method: 'GET', path: '/decision-summary', scope: 'idn:campaign:read' },
  { method: 'GET', path: '/identity-summaries', scope: 'idn:campaign:read' },
  { method: 'GET', path: '/identity-summaries/none', scope: 'idn:campaign:read' },
  { method: 'GET', path: '/access-summaries/ENTITLEMENT', scope: 'idn:campaign:read' },
];
const withoutGroups = ofCertification.slice(0, 4);
const withGroups = ofCertification.slice(4).filter(({ path }) => path !== '/identity-summaries/none');

const ofCampaign: readonly Case[] = [
  { method: 'GET', path: '', scope: 'idn:campaign:read' },
  { method: 'POST', path: '/reassign', scope: 'idn:campaign:manage' },
];

/** With a body that has nothing in it: what is asked is who may, which comes first. */
const send = (
  generation: GenerationName,
  path: string,
  method: Case['method'],
  asking: { as?: PersonaKey; token?: string } = {},
): Promise<Reply> => upstream.ask(generation, path, {}, { method, ...(method === 'POST' && { body: {} }), ...asking });

const certification = (which: 'open' | 'ofGovernanceGroup' = 'open') =>
  `/certifications/${upstream.tenant.examples.certifications[which]}`;
const campaign = () => `/campaigns/${upstream.tenant.examples.campaigns.managerReview}`;

describe.each(ofCertification)('$method certifications/{id}$path', ({ method, path, scope }) => {
  test('is for its reviewers and for administrators, and needs the scope', async () => {
    const statuses = async (asking: Parameters<typeof send>[3]) => (await send('v2025', certification() + path, method, asking)).status;
    const other = upstream.tokens.issue({ scope: [scope === 'idn:campaign:read' ? 'idn:campaign:manage' : 'idn:campaign:read'] });
    expect(await statuses({ as: 'manager' })).toBe(403);
    expect(await statuses({ token: other })).toBe(403);
    const certificationAdministrator = upstream.tokens.issue({ authorities: ['CERT_ADMIN'] }, 'manager');
    for (const asking of [{ token: upstream.tokens.issue({ scope: [scope] }) }, { token: certificationAdministrator }])
      expect([200, 400, 404]).toContain(await statuses(asking));
  });

  test('is 404 for an unknown certification', async () => {
    const reply = await send('v3', `/certifications/none${path}`, method);
    expect([reply.status, causeOf(reply)]).toEqual([404, "Certification 'none' was not found."]);
  });

  test('is not on beta, and on v1 at its own address', async () => {
    expect((await send('beta', certification() + path, method)).status).toBe(404);
    await send('v1', certification() + path, method);
    expect(upstream.requests.at(-1)).toMatchObject({ generation: 'v1', operation: expect.any(String) });
  });
});

describe('a certification of a governance group', () => {
  test.each(withoutGroups)('is refused by $method certifications/{id}$path', async ({ method, path }) => {
    const reply = await send('v2025', certification('ofGovernanceGroup') + path, method);
    expect(reply.status).toBe(400);
    expect(causeOf(reply)).toContain('governance groups are not supported');
  });

  test.each(withGroups)('is taken by $method certifications/{id}$path', async ({ method, path }) => {
    expect((await send('v2025', certification('ofGovernanceGroup') + path, method)).status).toBe(200);
  });
});

describe.each(ofCampaign)('$method campaigns/{id}$path', ({ method, path, scope }) => {
  test('is for administrators only, whoever reviews in the campaign', async () => {
    expect((await send('v2025', campaign() + path, method, { as: 'reviewer' })).status).toBe(403);
    const token = upstream.tokens.issue({ authorities: ['CERT_ADMIN'], scope: [scope] });
    expect([200, 400]).toContain((await send('v2025', campaign() + path, method, { token })).status);
  });

  test('needs the scope, and is not on beta', async () => {
    const token = upstream.tokens.issue({ scope: ['sp:scopes:default'] }, 'administrator');
    expect((await send('v2025', campaign() + path, method, { token })).status).toBe(403);
    expect((await send('beta', campaign() + path, method)).status).toBe(404);
  });

  test('is 404 for an unknown campaign', async () => {
    expect((await send('v1', `/campaigns/none${path}`, method)).status).toBe(404);
  });
});

test('the list of campaigns is for administrators with any scope of campaigns or of their reports', async () => {
  expect((await send('v3', '/campaigns', 'GET', { as: 'reviewer' })).status).toBe(403);
  for (const scope of ['idn:campaign:read', 'idn:campaign:manage', 'idn:campaign-report:read']) {
    const token = upstream.tokens.issue({ scope: [scope] }, 'administrator');
    expect((await send('v3', '/campaigns', 'GET', { token })).status).toBe(200);
  }
});
