import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { allOf, eventClient, socketClient } from '../server/streams.js';
import type { Answer, TestGateway } from '../support/gateway.js';
import { createManualClock } from '../support/manual-clock.js';
import { textOf } from '../support/screens.js';
import { until } from '../support/until.js';
import { linesOf, meterOf, startMeteredGateway } from './support.js';

describe.each([
  ['websocket', socketClient],
  ['event-stream', eventClient],
] as const)('the call meter over %s', (_transport, clientFor) => {
  let gateway: TestGateway;
  let client: ReturnType<typeof clientFor>;
  beforeEach(async () => {
    gateway = await startMeteredGateway();
    client = clientFor(gateway, gateway.upstream.persona('administrator').token);
  });
  afterEach(async () => {
    await client.dispose();
    await gateway.stop();
  });

  test('tells of a query as over HTTP', async () => {
    const [result] = await allOf(client, '{ certifications(first: 20) { nodes { pendingTasks { id } } } }');
    expect(linesOf(meterOf(result))).toEqual(['listCertifications ×1 for certifications (1), off', 'getPendingCertificationTasks ×20 for certifications.nodes.pendingTasks (20), null']);
  });

  test('tells at each event of a subscription what that event took', async () => {
    const results = await allOf(client, textOf('ReassignProgress'), sampleVariables(gateway.upstream.tenant)['ReassignProgress']);
    expect(results.map((result) => linesOf(meterOf(result)))).toEqual([
      ['getCertificationTask ×1 for certificationTaskProgress (1), off', 'getPublicIdentities ×2 for certificationTaskProgress.reassignmentTrail.from.name (2), miss'],
    ]);
    expect(meterOf(results[0]).naiveCalls).toBe(3);
  });
});

test('calls of an event are not told again at the next one', async () => {
  const clock = createManualClock();
  const gateway = await startMeteredGateway({ now: clock.now, taskPolling: { pause: clock.pause } });
  const client = eventClient(gateway, gateway.upstream.persona('administrator').token);
  try {
    const task = gateway.upstream.tenant.tasks.get(gateway.upstream.tenant.examples.tasks.running);
    if (task === undefined) throw new Error('the tenant has no such task');
    const query = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }';
    const events = client.iterate<Record<string, unknown>, Record<string, unknown>>({ query, variables: { taskId: task.id } });
    const first = (await events.next()).value as Pick<Answer, 'extensions'>;
    task.finishesAt = 0;
    const next = events.next();
    await until(() => clock.pauseCount() === 1);
    clock.advance(60_000);
    const last = (await next).value as Pick<Answer, 'extensions'>;
    const lines = [first, last].map((event) => linesOf(meterOf(event)));
    expect(lines.map((calls) => calls.length)).toEqual([1, 1]);
    expect(lines[1]).toEqual([expect.stringMatching(/^getCertificationTask ×1 for certificationTaskProgress \(1\)/)]);
    expect(gateway.upstream.requests).toHaveLength(2);
  } finally {
    client.dispose();
    await gateway.stop();
  }
});
