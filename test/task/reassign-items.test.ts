import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Certification } from '../../src/sandbox/model.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { fill, idsOf, largeCertification, madeOutOf, movedBy, reassignItems, startBulkGateway, strangersTo, writesTo, type Outcome, type Progress, type Reassignment } from './bulk.js';

describe.each(['v2025', 'v1'] as const)('reassigning items in bulk on %s', (generation) => {
  let gateway: TestGateway;
  let certification: Certification;
  let ben: string;
  let eva: string;
  beforeEach(async () => {
    gateway = await startBulkGateway({ generation });
    certification = largeCertification(gateway);
    [ben = '', eva = ''] = strangersTo(gateway, certification, 2);
  });
  afterEach(() => gateway.stop());

  const inputOf = (reassignments: readonly Reassignment[], more: object = {}) => ({
    input: { certificationId: certification.id, reassignments, reason: 'on leave', ...more },
  });

  async function reassign(...reassignments: Reassignment[]) {
    const answer = await gateway.ask(reassignItems, inputOf(reassignments), { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    const payload = answer.data.reassignAccessReviewItems;
    expect(payload.userErrors).toEqual([]);
    expect(answer.upstreamCalls).toBeLessThanOrEqual((answer.extensions['cost'] as { estimatedCalls: number }).estimatedCalls);
    return { outcomes: payload.outcomes as Outcome[], progress: payload.progress as Progress | null, upstreamCalls: answer.upstreamCalls };
  }

  test('fifty items of one reviewer are moved at once, by one call', async () => {
    const ids = idsOf(certification.items.slice(0, 50));
    const { outcomes, progress, upstreamCalls } = await reassign({ reassignToId: ben, itemIds: ids });
    expect(outcomes).toEqual(ids.map((id) => ({ item: { id }, reviewer: { id: ben }, outcome: 'MOVED', message: null, task: null, userError: null })));
    expect(progress).toBeNull();
    // Pending tasks, items, and the one that moves.
    expect(upstreamCalls).toBe(3);
    const [write, ...others] = writesTo(gateway);
    expect(others).toEqual([]);
    expect(write).toMatchObject({
      operation: 'reassignIdentityCertifications',
      body: { reassign: ids.map((id) => ({ id, type: 'ITEM' })), reassignTo: ben, reason: 'on leave' },
    });
    const [made] = madeOutOf(gateway, certification);
    expect([made?.reviewer.id, idsOf(made?.items ?? [])]).toEqual([ben, ids]);
  });

  test('fifty-one are moved by a task', async () => {
    const ids = idsOf(certification.items.slice(0, 51));
    const { outcomes, progress, upstreamCalls } = await reassign({ reassignToId: ben, itemIds: ids });
    const [task] = progress?.tasks ?? [];
    expect(progress).toEqual({ taskCount: 1, finishedCount: 0, failedCount: 0, isFinished: false, tasks: [{ id: expect.any(String) }] });
    expect(outcomes).toEqual(
      ids.map((id) => ({ item: { id }, reviewer: { id: ben }, outcome: 'STARTED', message: null, task: { id: task?.id, status: 'QUEUED' }, userError: null })),
    );
    expect(upstreamCalls).toBe(3);
    expect(writesTo(gateway)).toMatchObject([{ operation: 'submitReassignCertsAsync' }]);
  });

  test('320 items to two reviewers are five calls: tasks, two pages of items, and one for each reviewer, in their order', async () => {
    const ids = idsOf(certification.items);
    const { outcomes, progress, upstreamCalls } = await reassign({ reassignToId: eva, itemIds: ids.slice(40) }, { reassignToId: ben, itemIds: ids.slice(0, 40) });
    expect(outcomes.map(({ item, reviewer, outcome }) => [item.id, reviewer.id, outcome])).toEqual([
      ...ids.slice(40).map((id) => [id, eva, 'STARTED']),
      ...ids.slice(0, 40).map((id) => [id, ben, 'MOVED']),
    ]);
    expect(progress?.taskCount).toBe(1);
    expect(upstreamCalls).toBe(5);
    expect(writesTo(gateway).map((write) => [write.operation, movedBy(write).length])).toEqual([
      ['submitReassignCertsAsync', 280],
      ['reassignIdentityCertifications', 40],
    ]);
  });

  test('Q43, Q44: more than a task takes are as few as can be, and no identity and no access is in two of them', async () => {
    const identities = [...gateway.upstream.tenant.identities.keys()].slice(10, 19);
    // Nine identities with 80 items each; every third one has the same.
    fill(gateway, certification, identities.flatMap((identityId, who) => Array.from({ length: 80 }, (_, i) => ({ identityId, access: `shared-${who % 3}-${i}` }))));
    const { items } = certification;
    [ben = ''] = strangersTo(gateway, certification, 1);
    const { outcomes } = await reassign({ reassignToId: ben, itemIds: idsOf(items).toSorted() });
    expect(outcomes.every(({ outcome }) => outcome === 'STARTED')).toBe(true);
    const calls = writesTo(gateway).map(movedBy);
    expect(calls.map(({ length }) => length)).toEqual([480, 240]);
    const isIn = (call: readonly string[]) => new Set(items.filter(({ id }) => call.includes(id)).flatMap(({ identityId, access }) => [identityId, access.id]));
    const [first = new Set(), second = new Set()] = calls.map(isIn);
    expect([...first].filter((name) => second.has(name))).toEqual([]);
  });

  test('what hangs together and is more than a task takes is split between identities', async () => {
    const identities = [...gateway.upstream.tenant.identities.keys()].slice(10, 17);
    fill(gateway, certification, identities.flatMap((identityId) => Array.from({ length: 90 }, () => ({ identityId, access: 'everybody-has-it' }))));
    const { items } = certification;
    [ben = ''] = strangersTo(gateway, certification, 1);
    const { upstreamCalls } = await reassign({ reassignToId: ben, itemIds: idsOf(items) });
    const calls = writesTo(gateway).map(movedBy);
    expect(calls.map(({ length }) => length)).toEqual([450, 180]);
    for (const identityId of identities) {
      const own = idsOf(items.filter((item) => item.identityId === identityId));
      expect(calls.map((call) => own.filter((id) => call.includes(id)).length).toSorted()).toEqual([0, 90]);
    }
    // Tasks; of 630 items three pages; two tasks.
    expect(upstreamCalls).toBe(1 + 3 + 2);
  });

  test('Q45: items about the new reviewer are not sent, the others are', async () => {
    const { otherReviewer } = gateway.upstream.tenant.people;
    const own = idsOf(certification.items.filter(({ identityId }) => identityId === otherReviewer));
    const others = idsOf(certification.items.filter(({ identityId }) => identityId !== otherReviewer).slice(0, 3));
    const { outcomes } = await reassign({ reassignToId: otherReviewer, itemIds: [...own, ...others] });
    expect(own.length).toBeGreaterThan(0);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...own.map(() => 'SELF_REVIEW'), 'MOVED', 'MOVED', 'MOVED']);
    expect(outcomes[0]?.message).toContain('nobody reviews their own access');
    expect(writesTo(gateway).map(movedBy)).toEqual([others]);
  });

  test('items that the certification has not are told apart, and named by their ids', async () => {
    const [id = ''] = idsOf(certification.items);
    const { outcomes } = await reassign({ reassignToId: ben, itemIds: ['nowhere', id] });
    expect(outcomes.map(({ item, outcome }) => [item.id, outcome])).toEqual([
      ['nowhere', 'NOT_IN_CERTIFICATION'],
      [id, 'MOVED'],
    ]);
    expect(writesTo(gateway).map(movedBy)).toEqual([[id]]);
  });

  test('nothing that could be sent is no write', async () => {
    const { outcomes, progress, upstreamCalls } = await reassign({ reassignToId: ben, itemIds: ['nowhere'] }, { reassignToId: eva, itemIds: ['neither'] });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['NOT_IN_CERTIFICATION', 'NOT_IN_CERTIFICATION']);
    expect([progress, upstreamCalls, writesTo(gateway)]).toEqual([null, 2, []]);
  });

  test('items are shown as they were before, without a further call; the certification is read anew', async () => {
    const [item] = certification.items;
    const query = `mutation ($input: ReassignAccessReviewItemsInput!) { reassignAccessReviewItems(input: $input) {
      outcomes { item { id isCompleted access { name } identitySummary { id identity { id } } } }
      certification { id name progress { decisionsTotal } pendingTasks { id } }
    } }`;
    const answer = await gateway.ask(query, inputOf([{ reassignToId: ben, itemIds: [item?.id ?? '', 'nowhere'] }]));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignAccessReviewItems).toEqual({
      outcomes: [
        { item: { id: item?.id, isCompleted: false, access: { name: item?.access.name }, identitySummary: { id: item?.identitySummaryId, identity: { id: item?.identityId } } } },
        { item: { id: 'nowhere', isCompleted: null, access: null, identitySummary: null } },
      ],
      certification: { id: certification.id, name: certification.name, progress: { decisionsTotal: 319 }, pendingTasks: [] },
    });
    expect(answer.upstreamCalls).toBe(5);
  });

  test('a second one in the same operation is about what is then so', async () => {
    const [a = '', b = ''] = idsOf(certification.items);
    const change = (ids: readonly string[]) => `reassignAccessReviewItems(input: { certificationId: "${certification.id}", reason: "x", reassignments: [{ reassignToId: "${ben}", itemIds: ${JSON.stringify(ids)} }] }) { outcomes { outcome } }`;
    const answer = await gateway.ask(`mutation { first: ${change([a])} second: ${change([a, b])} }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      first: { outcomes: [{ outcome: 'MOVED' }] },
      second: { outcomes: [{ outcome: 'NOT_IN_CERTIFICATION' }, { outcome: 'MOVED' }] },
    });
    expect(answer.upstreamCalls).toBe(6);
  });

  async function refused(input: object, ...expected: object[]) {
    const answer = await gateway.ask(reassignItems, inputOf([], input), { as: 'reviewer' });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.reassignAccessReviewItems).toEqual({ outcomes: [], progress: null, userErrors: expected.map((error) => expect.objectContaining(error)) });
    expect(writesTo(gateway)).toEqual([]);
    return answer.upstreamCalls;
  }

  test('what is wrong with the input is told together, before any call', async () => {
    expect(await refused({ reason: ' \n' }, { code: 'INVALID_INPUT', field: ['reassignments'] }, { field: ['reason'] })).toBe(0);
    const twice = [
      { reassignToId: ben, itemIds: ['a', 'b', 'a'] },
      { reassignToId: eva, itemIds: ['b'] },
      { reassignToId: ben, itemIds: [] },
    ];
    const errors = [
      { __typename: 'IgaInvalidInputError', field: ['reassignments', '0', 'itemIds', '2'], message: expect.stringContaining('item a twice') },
      { field: ['reassignments', '1', 'itemIds', '0'] },
      { field: ['reassignments', '2', 'reassignToId'] },
      { field: ['reassignments', '2', 'itemIds'] },
    ];
    expect(await refused({ reassignments: twice }, ...errors)).toBe(0);
    // However much is wrong, no more than a hundred of it is told.
    const flood = [{ reassignToId: 'b', itemIds: Array.from({ length: 5000 }, () => 'a') }];
    expect(await refused({ reassignments: flood }, ...Array.from({ length: 100 }, () => ({})))).toBe(0);
    const reviewers = Array.from({ length: 21 }, (_, i) => ({ reassignToId: `r${i}`, itemIds: [`i${i}`] }));
    expect(await refused({ reassignments: reviewers }, { __typename: 'IgaLimitExceededError', field: ['reassignments'], limit: 20, actual: 21 })).toBe(0);
  });

  test.each([
    [{ certificationId: '../x' }, 'input.certificationId'],
    [{ reassignments: [{ reassignToId: 'a b', itemIds: ['i'] }] }, 'input.reassignments.0.reassignToId'],
    [{ reassignments: [{ reassignToId: 'a', itemIds: ['i', ''] }] }, 'input.reassignments.0.itemIds.1'],
  ])('%j is BAD_USER_INPUT', async (input, argument) => {
    const answer = await gateway.ask(reassignItems, inputOf([], input));
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('while a task moves items of the certification, nothing is sent, and the task is named', async () => {
    const ids = idsOf(certification.items);
    const { progress } = await reassign({ reassignToId: ben, itemIds: ids.slice(0, 60) });
    gateway.upstream.clearRequests();
    const [task] = progress?.tasks ?? [];
    const error = { code: 'INVALID_INPUT', field: ['certificationId'], message: expect.stringContaining(task?.id ?? '') };
    expect(await refused({ reassignments: [{ reassignToId: eva, itemIds: ids.slice(60) }] }, error)).toBe(1);
  });

  test('a certification that is not there, or not the caller’s, is a user error', async () => {
    const reassignments = [{ reassignToId: ben, itemIds: ['i'] }];
    await refused({ certificationId: 'nowhere', reassignments }, { __typename: 'IgaTargetNotFoundError' });
    const { ofOtherReviewer } = gateway.upstream.tenant.examples.certifications;
    await refused({ certificationId: ofOtherReviewer, reassignments }, { __typename: 'IgaNotPermittedError' });
  });

  test('Q49: of a governance group, the words say so', async () => {
    const { ofGovernanceGroup } = gateway.upstream.tenant.examples.certifications;
    const answer = await gateway.ask(reassignItems, inputOf([{ reassignToId: ben, itemIds: ['i'] }], { certificationId: ofGovernanceGroup }));
    expect(answer.data.reassignAccessReviewItems.userErrors).toMatchObject([{ code: 'UPSTREAM_REJECTED', message: expect.stringContaining(`${ofGovernanceGroup} is reviewed by a governance group`) }]);
  });

  test('Q49: also where only the write is refused', async () => {
    const becomesGroups = (json: unknown) => {
      certification.reviewer = { type: 'GOVERNANCE_GROUP', id: 'group', name: 'Group' };
      return json;
    };
    gateway.upstream.inject({ operation: 'listIdentityAccessReviewItems', rewrite: becomesGroups });
    const ids = idsOf(certification.items.slice(0, 2));
    const { outcomes } = await reassign({ reassignToId: ben, itemIds: ids.slice(0, 1) }, { reassignToId: eva, itemIds: ids.slice(1) });
    const words = expect.stringContaining('is reviewed by a governance group');
    expect(outcomes).toMatchObject(ids.map(() => ({ outcome: 'REFUSED', message: words, userError: { code: 'UPSTREAM_REJECTED', message: words } })));
  });

  test('two callers at once: each item is moved once, and each is told what became of it', async () => {
    const ids = idsOf(certification.items.slice(0, 30));
    const [one, other] = await Promise.all([reassign({ reassignToId: ben, itemIds: ids }), reassign({ reassignToId: ben, itemIds: ids })]);
    const made = madeOutOf(gateway, certification);
    expect(made.map(({ items }) => idsOf(items))).toEqual([ids]);
    const outcomes = [one, other].map((payload) => new Set(payload.outcomes.map(({ outcome }) => outcome)));
    expect(outcomes).toContainEqual(new Set(['MOVED']));
    const [late = ''] = outcomes.flatMap((each) => [...each]).filter((outcome) => outcome !== 'MOVED');
    expect(['REFUSED', 'NOT_IN_CERTIFICATION']).toContain(late);
  });
});

test('beta refuses it without a call', async () => {
  const gateway = await startTestGateway({ generation: 'beta' });
  const answer = await gateway.ask(reassignItems, { input: { certificationId: 'c', reassignments: [{ reassignToId: 'r', itemIds: ['i'] }], reason: 'x' } });
  await gateway.stop();
  expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('not in the beta generation'), extensions: { code: 'BAD_USER_INPUT' } });
  expect(answer.upstreamCalls).toBe(0);
});
