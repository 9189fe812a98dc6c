import { idsPerCall } from '../loaders.js';

/** How what is asked for becomes upstream calls, as far as an estimate needs to know: the data sources' loaders, named. */
export interface Loader {
  readonly name: string;
  /** Keys that share one call. */
  readonly keysPerCall: number;
  /** Of the keys that are asked for at the same moment: how many are answered together. */
  readonly keysPerAnswer: number;
  /** Further calls in one request, one for each key that a shared call did not answer. */
  readonly mostSingleCalls: number;
  /** True when it waits for all other calls: whoever asks, at whatever moment, shares its calls. */
  readonly isLast: boolean;
  /** Of how many objects its keys are: only those of one object share a call. */
  readonly owners: number;
}

/** As `ListLoader`: a call for each list; lists that are asked for together arrive together. */
export function listLoader(name: string): Loader {
  return { name, keysPerCall: 1, keysPerAnswer: Infinity, mostSingleCalls: 0, isLast: false, owners: 1 };
}

/** As `unbatched`: a call for each key, and each arrives when it does. */
export function singleLoader(name: string): Loader {
  return { name, keysPerCall: 1, keysPerAnswer: 1, mostSingleCalls: 0, isLast: false, owners: 1 };
}

/** A call for 100 keys that are asked for at the same moment. */
export function batchLoader(name: string, mostSingleCalls = 0): Loader {
  return { name, keysPerCall: idsPerCall, keysPerAnswer: idsPerCall, mostSingleCalls, isLast: false, owners: 1 };
}

/** The same where the keys are parts of other objects: a call for 100 of one of them. `name` is of these objects. */
export function partsLoader(name: string, owners: number): Loader {
  return { ...batchLoader(name), owners };
}

/** In how many parts `count` keys come that are asked for at `moments` different moments and of which `most` fit into a part. */
export function mostParts(count: number, moments: number, most: number): number {
  return Math.min(count, moments + Math.floor(Math.max(0, count - moments) / most));
}
