import { allTagsKeyOf, tagKeyOf, type CacheKey, type KeyOwner, type KeySpace, type TagKey } from './cache-key.js';
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
  /** Nothing is kept of what has none: 0 and 0. Equal loads at the same time are shared all the same. */
  readonly lifetime: Lifetime | ((value: Value) => Lifetime);
  /** How long an absence is known; 0: it is not kept. */
  readonly absentMs: number;
  /** What the value is about: raising one of its tags makes it a miss, in all replicas. The same for each caller of a tenant. */
  readonly tags?: (id: string) => readonly string[];
  /** What another release has stored may look different; without a match it is a miss. */
  readonly isValue?: (json: unknown) => json is Value;
}

/** Where an entry is kept, and under which tags. */
export interface Address {
  readonly key: CacheKey;
  readonly tags: readonly TagKey[];
}

/** Asks the upstream. In the order of the ids, as of a DataLoader; null is an absence, an Error fails its id alone. */
export type Load<Value> = (ids: readonly string[]) => Promise<readonly Loaded<Value>[]>;

const noTags: readonly TagKey[] = [];

export function addressOf<Value>({ keys, tags }: Cached<Value>, owner: KeyOwner, id: string): Address {
  const names = tags?.(id);
  return {
    key: keys.keyOf(owner, id),
    tags: names === undefined ? noTags : [allTagsKeyOf(owner), ...names.map((name) => tagKeyOf(owner, name))],
  };
}

/** Is there anything to look for in a store? */
export function isKept<Value>({ lifetime }: Cached<Value>): boolean {
  return typeof lifetime === 'function' || lifetime.freshMs + lifetime.staleMs > 0;
}

export function lifetimeOf<Value>(cached: Cached<Value>, value: Value | null): Lifetime {
  if (value === null) return { freshMs: cached.absentMs, staleMs: 0 };
  return typeof cached.lifetime === 'function' ? cached.lifetime(value) : cached.lifetime;
}
