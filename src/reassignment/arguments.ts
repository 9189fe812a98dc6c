import { badUserInput, GatewayError } from '../errors.js';
import type { ReassignmentConfigType } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import type { Generation } from '../upstream/generation.js';

/** Routes that stand where an identity's id stands: as an id they would lead to the tenant's settings (Q11). */
const reservedIds = new Set(['types', 'tenant-config']);

/** Throws BAD_USER_INPUT. */
export function checkedIdentityId(argument: string, id: unknown): string {
  const checked = checkedId(argument, id);
  if (!reservedIds.has(checked.toLowerCase())) return checked;
  throw badUserInput(argument, `${argument} is "${checked}", which is the name of a route and no identity's ID.`);
}

/** Throws BAD_USER_INPUT, naming the generations that have work reassignment. */
export function checkWorkReassignment(generation: Generation): void {
  if (generation.hasWorkReassignment) return;
  throw new GatewayError(
    'BAD_USER_INPUT',
    `The ${generation.name} generation has no work reassignment; beta, v2024 and later years and the per-resource v1 generation have it.`,
  );
}

/** Throws BAD_USER_INPUT for a work type that the generation lacks (Q5). */
export function checkedConfigType(argument: string, type: ReassignmentConfigType, generation: Generation): ReassignmentConfigType {
  if (type !== 'GENERIC_APPROVALS' || generation.hasGenericApprovals) return type;
  throw badUserInput(
    argument,
    `${argument} is GENERIC_APPROVALS, which the ${generation.name} generation does not have; v2025 and later years and the per-resource v1 generation have it.`,
  );
}
