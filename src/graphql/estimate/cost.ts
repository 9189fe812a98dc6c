import type { Generation } from '../../upstream/generation.js';
import { checkedId } from '../arguments.js';
import { callForPage, checkedSize, largestPage, type ListCall, type PageArguments, type SelectedParts } from '../pagination.js';
import { Selection, type SelectionInfo } from '../selection.js';
import type { Loader } from './loader.js';
import type { Names } from './names.js';

/** The objects that one place of an operation leads to: what is known of them before any answer. */
export interface Objects {
  /** The same for places that lead to the same objects: what is read for them is read once. */
  readonly name: string;
  /** The most that there can be. */
  readonly count: number;
  /** Fields that the answer they come from tells, so that reading them costs nothing. */
  readonly tells: ReadonlySet<string>;
  /** The most rows of one page; null for all that is no page. */
  readonly pageSize: number | null;
  /** Null for the root. */
  readonly parents: Objects | null;
  readonly arrival: Arrival;
}

/** Objects of one `moment` can share a batch; they come at that many different `times`. */
export interface Arrival {
  readonly moment: string;
  readonly times: number;
  /** How many reads that wait for all others they come behind, one after the other. */
  readonly lookups: number;
}

/** What is asked of the upstream. Equal keys of one loader are read once. */
export interface Read {
  readonly loader: Loader;
  readonly key: string;
  readonly count: number;
  /** Of a list: the part of it. */
  readonly call?: ListCall;
}

/** A field as one operation uses it, on one type that it can lead to. */
export interface FieldUse<Args = unknown> {
  readonly parents: Objects;
  /** Variables and defaults are in place; null where there is a default is the default. */
  readonly args: Args;
  readonly fieldName: string;
  readonly typeName: string;
  /** What its objects are named, and how many they are, unless its cost says otherwise. */
  readonly name: string;
  readonly count: number;
  readonly tells: ReadonlySet<string>;
  readonly generation: Generation;
  /** For `Selection.below` and all that is built on it. */
  readonly info: SelectionInfo;
  readonly names: Names;
  readonly costs: Costs;
}

export interface Cost {
  readonly reads: readonly Read[];
  readonly name?: string;
  readonly tells?: ReadonlySet<string>;
  /** The most elements of the list, or rows of the page, for one parent. */
  readonly size?: number;
}

/** Throws BAD_USER_INPUT where the field would be refused before any call. */
export type FieldCost = (use: FieldUse) => Cost;

/** By `Type.field`, or `Type.__resolveReference` for what is named by its id. Fields that are not in it cost nothing. */
export type Costs = Readonly<Record<string, FieldCost>>;

export const nothingTold: ReadonlySet<string> = new Set();

/** A cost that depends on arguments. The schema has checked that they are of the field's own shape. */
export function costOf<Args>(cost: (use: FieldUse<Args>) => Cost): FieldCost {
  return (use) => cost(use as FieldUse<Args>);
}

/** One read for each parent, and for each different set of arguments. */
export function readFor({ name, count }: FieldUse, loader: Loader): Cost {
  return { reads: [{ loader, key: name, count }] };
}

/** One read for each parent, whichever of its fields it is that asks. */
export function readForParent({ parents }: FieldUse, loader: Loader): Cost {
  return { reads: [{ loader, key: parents.name, count: parents.count }] };
}

/** One read of an object by its id. */
export function readById({ name, count }: FieldUse, loader: Loader, tells?: ReadonlySet<string>): Cost {
  return { reads: [{ loader, key: name, count }], name, ...(tells === undefined ? {} : { tells }) };
}

/** By id, where one of `fields` is selected that has not been told. */
export function readWhenSelected(use: FieldUse, loader: Loader, fields: ReadonlySet<string>): Cost {
  const { name, tells } = use;
  const isMissing = (field: string) => !tells.has(field);
  const isEnough = !Selection.below(use.info, use.typeName).hasAny(new Set([...fields].filter(isMissing)));
  return isEnough ? { reads: [], name, tells } : readById(use, loader, fields);
}

/** Of a field that beta refuses before any call. */
export function stableOnly(cost: FieldCost): FieldCost {
  return (use) => (use.generation.contract === 'beta' ? { reads: [] } : cost(use));
}

/** Nothing is read, and what it leads to has these fields at hand. */
export function telling(...fields: readonly string[]): FieldCost {
  const tells = new Set(fields);
  return () => ({ reads: [], tells });
}

/** Nothing is read; a list of at most so many. */
export function listOf(size: number): FieldCost {
  return () => ({ reads: [], size });
}

/** Leads to an object that is named by its id, of which the answer tells `fields`: costs what is read by that id. */
export function reference(...fields: readonly string[]): FieldCost {
  const tells = new Set(fields);
  return (use) => referenceCost({ ...use, tells });
}

/** The same where the operation itself gives the id. Throws BAD_USER_INPUT. */
export function referenceTo(use: FieldUse, argument: string, id: unknown): Cost {
  return referenceCost({ ...use, name: namedObject(use.typeName, checkedId(argument, id)) });
}

export function namedObject(typeName: string, id: string): string {
  return `${typeName} ${id}`;
}

export function referenceCost(use: FieldUse): Cost {
  return use.costs[`${use.typeName}.__resolveReference`]?.(use) ?? { reads: [], name: use.name, tells: use.tells };
}

/** A page of a list, read for each parent: nothing where nothing is selected that needs a call. Throws BAD_USER_INPUT. */
export function pageOf(use: FieldUse<PageArguments>, loader: Loader, selected: SelectedParts): Cost {
  const { first, after, offset } = use.args;
  const size = checkedSize(first ?? largestPage, largestPage);
  const call = callForPage({ offset: offset ?? 0, size, list: null, isContinuation: typeof after === 'string' }, selected);
  // Which position a cursor stands for only its list knows.
  const name = partOfList(use, after ?? offset ?? 0);
  if (call === null) return { reads: [], name, size };
  // A total alone is asked for at the beginning.
  const key = call.limit === 0 ? partOfList(use, 0) : name;
  return { reads: [{ loader, key, count: use.count, call }], name, size };
}

/** The list of a field's arguments, from a position on. */
export function partOfList({ parents, fieldName, args, names }: FieldUse<PageArguments>, position: string | number): string {
  const list = { ...args, first: undefined, after: undefined, offset: undefined };
  return `${parents.name}.${fieldName}${names.of(list)}@${names.of(position)}`;
}
