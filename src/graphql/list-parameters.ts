import { allOf, equals, startsWith, type FilterTerm } from '../upstream/filter-expression.js';
import type { SortKey, TextFilter } from './arguments.js';
import { pageParameters, type ListCall } from './pagination.js';

/** The parameters of an upstream list that is filtered and sorted. `sorters` says how the upstream spells each key. */
export function listParameters<Field extends string>(
  call: ListCall,
  terms: readonly FilterTerm[],
  order: readonly SortKey<Field>[],
  sorters: Readonly<Record<Field, string>>,
): URLSearchParams {
  const parameters = pageParameters(call);
  const filters = allOf(terms);
  if (filters !== null) parameters.set('filters', filters);
  parameters.set('sorters', order.map(({ field, isDescending }) => (isDescending ? '-' : '') + sorters[field]).join(','));
  return parameters;
}

/** The term of a text filter; none where it was not given. */
export function textTerms(field: string, filter: TextFilter | null): FilterTerm[] {
  if (filter === null) return [];
  return [filter.operator === 'eq' ? equals(field, filter.value) : startsWith(field, filter.value)];
}
