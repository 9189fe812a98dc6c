import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { causeOf, row, rows, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream({}, { reviewStory: true });
});
afterEach(() => upstream.stop());

const story = () => upstream.tenant.certification(upstream.tenant.examples.quarterEnd?.ofReviewer ?? '');
const manager = () => upstream.tenant.people.manager;
const newest = () => [...upstream.tenant.certifications.values()].at(-1);
const notAbout = (identityId: string) => story().items.filter((item) => item.identityId !== identityId);
const request = (changes: object = {}) => ({
  reassign: [{ id: notAbout(manager())[0]?.id, type: 'ITEM' }],
  reassignTo: manager(),
  reason: 'on leave',
  ...changes,
});
const submit = (changes: object = {}): Promise<Reply> =>
  upstream.ask('v2025', `/certifications/${story().id}/reassign`, {}, { method: 'POST', as: 'reviewer', body: request(changes) });

describe('reassigning items at once', () => {
  test('moves them before it answers, with the certification as it is then', async () => {
    const [item] = notAbout(manager());
    const reply = await submit();
    expect(reply.status).toBe(200);
    expect(row(reply)).toMatchObject({ id: story().id, decisionsTotal: 319, reviewer: { id: upstream.tenant.people.reviewer } });
    expect(newest()).toMatchObject({ items: [item], reviewer: { id: manager() }, reassignment: { fromId: story().id, comment: 'on leave' } });
    expect(rows(await upstream.ask('v3', `/certifications/${newest()?.id}/access-review-items`, {}, { as: 'manager' }))).toMatchObject([{ id: item?.id }]);
    expect(rows(await upstream.ask('v3', '/certification-tasks', { filters: `targetId eq "${story().id}"` }))).toEqual([]);
  });

  test('makes a certification of its own with each call, for the same reviewer too', async () => {
    const before = upstream.tenant.certifications.size;
    await submit();
    await submit();
    expect(upstream.tenant.certifications.size).toBe(before + 2);
  });

  test('takes fifty entries, whole identities among them, and refuses more', async () => {
    const references = notAbout(manager()).map(({ id }) => ({ id, type: 'ITEM' }));
    const last = story().items.at(-1);
    const summary = { id: last?.identitySummaryId, type: 'IDENTITY_SUMMARY' };
    const tooMany = await submit({ reassign: references.slice(0, 51) });
    expect([tooMany.status, causeOf(tooMany)]).toEqual([400, expect.stringContaining('50')]);
    expect((await submit({ reassign: [...references.slice(0, 49), summary] })).status).toBe(200);
    expect(newest()?.items).toHaveLength(49 + 8);
  });

  test('follows the rules of the new reviewer', async () => {
    const { rerouted } = upstream.tenant.examples.identities;
    const target = upstream.tenant.configurations.get(rerouted)?.find(({ configType }) => configType === 'CERTIFICATIONS')?.targetId;
    const [item] = story().items.filter(({ identityId }) => identityId !== rerouted && identityId !== target);
    await submit({ reassign: [{ id: item?.id, type: 'ITEM' }], reassignTo: rerouted });
    expect(newest()?.reviewer.id).toBe(target);
  });

  test.each(['taskError', 'refused'] as const)('refuses self-review, and moves nothing: %s', async (selfReview) => {
    upstream.tenant.behaviour.selfReview = selfReview;
    const about = story().items.find(({ identityId }) => identityId === manager());
    const reply = await submit({ reassign: [...request().reassign, { id: about?.id, type: 'ITEM' }] });
    expect([reply.status, causeOf(reply)]).toEqual([400, expect.stringContaining(about?.id ?? '')]);
    expect(story().items).toHaveLength(320);
  });

  test.each([
    ['an unknown item', { reassign: [{ id: 'none', type: 'ITEM' }] }],
    ['nothing', { reassign: [] }],
    ['an unknown identity', { reassignTo: 'nobody' }],
    ['no reason', { reason: '' }],
  ])('is refused with %s', async (_, changes) => {
    const reply = await submit(changes);
    expect([reply.status, story().items.length]).toEqual([400, 320]);
  });
});
