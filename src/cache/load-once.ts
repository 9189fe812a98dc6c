import type { Address } from './cached.js';
import type { LoadLeases } from './load-leases.js';

export interface LoadSteps<Lookup> {
  /** Loads and answers these. Never rejects. */
  readonly load: (lookups: readonly Lookup[]) => Promise<void>;
  /** Answers those that are in the store by now, and returns the rest. */
  readonly lookAgain: (lookups: readonly Lookup[]) => Promise<readonly Lookup[]>;
}

/** Fewer are not worth the round trip. */
export const fewestToShare = 10;
const lookAgainAfterMs = 200;

/**
 * Many missing answers, which other replicas may be missing as well: each is loaded by one of them, and the others find it in
 * the store. What its loader could not load they load themselves.
 */
export async function loadOnce<Lookup extends { readonly address: Address }>(
  leases: LoadLeases,
  missing: readonly Lookup[],
  { load, lookAgain }: LoadSteps<Lookup>,
): Promise<void> {
  const keysOf = (lookups: readonly Lookup[]) => lookups.map(({ address }) => address.key);
  const isMine = await leases.claim(keysOf(missing));
  const mine = missing.filter((_lookup, index) => isMine[index]);
  const loading = mine.length === 0 ? null : load(mine).finally(() => leases.release(keysOf(mine)));
  let waiting: readonly Lookup[] = missing.filter((_lookup, index) => isMine[index] !== true);
  const givenUpAtMs = performance.now() + leases.longestWaitMs;
  while (waiting.length > 0 && performance.now() < givenUpAtMs) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainAfterMs));
    // First who is still loading, then what there is: what has just been stored is not taken for lost.
    const keys = keysOf(waiting);
    const areHeld = await leases.areHeld(keys);
    const held = new Set(keys.filter((_key, index) => areHeld[index]));
    const rest = await lookAgain(waiting);
    const lost = rest.filter(({ address }) => !held.has(address.key));
    if (lost.length > 0) await load(lost);
    waiting = rest.filter(({ address }) => held.has(address.key));
  }
  if (waiting.length > 0) await load(waiting);
  await loading;
}
