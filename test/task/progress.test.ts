import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { follow, type Follower, type FollowOptions } from './follow.js';

const soon = { least: 5, most: 25 };
const taskReads = /TaskStatus|getCertificationTask/;

describe.each(['beta', 'v2025'] as const)('following a task on %s', (generation) => {
  const isBeta = generation === 'beta';
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ generation, taskPolling: { paceMs: soon } });
  });
  afterEach(() => gateway.stop());

  const tokenOf = (...[persona]: Parameters<TestGateway['upstream']['persona']>) => gateway.upstream.persona(persona).token;
  const taskOf = (id: string) => {
    const task = gateway.upstream.tenant.tasks.get(id);
    if (task === undefined) throw new Error('no such task');
    return task;
  };
  const followed = () => taskOf(gateway.upstream.tenant.examples.tasks.queued);
  const start = (options: Partial<FollowOptions> = {}): Follower =>
    follow(gateway, followed().id, { token: tokenOf('administrator'), certificationId: followed().targetId, ...options });

  test('tells how it stands, then each change once, and completes after the end', async () => {
    const follower = start();
    await until(() => follower.events.length === 1);
    await until(() => gateway.upstream.requests.length > 4);
    followed().startsAt = 0;
    await until(() => follower.events.length === 2);
    followed().finishesAt = 0;
    await follower.completed;
    expect(follower.statuses()).toEqual(['QUEUED', 'IN_PROGRESS', 'SUCCESS']);
    expect(follower.errorCodes()).toEqual([]);
  });
});
