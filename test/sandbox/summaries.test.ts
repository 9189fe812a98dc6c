import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AccessReviewItem } from '../../src/sandbox/model.js';
import { row, rows, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeAll(async () => {
  upstream = await startTestUpstream({}, { reviewStory: true });
});
afterAll(() => upstream.stop());
beforeEach(() => {
  for (const item of items()) item.decision = null;
});

const story = () => upstream.tenant.certification(upstream.tenant.examples.quarterEnd?.ofReviewer ?? '');
const items = (): AccessReviewItem[] => story().items;
const ask = (path: string, query: Record<string, string> = {}) =>
  upstream.ask('v2025', `/certifications/${story().id}${path}`, query, { as: 'reviewer' });
const decideOn = (matches: (item: AccessReviewItem) => boolean, decision: 'APPROVE' | 'REVOKE') => {
  for (const item of items().filter(matches)) item.decision = decision;
};

describe('the decision summary', () => {
  test('has sixteen counters that add up to those of the certification', async () => {
    decideOn(({ access }) => access.type === 'ROLE', 'REVOKE');
    decideOn(({ access }) => access.name === 'SAP_ALL', 'APPROVE');
    const summary = row(await ask('/decision-summary'));
    const of = (type: string) => items().filter(({ access }) => access.type === type).length;
    const sapCount = items().filter(({ access }) => access.name === 'SAP_ALL').length;
    expect(sapCount).toBeGreaterThan(1);
    expect(summary).toEqual({
      entitlementDecisionsMade: sapCount,
      entitlementDecisionsTotal: of('ENTITLEMENT'),
      entitlementsApproved: sapCount,
      entitlementsRevoked: 0,
      accessProfileDecisionsMade: 0,
      accessProfileDecisionsTotal: of('ACCESS_PROFILE'),
      accessProfilesApproved: 0,
      accessProfilesRevoked: 0,
      roleDecisionsMade: of('ROLE'),
      roleDecisionsTotal: of('ROLE'),
      rolesApproved: 0,
      rolesRevoked: of('ROLE'),
      accountDecisionsMade: 0,
      accountDecisionsTotal: 0,
      accountsApproved: 0,
      accountsRevoked: 0,
    });
    expect(row(await ask(''))['decisionsMade']).toBe(sapCount + of('ROLE'));
  });

  test('is narrowed to identity summaries, and takes no other filter and no paging', async () => {
    const ids = [...new Set(items().map(({ identitySummaryId }) => identitySummaryId))].slice(0, 2);
    const summary = row(await ask('/decision-summary', { filters: `identitySummary.id in ("${ids.join('","')}")` }));
    const totals = Object.entries(summary).filter(([name]) => name.endsWith('DecisionsTotal'));
    expect(totals.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(16);
    for (const query of [{ filters: 'access.type eq "ROLE"' }, { filters: 'identitySummary.id sw "a"' }, { limit: '1' }])
      expect((await ask('/decision-summary', query)).status).toBe(400);
  });
});

describe('the identity summaries', () => {
  test('are one for each identity, completed when all about it is decided', async () => {
    const [first] = items();
    decideOn(({ identityId }) => identityId === first?.identityId, 'APPROVE');
    decideOn((item) => item === items()[8], 'APPROVE');
    const reply = await ask('/identity-summaries', { limit: '10', count: 'true' });
    expect([rows(reply).length, reply.headers.get('x-total-count')]).toEqual([10, '40']);
    expect(rows(reply).slice(0, 2)).toMatchObject([
      { id: first?.identitySummaryId, identityId: first?.identityId, completed: true },
      { id: items()[8]?.identitySummaryId, completed: false },
    ]);
    expect(rows(await ask('/identity-summaries', { filters: 'completed ne true' }))).toHaveLength(39);
    expect(rows(await ask('/identity-summaries', { filters: 'completed eq true' }))).toHaveLength(1);
  });

  test('are found by id and by the start of the name, and sorted by name', async () => {
    const sorted = rows(await ask('/identity-summaries', { sorters: '-name' })).map(({ name }) => String(name).toLowerCase());
    expect(sorted).toEqual(sorted.toSorted().reverse());
    expect(rows(await ask('/identity-summaries', { filters: 'name sw "ingrid s"' }))).toMatchObject([
      { identityId: upstream.tenant.people.otherReviewer, name: 'Ingrid Sørensen' },
    ]);
    expect(rows(await ask('/identity-summaries', { filters: `id in ("${items()[0]?.identitySummaryId}")` }))).toHaveLength(1);
    for (const query of [{ filters: 'name co "a"' }, { filters: 'identityId eq "a"' }, { sorters: 'completed' }])
      expect((await ask('/identity-summaries', query)).status).toBe(400);
  });

  test('have an address of their own, by the id of the summary and not of the identity', async () => {
    const [first] = items();
    const reply = await ask(`/identity-summaries/${first?.identitySummaryId}`);
    expect(row(reply)).toMatchObject({ id: first?.identitySummaryId, identityId: first?.identityId, completed: false });
    expect((await ask(`/identity-summaries/${first?.identityId}`)).status).toBe(404);
  });
});

describe('the access summaries', () => {
  test.each([
    ['ENTITLEMENT', 24],
    ['ACCESS_PROFILE', 6],
    ['ROLE', 3],
  ])('of type %s tell each access once: %d', async (type, count) => {
    const all = rows(await ask(`/access-summaries/${type}`, { sorters: 'access.name' }));
    const accesses = all.map(({ access }) => access as { type: string; id: string; name: string });
    expect(accesses).toHaveLength(count);
    expect(new Set(accesses.map(({ id }) => id)).size).toBe(count);
    expect(accesses.every((access) => access.type === type)).toBe(true);
    const names = accesses.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  test('are nobody’s: no account, and permissions where one of the items has them', async () => {
    const all = rows(await ask('/access-summaries/ENTITLEMENT')).map(({ entitlement }) => entitlement as Record<string, unknown>);
    expect(all.every(({ account }) => account === null)).toBe(true);
    expect(all.filter(({ hasPermissions }) => hasPermissions).map(({ name }) => name)).toEqual(['Oracle SYSDBA']);
  });

  test('are completed when every item about the access is decided, and are found by every field', async () => {
    const [first] = items().filter(({ access }) => access.name === 'SAP_ALL');
    const id = first?.access.id;
    const found = async (type: string, filters: string) =>
      rows(await ask(`/access-summaries/${type}`, { filters })).map(({ access }) => (access as { name: string }).name);
    decideOn((item) => item === first, 'REVOKE');
    expect(await found('ENTITLEMENT', 'completed eq true')).toEqual([]);
    decideOn(({ access }) => access.id === id, 'REVOKE');
    expect(await found('ENTITLEMENT', 'completed eq true')).toEqual(['SAP_ALL']);
    expect(await found('ENTITLEMENT', 'completed ne true')).toHaveLength(23);
    expect(await found('ENTITLEMENT', `access.id in ("${id}","none")`)).toEqual(['SAP_ALL']);
    expect(await found('ENTITLEMENT', 'access.name sw "payroll: c"')).toEqual(['Payroll: change bank details']);
    expect(await found('ENTITLEMENT', 'entitlement.sourceName eq "GitHub Enterprise"')).toHaveLength(3);
    expect(await found('ACCESS_PROFILE', 'accessProfile.sourceName sw "sap \\"p"')).toEqual(['Month-end closing']);
  });

  test('refuse an unknown type, and filters and sorters that they do not have', async () => {
    expect((await ask('/access-summaries/ACCOUNT')).status).toBe(400);
    expect((await ask('/access-summaries/role')).status).toBe(400);
    for (const query of [{ filters: 'access.name co "a"' }, { filters: 'access.type eq "ROLE"' }, { sorters: 'access.id' }])
      expect((await ask('/access-summaries/ROLE', query)).status).toBe(400);
  });
});
