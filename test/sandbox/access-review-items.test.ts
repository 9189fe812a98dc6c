import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GenerationName } from '../../src/sandbox/upstream.js';
import { causeOf, rows, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

interface Item {
  id: string;
  accessSummary: {
    access: { type: string; id: string; name: string };
    entitlement?: Entitlement | null;
    accessProfile?: { entitlements: (Entitlement | null)[] } | null;
    role?: { accessProfiles: { id: string }[]; entitlements: (Entitlement | null)[] } | null;
  };
  identitySummary: { id: string; name: string; identityId: string; completed: boolean };
  completed: boolean;
  newAccess: boolean;
  decision?: string | null;
  comments?: string | null;
}

interface Entitlement {
  id: string;
  sourceName: string;
  hasPermissions: boolean;
  description?: string | null;
  owner: object | null;
  dataAccess?: object | null;
  account: { nativeIdentity: string; id: string | null; description?: string | null; owner?: object | null } | null;
}

let upstream: TestUpstream;
let all: Item[];
beforeAll(async () => {
  upstream = await startTestUpstream({}, { reviewStory: true });
  all = [...(await items({ limit: '250' })), ...(await items({ offset: '250' }))];
});
afterAll(() => upstream.stop());

const story = () => upstream.tenant.examples.quarterEnd?.ofReviewer ?? '';
const ask = (query: Record<string, string>, generation: GenerationName = 'v2025', id = story()): Promise<Reply> =>
  upstream.ask(generation, `/certifications/${id}/access-review-items`, query, { as: 'reviewer' });
const items = async (query: Record<string, string>): Promise<Item[]> => rows(await ask(query)) as unknown as Item[];
const found = (filters: string): Promise<Item[]> => items({ filters, limit: '250' });
const accessIds = (type: string): string[] =>
  all.flatMap(({ accessSummary: { access } }) => (access.type === type ? [access.id] : []));

describe('the access review items of a certification', () => {
  test('are paged and counted like every list, and the same on each stable generation', async () => {
    const counted = await ask({ limit: '0', count: 'true' });
    expect([counted.json, counted.headers.get('x-total-count')]).toEqual([[], '320']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(320);
    const page = { limit: '20', offset: '30' };
    expect((await ask(page, 'v1')).json).toEqual((await ask(page, 'v3')).json);
    expect((await ask({ limit: '251' })).status).toBe(400);
  });

  test('tell one of three kinds of access, and the others as null or not at all', () => {
    for (const { accessSummary } of all) {
      const { access, entitlement, accessProfile, role } = accessSummary;
      const filled = { ENTITLEMENT: entitlement, ACCESS_PROFILE: accessProfile, ROLE: role };
      const told = Object.entries(filled).filter(([, one]) => one !== null && one !== undefined);
      expect(told.map(([type, one]) => [type, (one as { id?: string }).id])).toEqual([[access.type, access.id]]);
    }
    const roles = all.map(({ accessSummary }) => accessSummary.role);
    expect(roles).toContain(null);
    expect(roles).toContain(undefined);
  });

  test('have what is inside of roles and access profiles, null elements among them', () => {
    const profiles = all.flatMap(({ accessSummary: { accessProfile } }) => accessProfile?.entitlements ?? []);
    const roles = all.flatMap(({ accessSummary: { role } }) => role ?? []);
    expect(profiles).toContain(null);
    expect(profiles.some((one) => one?.hasPermissions)).toBe(false);
    expect(roles.flatMap(({ entitlements }) => entitlements)).toContain(null);
    expect(roles.every(({ accessProfiles }) => accessProfiles.length > 0)).toBe(true);
  });

  test('leave out or null what entitlements and accounts may lack', () => {
    const entitlements = all.flatMap(({ accessSummary: { entitlement } }) => entitlement ?? []);
    const accounts = entitlements.flatMap(({ account }) => account ?? []);
    const sees = (values: readonly unknown[]) => [values.includes(null), values.includes(undefined), values.some(Boolean)];
    expect(sees(entitlements.map(({ description }) => description))).toEqual([true, true, true]);
    expect(sees(entitlements.map(({ dataAccess }) => dataAccess))).toEqual([true, true, true]);
    expect(sees(entitlements.map(({ owner }) => owner))).toEqual([true, false, true]);
    expect(sees(entitlements.map(({ account }) => account))).toEqual([true, false, true]);
    expect(sees(accounts.map(({ id }) => id))).toEqual([true, false, true]);
    expect(sees(accounts.map(({ description }) => description))).toEqual([true, true, true]);
    expect(sees(accounts.map(({ owner }) => owner))).toEqual([true, true, true]);
  });

  test('show one account for each identity and source, and quote what a directory name needs quoted', () => {
    const accounts = new Map<string, unknown>();
    for (const { accessSummary, identitySummary } of all) {
      const { entitlement } = accessSummary;
      if (!entitlement) continue;
      const key = `${identitySummary.identityId} ${entitlement.sourceName}`;
      if (accounts.has(key)) expect(entitlement.account).toEqual(accounts.get(key));
      accounts.set(key, entitlement.account);
      if (entitlement.sourceName === 'Active Directory' && entitlement.account)
        expect(entitlement.account.nativeIdentity).toMatch(/^CN=([^"\\,]|\\["\\,])+,OU=People,/);
    }
  });

  test('have permissions exactly where their entitlement says so', async () => {
    const permissions = async ({ id }: Item) =>
      rows(await upstream.ask('v2025', `/certifications/${story()}/access-review-items/${id}/permissions`));
    const databases = all.filter(({ accessSummary }) => accessSummary.entitlement?.hasPermissions);
    const others = all.filter(({ accessSummary }) => accessSummary.entitlement?.hasPermissions === false);
    expect(databases.length).toBeGreaterThan(1);
    for (const item of databases) expect((await permissions(item)).length).toBeGreaterThan(1);
    expect(await permissions(others[0] as Item)).toEqual([]);
  });

  test('are undecided as null or as nothing, and decided with the comments that the campaign asks for', async () => {
    expect(all.every(({ completed, decision }) => !completed && !decision)).toBe(true);
    for (const field of ['decision', 'comments'] as const) {
      expect(all.some((item) => item[field] === null)).toBe(true);
      expect(all.some((item) => !(field in item))).toBe(true);
    }
    const { signed } = upstream.tenant.examples.certifications;
    const decided = rows(await ask({}, 'v2025', signed)) as unknown as Item[];
    expect(decided.every(({ completed, decision }) => completed && decision)).toBe(true);
    const revoked = decided.filter(({ decision }) => decision === 'REVOKE');
    expect(revoked.every(({ comments }) => comments)).toBe(true);
  });
});

describe('access review items', () => {
  test.each(['entitlements', 'access-profiles', 'roles'])('are narrowed to %s by their ids', async (parameter) => {
    const type = { entitlements: 'ENTITLEMENT', 'access-profiles': 'ACCESS_PROFILE', roles: 'ROLE' }[parameter] ?? '';
    const [first = '', ...others] = new Set(accessIds(type));
    const asked = [first, others[0] ?? ''];
    const narrowed = await items({ [parameter]: asked.join(', ') });
    expect(new Set(narrowed.map(({ accessSummary }) => accessSummary.access.id))).toEqual(new Set(asked));
    expect(narrowed).toHaveLength(accessIds(type).filter((id) => asked.includes(id)).length);
  });

  test.each([
    { entitlements: 'a', roles: 'b' },
    { 'access-profiles': 'a', roles: 'b' },
    { entitlements: '' },
    { roles: 'a,,b' },
  ])('refuse %j', async (query: Record<string, string>) => {
    expect((await ask(query)).status).toBe(400);
  });

  test('know an id only under its own type', async () => {
    expect(await items({ roles: accessIds('ENTITLEMENT')[0] ?? '' })).toEqual([]);
  });

  test('are found by every field of the contract', async () => {
    const [item] = all.filter(({ accessSummary }) => accessSummary.entitlement);
    if (item === undefined) throw new Error('no entitlement');
    const { accessSummary: { access, entitlement }, identitySummary } = item;
    const matching = (matches: (row: Item) => boolean) => all.filter(matches).map(({ id }) => id);
    const start = identitySummary.name.slice(0, 2);
    const expected: Readonly<Record<string, string[]>> = {
      [`id eq "${item.id}"`]: [item.id],
      [`id in ("${item.id}","none")`]: [item.id],
      'type eq "ROLE"': matching((row) => row.accessSummary.access.type === 'ROLE'),
      'access.type eq "ACCESS_PROFILE"': matching((row) => row.accessSummary.access.type === 'ACCESS_PROFILE'),
      'completed eq true': [],
      'completed ne false': [],
      [`identitySummary.id eq "${identitySummary.id}"`]: matching((row) => row.identitySummary.id === identitySummary.id),
      [`identitySummary.name sw "${start.toUpperCase()}"`]: matching((row) => row.identitySummary.name.startsWith(start)),
      [`access.id in ("${access.id}")`]: matching((row) => row.accessSummary.access.id === access.id),
      [`access.name eq "${access.name.toLowerCase()}"`]: matching((row) => row.accessSummary.access.id === access.id),
      [`entitlement.sourceName eq "${entitlement?.sourceName.replaceAll('"', '\\"')}"`]: matching(
        (row) => row.accessSummary.entitlement?.sourceName === entitlement?.sourceName,
      ),
    };
    for (const [filters, ids] of Object.entries(expected)) expect([filters, (await found(filters)).map(({ id }) => id)]).toEqual([filters, ids]);
    const onSap = await found('accessProfile.sourceName sw "sap"');
    expect(new Set(onSap.map(({ accessSummary }) => accessSummary.access.name))).toEqual(new Set(['Month-end closing']));
  });

  test.each([
    'decision eq "APPROVE"',
    'newAccess eq true',
    'type in ("ROLE")',
    'access.type ne "ROLE"',
    'access.id sw "a"',
    'access.name co "a"',
    'completed eq "true"',
    'identitySummary.identityId eq "a"',
    'role.name eq "a"',
  ])('are not filtered by %s', async (filters) => {
    const reply = await ask({ filters });
    expect(reply.status).toBe(400);
    expect(causeOf(reply)).not.toBe('');
  });

  test('are sorted by every field of the contract, and by no other', async () => {
    const keys: Readonly<Record<string, (item: Item) => string | undefined>> = {
      'identitySummary.name': ({ identitySummary }) => identitySummary.name,
      'access.name': ({ accessSummary }) => accessSummary.access.name,
      'access.type': ({ accessSummary }) => accessSummary.access.type,
      'entitlement.sourceName': ({ accessSummary }) => accessSummary.entitlement?.sourceName,
    };
    for (const [sorters, key] of Object.entries(keys)) {
      const told = (await items({ sorters, limit: '250' })).flatMap((item) => key(item)?.toLowerCase() ?? []);
      expect([sorters, told]).toEqual([sorters, told.toSorted()]);
    }
    const [first] = await items({ sorters: '-accessProfile.sourceName,access.type' });
    expect(first?.accessSummary.access.type).toBe('ENTITLEMENT');
    for (const sorters of ['id', 'completed', 'identitySummary.id']) expect((await ask({ sorters })).status).toBe(400);
  });
});
