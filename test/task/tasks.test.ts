import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const fields = `id type typeName status statusName isFinished targetType targetTypeName targetId createdAt
  errors { text locale localeOrigin } reassignmentTrail { from { id } to { id } type typeName }`;
const one = `query ($id: ID!, $certificationId: ID) { certificationTask(id: $id, certificationId: $certificationId) { ${fields} } }`;
const pending = `query ($filter: CertificationTaskFilter, $reviewerId: ID, $first: Int, $after: String) {
  pendingCertificationTasks(filter: $filter, reviewerId: $reviewerId, first: $first, after: $after) {
    totalCount nodes { id type typeName status targetId } pageInfo { hasNextPage endCursor } } }`;

describe.each(['beta', 'v2025'] as const)('tasks on %s', (generation) => {
  const isBeta = generation === 'beta';
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const examples = () => gateway.upstream.tenant.examples;
  const targetOf = (id: string) => gateway.upstream.tenant.tasks.get(id)?.targetId ?? '';

  test('Q32, Q50: one by its id, running or finished, at this generation’s own address', async () => {
    const { running, succeeded } = examples().tasks;
    const a = await gateway.ask(one, { id: running, certificationId: targetOf(running) });
    expect(a.errors).toBeUndefined();
    expect(a.data.certificationTask).toMatchObject({
      id: running, type: 'REASSIGN', typeName: 'REASSIGN', status: 'IN_PROGRESS', isFinished: false,
      targetType: 'CERTIFICATION', targetTypeName: 'CERTIFICATION', targetId: targetOf(running), errors: [],
    });
    const b = await gateway.ask(one, { id: succeeded, certificationId: targetOf(succeeded) });
    expect(b.data.certificationTask).toMatchObject({ status: 'SUCCESS', isFinished: true });
    if (!isBeta) {
      expect(b.data.certificationTask.createdAt).toMatch(/Z$/);
      expect(b.data.certificationTask.reassignmentTrail).toEqual([
        { from: { id: expect.any(String) }, to: { id: expect.any(String) }, type: 'AUTOMATIC_REASSIGNMENT', typeName: 'AUTOMATIC_REASSIGNMENT' },
      ]);
    }
  });

  test('Q30: errors are messages, whether they came as texts, objects, one of either, or both', async () => {
    const { failed } = examples().tasks;
    const documented = await gateway.ask(one, { id: failed, certificationId: targetOf(failed) });
    expect(documented.data.certificationTask).toMatchObject({ status: 'ERROR', isFinished: true, errors: [{ text: expect.stringContaining('could not be moved') }] });
    const read = async (errors: unknown) => {
      const heal = gateway.upstream.inject({ operation: /TaskStatus|getCertificationTask/, rewrite: (task) => ({ ...(task as object), errors }) });
      const answer = await gateway.ask(one, { id: failed, certificationId: targetOf(failed) });
      heal();
      expect(answer.errors).toBeUndefined();
      return answer.data.certificationTask.errors;
    };
    const object = { locale: 'en-US', localeOrigin: 'REQUEST', text: 'As an object' };
    expect(await read('As a text')).toEqual([{ text: 'As a text', locale: null, localeOrigin: null }]);
    expect(await read(object)).toEqual([object]);
    expect(await read(['As a text', object, null, '', { locale: 'en' }, { text: 'x', localeOrigin: 'MARS' }])).toEqual([
      { text: 'As a text', locale: null, localeOrigin: null },
      object,
      { text: 'x', locale: null, localeOrigin: null },
    ]);
    expect(await read(null)).toEqual([]);
  });

  test('Q2: a reassignment type may end with a comma; Q6: a newer type or status is null beside its word and not final', async () => {
    const { running } = examples().tasks;
    const heal = gateway.upstream.inject({
      operation: /TaskStatus|getCertificationTask/,
      rewrite: (task) => ({
        ...(task as object),
        type: 'TELEPORT',
        status: 'PAUSED',
        reassignmentTrailDTOs: { previousOwner: 'a', newOwner: 'b', reassignmentType: 'MANUAL_REASSIGNMENT, ' },
      }),
    });
    const answer = await gateway.ask(one, { id: running, certificationId: targetOf(running) });
    heal();
    expect(answer.data.certificationTask).toMatchObject({
      type: null, typeName: 'TELEPORT', status: null, statusName: 'PAUSED', isFinished: false,
      reassignmentTrail: [{ from: { id: 'a' }, to: { id: 'b' }, type: 'MANUAL_REASSIGNMENT', typeName: 'MANUAL_REASSIGNMENT' }],
    });
  });

  test('is null without an error where there is none', async () => {
    const answer = await gateway.ask(one, { id: 'no-such-task', certificationId: examples().certifications.open });
    expect(answer).toMatchObject({ data: { certificationTask: null }, errors: undefined });
  });

  test('Q60: the caller’s language goes with it, as its texts are shown and not kept', async () => {
    const { running } = examples().tasks;
    await gateway.ask(one, { id: running, certificationId: targetOf(running) }, { headers: { 'accept-language': 'de-CH, en;q=0.5' } });
    expect(gateway.upstream.requests[0]?.headers['accept-language']).toBe('de-CH, en;q=0.5');
  });

  test('the target is a reference until more than its id is selected; certifications are read together', async () => {
    const ids = [examples().tasks.running, examples().tasks.queued];
    const targetIds = ids.map(targetOf);
    const cheap = await gateway.ask(
      'query ($filter: CertificationTaskFilter) { pendingCertificationTasks(filter: $filter) { nodes { target { __typename ... on Certification { id } ... on CertificationCampaign { id } } } } }',
      { filter: { targetIds } },
    );
    expect(cheap.upstreamCalls).toBe(isBeta ? 2 : 1);
    const named = await gateway.ask(
      'query ($filter: CertificationTaskFilter) { pendingCertificationTasks(filter: $filter) { nodes { targetId target { ... on Certification { id name } } } } }',
      { filter: { targetIds } },
    );
    expect(named.errors).toBeUndefined();
    for (const { targetId, target } of named.data.pendingCertificationTasks.nodes) expect(target).toEqual({ id: targetId, name: expect.any(String) });
    expect(named.upstreamCalls).toBe((isBeta ? 2 : 1) + 1);
  });

  test('pending ones of many certifications: stable generations take one call, beta one each', async () => {
    const answer = await gateway.ask('{ certifications(first: 30) { nodes { id pendingTasks { id status } } } }');
    expect(answer.errors).toBeUndefined();
    const tasks = answer.data.certifications.nodes.flatMap((node: { pendingTasks: unknown[] }) => node.pendingTasks);
    expect(tasks.length).toBeGreaterThan(0);
    expect(answer.upstreamCalls).toBe(isBeta ? 31 : 2);
  });

  test('pending ones are filtered, paged and counted', async () => {
    const targetIds = [targetOf(examples().tasks.running), targetOf(examples().tasks.queued)];
    const all = await gateway.ask(pending, { filter: { targetIds } });
    expect(all.errors).toBeUndefined();
    expect(all.data.pendingCertificationTasks.totalCount).toBe(3);
    const reassign = await gateway.ask(pending, { filter: { targetIds, types: ['REASSIGN'] } });
    expect(reassign.data.pendingCertificationTasks.nodes.map((node: { type: string }) => node.type)).toEqual(['REASSIGN', 'REASSIGN']);
    const byId = await gateway.ask(pending, { filter: { targetIds, ids: [examples().tasks.queued] } });
    expect(byId.data.pendingCertificationTasks.nodes).toEqual([expect.objectContaining({ id: examples().tasks.queued, status: 'QUEUED' })]);
    const first = (await gateway.ask(pending, { filter: { targetIds }, first: 2 })).data.pendingCertificationTasks;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await gateway.ask(pending, { filter: { targetIds }, first: 2, after: first.pageInfo.endCursor })).data.pendingCertificationTasks;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
  });

  test('beta lists tasks by certification: without targetIds, or by reviewer, is refused with the way out', async () => {
    const everybody = await gateway.ask(pending, {});
    const mine = await gateway.ask(pending, { reviewerId: 'me', filter: { targetIds: [examples().certifications.open] } });
    if (isBeta) {
      expect(everybody.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.targetIds' } });
      expect(mine.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'reviewerId' } });
      expect(gateway.upstream.requests).toEqual([]);
    } else {
      expect(everybody.errors ?? mine.errors).toBeUndefined();
      expect(everybody.data.pendingCertificationTasks.totalCount).toBeGreaterThan(10);
      expect(gateway.upstream.requests[1]?.query.get('reviewer-identity')).toBe('me');
    }
  });

  test('pending ones of one certification that may not be read leave the other rows’ standing', async () => {
    const heal = gateway.upstream.inject({ operation: 'getIdentityCertificationPendingTasks', times: 1, status: 403, body: {} });
    const answer = await gateway.ask('{ certifications(first: 5) { nodes { pendingTasks { id } } } }');
    heal();
    const lists = answer.data.certifications.nodes.map(({ pendingTasks }: { pendingTasks: unknown }) => pendingTasks);
    expect(lists.filter((list: unknown) => list === null)).toHaveLength(isBeta ? 1 : 0);
    expect(answer.errors?.length ?? 0).toBe(isBeta ? 1 : 0);
  });

  test('a certification that is not there, or may not be read, has no tasks in a list of several', async () => {
    const { running } = examples().tasks;
    const mixed = await gateway.ask(pending, { filter: { targetIds: [targetOf(running), 'no-such-certification'] } });
    expect(mixed.errors).toBeUndefined();
    expect(mixed.data.pendingCertificationTasks.totalCount).toBe(2);
    const mine = await gateway.ask(pending, { filter: { targetIds: [targetOf(running), examples().certifications.ofOtherReviewer] } }, { as: 'reviewer' });
    expect(mine.errors).toBeUndefined();
    expect(mine.data.pendingCertificationTasks.totalCount).toBe(2);
    const none = await gateway.ask('{ certification(id: "no-such-certification") { pendingTasks { id } } }');
    expect(none).toMatchObject({ data: { certification: { pendingTasks: [] } }, errors: undefined });
  });

  test('Q32: a target that the question named need not be in beta’s answer', async () => {
    if (!isBeta) return;
    const { running } = examples().tasks;
    const heal = gateway.upstream.inject({ operation: /Task/, rewrite: (json) => strip(json) });
    const alone = await gateway.ask(one, { id: running, certificationId: targetOf(running) });
    const listed = await gateway.ask(pending, { filter: { targetIds: [targetOf(running)] } });
    heal();
    expect(alone.data.certificationTask).toMatchObject({ targetType: 'CERTIFICATION', targetId: targetOf(running) });
    expect(listed.data.pendingCertificationTasks.nodes[0].targetId).toBe(targetOf(running));
  });

  test('named by another subgraph: several at once, finished and unknown ones among them', async () => {
    const { running, queued, succeeded } = examples().tasks;
    // Seen once, so that beta knows their certifications.
    for (const id of [running, queued, succeeded]) await gateway.ask(one, { id, certificationId: targetOf(id) });
    gateway.upstream.clearRequests();
    const answer = await gateway.ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on CertificationTask { id status } } }', {
      r: [running, queued, succeeded, 'no-such-task'].map((id) => ({ __typename: 'CertificationTask', id })),
    });
    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities).toEqual([
      { id: running, status: 'IN_PROGRESS' },
      { id: queued, status: 'QUEUED' },
      { id: succeeded, status: 'SUCCESS' },
      null,
    ]);
    // Stable: the pending ones together, the two others singly. Beta: three it knows.
    expect(answer.upstreamCalls).toBe(3);
  });
});

/** Without `certificationId`. */
function strip(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(strip);
  return Object.fromEntries(Object.entries(json as object).filter(([field]) => field !== 'certificationId'));
}

describe('a task on beta', () => {
  const minuteMs = 60_000;
  let nowMs = Date.now();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation: 'beta', now: () => nowMs });
  });
  afterAll(() => gateway.stop());

  test('whose certification the gateway does not know is BAD_USER_INPUT that names the argument, without a call', async () => {
    const answer = await gateway.ask(one, { id: gateway.upstream.tenant.examples.tasks.running });
    expect(answer.data.certificationTask).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'certificationId' } });
    expect(answer.upstreamCalls).toBe(0);
  });

  test('is known for an hour after the gateway has seen it in a list', async () => {
    const id = gateway.upstream.tenant.examples.tasks.queued;
    const certificationId = gateway.upstream.tenant.tasks.get(id)?.targetId;
    await gateway.ask('query ($id: ID!) { certification(id: $id) { pendingTasks { id } } }', { id: certificationId });
    nowMs += 59 * minuteMs;
    expect((await gateway.ask(one, { id })).data.certificationTask).toMatchObject({ id, targetId: certificationId });
    nowMs += 61 * minuteMs;
    expect((await gateway.ask(one, { id })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('a hundred certifications’ pending tasks are read to the last page', async () => {
  const gateway = await startTestGateway();
  const { certifications, tasks } = gateway.upstream.tenant;
  const [template] = tasks.values();
  const targetIds = [...certifications.values()].filter(({ reviewer }) => reviewer.type === 'IDENTITY').slice(0, 90).map(({ id }) => id);
  for (const [i, targetId] of targetIds.entries()) {
    for (let n = 0; n < 4; n += 1) tasks.set(`many-${i}-${n}`, { ...(template as object as typeof template & object), id: `many-${i}-${n}`, targetId });
  }
  const answer = await gateway.ask('query ($ids: [ID!]) { certifications(first: 100, filter: { ids: $ids }) { nodes { pendingTasks { id } } } }', { ids: targetIds });
  await gateway.stop();
  expect(answer.errors).toBeUndefined();
  const found = answer.data.certifications.nodes.flatMap((node: { pendingTasks: { id: string }[] }) => node.pendingTasks).filter(({ id }: { id: string }) => id.startsWith('many-'));
  expect(found).toHaveLength(360);
  expect(answer.upstreamCalls).toBe(1 + 2);
});
