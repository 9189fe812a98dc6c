/**
 * One term of an upstream filter. Only domain clients write terms, from typed arguments and a list of fields that the
 * operation can filter by: no client's text is ever taken for an expression.
 */
export type FilterTerm = string;

/** `id eq "a"` for one value, `id in ("a","b")` for more. */
export function isOneOf(field: string, values: readonly string[]): FilterTerm {
  const literals = values.map(quoted);
  return literals.length === 1 ? `${field} eq ${literals[0]}` : `${field} in (${literals.join(',')})`;
}

export function equals(field: string, value: string | boolean): FilterTerm {
  return `${field} eq ${typeof value === 'boolean' ? value : quoted(value)}`;
}

export function startsWith(field: string, value: string): FilterTerm {
  return `${field} sw ${quoted(value)}`;
}

/** `rights ca ("a","b")`: a list that has all of these. */
export function containsAll(field: string, values: readonly string[]): FilterTerm {
  return `${field} ca (${values.map(quoted).join(',')})`;
}

/** Joins terms with `and`; null when there are none. */
export function allOf(terms: readonly FilterTerm[]): string | null {
  return terms.length === 0 ? null : terms.join(' and ');
}

/** The one place where values are escaped: `\` and `"` inside a quoted literal. */
function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
