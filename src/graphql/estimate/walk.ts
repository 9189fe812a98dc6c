import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { hasCode } from '../../errors.js';
import type { Generation } from '../../upstream/generation.js';
import type { SelectionInfo } from '../selection.js';
import { CallLedger } from './call-ledger.js';
import { nothingTold, type Cost, type Costs, type FieldCost, type FieldUse, type Objects } from './cost.js';
import { federationCosts } from './entities.js';
import { Names } from './names.js';
import { isList, isRowOfPage, nameOf, objectsOf, rootObjects, type Definition, type Place } from './place.js';

export interface WalkOptions extends Pick<SelectionInfo, 'schema' | 'fragments' | 'variableValues'> {
  readonly generation: Generation;
  readonly costs: Costs;
}

/**
 * Goes through an operation as the executor would, with the most objects that there can be in place of those that there
 * are, and counts the loaders' keys instead of reading them.
 */
export class Walk {
  readonly callsByPath = new Map<string, number>();
  readonly rowsByPath = new Map<string, number>();
  readonly #options: WalkOptions;
  readonly #names = new Names();
  #ledger = new CallLedger();

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  /** Once; returns the rows. */
  run(operation: OperationDefinitionNode, root: GraphQLObjectType): number {
    const { schema, fragments, variableValues } = this.#options;
    const fields = unlessRefused(() => collectFields(schema, fragments, variableValues, root, operation.selectionSet));
    let rows = 0;
    for (const [key, nodes] of fields ?? []) {
      // Changes are made in turn, and behind one of them nothing read before it is up to date.
      if (operation.operation === OperationTypeNode.MUTATION) this.#ledger = new CallLedger();
      rows += this.#field(rootObjects, root, nodes, key);
    }
    return rows;
  }

  #below(objects: Objects, type: GraphQLObjectType, place: Place): number {
    const { schema, fragments, variableValues } = this.#options;
    const fields = unlessRefused(() => collectSubfields(schema, fragments, variableValues, type, place.nodes));
    let rows = 0;
    for (const [key, nodes] of fields ?? []) {
      rows += this.#field(objects, type, nodes, `${place.path}.${key}`);
    }
    return rows;
  }

  #field(parents: Objects, type: GraphQLObjectType, nodes: readonly FieldNode[], path: string): number {
    const definition = type.getFields()[nodes[0]?.name.value ?? ''];
    // None: `__typename` and introspection, which cost nothing.
    if (definition === undefined) return 0;
    const output = getNamedType(definition.type);
    const cost = parents.tells.has(definition.name) ? undefined : this.#costOf(type, definition);
    if (cost === undefined && !isCompositeType(output)) return 0;
    const place = { parents, type, definition, nodes, path };
    const args = this.#argumentsOf(place);
    if (args === null) return 0;
    const outputs: readonly GraphQLNamedOutputType[] = isAbstractType(output) ? this.#options.schema.getPossibleTypes(output) : [output];
    let sum = 0;
    let most = 0;
    for (const each of outputs) {
      const found = this.#visit(place, cost, args, each);
      // A declared size is of this type alone; otherwise each type could be that of all.
      if (found.isSized) sum += found.rows;
      else most = Math.max(most, found.rows);
    }
    return sum + most;
  }

  #costOf(type: GraphQLObjectType, definition: Definition): FieldCost | undefined {
    const name = `${type.name}.${definition.name}`;
    return this.#options.costs[name] ?? federationCosts[name];
  }

  /** The field as far as it leads to objects of one type. */
  #visit(place: Place, fieldCost: FieldCost | undefined, args: Record<string, unknown>, output: GraphQLNamedOutputType) {
    const use = this.#useOf(place, args, output.name);
    const cost = fieldCost === undefined ? nothingRead : unlessRefused(() => fieldCost(use));
    if (cost === null) return { rows: 0, isSized: false };
    this.#count(cost, place);
    if (!isObjectType(output)) return { rows: 0, isSized: false };
    const objects = objectsOf(place, use, cost);
    const isSized = cost.size !== undefined;
    return { rows: this.#ownRows(objects, place, isSized) + this.#below(objects, output, place), isSized };
  }

  #ownRows({ count }: Objects, place: Place, isSized: boolean): number {
    if (!isList(place)) return 0;
    const before = this.rowsByPath.get(place.path) ?? 0;
    this.rowsByPath.set(place.path, isSized ? before + count : Math.max(before, count));
    return count;
  }

  #count({ reads }: Cost, { parents, path }: Place): void {
    let calls = 0;
    for (const read of reads) calls += this.#ledger.add(read, parents.arrival);
    if (calls > 0) this.callsByPath.set(path, (this.callsByPath.get(path) ?? 0) + calls);
  }

  #useOf(place: Place, args: Record<string, unknown>, typeName: string): FieldUse {
    const { parents, definition, nodes } = place;
    const { schema, fragments, variableValues, generation, costs } = this.#options;
    return {
      parents,
      args,
      fieldName: definition.name,
      typeName,
      name: nameOf(place, this.#names, args),
      count: parents.count,
      tells: isRowOfPage(place) ? parents.tells : nothingTold,
      generation,
      names: this.#names,
      info: { schema, fragments, variableValues, returnType: definition.type, fieldNodes: nodes },
      costs,
    };
  }

  /** Null when they are none: the executor says so. */
  #argumentsOf({ definition, nodes: [node] }: Place): Record<string, unknown> | null {
    if (definition.args.length === 0 || node === undefined) return noArguments;
    const args = unlessRefused(() => getArgumentValues(definition, node, this.#options.variableValues));
    if (args === null) return null;
    for (const { name, defaultValue } of definition.args) {
      if (defaultValue !== undefined) args[name] ??= defaultValue;
    }
    return args;
  }
}

const noArguments: Record<string, unknown> = {};
const nothingRead: Cost = { reads: [] };

/** Null for what is refused before any call: by the executor, or by the field's own checks. */
function unlessRefused<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError || hasCode(error, 'BAD_USER_INPUT')) return null;
    throw error;
  }
}
