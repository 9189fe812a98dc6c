import { isDeepStrictEqual } from 'node:util';
import type { CertificationTaskModel } from './mapping.js';

/**
 * A task as all see it who may see it. Its texts are left out, as they are in the language of whoever has asked (Q60);
 * how many there are is not.
 */
export interface Sighting {
  readonly task: Omit<CertificationTaskModel, 'errors'>;
  readonly errorCount: number;
}

export function sightingOf({ errors, ...task }: CertificationTaskModel): Sighting {
  return { task, errorCount: errors.length };
}

/** No client could tell one from the other. */
export function isSameSighting(one: Sighting | null, other: Sighting | null): boolean {
  return isDeepStrictEqual(one, other);
}

/** What another replica has told; null when it does not look like one. */
export function readSighting(json: unknown): Sighting | null {
  if (!isObject(json) || !isObject(json['task']) || !Number.isSafeInteger(json['errorCount'])) return null;
  const { id, isFinished, reassignmentTrail } = json['task'];
  if (typeof id !== 'string' || typeof isFinished !== 'boolean' || !Array.isArray(reassignmentTrail)) return null;
  return json as unknown as Sighting;
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}
