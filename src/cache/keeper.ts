import type { LRUCache } from 'lru-cache';
import type { Access } from '../auth/admission.js';
import type { Observer } from '../observer.js';
import { isKept, lifetimeOf, type Address, type Cached, type Load } from './cached.js';
import { createEntry } from './entry.js';
import type { Flights, Loaded } from './flights.js';
import type { LoadLeases } from './load-leases.js';
import type { KeyedEntry, Store } from './store.js';
import type { TagNotices } from './tag-notices.js';
import type { TagVersions } from './tag-versions.js';

/** What all readers of a process share. */
export interface Shared {
  readonly store: Store;
  readonly versions: TagVersions;
  /** Null: there is nobody else to tell. */
  readonly notices: Pick<TagNotices, 'tell'> | null;
  /** Null: there is nobody to share loads with. */
  readonly leases: LoadLeases | null;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly flights: Flights;
  /** Keys being renewed, and those whose renewal has just failed. */
  readonly renewals: LRUCache<string, { readonly notBeforeMs: number }>;
  readonly inBackground: (work: Promise<unknown>) => void;
  readonly observer: Observer;
}

export interface Lookup {
  readonly id: string;
  readonly address: Address;
}

type Versions = KeyedEntry['versions'];

/** A renewal that failed is not tried by every next request: the upstream has enough to do. */
const renewAgainAfterMs = 5000;

/** Loads for one caller, and keeps what was loaded when the caller is admitted by then. */
export class Keeper {
  readonly #shared: Shared;
  readonly #access: Access;

  constructor(shared: Shared, access: Access) {
    this.#shared = shared;
    this.#access = access;
  }

  /** What is kept has the versions of its tags from before; nothing is kept whose tags were raised meanwhile. */
  async load<Value>(cached: Cached<Value>, lookups: readonly Lookup[], load: Load<Value>): Promise<readonly Loaded<Value>[]> {
    const { versions } = this.#shared;
    const { mark } = versions;
    const before = lookups.map(({ address }) => versions.forLoad(address.tags));
    const loaded = await load(lookups.map(({ id }) => id));
    if (loaded.length !== lookups.length) throw new Error(`${loaded.length} answers for ${lookups.length} ids of ${cached.keys.resource}`);
    // Asked again: the load may have admitted the caller, or its 401 have ended that.
    if (isKept(cached) && (await this.#access.isAdmitted())) {
      const answers = lookups.map(({ address }, index) => ({ address, loaded: loaded[index] ?? null, versions: before[index] ?? new Map() }));
      this.keep(cached, answers.filter(({ address }) => !versions.areRaisedSince(address.tags, mark)));
    }
    return loaded;
  }

  /** Behind the answer, one load for each key at a time. */
  renew<Value>(cached: Cached<Value>, stale: readonly Lookup[], load: Load<Value>): void {
    const { renewals, now, inBackground } = this.#shared;
    const due = stale.filter(({ address }) => (renewals.get(address.key)?.notBeforeMs ?? 0) <= now());
    if (due.length === 0) return;
    for (const { address } of due) renewals.set(address.key, { notBeforeMs: Infinity });
    const renewing = this.load(cached, due, load).catch((error: unknown) => due.map(() => asError(error)));
    inBackground(
      renewing.then((loaded) => {
        due.forEach(({ address: { key } }, index) => {
          if (loaded[index] instanceof Error) renewals.set(key, { notBeforeMs: now() + renewAgainAfterMs });
          else renewals.delete(key);
        });
      }),
    );
  }

  /** In memory when it returns, so that whoever looks after the flight has landed finds it there. */
  keep<Value>(cached: Cached<Value>, answers: readonly { readonly address: Address; readonly loaded: Loaded<Value>; readonly versions: Versions }[]): void {
    const { store, now, random, inBackground } = this.#shared;
    const entries = answers.flatMap(({ address: { key }, loaded, versions }): KeyedEntry[] => {
      if (loaded instanceof Error) return [];
      const texts = [...versions.values()].map(({ text }) => text);
      const entry = createEntry(loaded, texts, lifetimeOf(cached, loaded), now(), random);
      return entry === null ? [] : [{ key, entry, versions }];
    });
    if (entries.length > 0) inBackground(store.setMany(entries));
  }
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a load failed', { cause: error });
}
