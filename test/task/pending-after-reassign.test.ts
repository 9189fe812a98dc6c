import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const pending = 'query ($id: ID!) { certification(id: $id) { pendingTasks { id } } }';
const reassign = `mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) {
  task { id } certification { pendingTasks { id } } userErrors { message }
} }`;

describe.each(['beta', 'v2025'] as const)('pending tasks on %s, read while an earlier read of them is under way', (generation) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ generation });
    await gateway.ask(pending, certification());
  });
  afterEach(() => gateway.stop());

  const certification = () => ({ id: gateway.upstream.tenant.examples.items.permissions.certificationId });
  const input = () => {
    const { certificationId, itemId } = gateway.upstream.tenant.examples.items.permissions;
    return { input: { certificationId, items: [{ id: itemId, type: 'ITEM' }], reassignToId: gateway.upstream.tenant.people.otherReviewer, reason: 'on leave' } };
  };

  /** A read that has seen how things stand, and whose answer is on its way for longer than the test. Is it over? */
  async function startSlowRead(): Promise<() => boolean> {
    let isSeen = false;
    let isOver = false;
    // Asked when the answer is there, and is yet to be sent.
    const when = () => (isSeen = true);
    gateway.upstream.inject({ operation: /Pending/, when, rewrite: (json) => json, latencyMs: 60_000, times: 1 });
    const over = () => void (isOver = true);
    gateway.ask(pending, certification()).then(over, over);
    await until(() => isSeen);
    return () => isOver;
  }

  const idsOf = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);

  test('show the task in the payload of the mutation that has started it', async () => {
    const isOver = await startSlowRead();
    const { data, errors } = await gateway.ask(reassign, input());
    expect(isOver()).toBe(false);
    expect(errors).toBeUndefined();
    const { task, certification: after } = data.reassignCertification;
    expect(idsOf(after.pendingTasks)).toContain(task.id);
  });

  test('show it in a query after the mutation', async () => {
    const isOver = await startSlowRead();
    const { data } = await gateway.ask('mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } } }', input());
    const after = await gateway.ask(pending, certification());
    expect(isOver()).toBe(false);
    expect(idsOf(after.data.certification.pendingTasks)).toContain(data.reassignCertification.task.id);
  });

  test('show it in the error of a mutation whose outcome is unknown', async () => {
    const known = new Set(gateway.upstream.tenant.tasks.keys());
    const isOver = await startSlowRead();
    gateway.upstream.inject({ operation: /submitReassign/i, lost: true, times: 1 });
    const { errors } = await gateway.ask(reassign, input());
    expect(isOver()).toBe(false);
    const started = [...gateway.upstream.tenant.tasks.keys()].filter((id) => !known.has(id));
    expect(started).toHaveLength(1);
    expect(idsOf(errors?.[0]?.extensions['pendingTasks'])).toContain(started[0]);
  });
});
