import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { causeOf, row, rows, startOfTests, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';
import type { GenerationName, PersonaKey } from '../../src/sandbox/upstream.js';

const root = '/reassignment-configurations';
const headers = { 'x-sailpoint-experimental': 'true' };

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream();
});
afterEach(() => upstream.stop());

const get = (
  path: string,
  generation: GenerationName = 'v2025',
  as: PersonaKey = 'administrator',
  query: Record<string, string> = {},
) => upstream.ask(generation, root + path, query, { headers, as });
const send = (
  method: string,
  path: string,
  body: unknown,
  as: PersonaKey = 'administrator',
  generation: GenerationName = 'v2025',
) => upstream.ask(generation, root + path, {}, { method, headers, as, ...(body !== undefined && { body }) });

const rule = (changes: object = {}) => ({
  reassignedFromId: upstream.tenant.people.otherReviewer,
  reassignedToId: upstream.tenant.people.administrator,
  configType: 'CERTIFICATIONS',
  startDate: '2026-11-01T00:00:00Z',
  endDate: null,
  ...changes,
});
const detailsOf = (json: unknown) => (json as { configDetails: Record<string, unknown>[] }).configDetails;

describe('work reassignment', () => {
  test('is not on v3, and needs the experimental header after beta', async () => {
    expect((await get('', 'v3')).status).toBe(404);
    expect((await upstream.ask('beta', root)).status).toBe(200);
    for (const generation of ['v2024', 'v2025', 'v2026', 'v1'] as const) {
      const refused = await upstream.ask(generation, root);
      expect([refused.status, refused.json]).toEqual([400, { error: 'Experimental Header is missing or invalid.' }]);
      expect((await get('', generation)).status).toBe(200);
    }
  });

  test('knows generic approvals from v2025 on', async () => {
    const types = async (generation: GenerationName) =>
      rows(await get('/types', generation)).map((type) => type['internalNameCamel']);
    expect(await types('v2024')).toEqual(['ACCESS_REQUESTS', 'CERTIFICATIONS', 'MANUAL_TASKS']);
    expect(await types('beta')).toHaveLength(3);
    expect(await types('v1')).toContain('GENERIC_APPROVALS');
    expect(rows(await get('/types'))[0]).toMatchObject({ priority: 1, internalName: 'accessRequests' });
    expect((await get(`/${upstream.tenant.people.reviewer}/evaluate/GENERIC_APPROVALS`, 'beta')).status).toBe(400);
    const shown = [...rows(await get('', 'v2024')).flatMap(detailsOf)].map(({ configType }) => configType);
    expect(shown).not.toContain('GENERIC_APPROVALS');
  });
});

describe('the list of configurations', () => {
  test('has sixty identities, twenty on a page of beta, all at once later', async () => {
    const page = async (offset: number) => rows(await get('', 'beta', 'administrator', { offset: String(offset) }));
    const pages = [await page(0), await page(20), await page(40), await page(60)];
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 20, 0]);
    expect(new Set(pages.flat().map(({ identity }) => (identity as { id: string }).id)).size).toBe(60);
    expect(rows(await get('', 'v2024'))).toHaveLength(60);
    expect((await get('', 'beta', 'administrator', { limit: '21' })).status).toBe(400);
    expect((await get('', 'v2025', 'administrator', { limit: '20' })).status).toBe(400);
  });

  test('can ignore paging', async () => {
    upstream.tenant.behaviour.configurationsPaging = 'ignored';
    const [first, second] = [await get('', 'beta'), await get('', 'beta', 'administrator', { offset: '20' })];
    expect(second.json).toEqual(first.json);
    expect(rows(await get('', 'v2025', 'administrator', { limit: '50' }))).toHaveLength(60);
  });

  test('is for administrators on beta, and shows others what they manage later', async () => {
    expect((await get('', 'beta', 'manager')).status).toBe(403);
    expect(rows(await get('', 'v2025', 'manager'))).toHaveLength(9);
    expect(rows(await get('', 'v2025', 'reviewer'))).toHaveLength(1);
  });

  test('tells permanent rules in four ways', async () => {
    const details = rows(await get('')).flatMap(detailsOf);
    const endings = new Set(details.map((detail) => ('endDate' in detail ? detail['endDate'] : undefined)));
    for (const permanent of [null, '', '0001-01-01T00:00:00Z', undefined]) expect(endings).toContain(permanent);
  });
});

describe('one configuration', () => {
  test('of an identity without rules is empty on beta and 404 later, or as told', async () => {
    const path = `/${upstream.tenant.examples.identities.nothingSetUp}`;
    expect((await get(path, 'beta')).json).toEqual({});
    expect((await get(path)).status).toBe(404);
    upstream.tenant.behaviour.nothingSetUp = 'emptyDetails';
    expect((await get(path)).json).toMatchObject({ configDetails: [] });
  });

  test('is shown to the identity, its manager and administrators', async () => {
    const { reviewer } = upstream.tenant.people;
    const status = async (as: PersonaKey) => (await get(`/${reviewer}`, 'beta', as)).status;
    for (const as of ['reviewer', 'manager', 'administrator'] as const) expect(await status(as)).toBe(200);
    expect(await status('otherReviewer')).toBe(403);
    expect((await get('/nobody')).status).toBe(404);
  });

  test('is created, replaced and deleted one work type at a time', async () => {
    const { otherReviewer } = upstream.tenant.people;
    const created = await send('POST', '', rule(), 'otherReviewer');
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      identity: { id: otherReviewer, name: upstream.persona('otherReviewer').name },
      configDetails: [
        {
          configType: 'CERTIFICATIONS',
          endDate: '0001-01-01T00:00:00Z',
          auditDetails: { createdBy: { id: otherReviewer } },
        },
      ],
    });
    await send('POST', '', rule({ configType: 'ACCESS_REQUESTS' }));
    upstream.pass(60_000);
    const replaced = await send('PUT', `/${otherReviewer}`, rule({ endDate: '2026-12-24T18:00:00+01:00' }), 'manager');
    expect(replaced.status).toBe(200);
    expect(detailsOf(replaced.json)).toMatchObject([
      { configType: 'ACCESS_REQUESTS' },
      {
        configType: 'CERTIFICATIONS',
        endDate: '2026-12-24T18:00:00+01:00',
        auditDetails: {
          created: new Date(startOfTests).toISOString(),
          createdBy: { id: otherReviewer },
          modified: new Date(startOfTests + 60_000).toISOString(),
          modifiedBy: { id: upstream.tenant.people.manager },
        },
      },
    ]);
    const gone = await send('DELETE', `/${otherReviewer}/CERTIFICATIONS`, undefined);
    expect([gone.status, gone.json]).toEqual([204, null]);
    expect((await send('DELETE', `/${otherReviewer}/CERTIFICATIONS`, undefined)).status).toBe(404);
    expect(detailsOf((await get(`/${otherReviewer}`)).json)).toHaveLength(1);
    await send('DELETE', `/${otherReviewer}/ACCESS_REQUESTS`, undefined);
    expect((await get(`/${otherReviewer}`)).status).toBe(404);
  });

  test('is changed by nobody else', async () => {
    expect((await send('POST', '', rule(), 'reviewer')).status).toBe(403);
    const path = `/${upstream.tenant.people.reviewer}/ACCESS_REQUESTS`;
    expect((await send('DELETE', path, undefined, 'otherReviewer')).status).toBe(403);
  });

  test('is refused when it closes a loop, naming who is in it', async () => {
    const { otherReviewer, administrator } = upstream.tenant.people;
    await send('POST', '', rule());
    const back = await send('POST', '', rule({ reassignedFromId: administrator, reassignedToId: otherReviewer }));
    expect(back.status).toBe(400);
    expect(causeOf(back)).toContain(upstream.persona('otherReviewer').name);
    expect(causeOf(back)).toContain(upstream.persona('administrator').name);
    const other = rule({ reassignedFromId: administrator, reassignedToId: otherReviewer, configType: 'MANUAL_TASKS' });
    expect((await send('POST', '', other)).status).toBe(201);
  });

  test.each([
    { reassignedToId: 'nobody' },
    { configType: 'certifications' },
    { startDate: '2026-11-01T00:00:00' },
    { endDate: '' },
    { endDate: '2026-10-01T00:00:00Z' },
    { comment: 'x' },
  ])('is refused with %j', async (changes: object) => {
    expect((await send('POST', '', rule(changes))).status).toBe(400);
  });

  test('is refused for itself, and where path and body disagree', async () => {
    const { otherReviewer, manager } = upstream.tenant.people;
    expect((await send('POST', '', rule({ reassignedToId: otherReviewer }))).status).toBe(400);
    expect((await send('PUT', `/${manager}`, rule())).status).toBe(400);
    expect((await send('POST', '', rule({ configType: 'GENERIC_APPROVALS' }), 'administrator', 'v2024')).status).toBe(400);
  });
});

describe('an evaluation', () => {
  const evaluate = async (identityId: string, query: Record<string, string> = {}) =>
    (await get(`/${identityId}/evaluate/CERTIFICATIONS`, 'v2025', 'reviewer', query)).json as {
      reassignToId: string;
      lookupTrail: Record<string, string>[];
    };

  test('follows a chain to its end, some types with a comma, and repeats who was asked about', async () => {
    const { shortChain } = upstream.tenant.examples.identities;
    const { reassignToId, lookupTrail } = await evaluate(shortChain);
    expect(reassignToId).toBe(shortChain);
    const types = lookupTrail.map((step) => step['reassignmentType']);
    expect(types).toEqual(['AUTOMATIC_REASSIGNMENT,', 'AUTOMATIC_REASSIGNMENT']);
    expect(lookupTrail[0]?.['reassignedToId']).toBe(lookupTrail[1]?.['reassignedFromId']);
    upstream.tenant.behaviour.evaluationReassignToId = 'last';
    expect((await evaluate(shortChain)).reassignToId).toBe(lookupTrail[1]?.['reassignedToId']);
  });

  test('stops after five hops', async () => {
    expect((await evaluate(upstream.tenant.examples.identities.deepChain)).lookupTrail).toHaveLength(5);
  });

  test('may leave out what prevents self-review', async () => {
    const { selfReview } = upstream.tenant.examples.identities;
    expect((await evaluate(selfReview)).lookupTrail).toMatchObject([{ reassignmentType: 'SELF_REVIEW_DELEGATION' }]);
    expect((await evaluate(selfReview, { exclusionFilters: 'SELF_REVIEW_DELEGATION' })).lookupTrail).toEqual([]);
    const path = `/${selfReview}/evaluate/CERTIFICATIONS`;
    expect((await get(path, 'beta', 'reviewer', { exclusionFilters: 'X' })).status).toBe(400);
  });

  test('can be a list', async () => {
    upstream.tenant.behaviour.evaluationShape = 'list';
    expect(await evaluate(upstream.tenant.examples.identities.shortChain)).toMatchObject([{ lookupTrail: [{}, {}] }]);
    expect(await evaluate(upstream.tenant.examples.identities.nothingSetUp)).toEqual([]);
  });

  test('takes the clock into account', async () => {
    const { otherReviewer } = upstream.tenant.people;
    await send('POST', '', rule({ startDate: '2026-11-24T13:00:00Z', endDate: '2026-11-24T14:00:00Z' }));
    expect((await evaluate(otherReviewer)).lookupTrail).toHaveLength(0);
    upstream.pass(60 * 60 * 1000);
    expect((await evaluate(otherReviewer)).lookupTrail).toHaveLength(1);
    upstream.pass(60 * 60 * 1000);
    expect((await evaluate(otherReviewer)).lookupTrail).toHaveLength(0);
  });

  test('takes no other spelling of the work type', async () => {
    expect((await get(`/${upstream.tenant.people.reviewer}/evaluate/certifications`)).status).toBe(400);
  });
});

describe('the tenant switch', () => {
  test('is set by administrators, keeps the rules and stops them', async () => {
    const off = { configDetails: { disabled: true } };
    expect((await send('PUT', '/tenant-config', off, 'manager')).status).toBe(403);
    expect(row(await send('PUT', '/tenant-config', off))).toMatchObject({
      configDetails: { disabled: true },
      auditDetails: { modifiedBy: { id: upstream.tenant.people.administrator } },
    });
    expect(row(await get('/tenant-config', 'beta', 'reviewer'))['configDetails']).toEqual({ disabled: true });
    const { shortChain } = upstream.tenant.examples.identities;
    expect((await get(`/${shortChain}/evaluate/CERTIFICATIONS`)).json).toMatchObject({ lookupTrail: [] });
    expect(rows(await get(''))).toHaveLength(60);
  });

  test('is not an identity', async () => {
    expect((await send('DELETE', '/tenant-config', undefined)).status).toBe(405);
    expect((await send('PUT', '/tenant-config', rule())).status).toBe(400);
    expect((await send('DELETE', '/tenant-config/CERTIFICATIONS', undefined)).status).toBe(404);
  });
});
