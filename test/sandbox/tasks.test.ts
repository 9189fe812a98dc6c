import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GenerationName, PersonaKey } from '../../src/sandbox/upstream.js';
import { causeOf, row, rows, startTestUpstream } from './support.js';
import type { Reply, TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream();
});
afterEach(() => upstream.stop());

describe('the pending tasks of a certification', () => {
  test('are there from the start, and stay', async () => {
    const id = upstream.tenant.examples.certifications.withPendingTask;
    upstream.pass(365 * 24 * 60 * 60 * 1000);
    const token = upstream.tokens.issue();
    expect((await upstream.ask('beta', `/certifications/${id}/tasks-pending`, {}, { token })).json).toEqual([
      { id: upstream.tenant.examples.tasks.queued, certificationId: id, type: 'REASSIGN', status: 'QUEUED', errors: [] },
    ]);
  });

  test('are one list of all certifications on stable generations, trimmed to the caller', async () => {
    const mine = rows(await upstream.ask('v2025', '/certification-tasks', {}, { as: 'reviewer' }));
    const all = rows(await upstream.ask('v2025', '/certification-tasks', { count: 'true' }));
    const reviewerTasks = await upstream.ask('v2025', '/certification-tasks', {
      'reviewer-identity': upstream.tenant.people.reviewer,
    });
    expect(all).toHaveLength(18);
    expect(mine.length).toBeLessThan(all.length);
    expect(rows(reviewerTasks)).toEqual(mine);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['QUEUED', 'IN_PROGRESS']));
    expect(mine.map(({ targetType }) => targetType)).not.toContain('CAMPAIGN');
  });

  test('are filtered by target, id and type', async () => {
    const { withPendingTask } = upstream.tenant.examples.certifications;
    const { ofCampaign, newerType } = upstream.tenant.examples.tasks;
    const find = async (filters: string) => rows(await upstream.ask('v1', '/certification-tasks', { filters }));
    expect(await find(`targetId in ("${withPendingTask}","none")`)).toHaveLength(1);
    expect(await find('type eq "ADMIN_REASSIGN"')).toMatchObject([{ id: ofCampaign, targetType: 'CAMPAIGN' }]);
    expect(await find(`id eq "${newerType}"`)).toMatchObject([{ type: 'CERTIFICATION_RECALCULATION' }]);
    expect((await upstream.ask('v1', '/certification-tasks', { sorters: 'id' })).status).toBe(400);
  });
});

describe('a finished task', () => {
  test('is read by its id, with errors in the shape of its generation', async () => {
    const { failed } = upstream.tenant.examples.tasks;
    const { withPendingTask } = upstream.tenant.examples.certifications;
    const beta = row(await upstream.ask('beta', `/certifications/${withPendingTask}/tasks/${failed}`));
    const stable = row(await upstream.ask('v2024', `/certification-tasks/${failed}`));
    expect(beta).toMatchObject({ status: 'ERROR', errors: [expect.stringContaining('new reviewer')] });
    expect(stable).toMatchObject({ status: 'ERROR', errors: [{ locale: 'en-US', text: (beta['errors'] as string[])[0] }] });
  });

  test('is unknown to another certification, and refused to strangers', async () => {
    const { failed, ofCampaign } = upstream.tenant.examples.tasks;
    const { reassigned } = upstream.tenant.examples.certifications;
    expect((await upstream.ask('beta', `/certifications/${reassigned}/tasks/${failed}`)).status).toBe(404);
    expect((await upstream.ask('v3', '/certification-tasks/none')).status).toBe(404);
    expect((await upstream.ask('v3', `/certification-tasks/${failed}`, {}, { as: 'manager' })).status).toBe(403);
    expect((await upstream.ask('v3', `/certification-tasks/${ofCampaign}`, {}, { as: 'reviewer' })).status).toBe(403);
  });
});

describe('reassigning items', () => {
  const submit = (
    body: object,
    generation: GenerationName = 'v2025',
    as: PersonaKey = 'reviewer',
  ): Promise<Reply> =>
    upstream.ask(generation, `/certifications/${certification().id}/reassign-async`, {}, { method: 'POST', body, as });
  const certification = () => upstream.tenant.certification(upstream.tenant.examples.certifications.open);
  const targetId = () => upstream.tenant.people.otherReviewer;
  const oneItem = (changes: object = {}) => ({
    reassign: [{ id: certification().items[0]?.id, type: 'ITEM' }],
    reassignTo: targetId(),
    reason: 'on leave',
    ...changes,
  });

  test('goes from queued over running to success, and then has made a certification', async () => {
    const before = certification().items.length;
    const started = await submit(oneItem(), 'beta');
    const { id } = row(started);
    const status = async () => row(await upstream.ask('v2025', `/certification-tasks/${String(id)}`))['status'];
    expect([started.status, row(started)['status']]).toEqual([200, 'QUEUED']);
    expect(row(started)).toMatchObject({ certificationId: certification().id, type: 'REASSIGN', errors: [] });
    upstream.pass(1_500);
    expect(await status()).toBe('IN_PROGRESS');
    expect(certification().items).toHaveLength(before);
    upstream.pass(4_000);
    expect(await status()).toBe('SUCCESS');
    expect(certification().items).toHaveLength(before - 1);

    const mine = await upstream.ask('v2025', '/certifications', { 'reviewer-identity': 'me' }, { as: 'otherReviewer' });
    expect(rows(mine).at(-1)).toMatchObject({
      name: certification().name,
      decisionsTotal: 1,
      reassignment: {
        from: { id: certification().id, reviewer: { id: upstream.tenant.people.reviewer } },
        comment: 'on leave',
      },
    });
  });

  test('takes all items of an identity by its summary', async () => {
    const [first] = certification().items;
    const about = certification().items.filter(({ identityId }) => identityId === first?.identityId);
    await submit({ ...oneItem(), reassign: [{ id: first?.identitySummaryId, type: 'IDENTITY_SUMMARY' }] });
    upstream.pass(10_000);
    await upstream.ask('v3', '/certifications', { limit: '0' });
    expect([...upstream.tenant.certifications.values()].at(-1)?.items).toEqual(about);
  });

  test('follows the rules of the new reviewer, and shows the trail', async () => {
    const { rerouted } = upstream.tenant.examples.identities;
    const started = row(await submit(oneItem({ reassignTo: rerouted })));
    upstream.pass(10_000);
    const task = row(await upstream.ask('v2025', `/certification-tasks/${String(started['id'])}`));
    const [hop] = task['reassignmentTrailDTOs'] as { newOwner: string }[];
    expect(hop).toMatchObject({ previousOwner: rerouted, reassignmentType: 'AUTOMATIC_REASSIGNMENT' });
    expect([...upstream.tenant.certifications.values()].at(-1)?.reviewer.id).toBe(hop?.newOwner);
  });

  test('goes on to the manager of whom the rules lead to, if the items are about that person', async () => {
    const { rerouted } = upstream.tenant.examples.identities;
    const [rule] = upstream.tenant.configurations.get(rerouted) ?? [];
    const [item] = certification().items;
    if (rule === undefined || item === undefined) throw new Error('no rule or no item');
    rule.targetId = item.identityId;
    const { id } = row(await submit(oneItem({ reassignTo: rerouted })));
    upstream.pass(10_000);
    const task = row(await upstream.ask('v2025', `/certification-tasks/${String(id)}`));
    const managerId = upstream.tenant.identity(item.identityId).managerId;
    expect(task).toMatchObject({
      status: 'SUCCESS',
      reassignmentTrailDTOs: [{}, { newOwner: managerId, reassignmentType: 'SELF_REVIEW_DELEGATION' }],
    });
  });

  test('ends in an error when items would go to the identity they are about', async () => {
    const [item] = certification().items;
    const body = oneItem({ reassignTo: item?.identityId });
    const started = row(await submit(body));
    upstream.pass(10_000);
    const task = row(await upstream.ask('v2025', `/certification-tasks/${String(started['id'])}`));
    expect(task).toMatchObject({ status: 'ERROR', errors: [{ text: expect.stringContaining('new reviewer') }] });
    expect(certification().items).toContain(item);
    upstream.tenant.behaviour.selfReview = 'refused';
    expect((await submit(body)).status).toBe(400);
  });

  test('lets one of two tasks on the same item have it', async () => {
    const first = row(await submit(oneItem()));
    const second = row(await submit(oneItem({ reassignTo: upstream.tenant.people.manager })));
    upstream.pass(10_000);
    const statusOf = async ({ id }: Record<string, unknown>) =>
      row(await upstream.ask('v3', `/certification-tasks/${String(id)}`))['status'];
    expect([await statusOf(first), await statusOf(second)]).toEqual(['SUCCESS', 'ERROR']);
  });

  test('can be done at once', async () => {
    upstream.tenant.behaviour.taskTiming = { queuedMs: 0, runningMs: 0 };
    expect(row(await submit(oneItem()))['status']).toBe('SUCCESS');
  });

  test.each([
    ['no items', { reassign: [] }],
    ['more than 500 items', { reassign: Array.from({ length: 501 }, (_, index) => ({ id: `${index}`, type: 'ITEM' })) }],
    ['a type that no route offers', { reassign: [{ id: 'x', type: 'TARGET_SUMMARY' }] }],
    ['an unknown identity', { reassignTo: 'nobody' }],
    ['an object for the new reviewer', { reassignTo: { id: 'x', type: 'IDENTITY' } }],
    ['no reason', { reason: ' ' }],
    ['a field it does not have', { items: [] }],
  ])('is refused with %s', async (_, changes) => {
    const reply = await submit(oneItem(changes));
    expect(reply.status).toBe(400);
    expect(causeOf(reply)).not.toBe('');
  });

  test('is refused to strangers, for signed certifications, and without JSON', async () => {
    expect((await submit(oneItem(), 'v2025', 'manager')).status).toBe(403);
    const path = `/certifications/${upstream.tenant.examples.certifications.signed}/reassign-async`;
    expect((await upstream.ask('v3', path, {}, { method: 'POST', body: oneItem() })).status).toBe(400);
    expect((await upstream.ask('v3', path, {}, { method: 'POST' })).status).toBe(400);
  });

  test('needs the writing scope', async () => {
    const token = upstream.tokens.issue({ scope: ['idn:campaign:read'] });
    const path = `/certifications/${certification().id}/reassign-async`;
    expect((await upstream.ask('v3', path, {}, { method: 'POST', body: oneItem(), token })).status).toBe(403);
  });
});
