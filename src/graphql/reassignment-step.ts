import { ReassignmentType } from '../generated/types.js';

/** One step of a chain, in an evaluation as in a task. Names are looked up when they are asked for. */
export interface ReassignmentStepModel {
  readonly from: IdentityReference | null;
  readonly to: IdentityReference | null;
  readonly type: ReassignmentType | null;
  readonly typeName: string | null;
}

/** An identity of which an answer tells the id, and perhaps the name. */
export interface IdentityReference {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

export const reassignmentTypes: ReadonlySet<ReassignmentType> = new Set(Object.values(ReassignmentType));

export function identityReference(id: string | null, name: string | null = null): IdentityReference | null {
  return id === null ? null : { id, name, email: null };
}
