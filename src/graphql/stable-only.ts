import { GatewayError } from '../errors.js';
import type { Generation } from '../upstream/generation.js';

/** Throws BAD_USER_INPUT on beta, which has no such operation. `what` begins the sentence: `The items of a certification are`. */
export function checkStable(generation: Generation, what: string): void {
  if (generation.contract === 'stable') return;
  throw new GatewayError(
    'BAD_USER_INPUT',
    `${what} not in the ${generation.name} generation; v3, v2024 and later years and the per-resource v1 generation have them.`,
  );
}
