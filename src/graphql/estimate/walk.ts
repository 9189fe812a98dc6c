import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { hasCode } from '../../errors.js';
import type { Generation } from '../../upstream/generation.js';
import type { SelectionInfo } from '../selection.js';
import { CallLedger } from './call-ledger.js';
import { nothingTold, type Arrival, type Cost, type Costs, type FieldCost, type FieldUse, type Objects } from './cost.js';
import { federationCosts } from './entities.js';
import { mostParts } from './loader.js';
import { Names } from './names.js';

/** Rows of a list of which nothing is declared. */
const assumedRows = 10;

const rootObjects: Objects = {
  name: '',
  count: 1,
  tells: nothingTold,
  pageSize: null,
  parents: null,
  arrival: { moment: '', times: 1 },
};

export interface WalkOptions extends Pick<SelectionInfo, 'schema' | 'fragments' | 'variableValues'> {
  readonly generation: Generation;
  readonly costs: Costs;
}

type Definition = GraphQLField<unknown, unknown>;

/** One field of the operation, below some objects. */
interface Place {
  readonly parents: Objects;
  readonly type: GraphQLObjectType;
  readonly definition: Definition;
  readonly nodes: readonly FieldNode[];
  readonly path: string;
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
    let rows = 0;
    for (const [key, nodes] of collectFields(schema, fragments, variableValues, root, operation.selectionSet)) {
      // Changes are made in turn, and behind one of them nothing read before it is up to date.
      if (operation.operation === OperationTypeNode.MUTATION) this.#ledger = new CallLedger();
      rows += this.#field(rootObjects, root, nodes, key);
    }
    return rows;
  }

  #below(objects: Objects, type: GraphQLObjectType, place: Place): number {
    const { schema, fragments, variableValues } = this.#options;
    let rows = 0;
    for (const [key, nodes] of collectSubfields(schema, fragments, variableValues, type, place.nodes)) {
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
    const own = isList(place.definition) ? objects.count : 0;
    if (own > 0) this.rowsByPath.set(place.path, (this.rowsByPath.get(place.path) ?? 0) + own);
    return { rows: own + this.#below(objects, output, place), isSized: cost.size !== undefined };
  }

  #count({ reads }: Cost, { parents, path }: Place): void {
    let calls = 0;
    for (const read of reads) calls += this.#ledger.add(read, parents.arrival);
    if (calls > 0) this.callsByPath.set(path, (this.callsByPath.get(path) ?? 0) + calls);
  }

  #useOf({ parents, type, definition, nodes }: Place, args: Record<string, unknown>, typeName: string): FieldUse {
    const { schema, fragments, variableValues, generation, costs } = this.#options;
    return {
      parents,
      args,
      fieldName: definition.name,
      typeName,
      name: this.#nameOf(parents, type, definition, args),
      count: parents.count,
      tells: isOfPage(parents, type, definition) ? parents.tells : nothingTold,
      generation,
      names: this.#names,
      info: { schema, fragments, variableValues, returnType: definition.type, fieldNodes: nodes },
      costs,
    };
  }

  /** `edges.node` and `nodes` lead to the same objects. */
  #nameOf(parents: Objects, type: GraphQLObjectType, { name, args: definitions }: Definition, args: object): string {
    if (parents.pageSize !== null && name === 'edges') return `${parents.name}.nodes`;
    if (isNodeOfEdge(type, name)) return parents.name;
    return definitions.length === 0 ? `${parents.name}.${name}` : `${parents.name}.${name}${this.#names.of(args)}`;
  }

  /** Null when they are none: the executor says so. */
  #argumentsOf({ definition, nodes: [node] }: Place): Record<string, unknown> | null {
    if (definition.args.length === 0 || node === undefined) return noArguments;
    try {
      const args = getArgumentValues(definition, node, this.#options.variableValues);
      for (const { name, defaultValue } of definition.args) {
        if (defaultValue !== undefined) args[name] ??= defaultValue;
      }
      return args;
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }
}

const noArguments: Record<string, unknown> = {};
const nothingRead: Cost = { reads: [] };

/** Null for a field that is refused before any call. */
function unlessRefused(cost: () => Cost): Cost | null {
  try {
    return cost();
  } catch (error) {
    if (hasCode(error, 'BAD_USER_INPUT')) return null;
    throw error;
  }
}

function isOfPage(parents: Objects, type: GraphQLObjectType, { name }: Definition): boolean {
  return (parents.pageSize !== null && (name === 'nodes' || name === 'edges')) || isNodeOfEdge(type, name);
}

function isNodeOfEdge(type: GraphQLObjectType, field: string): boolean {
  return field === 'node' && type.name.endsWith('Edge');
}

function isList({ type }: Definition): boolean {
  return isListType(getNullableType(type));
}

function objectsOf({ parents, type, definition }: Place, use: FieldUse, cost: Cost): Objects {
  const rowsOfPage = isOfPage(parents, type, definition) ? parents.pageSize : null;
  const count = parents.count * (isList(definition) ? (cost.size ?? rowsOfPage ?? assumedRows) : 1);
  const name = cost.name ?? use.name;
  return {
    name,
    count,
    tells: cost.tells ?? use.tells,
    pageSize: isList(definition) ? null : (cost.size ?? null),
    parents,
    arrival: arrivalOf(cost, name, parents),
  };
}

function arrivalOf({ reads }: Cost, name: string, { arrival, count }: Objects): Arrival {
  const [read, ...others] = reads;
  if (read === undefined) return arrival;
  if (others.length > 0) return { moment: name, times: count };
  const { name: loader, keysPerAnswer } = read.loader;
  if (keysPerAnswer === 1) return { moment: `${loader} ${read.key}`, times: read.count };
  return { moment: `${arrival.moment} ${loader}`, times: mostParts(read.count, arrival.times, keysPerAnswer) };
}
