import type { Task } from '../model.js';
import { campaignId, certificationId } from './campaigns.js';
import { personId, positions } from './people.js';
import { hexId } from './seeded.js';

export type SeedTaskKey = 'queued' | 'running' | 'succeeded' | 'failed' | 'ofCampaign' | 'newerType';

const minuteMs = 60 * 1000;

export const taskId = (key: string): string => hexId(`task:${key}`);

/** Unfinished ones stay so: certifications with pending tasks are there whenever somebody looks. */
export function seedTasks(nowMs: number): Task[] {
  const onCertification = (key: string, index: number, changes: Partial<Task> = {}): Task =>
    task(key, { targetId: certificationId('managerReview', index), ...changes }, nowMs);
  const failed: Partial<Task> = {
    ...finished(nowMs, 30),
    outcome: 'ERROR',
    errors: ['Item 2c91808671bcbab40171bd945d961227 could not be moved: it is about the new reviewer.'],
  };
  return [
    onCertification('queued', 0, { startsAt: Infinity }),
    onCertification('running', 6),
    onCertification('running:other type', 6, { type: 'COMPLETE_CERTIFICATION' }),
    onCertification('newerType', 12, { type: 'CERTIFICATION_RECALCULATION' }),
    onCertification('succeeded', 18, { ...finished(nowMs, 20), reassignmentTrail: trail() }),
    onCertification('failed', 0, failed),
    onCertification('other reviewer', 3),
    task('ofCampaign', { type: 'ADMIN_REASSIGN', targetType: 'CAMPAIGN', targetId: campaignId('managerReview') }, nowMs),
    ...Array.from({ length: 12 }, (_, index) => onCertification(`background ${index}`, 20 + index * 31)),
  ];
}

function task(key: string, changes: Partial<Task>, nowMs: number): Task {
  return {
    id: taskId(key),
    type: 'REASSIGN',
    targetType: 'CERTIFICATION',
    targetId: '',
    createdAt: nowMs - 5 * minuteMs,
    startsAt: nowMs - 4 * minuteMs,
    finishesAt: Infinity,
    outcome: 'SUCCESS',
    errors: [],
    reassignmentTrail: [],
    effect: null,
    ...changes,
  };
}

function finished(nowMs: number, minutesAgo: number): Partial<Task> {
  const finishesAt = nowMs - minutesAgo * minuteMs;
  return { createdAt: finishesAt - minuteMs, startsAt: finishesAt - minuteMs / 2, finishesAt };
}

function trail(): Task['reassignmentTrail'] {
  return [
    {
      previousOwner: personId(positions.firstReport),
      newOwner: personId(positions.firstReport + 2),
      reassignmentType: 'AUTOMATIC_REASSIGNMENT',
    },
  ];
}
