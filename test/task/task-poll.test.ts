import { expect, test } from '@jest/globals';
import type { CertificationTaskModel } from '../../src/task/mapping.js';
import { sightingOf } from '../../src/task/sighting.js';
import { TaskPoll, type TaskReader } from '../../src/task/task-poll.js';
import { createManualClock } from '../support/manual-clock.js';
import { until } from '../support/until.js';

type Status = NonNullable<CertificationTaskModel['status']>;

const task = (status: Status): CertificationTaskModel => ({
  id: 'task', type: 'REASSIGN', typeName: 'REASSIGN', status, statusName: status, isFinished: status === 'SUCCESS',
  targetType: 'CERTIFICATION', targetTypeName: 'CERTIFICATION', targetId: 'certification', errors: [], reassignmentTrail: [], createdAt: null,
});

/** A task that is looked at with one token, whose answers come when the test gives them. */
async function startPoll() {
  const clock = createManualClock();
  const answers: ((answer: CertificationTaskModel) => void)[] = [];
  const reader: TaskReader = {
    grantName: 'one',
    isAdmitted: async () => true,
    read: () => new Promise((resolve) => answers.push(resolve)),
  };
  const poll = new TaskPoll({ shared: null, now: clock.now, pause: clock.pause, paceMs: { least: 1000, most: 5000 } });
  await poll.readBy(reader, async () => task('QUEUED'));
  const statuses: unknown[] = [];
  const news = poll.listen(reader);
  const { signal } = new AbortController();
  void (async () => {
    for (let heard = await news.next(signal); heard !== null; heard = await news.next(signal)) {
      statuses.push('sighting' in heard ? (heard.sighting?.task.status ?? null) : heard);
    }
  })();
  poll.join(reader);
  return { clock, poll, reader, answers, statuses };
}

test('an answer that was long on its way is not told after what was seen meanwhile', async () => {
  const { clock, poll, reader, answers, statuses } = await startPoll();
  clock.advance(1000);
  await until(() => answers.length === 1);
  clock.advance(500);
  poll.hear(sightingOf(task('IN_PROGRESS')), 100);
  answers[0]?.(task('QUEUED'));
  await until(() => clock.pauseCount() === 1);
  clock.advance(5000);
  await until(() => answers.length === 2);
  answers[1]?.(task('SUCCESS'));
  await until(() => statuses.includes('SUCCESS'));
  expect(new Set(statuses)).toEqual(new Set(['IN_PROGRESS', 'SUCCESS']));
  poll.leave(reader);
});

test('what others see is not told to a token that has not read the task in the last five minutes', async () => {
  const { clock, poll, reader, statuses } = await startPoll();
  poll.hear(sightingOf(task('IN_PROGRESS')), 0);
  await until(() => statuses.length === 1);
  clock.advance(5 * 60_000 + 1);
  poll.hear(sightingOf(task('SUCCESS')), 0);
  await until(() => statuses.length === 2);
  expect(statuses).toEqual(['IN_PROGRESS', null]);
  expect(await poll.findSighting(reader)).toBeNull();
  poll.leave(reader);
});
