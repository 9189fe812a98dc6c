import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GenerationName, PersonaKey } from '../../src/sandbox/upstream.js';
import { causeOf, row, rows, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeAll(async () => {
  upstream = await startTestUpstream();
});
afterAll(() => upstream.stop());

const total = async (generation: GenerationName, query: Record<string, string>, as: PersonaKey) => {
  const reply = await upstream.ask(generation, '/certifications', { limit: '0', count: 'true', ...query }, { as });
  return Number(reply.headers.get('x-total-count'));
};

describe('the list of certifications', () => {
  test('shows everything to an administrator and only what they may review to others', async () => {
    expect(await total('beta', {}, 'administrator')).toBe(440);
    expect(await total('v2025', {}, 'reviewer')).toBe(75);
    expect(await total('v2025', {}, 'otherReviewer')).toBe(18);
    expect(await total('v1', {}, 'manager')).toBe(8);
  });

  test('narrows to one reviewer under the spelling of its generation only', async () => {
    expect(await total('beta', { 'reviewer-identitiy': 'me' }, 'reviewer')).toBe(70);
    expect(await total('v2024', { 'reviewer-identity': upstream.tenant.people.manager }, 'administrator')).toBe(8);
    const wrong = await upstream.ask('beta', '/certifications', { 'reviewer-identity': 'me' });
    expect(wrong.status).toBe(400);
    expect(causeOf(wrong)).toContain("'reviewer-identity'");
  });

  test('gives the inbox of the reviewer more than one page of twenty-five', async () => {
    const inbox = { 'reviewer-identitiy': 'me', filters: 'completed eq false' };
    expect(await total('beta', inbox, 'reviewer')).toBeGreaterThan(25);
  });

  test('filters by campaign, type, phase and completion in the words of each contract', async () => {
    const { managerReview, finished } = upstream.tenant.examples.campaigns;
    expect(await total('beta', { filters: `campaignRef.id eq "${managerReview}"` }, 'administrator')).toBe(400);
    expect(await total('v3', { filters: `campaign.id in ("${managerReview}","${finished}")` }, 'administrator')).toBe(410);
    expect(await total('beta', { filters: 'campaignRef.campaignType eq "SEARCH"' }, 'administrator')).toBe(12);
    expect(await total('v3', { filters: 'phase eq "STAGED"' }, 'administrator')).toBe(8);
    const open = await total('beta', { filters: 'completed ne true' }, 'administrator');
    expect(open).toBe(await total('v3', { filters: 'completed eq false' }, 'administrator'));
  });

  test.each([
    ['v3', 'completed ne true'],
    ['v3', 'campaignRef.id eq "c"'],
    ['v3', 'campaign.campaignType eq "MANAGER"'],
    ['beta', 'campaign.id eq "c"'],
    ['beta', 'name eq "a"'],
    ['beta', 'phase in ("ACTIVE")'],
    ['beta', 'completed eq "false"'],
    ['beta', 'phase eq ACTIVE'],
    ['beta', 'toString eq "a"'],
  ] as const)('refuses what %s does not filter by: %s', async (generation, filters) => {
    expect((await upstream.ask(generation, '/certifications', { filters })).status).toBe(400);
  });

  test.each([
    { limit: '251' },
    { limit: '-1' },
    { limit: '1.5' },
    { offset: 'x' },
    { count: 'yes' },
    { sorters: 'created' },
    { sorters: '' },
    { page: '2' },
    { filters: '' },
  ])('refuses %j', async (query: Record<string, string>) => {
    expect((await upstream.ask('v2025', '/certifications', query)).status).toBe(400);
  });

  test('refuses a parameter that is given twice', async () => {
    const reply = await fetch(`${upstream.apiUrl('v3')}/certifications?limit=1&limit=2`, {
      headers: { authorization: `Bearer ${upstream.persona('reviewer').token}` },
    });
    expect(reply.status).toBe(400);
  });

  test('pages without gaps, 250 rows where no limit is given, and tells the total only when asked', async () => {
    const first = await upstream.ask('v2025', '/certifications', { sorters: 'name' });
    const second = await upstream.ask('v2025', '/certifications', { sorters: 'name', offset: '250' });
    expect([rows(first).length, rows(second).length]).toEqual([250, 190]);
    expect(first.headers.has('x-total-count')).toBe(false);
    expect(new Set([...rows(first), ...rows(second)].map(({ id }) => id)).size).toBe(440);
    expect((await upstream.ask('v2025', '/certifications', { offset: '440' })).json).toEqual([]);
  });

  test('sorts by several fields, rows without a value last and first where descending', async () => {
    const signed = rows(await upstream.ask('v2025', '/certifications', { sorters: 'signed,-name' }));
    expect(signed[0]?.['signed']).not.toBeNull();
    const descending = rows(await upstream.ask('v2025', '/certifications', { sorters: '-signed,name' }));
    expect(descending[0]?.['signed']).toBeNull();
    const names = descending.slice(0, 50).map(({ name }) => String(name).toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  test('speaks two contracts about the same certification', async () => {
    const { reassigned } = upstream.tenant.examples.certifications;
    const filters = `id eq "${reassigned}"`;
    const [beta] = rows(await upstream.ask('beta', '/certifications', { filters }));
    const [stable] = rows(await upstream.ask('v1', '/certifications', { filters }));
    expect(beta).toMatchObject({
      id: reassigned,
      campaignRef: stable?.['campaign'],
      entitiesTotal: stable?.['identitiesTotal'],
    });
    expect(beta).not.toHaveProperty('campaign');
    expect(stable).not.toHaveProperty('campaignRef');
    expect(beta?.['reassignment']).toMatchObject({ from: { type: 'CERTIFICATION', reviewer: { type: 'IDENTITY' } } });
    expect(beta?.['reviewer']).not.toHaveProperty('created');
    expect(stable?.['reviewer']).toHaveProperty('created');
  });

  test('leaves out what the beta contract does not promise where that is asked for', async () => {
    upstream.tenant.behaviour.betaIdentification = 'absent';
    const [beta] = rows(await upstream.ask('beta', '/certifications', { limit: '1' }));
    upstream.tenant.behaviour.betaIdentification = 'present';
    expect(beta).not.toHaveProperty('id');
    expect(beta).not.toHaveProperty('name');
  });

  test('is marked as deprecated on beta and nowhere else', async () => {
    expect((await upstream.ask('beta', '/certifications', { limit: '1' })).headers.get('x-deprecated')).toBe('true');
    expect((await upstream.ask('v3', '/certifications', { limit: '1' })).headers.has('x-deprecated')).toBe(false);
  });
});

describe('one certification', () => {
  test('of a governance group is in no list and has an address of its own', async () => {
    const id = upstream.tenant.examples.certifications.ofGovernanceGroup;
    expect(await total('v2025', { filters: `id eq "${id}"` }, 'administrator')).toBe(0);
    const reply = await upstream.ask('v2025', `/certifications/${id}`);
    expect(row(reply)['reviewer']).toMatchObject({ type: 'GOVERNANCE_GROUP', email: null });
  });

  test('is 403 for others, 404 when unknown, and has no address of its own on beta', async () => {
    const { ofOtherReviewer } = upstream.tenant.examples.certifications;
    expect((await upstream.ask('v3', `/certifications/${ofOtherReviewer}`, {}, { as: 'reviewer' })).status).toBe(403);
    expect((await upstream.ask('v3', '/certifications/none', {}, { as: 'reviewer' })).status).toBe(404);
    expect((await upstream.ask('beta', `/certifications/${ofOtherReviewer}`)).status).toBe(404);
  });
});

describe('the reviewers of a certification', () => {
  test('are five, the reviewer of the certification among them', async () => {
    const { open } = upstream.tenant.examples.certifications;
    const reply = await upstream.ask('beta', `/certifications/${open}/reviewers`, { sorters: 'name' }, { as: 'reviewer' });
    expect(rows(reply)).toHaveLength(5);
    expect(rows(reply).map(({ id }) => id)).toContain(upstream.tenant.people.reviewer);
  });

  test('are found by the start of a name in any case, with quotes and backslashes escaped', async () => {
    const { open } = upstream.tenant.examples.certifications;
    const [odd] = [...upstream.tenant.identities.values()].filter(({ name }) => name.includes('"'));
    upstream.tenant.certification(open).reviewerIds.push(odd?.id ?? '');
    const reply = await upstream.ask('v1', `/certifications/${open}/reviewers`, { filters: 'name sw "ZOË \\"zed"' });
    expect(rows(reply).map(({ id }) => id)).toEqual([odd?.id]);
  });
});

describe('the permissions of an item', () => {
  const permissions = (filters: string, which: 'permissions' | 'manyPermissions' = 'permissions') => {
    const { certificationId, itemId } = upstream.tenant.examples.items[which];
    return upstream.ask('beta', `/certifications/${certificationId}/access-review-items/${itemId}/permissions`, { filters });
  };

  test('are filtered by one term on the target and one on the rights', async () => {
    expect(rows(await permissions('target eq "sys.gv_$transaction"'))).toEqual([
      { target: 'SYS.GV_$TRANSACTION', rights: ['SELECT'] },
    ]);
    expect(rows(await permissions('rights ca ("insert") and target sw "sys.wrh"', 'manyPermissions'))).toHaveLength(100);
  });

  test.each([
    'rights ca ("CREATE") and rights ca ("SELECT")',
    'target eq "A" and target sw "B"',
    'target eq "A" and rights ca ("B") and rights ca ("C")',
    'not target eq "A"',
    'rights eq "SELECT"',
  ])('refuse %s', async (filters) => {
    expect((await permissions(filters)).status).toBe(400);
  });

  test('are 404 for an item of another certification', async () => {
    const { permissions, manyPermissions } = upstream.tenant.examples.items;
    const path = `/certifications/${permissions.certificationId}/access-review-items/${manyPermissions.itemId}/permissions`;
    expect((await upstream.ask('v2024', path)).status).toBe(404);
  });
});
