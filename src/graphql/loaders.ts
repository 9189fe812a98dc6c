import type DataLoader from 'dataloader';
import type { Cached } from '../cache/cached.js';
import type { CacheReader, PlainOnly } from '../cache/cache-reader.js';
import { currentWork, runForKeys } from '../meter/work.js';
import { Loader } from './loader.js';

/** Ids in one call: 100 of 32 characters make an address of some 4 KB, and many proxies take no more than 8 KB. */
export const idsPerCall = 100;

/** For what the upstream answers one at a time: equal keys of a request are one call, nothing is batched. */
export function unbatched<Key, Model, Name = Key>(
  read: (key: Key) => Promise<Model>,
  nameOf?: (key: Key) => Name,
): DataLoader<Key, Model, Name> {
  return new Loader<Key, Model, Name>((keys) => eachAlone(keys, read), {
    batch: false,
    ...(nameOf === undefined ? {} : { cacheKeyFn: nameOf }),
  });
}

/** The same behind the cache, which is asked for many at once. */
export function cachedOneByOne<Model>(
  cache: CacheReader,
  cached: Cached<Model>,
  read: (id: string) => Promise<PlainOnly<Model> | null>,
): DataLoader<string, Model | null> {
  return new Loader<string, Model | null>((ids) => cache.getMany<Model>(cached, ids, (missing) => eachAlone(missing, read)));
}

/** Reads every key by a call of its own; one that fails fails alone. */
export function eachAlone<Key, Model>(keys: readonly Key[], read: (key: Key) => Promise<Model>): Promise<(Model | Error)[]> {
  const readOne = currentWork() === undefined ? read : (key: Key) => runForKeys([key], () => read(key));
  return Promise.all(
    keys.map((key) => readOne(key).catch((error: unknown) => (error instanceof Error ? error : new Error('a read failed', { cause: error })))),
  );
}
