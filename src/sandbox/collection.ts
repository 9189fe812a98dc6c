import { badRequest } from './errors.js';
import type { Expression } from './filter-expression.js';
import { compileFilter } from './filters.js';
import type { FilterFields } from './filters.js';
import type { Answer, Call } from './operation.js';
import { compileSorters } from './sorters.js';
import type { SortKeys } from './sorters.js';

export const pagingParameters = ['limit', 'offset'] as const;
export const collectionParameters = [...pagingParameters, 'count', 'filters'] as const;
export const sortedCollectionParameters = [...collectionParameters, 'sorters'] as const;

const defaultPaging: Paging = { defaultLimit: 250, maxLimit: 250 };

interface Paging {
  readonly defaultLimit: number;
  readonly maxLimit: number;
}

interface CollectionRules<T> {
  readonly present: (row: T) => unknown;
  readonly fields?: FilterFields<T>;
  readonly checkFilter?: (expression: Expression) => void;
  readonly sortKeys?: SortKeys<T>;
  readonly paging?: Paging;
}

/** A bare array, filtered, sorted and cut; the total only on request, and only as a header. */
export function answerCollection<T>(call: Call, rows: Iterable<T>, rules: CollectionRules<T>): Answer {
  const { limit, offset } = readPaging(call.query, rules.paging ?? defaultPaging);
  const isCounted = readBoolean(call.query, 'count');
  const filters = call.query.get('filters');
  const sorters = call.query.get('sorters');

  let selected = [...rows];
  if (filters !== null) selected = selected.filter(compileFilter(filters, rules.fields ?? {}, rules.checkFilter));
  if (sorters !== null) selected.sort(compileSorters(sorters, rules.sortKeys ?? {}));
  return {
    status: 200,
    body: selected.slice(offset, offset + limit).map(rules.present),
    ...(isCounted && { headers: { 'x-total-count': String(selected.length) } }),
  };
}

/** Throws a 400 for parameters the operation does not have, and for repeated ones unless they are lists. */
export function checkParameters(query: URLSearchParams, accepted: readonly string[]): void {
  for (const name of new Set(query.keys())) {
    if (!accepted.includes(name)) throw badRequest(`Unknown query parameter '${name}'.`);
    if (name !== 'exclusionFilters' && query.getAll(name).length > 1)
      throw badRequest(`Query parameter '${name}' is given more than once.`);
  }
}

export function readPaging(query: URLSearchParams, paging: Paging): { limit: number; offset: number } {
  const limit = readInteger(query, 'limit', paging.defaultLimit);
  if (limit > paging.maxLimit) throw badRequest(`limit must not be greater than ${paging.maxLimit}.`);
  return { limit, offset: readInteger(query, 'offset', 0) };
}

function readInteger(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 0x7fffffff) throw badRequest(`${name} must be an integer of at least 0.`);
  return value;
}

function readBoolean(query: URLSearchParams, name: string): boolean {
  const text = query.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw badRequest(`${name} must be true or false.`);
  return text === 'true';
}
