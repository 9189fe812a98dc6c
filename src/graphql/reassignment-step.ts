import { ReassignmentType } from '../generated/types.js';
import type { JsonObject } from '../upstream/answer-reader.js';

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

const types: ReadonlySet<ReassignmentType> = new Set(Object.values(ReassignmentType));

/** A step of a chain, whose ends evaluations and tasks name differently. */
export function readStep<Wire extends { reassignmentType: string }>(
  wire: JsonObject<Wire>,
  fromField: keyof Wire & string,
  toField: keyof Wire & string,
): ReassignmentStepModel {
  const { value, word } = wire.word('reassignmentType', types);
  return { from: identityReference(wire.id(fromField)), to: identityReference(wire.id(toField)), type: value, typeName: word };
}

export function identityReference(id: string | null, name: string | null = null): IdentityReference | null {
  return id === null ? null : { id, name, email: null };
}
