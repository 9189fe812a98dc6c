import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { campaignStatuses } from '../../src/sandbox/model.js';
import { causeOf, row, rows, startOfTests, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream({}, { reviewStory: true });
});
afterEach(() => upstream.stop());

const slimFields = [
  'id', 'name', 'description', 'deadline', 'type', 'emailNotificationEnabled', 'autoRevokeAllowed', 'recommendationsEnabled',
  'status', 'correlatedStatus', 'created', 'totalCertifications', 'completedCertifications', 'alerts',
];
const fullFields = [
  ...slimFields, 'modified', 'sunsetCommentsRequired', 'mandatoryCommentRequirement', 'sourceOwnerCampaignInfo',
  'searchCampaignInfo', 'roleCompositionCampaignInfo', 'sourcesWithOrphanEntitlements',
];

const story = () => {
  const { quarterEnd } = upstream.tenant.examples;
  if (quarterEnd === null) throw new Error('no review story');
  return quarterEnd;
};
const list = (query: Record<string, string>): Promise<Reply> => upstream.ask('v2025', '/campaigns', query);
const namesOf = (reply: Reply) => rows(reply).map(({ name }) => name);

describe('campaigns', () => {
  test('are slim unless asked for in full, in the list and alone', async () => {
    const path = `/campaigns/${story().campaignId}`;
    for (const [query, fields] of [[{}, slimFields], [{ detail: 'SLIM' }, slimFields], [{ detail: 'FULL' }, fullFields]] as const) {
      const [first] = rows(await list({ ...query, limit: '1' }));
      expect(Object.keys(first ?? {}).toSorted()).toEqual(fields.toSorted());
      expect(Object.keys(row(await upstream.ask('v3', path, { ...query }))).toSorted()).toEqual(fields.toSorted());
    }
    expect((await list({ detail: 'full' })).status).toBe(400);
    expect((await upstream.ask('v3', path, { limit: '1' })).status).toBe(400);
  });

  test('count their certifications, those of governance groups included, and the signed ones', async () => {
    const { certifications, examples } = upstream.tenant;
    const [search] = rows(await list({ filters: `id eq "${examples.campaigns.search}"` }));
    expect(search).toMatchObject({ type: 'SEARCH', description: null, totalCertifications: 15 });
    const [finished] = rows(await list({ filters: 'status eq "COMPLETED"' }));
    expect(finished).toMatchObject({ totalCertifications: 10, completedCertifications: 10 });
    expect(row(await upstream.ask('v1', `/campaigns/${story().campaignId}`))).toMatchObject({ totalCertifications: 3, completedCertifications: 0 });
    const certification = certifications.get(story().ofManager);
    for (const item of certification?.items ?? []) item.decision = 'APPROVE';
    await upstream.ask('v1', `/certifications/${story().ofManager}/sign-off`, {}, { method: 'POST', as: 'manager' });
    expect(row(await upstream.ask('v1', `/campaigns/${story().campaignId}`))['completedCertifications']).toBe(1);
  });

  test('are filtered by id, name and status, sorted by name and created', async () => {
    const { managerReview } = upstream.tenant.examples.campaigns;
    expect(namesOf(await list({ filters: `id in ("${managerReview}","${story().campaignId}")` }))).toHaveLength(2);
    expect(namesOf(await list({ filters: 'name sw "quarter-END"' }))).toEqual(['Quarter-end Privileged Access Review']);
    expect(namesOf(await list({ filters: 'status in ("STAGED","COMPLETED")' }))).toHaveLength(2);
    const names = namesOf(await list({ sorters: 'name' })).map((name) => String(name).toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect(namesOf(await list({ sorters: '-created', limit: '1' }))).toEqual(['Quarter-end Privileged Access Review']);
    for (const query of [{ filters: 'status sw "A"' }, { filters: 'type eq "MANAGER"' }, { filters: 'id sw "a"' }, { sorters: 'status' }])
      expect((await list(query)).status).toBe(400);
  });

  test('can be in every state of the contract, and have alerts', async () => {
    for (const status of campaignStatuses) {
      upstream.tenant.campaign(story().campaignId).status = status;
      expect(rows(await list({ filters: `id eq "${story().campaignId}" and status eq "${status}"` }))).toHaveLength(1);
    }
    const alerts = rows(await list({ filters: 'name sw "Payroll"' })).map((campaign) => campaign['alerts']);
    expect(alerts).toEqual([
      [{ level: 'WARN', localizations: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: expect.stringContaining('payroll') }] }],
    ]);
    expect(row(await upstream.ask('v3', `/campaigns/${story().campaignId}`))['alerts']).toBeNull();
  });
});

describe('reassigning certifications of a campaign', () => {
  const submit = (changes: object = {}): Promise<Reply> =>
    upstream.ask('v2025', `/campaigns/${story().campaignId}/reassign`, {}, { method: 'POST', body: { ...request(), ...changes } });
  const request = () => ({
    certificationIds: [story().ofReviewer, story().ofManager],
    reassignTo: { id: upstream.tenant.people.otherReviewer, type: 'IDENTITY' },
    reason: 'on leave',
  });

  test('is accepted with 202, and gives the same certifications another reviewer when it ends', async () => {
    const reply = await submit();
    expect(reply.status).toBe(202);
    expect(row(reply)).toMatchObject({ type: 'ADMIN_REASSIGN', targetType: 'CAMPAIGN', targetId: story().campaignId, status: 'QUEUED', errors: [] });
    expect(upstream.tenant.certification(story().ofReviewer).reviewer.id).toBe(upstream.tenant.people.reviewer);
    upstream.pass(10_000);
    expect(row(await upstream.ask('v1', `/certification-tasks/${String(row(reply)['id'])}`))['status']).toBe('SUCCESS');
    const filters = `campaign.id eq "${story().campaignId}"`;
    const mine = rows(await upstream.ask('v3', '/certifications', { 'reviewer-identity': 'me', filters }, { as: 'otherReviewer' }));
    expect(mine.map(({ id, reassignment }) => [id, reassignment])).toEqual([
      [story().ofReviewer, null],
      [story().ofOtherReviewer, null],
      [story().ofManager, null],
    ]);
    expect(mine[0]?.['modified']).toBe(new Date(startOfTests + 5500).toISOString());
    // Among the items are some about the new reviewer: that rule is not for administrators.
    expect((await upstream.ask('v3', `/certifications/${story().ofReviewer}`, {}, { as: 'reviewer' })).status).toBe(403);
  });

  test('can be done at once', async () => {
    upstream.tenant.behaviour.taskTiming = { queuedMs: 0, runningMs: 0 };
    expect(row(await submit())['status']).toBe('SUCCESS');
    expect(upstream.tenant.certification(story().ofManager).reviewer.id).toBe(upstream.tenant.people.otherReviewer);
  });

  test('ends in an error, and moves nothing, when one is signed off in the meantime', async () => {
    const { id } = row(await submit());
    upstream.tenant.certification(story().ofManager).phase = 'SIGNED';
    upstream.pass(10_000);
    const task = row(await upstream.ask('v2025', `/certification-tasks/${String(id)}`));
    expect(task).toMatchObject({ status: 'ERROR', errors: [{ text: expect.stringContaining(story().ofManager) }] });
    expect(upstream.tenant.certification(story().ofReviewer).reviewer.id).toBe(upstream.tenant.people.reviewer);
  });

  test.each([
    ['no certification', () => ({ certificationIds: [] }), /at least one/],
    ['more than 250', () => ({ certificationIds: Array.from({ length: 251 }, String) }), /250/],
    ['one of another campaign', () => ({ certificationIds: [upstream.tenant.examples.certifications.open] }), /not part of/],
    ['a text for the new reviewer', () => ({ reassignTo: upstream.tenant.people.reviewer }), /object/],
    ['a group as the new reviewer', () => ({ reassignTo: { id: 'g', type: 'GOVERNANCE_GROUP' } }), /IDENTITY/],
    ['an unknown identity', () => ({ reassignTo: { id: 'nobody', type: 'IDENTITY' } }), /'nobody'/],
    ['an empty reason', () => ({ reason: '' }), /reason/],
    ['a field it does not have', () => ({ reassign: [] }), /'reassign'/],
  ] as const)('is refused with %s', async (_, changes, cause) => {
    const reply = await submit(changes());
    expect([reply.status, causeOf(reply)]).toEqual([400, expect.stringMatching(cause)]);
  });

  test('takes no reason where none is given, and no signed certification', async () => {
    expect((await submit({ reason: undefined })).status).toBe(202);
    upstream.tenant.certification(story().ofManager).phase = 'SIGNED';
    expect((await submit()).status).toBe(400);
  });
});
