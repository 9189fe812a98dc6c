import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { causeOf, row, startOfTests, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream({}, { reviewStory: true });
});
afterEach(() => upstream.stop());

const story = () => upstream.tenant.certification(upstream.tenant.examples.quarterEnd?.ofReviewer ?? '');
const decide = (body: unknown, id = story().id): Promise<Reply> =>
  upstream.ask('v2025', `/certifications/${id}/decide`, {}, { method: 'POST', body, as: 'reviewer' });
const signOff = (id: string): Promise<Reply> =>
  upstream.ask('v2025', `/certifications/${id}/sign-off`, {}, { method: 'POST', as: 'reviewer' });
const approval = (index = 0, changes: object = {}) => ({ id: story().items[index]?.id, decision: 'APPROVE', bulk: false, ...changes });
const ofItems = (count: number) => Array.from({ length: count }, (_, index) => approval(index, { bulk: count > 1 }));
const causesOf = (reply: Reply): string[] => (row(reply)['causes'] as { text: string }[]).map(({ text }) => text);

describe('deciding', () => {
  test('takes 250 at once, and answers with the certification as it is then', async () => {
    upstream.pass(60_000);
    const reply = await decide(ofItems(250));
    expect(reply.status).toBe(200);
    expect(row(reply)).toMatchObject({
      id: story().id,
      decisionsMade: 250,
      decisionsTotal: 320,
      completed: false,
      modified: new Date(startOfTests + 60_000).toISOString(),
    });
    // Eight items an identity, in the order of identities.
    expect(row(reply)['identitiesCompleted']).toBe(31);
  });

  test('can be done again until sign-off, comments included', async () => {
    const dated = { decision: 'REVOKE', comments: 'left the team', proposedEndDate: '2026-12-31T00:00:00Z' };
    const recommendation = { recommendation: 'YES', reasons: ['used daily'], timestamp: '2026-11-24T00:00:00Z' };
    await decide([approval(0, { ...dated, recommendation })]);
    expect(story().items[0]).toMatchObject({ decision: 'REVOKE', comments: 'left the team' });
    await decide([approval()]);
    expect(story().items[0]).toMatchObject({ decision: 'APPROVE', comments: null });
  });

  test.each([
    ['nothing', () => [], /at least one/],
    ['no list', () => approval(), /list/],
    ['more than 250', () => ofItems(251), /250/],
    ['an unknown item', () => [approval(0, { id: 'none' })], /'none'/],
    ['a decision that does not exist', () => [approval(0, { decision: 'PENDING' })], /APPROVE or REVOKE/],
    ['no bulk', () => [approval(0, { bulk: undefined })], /bulk/],
    ['an end for what is approved', () => [approval(0, { proposedEndDate: '2030-01-01T00:00:00Z' })], /proposedEndDate/],
    ['an end without a zone', () => [approval(0, { decision: 'REVOKE', comments: 'c', proposedEndDate: '2030-01-01' })], /proposedEndDate/],
    ['an item twice', () => [approval(), approval(0, { decision: 'REVOKE', comments: 'c' })], /more than once/],
    ['a comment that is no text', () => [approval(0, { comments: 4 })], /comments/],
    ['a recommendation that is none', () => [approval(0, { recommendation: { reasons: 'r' } })], /reasons/],
    ['a field it does not have', () => [approval(0, { reassignTo: 'a' })], /'reassignTo'/],
  ] as const)('is refused with %s', async (_, body, cause) => {
    const reply = await decide(body());
    expect(reply.status).toBe(400);
    expect(causeOf(reply)).toMatch(cause);
  });

  test('is all or nothing, and names everything that is wrong', async () => {
    const reply = await decide([approval(0), approval(1, { id: 'none' }), approval(2, { decision: 'REVOKE' })]);
    expect(reply.status).toBe(400);
    expect(causesOf(reply)).toEqual([expect.stringContaining('none'), expect.stringContaining(story().items[2]?.id ?? '')]);
    expect(story().items.every(({ decision }) => decision === null)).toBe(true);
  });

  test.each([
    ['REVOKE_ONLY_DECISIONS', 'APPROVE', 200],
    ['REVOKE_ONLY_DECISIONS', 'REVOKE', 400],
    ['ALL_DECISIONS', 'APPROVE', 400],
    ['NO_DECISIONS', 'REVOKE', 200],
  ] as const)('without comments where the campaign asks for them in %s: %s is %d', async (requirement, decision, status) => {
    upstream.tenant.campaign(story().campaignId).mandatoryCommentRequirement = requirement;
    for (const comments of [undefined, null, ' ']) expect((await decide([approval(0, { decision, comments })])).status).toBe(status);
    expect((await decide([approval(0, { decision, comments: 'because' })])).status).toBe(200);
  });

  test('is refused for certifications that are not active', async () => {
    const { signed, staged } = upstream.tenant.examples.certifications;
    for (const id of [signed, staged]) {
      const reply = await decide([approval(0, { id: upstream.tenant.certification(id).items[0]?.id })], id);
      expect([reply.status, causeOf(reply)]).toEqual([400, expect.stringContaining('only active')]);
    }
  });
});

describe('signing off', () => {
  test('is refused while decisions are open, and says how many', async () => {
    await decide(ofItems(250));
    const reply = await signOff(story().id);
    expect([reply.status, causeOf(reply)]).toEqual([400, expect.stringContaining('70 open')]);
    expect(story().phase).toBe('ACTIVE');
  });

  test('needs no body, and makes the certification read-only', async () => {
    const { decided } = upstream.tenant.examples.certifications;
    upstream.pass(60_000);
    const signed = new Date(startOfTests + 60_000).toISOString();
    const reply = await signOff(decided);
    expect(reply.status).toBe(200);
    expect(row(reply)).toMatchObject({ id: decided, phase: 'SIGNED', signed, modified: signed });
    expect((await signOff(decided)).status).toBe(400);
    expect((await decide([approval()], decided)).status).toBe(400);
  });

  test('is refused before the campaign has started', async () => {
    const id = upstream.tenant.examples.certifications.staged;
    for (const item of upstream.tenant.certification(id).items) item.decision = 'APPROVE';
    expect((await signOff(id)).status).toBe(400);
  });
});
