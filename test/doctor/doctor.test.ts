import { afterEach, describe, expect, test } from '@jest/globals';
import type { Upstream } from '../../src/sandbox/upstream.js';
import type { TenantOptions } from '../../src/sandbox/tenant.js';
import { examineWith, operationOf, outcomesOf, startStandIn } from './support.js';

let upstream: Upstream;
afterEach(() => upstream.stop());

const everyGeneration = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v1'];

describe('what is asked', () => {
  test('some fifty GETs, one after the other, and nothing else', async () => {
    upstream = await startStandIn();
    let mostAtOnce = 0;
    upstream.inject({
      when: () => {
        mostAtOnce = Math.max(mostAtOnce, upstream.requests.filter(({ status }) => status === null).length);
        return false;
      },
    });
    const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    expect(new Set(upstream.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(report.calls).toBe(upstream.requests.length);
    expect(report.calls).toBeLessThanOrEqual(60);
    expect(mostAtOnce).toBe(1);
    expect(new Set(upstream.requests.map(({ generation }) => generation))).toEqual(new Set(everyGeneration));
  });

  test('every operation on every generation when all is asked, and still GETs only', async () => {
    upstream = await startStandIn();
    const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token, { asksAll: true });
    expect(new Set(upstream.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(report.generations.map(({ isExaminedClosely }) => isExaminedClosely)).toEqual(everyGeneration.map(() => true));
    expect(report.calls).toBeLessThanOrEqual(110);
  });

  test('of the recommended generation everything, of the others what tells them apart', async () => {
    upstream = await startStandIn();
    const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    const closely = report.generations.filter(({ isExaminedClosely }) => isExaminedClosely);
    expect(closely.map(({ name }) => name)).toEqual([report.recommendation?.generation]);
    expect(operationOf(report, 'v2024', 'getIdentityCertification')).toMatchObject({ outcome: 'not asked', reason: 'asked on the recommended generation only' });
  });

  test('a generation behind the address is no other question', async () => {
    upstream = await startStandIn();
    const { report } = await examineWith(`${upstream.origin}/beta`, upstream.persona('administrator').token);
    expect(report.recommendation?.generation).toBe('v2025');
  });
});

describe('who asks', () => {
  test('an administrator: every operation of v2025', async () => {
    upstream = await startStandIn();
    const { report, markdown } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    expect(report.recommendation).toMatchObject({ generation: 'v2025', path: '/v2025' });
    expect(report.token).toMatchObject({ hasUser: true, levels: ['ORG_ADMIN'], scopes: ['sp:scopes:all'], expiresInMinutes: 720 });
    for (const [name, outcome] of Object.entries(outcomesOf(report, 'v2025'))) expect([name, outcome]).toEqual([name, 'ok']);
    expect(markdown).toContain('**Use v2025**: `SAILPOINT_API_URL=https://<your tenant’s API>/v2025`.');
  });

  test('a reviewer: what is for administrators is not permitted, whatever the scopes', async () => {
    upstream = await startStandIn();
    const { report, markdown } = await examineWith(upstream.origin, upstream.persona('reviewer').token);
    expect(operationOf(report, 'beta', 'listReassignmentConfigurations')).toMatchObject({ outcome: 'not permitted', status: 403, detailCode: '403' });
    expect(operationOf(report, 'v2025', 'listReassignmentConfigurations')?.outcome).toBe('ok');
    expect(markdown).toContain('`listReassignmentConfigurations`: the scope is there, the right of this user is not (beta)');
    expect(markdown).toContain('- What does an identity without a configuration answer?');
  });

  test('a token that has expired: that, and nothing is asked', async () => {
    upstream = await startStandIn();
    const { report, markdown } = await examineWith(upstream.origin, upstream.persona('expired').token);
    expect(upstream.requests).toEqual([]);
    expect(report).toMatchObject({ calls: 0, recommendation: null, stopped: { reason: 'token expired' } });
    expect(markdown).toContain('**Stopped: the token has expired.**');
    expect(markdown).not.toContain('## What it may call');
  });

  test.each([
    ['revoked', () => revoked()],
    ['forged', () => upstream.tokens.forge({}, 'administrator')],
    ['of another tenant', () => upstream.tokens.issue({ tenant_id: 'another' }, 'administrator')],
    ['no JWT', () => 'a-token-of-another-kind'],
  ])('a token that is %s: one call, and that it is refused', async (_what, tokenOf) => {
    upstream = await startStandIn();
    const { report, markdown } = await examineWith(upstream.origin, tokenOf());
    expect(upstream.requests).toHaveLength(1);
    expect(report).toMatchObject({ recommendation: null, stopped: { reason: 'token refused' } });
    expect(markdown).toContain('**Stopped: SailPoint refuses the token** (401)');
  });

  function revoked(): string {
    const token = upstream.tokens.issue({}, 'administrator');
    upstream.tokens.revoke(token);
    return token;
  }

  test('a token with fewer scopes: which are missing, for which operations, also of changes', async () => {
    upstream = await startStandIn();
    const scope = ['idn:campaign:read', 'sp:scopes:default', 'idn:something-else:read'];
    const { report, markdown } = await examineWith(upstream.origin, upstream.tokens.issue({ scope }, 'administrator'));
    expect(report.recommendation?.generation).toBe('v2025');
    expect(report.token).toMatchObject({ scopes: ['idn:campaign:read', 'sp:scopes:default'], otherScopes: 1 });
    expect(operationOf(report, 'v2025', 'getTenantConfigConfiguration')).toMatchObject({
      outcome: 'scope missing',
      scopes: ['idn:reassignment-tenant-configuration:read'],
    });
    expect(operationOf(report, 'beta', 'listCertifications')).toMatchObject({ outcome: 'scope missing', scopes: ['sp:scopes:all'] });
    expect(report.changes.map(({ hasScope }) => hasScope)).toEqual(report.changes.map(() => false));
    expect(markdown).toContain(
      '- `getReassignmentConfigTypes`: the token lacks `idn:reassignment-configuration:read` or `idn:reassignment-configuration:manage` (beta, v2024, v2025, v2026, v1)',
    );
  });

  test('a token for beta alone: beta, although it is the last choice', async () => {
    upstream = await startStandIn();
    upstream.inject({ path: /^\/(?!beta\/)/, status: 404, body: {} });
    const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    expect(report.recommendation).toMatchObject({ generation: 'beta', path: '/beta' });
    expect(report.changes.find(({ operation }) => operation === 'submitReassignCertsAsync')?.scopes).toEqual(['idn:certification:write']);
  });

  test('a token without a user: that nothing can be used, and why', async () => {
    upstream = await startStandIn();
    const { report, markdown } = await examineWith(upstream.origin, upstream.tokens.issue({ identity_id: undefined, user_id: undefined }, 'administrator'));
    expect(report.recommendation).toBeNull();
    expect(markdown).toContain('**No generation can be used:** certifications can be listed on none. There may be no user behind the token.');
    expect(markdown).toContain('- User behind it: no, and every operation wants one');
    expect(markdown).toContain('the scope is there, a user behind the token is not');
  });
});

describe('what goes wrong', () => {
  const asAdministrator = () => examineWith(upstream.origin, upstream.persona('administrator').token);

  test('a 429 is waited for, and only the refused call is sent again', async () => {
    upstream = await startStandIn();
    upstream.inject({ operation: 'getReassignmentConfigTypes', times: 1, status: 429, body: { message: ' Rate Limit Exceeded ' }, headers: { 'retry-after': '1' } });
    const { report } = await asAdministrator();
    expect(operationOf(report, 'v2025', 'getReassignmentConfigTypes')?.outcome).toBe('ok');
    expect(upstream.requests.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(report.calls).toBe(upstream.requests.length);
  });

  test('a 429 for longer ends the questions, and says when to ask again', async () => {
    upstream = await startStandIn();
    upstream.inject({ path: /^\/v2026\//, status: 429, body: {}, headers: { 'retry-after': '1200' } });
    const { report, markdown } = await asAdministrator();
    expect(report.stopped).toMatchObject({ reason: 'rate limited', retryAfterSeconds: 1200 });
    expect(upstream.requests.at(-1)?.generation).toBe('v2026');
    expect(upstream.requests.filter(({ status }) => status === 429)).toHaveLength(1);
    // What was found until then stands.
    expect(report.recommendation?.generation).toBe('v2025');
    expect(markdown).toContain('Ask again in 1200 seconds');
  });

  test.each([
    ['a 500', { status: 500, body: { detailCode: '500.0 Internal Fault' } }, 'unavailable', 500],
    ['an error page', { html: true }, 'unavailable', 503],
    ['a page in place of an answer', { status: 200, body: '<html></html>' }, 'unreadable', 200],
    ['a redirect', { status: 302, body: '' }, 'unreadable', 302],
    ['a 404', { status: 404, body: {} }, 'not found', 404],
    ['a 400', { status: 400, body: { detailCode: '400.1 Bad Request Content' } }, 'rejected', 400],
    ['a broken connection', { reset: true }, 'unavailable', null],
  ] as const)('%s of one generation: it is told, and another is recommended', async (_what, fault, outcome, status) => {
    upstream = await startStandIn();
    upstream.inject({ path: /^\/v2025\//, ...fault });
    const { report } = await asAdministrator();
    expect(operationOf(report, 'v2025', 'listCertifications')).toMatchObject({ outcome, status });
    expect(report.recommendation?.generation).toBe('v2026');
    expect(report.stopped).toBeNull();
  });

  test('a generation that stops answering is left, and the others are asked', async () => {
    upstream = await startStandIn();
    upstream.inject({ path: /^\/v2025\//, reset: true });
    const { report } = await asAdministrator();
    expect(outcomesOf(report, 'v2025')).toMatchObject({ listCertifications: 'unavailable', getReassignmentConfigTypes: 'not asked' });
    expect(operationOf(report, 'v2025', 'getReassignmentConfigTypes')?.reason).toBe('this generation has stopped answering');
    expect(upstream.requests.filter(({ generation }) => generation === 'v2025')).toHaveLength(3);
  });

  test('an address that is not the API’s: that, and what it may have to be', async () => {
    upstream = await startStandIn();
    upstream.inject({ status: 200, body: '<html></html>' });
    const { report, markdown } = await asAdministrator();
    expect(report.recommendation).toBeNull();
    expect(markdown).toContain('Is that the API’s address, `https://<tenant>.api.identitynow.com`?');
  });

  test('an address that cannot be reached: that, and nothing more is tried', async () => {
    upstream = await startStandIn();
    const { origin } = upstream;
    const { token } = upstream.persona('administrator');
    await upstream.stop();
    const { report, markdown } = await examineWith(origin, token);
    expect(report).toMatchObject({ recommendation: null, stopped: { reason: 'unreachable', failure: 'ECONNREFUSED' } });
    // Two generations, three attempts each.
    expect(report.calls).toBe(6);
    expect(markdown).toContain('**Stopped: the address cannot be reached** (ECONNREFUSED).');
  });
});

describe('what the documents leave open', () => {
  const fields = 'Which fields do rows of beta’s certification list have?';
  const paging = 'Does the list of configurations honour limit and offset?';
  const nothing = 'What does an identity without a configuration answer?';
  const shape = 'Is an evaluation an object or a list?';
  const assignee = 'What does an evaluation’s reassignToId hold?';
  const commas = 'Do reassignment types end with a comma?';

  type Answer = readonly [generation: string, question: string, answer: string];
  const cases: readonly (readonly [TenantOptions, ...Answer[]])[] = [
    [
      {},
      ['beta', fields, 'id in every row, name in every row, created in every row, modified in every row'],
      ['v2025', paging, 'no, it is refused with 400'],
      ['v2025', nothing, '404'],
      ['v2025', shape, 'an object'],
      ['v2025', assignee, 'the queried identity, with a trail'],
      ['v2025', commas, '1 of 1'],
      ['v2025', 'Does a list that is to be counted come with X-Total-Count?', 'yes'],
      ['v2025', 'How do configurations spell their work types?', 'UPPER_SNAKE'],
      ['v2024', 'How are work types spelled, and which are there?', 'internalName camelCase, internalNameCamel UPPER_SNAKE; ACCESS_REQUESTS, CERTIFICATIONS, MANUAL_TASKS'],
    ],
    [
      { betaIdentification: 'absent', configurationsPaging: 'ignored', nothingSetUp: 'emptyObject' },
      ['beta', fields, 'id in no row, name in no row, created in no row, modified in no row'],
      ['v2025', paging, 'no, it is ignored: all rows came'],
      ['v2025', nothing, 'an empty object'],
    ],
    [
      { evaluationShape: 'list', evaluationReassignToId: 'last', reassignmentTypeCommas: false, nothingSetUp: 'emptyDetails' },
      ['v2025', shape, 'a list of 1'],
      ['v2025', assignee, 'the end of the trail'],
      ['v2025', commas, '0 of 1'],
      ['v2025', nothing, 'a configuration without details'],
    ],
  ];

  test.each(cases)('of a tenant that behaves as %j', async (behaviour, ...answers) => {
    upstream = await startStandIn(behaviour);
    const { report, markdown } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    for (const [generation, question, answer] of answers) {
      expect(report.observations).toContainEqual({ generation, question, answer });
      expect(markdown).toContain(`| ${question} | ${answer} |`);
    }
  });

  test('each way to write the end of a permanent configuration is counted', async () => {
    upstream = await startStandIn();
    const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token);
    const found = report.observations.find(({ question, generation }) => question.startsWith('How is the end of a permanent') && generation === 'v2025');
    expect(found?.answer).toMatch(/^a date: \d+, absent: \d+, empty text: \d+, null: \d+, year 1: \d+$/);
  });

  test('a list that pages is told from one that ignores the offset', async () => {
    upstream = await startStandIn({ configurationsPaging: 'ignored' });
    const page = (from: number) => (json: unknown) => (json as unknown[]).slice(from, from + 1);
    const isPaged = { operation: 'listReassignmentConfigurations', when: ({ query }: { query: URLSearchParams }) => query.get('limit') === '1' };
    const answerWith = async (from: number) => {
      const takeAway = upstream.inject({ ...isPaged, rewrite: page(from) });
      const { report } = await examineWith(upstream.origin, upstream.persona('administrator').token);
      takeAway();
      return report.observations.find(({ question }) => question === paging)?.answer;
    };
    expect(await answerWith(1)).toBe('yes, both');
    expect(await answerWith(0)).toBe('limit, but not offset');
  });
});
