import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { eventClient, socketClient } from './streams.js';

const follow = `subscription ($taskId: ID!, $certificationId: ID) {
  certificationTaskProgress(taskId: $taskId, certificationId: $certificationId) { id status isFinished target { ... on Certification { name } } } }`;

describe.each([
  ['websocket', socketClient],
  ['event-stream', eventClient],
] as const)('a task followed over %s', (transport, clientFor) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ taskPolling: { paceMs: { least: 20, most: 20 } } });
  });
  afterAll(() => gateway.stop());

  /** A running task, which goes on when it is told to. */
  const task = () => {
    const found = gateway.upstream.tenant.tasks.get(gateway.upstream.tenant.examples.tasks.running);
    if (found === undefined) throw new Error('the tenant has no such task');
    return found;
  };

  test('is told as it stands, once for each change, and to its end, each time with what is selected below it', async () => {
    Object.assign(task(), { startsAt: Infinity, finishesAt: Infinity });
    const client = clientFor(gateway, gateway.upstream.persona('administrator').token);
    const results = client.iterate<{ certificationTaskProgress: { status: string; target: { name: string } } }>({ query: follow, variables: { taskId: task().id } });
    const seen = [(await results.next()).value];
    task().startsAt = 0;
    seen.push((await results.next()).value);
    task().finishesAt = 0;
    for await (const result of results) seen.push(result);
    expect(seen.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    expect(seen.map(({ data }) => data.certificationTaskProgress.status)).toEqual(['QUEUED', 'IN_PROGRESS', 'SUCCESS']);
    expect(new Set(seen.map(({ data }) => typeof data.certificationTaskProgress.target.name))).toEqual(new Set(['string']));
    // The look at the task, and the certification below it.
    expect(seen[0].extensions.cost.upstreamCalls).toBe(2);
    const line = () => gateway.logLines.map((text) => JSON.parse(text)).find(({ msg, operationType }) => msg === 'graphql request' && operationType === 'subscription');
    await until(() => line() !== undefined);
    expect(line()).toMatchObject({ transport, outcome: 'ok', results: 3, errorCodes: [] });
    // What the results say they have cost is what was called.
    expect(line().upstreamCalls).toBeGreaterThanOrEqual(seen.reduce((sum, { extensions }) => sum + extensions.cost.upstreamCalls, 0));
    await client.dispose();
  });

  test('ends with UNAUTHENTICATED for the one whose token is revoked meanwhile', async () => {
    Object.assign(task(), { startsAt: 0, finishesAt: Infinity });
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    const client = clientFor(gateway, token);
    const results = client.iterate({ query: follow, variables: { taskId: task().id } });
    await results.next();
    gateway.upstream.tokens.revoke(token);
    const { value } = await results.next();
    expect(value.errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })]);
    expect((await results.next()).done).toBe(true);
    await client.dispose();
  });

  test('is asked for no more when its last client has gone', async () => {
    Object.assign(task(), { startsAt: 0, finishesAt: Infinity });
    const client = clientFor(gateway, gateway.upstream.persona('administrator').token);
    const results = client.iterate({ query: follow, variables: { taskId: task().id } });
    await results.next();
    const count = gateway.upstream.requests.length;
    await until(() => gateway.upstream.requests.length > count);
    await results.return?.();
    const line = () => gateway.logLines.filter((text) => text.includes('"outcome":"cancelled"')).length;
    await until(() => line() > 0);
    await client.dispose();
  });

  test('that there is not is null, once', async () => {
    const client = clientFor(gateway, gateway.upstream.persona('administrator').token);
    const results = client.iterate({ query: follow, variables: { taskId: 'nothing' } });
    expect((await results.next()).value).toMatchObject({ data: { certificationTaskProgress: null } });
    expect((await results.next()).done).toBe(true);
    await client.dispose();
  });
});
