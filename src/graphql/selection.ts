import type {
  GraphQLObjectType} from 'graphql';
import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLResolveInfo,
} from 'graphql';
// The executor's own collector: it knows fragments, @skip and @include as nothing else does.
import { collectSubfields } from 'graphql/execution/collectFields.js';

/** What tells the fields below one field: a resolver's own `info`, or as much of it as there is before execution. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'returnType'> & {
  readonly fieldNodes: readonly FieldNode[];
};

/** The fields that an operation selects below one field, on one object type. */
export class Selection {
  readonly #info: SelectionInfo;
  readonly #type: GraphQLObjectType;
  readonly #nodes = new Map<string, FieldNode[]>();

  private constructor(info: SelectionInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    this.#info = info;
    this.#type = type;
    const { schema, fragments, variableValues } = info;
    for (const fields of collectSubfields(schema, fragments, variableValues, type, [...nodes]).values()) {
      for (const node of fields) this.#nodes.set(node.name.value, [...(this.#nodes.get(node.name.value) ?? []), node]);
    }
  }

  /** Below the field being resolved. `typeName` says which type where the field's own type is abstract. */
  static below(info: SelectionInfo, typeName?: string): Selection {
    const type = typeName === undefined ? getNamedType(info.returnType) : info.schema.getType(typeName);
    if (!isObjectType(type)) throw new TypeError(`no object type: ${String(type)}`);
    return new Selection(info, type, info.fieldNodes);
  }

  has(field: string): boolean {
    return this.#nodes.has(field);
  }

  hasAny(fields: ReadonlySet<string>): boolean {
    return [...this.#nodes.keys()].some((field) => fields.has(field));
  }

  /** Below `field`; null when it is not selected, or has nothing below it. */
  at(field: string): Selection | null {
    const nodes = this.#nodes.get(field);
    const type = getNamedType(this.#type.getFields()[field]?.type);
    return nodes !== undefined && isObjectType(type) ? new Selection(this.#info, type, nodes) : null;
  }

  /** The arguments of `field`, each time it is selected. */
  argumentsOf(field: string): Record<string, unknown>[] {
    const definition = this.#type.getFields()[field];
    if (definition === undefined) return [];
    return (this.#nodes.get(field) ?? []).map((node) => getArgumentValues(definition, node, this.#info.variableValues));
  }

  /** True when `field` is selected with `subfield` below it. */
  hasBelow(field: string, subfield: string): boolean {
    return this.at(field)?.has(subfield) ?? false;
  }
}
