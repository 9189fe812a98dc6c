import { getNullableType, isListType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { nothingTold, type Arrival, type Cost, type FieldUse, type Objects } from './cost.js';
import { mostParts } from './loader.js';
import type { Names } from './names.js';

/** Rows of a list of which nothing is declared. */
const assumedRows = 10;

export const rootObjects: Objects = {
  name: '',
  count: 1,
  tells: nothingTold,
  pageSize: null,
  parents: null,
  arrival: { moment: '', times: 1, lookups: 0 },
};

export type Definition = GraphQLField<unknown, unknown>;

/** One field of the operation, below some objects. */
export interface Place {
  readonly parents: Objects;
  readonly type: GraphQLObjectType;
  readonly definition: Definition;
  readonly nodes: readonly FieldNode[];
  readonly path: string;
}

/** `edges.node` and `nodes` lead to the same objects. */
export function nameOf({ parents, type, definition }: Place, names: Names, args: object): string {
  if (isNodeOfEdge(type, definition)) return parents.name;
  if (parents.pageSize !== null && definition.name === 'edges') return `${parents.name}.nodes`;
  return `${parents.name}.${definition.name}${definition.args.length === 0 ? '' : names.of(args)}`;
}

export function isRowOfPage({ parents, type, definition }: Place): boolean {
  return (parents.pageSize !== null && ['nodes', 'edges'].includes(definition.name)) || isNodeOfEdge(type, definition);
}

export function isList({ definition }: Place): boolean {
  return isListType(getNullableType(definition.type));
}

function isNodeOfEdge(type: GraphQLObjectType, { name }: Definition): boolean {
  return name === 'node' && type.name.endsWith('Edge');
}

export function objectsOf(place: Place, use: FieldUse, cost: Cost): Objects {
  const { parents } = place;
  const rowsOfPage = isRowOfPage(place) ? parents.pageSize : null;
  const count = parents.count * (isList(place) ? (cost.size ?? rowsOfPage ?? assumedRows) : 1);
  const name = cost.name ?? use.name;
  return {
    name,
    count,
    tells: cost.tells ?? use.tells,
    pageSize: isList(place) ? null : (cost.size ?? null),
    parents,
    arrival: arrivalOf(cost, name, parents),
  };
}

function arrivalOf({ reads }: Cost, name: string, { arrival, count }: Objects): Arrival {
  const [read, ...others] = reads;
  if (read === undefined) return arrival;
  const { name: loader, keysPerAnswer, isLast } = read.loader;
  const lookups = arrival.lookups + (isLast ? 1 : 0);
  if (others.length > 0) return { moment: name, times: count, lookups };
  if (keysPerAnswer === 1) return { moment: `${loader} ${read.key}`, times: read.count, lookups };
  return { moment: `${arrival.moment} ${loader}`, times: mostParts(read.count, arrival.times, keysPerAnswer), lookups };
}
