import type { KeySpace } from './cache-key.js';
import type { Lifetime } from './entry.js';
import type { Loaded } from './flights.js';

/**
 * What JSON can hold: anything else would come back from Redis as something else. A property that is undefined comes
 * back left out, which is the same to whoever reads it.
 */
export type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends bigint | symbol | Date | Error | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ((...args: never[]) => unknown)
    ? never
    : { readonly [Key in keyof Value]: Plain<Value[Key]> };

/** `never` for what a cache cannot keep, so that it does not compile. */
export type PlainOnly<Value> = [Value] extends [Plain<Value>] ? Value : never;

/** What is cached, for whom and how long: declared beside the loader. */
export interface Cached<Value> {
  /** `viewerKeys(…)` or `tenantKeys(…)`. */
  readonly keys: KeySpace;
  readonly lifetime: Lifetime | ((value: Value) => Lifetime);
  /** How long an absence is known; 0: it is not kept. */
  readonly absentMs: number;
  /** What another release has stored may look different; without a match it is a miss. */
  readonly isValue?: (json: unknown) => json is Value;
}

/** Asks the upstream. In the order of the ids, as of a DataLoader; null is an absence, an Error fails its id alone. */
export type Load<Value> = (ids: readonly string[]) => Promise<readonly Loaded<Value>[]>;

export function lifetimeOf<Value>(cached: Cached<Value>, value: Value | null): Lifetime {
  if (value === null) return { freshMs: cached.absentMs, staleMs: 0 };
  return typeof cached.lifetime === 'function' ? cached.lifetime(value) : cached.lifetime;
}
