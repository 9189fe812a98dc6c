import { evaluationMs } from './cached.js';
import type { ReassignmentConfigurationModel, ReassignmentEvaluationModel } from './mapping.js';

/**
 * When configurations that one request has seen begin or end next. An evaluation that leads through one of them holds until
 * then and no longer.
 */
export class ChainChanges {
  readonly #now: () => number;
  /** By identity, milliseconds since 1970. */
  readonly #nextMs = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  see({ id, configDetails }: ReassignmentConfigurationModel): void {
    const dates = configDetails.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
    const times = dates.flatMap((date) => (date === null ? [] : [Date.parse(date)])).filter((timeMs) => timeMs > this.#now());
    if (times.length > 0) this.#nextMs.set(id, Math.min(...times));
  }

  /** Milliseconds, 30 s at most. */
  lifetimeMs(evaluation: ReassignmentEvaluationModel): number {
    const times = identitiesOf(evaluation).map((id) => this.#nextMs.get(id) ?? Infinity);
    return Math.min(evaluationMs, Math.max(0, Math.min(...times) - this.#now()));
  }
}

/** All whose configuration the chain leads through, or could. */
export function identitiesOf({ from, assignee, trail }: ReassignmentEvaluationModel): string[] {
  return [...new Set([from.id, assignee.id, ...trail.flatMap((step) => [step.from?.id, step.to?.id])].filter((id) => id !== undefined))];
}
