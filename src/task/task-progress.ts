import type { CertificationTaskModel } from './mapping.js';

/** How far several tasks have come together. */
export interface TaskProgressModel {
  readonly tasks: CertificationTaskModel[];
  readonly taskCount: number;
  readonly missingCount: number;
  readonly finishedCount: number;
  readonly failedCount: number;
  readonly isFinished: boolean;
}

/** `taskCount`: how many there are to be; one that could not be seen has not been seen to end. */
export function progressOf(tasks: readonly CertificationTaskModel[], taskCount = tasks.length): TaskProgressModel {
  const finished = tasks.filter(({ isFinished }) => isFinished);
  return {
    tasks: [...tasks],
    taskCount,
    missingCount: taskCount - tasks.length,
    finishedCount: finished.length,
    failedCount: finished.filter(({ status }) => status === 'ERROR').length,
    isFinished: finished.length === taskCount,
  };
}
