import { badRequest } from './errors.js';

export type SortKeys<T> = Readonly<Record<string, (row: T) => string | null>>;

/**
 * A comparison for `name,-due`. Texts compare without case; rows without a value come last, first where descending.
 */
export function compileSorters<T>(text: string, keys: SortKeys<T>): (a: T, b: T) => number {
  const sorters = text.split(',').map((sorter) => {
    const isDescending = sorter.startsWith('-');
    const name = isDescending ? sorter.slice(1) : sorter;
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined)
      throw badRequest(`Sorting by '${name}' is not supported; supported: ${Object.keys(keys).join(', ')}.`);
    return { key, direction: isDescending ? -1 : 1 };
  });
  return (a, b) => {
    for (const { key, direction } of sorters) {
      const order = compare(key(a), key(b)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}
