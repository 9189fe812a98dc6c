import type { LRUCache } from 'lru-cache';
import type { Access } from '../auth/admission.js';
import type { CacheKey } from './cache-key.js';
import { lifetimeOf, type Cached, type Load, type PlainOnly } from './cached.js';
import { ageOf, createEntry, type Age, type Entry } from './entry.js';
import type { CacheOutcome, Flight, Flights, Landing, Loaded } from './flights.js';
import type { KeyedEntry, Store } from './store.js';

/** For the request's log and its answer's extension: so many keys of a resource had this outcome. */
export type ReportOutcome = (outcome: CacheOutcome, resource: string, count: number) => void;

/** What all readers of a process share. */
export interface Shared {
  readonly store: Store;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly flights: Flights;
  /** Keys being renewed, and those whose renewal has just failed. */
  readonly renewals: LRUCache<string, { readonly notBeforeMs: number }>;
  readonly inBackground: (work: Promise<unknown>) => void;
}

interface Lookup {
  readonly id: string;
  readonly key: CacheKey;
  readonly flight: Flight;
}

/** One id in one round. `isOwn`: nobody else's load answers it. */
interface Landed {
  readonly id: string;
  readonly isOwn: boolean;
  readonly landing: Landing;
}

/** A renewal that failed is not tried by every next request: the upstream has enough to do. */
const renewAgainAfterMs = 5000;

/**
 * Reads for one caller. For a caller who is not admitted the store is not read, and lookups are shared only with
 * requests of the same token; once the upstream has accepted the token, what it answered is kept like any other.
 */
export class CacheReader {
  readonly #shared: Shared;
  readonly #access: Access;
  readonly #report: ReportOutcome;

  /** By `ReadThrough.readerFor`. */
  constructor(shared: Shared, access: Access, report: ReportOutcome) {
    this.#shared = shared;
    this.#access = access;
    this.#report = report;
  }

  /**
   * In the order of the ids, for a DataLoader to return as it is; never rejects. What is missing is asked for in one
   * `load`; what is stale is answered at once and renewed behind the answer, in a `load` of its own. Failures are not
   * kept, and a failure of somebody else's load is not taken for an answer before the caller has tried, too.
   */
  async getMany<Value>(cached: Cached<Value>, ids: readonly string[], load: Load<PlainOnly<Value>>): Promise<Loaded<Value>[]> {
    const landed = await this.#round<Value>(cached, ids, load);
    // Whose load has failed may have gone away, or had a token that is no longer good: once, it is tried again.
    const failed = landed.filter(({ isOwn, landing }) => !isOwn && landing.loaded instanceof Error);
    const second = failed.length === 0 ? [] : await this.#round<Value>(cached, failed.map(({ id }) => id), load);
    const again = new Map(failed.map((lookup, index) => [lookup, second[index]] as const));
    const landings = landed.map((lookup) => (again.get(lookup) ?? lookup).landing);
    this.#reportAll(cached.keys.resource, landings);
    return landings.map(({ loaded }) => loaded as Loaded<Value>);
  }

  /** Keeps what the caller has been told otherwise than by `load`; nothing for a caller who is not admitted. */
  async keep<Value>(cached: Cached<Value>, id: string, value: PlainOnly<Value>): Promise<void> {
    if (!(await this.#access.isAdmitted())) return;
    this.#keep<Value>(cached, [{ key: cached.keys.keyOf(this.#access.viewer, id) }], [value]);
  }

  /** Takes what memory has fresh, joins the flights that there are, and opens the others. */
  async #round<Value>(cached: Cached<Value>, ids: readonly string[], load: Load<Value>): Promise<Landed[]> {
    const { flights } = this.#shared;
    const { viewer } = this.#access;
    const isAdmitted = await this.#access.isAdmitted();
    const own: Lookup[] = [];
    const lookups = ids.map((id) => {
      const key = cached.keys.keyOf(viewer, id);
      const held = isAdmitted ? this.#peek(cached, key) : null;
      if (held !== null) return { id, isOwn: true, landing: held };
      const name = isAdmitted ? key : `token:${viewer.token.hash}:${key}`;
      const flying = flights.find(name);
      const flight = flying ?? flights.open(name);
      if (flying === null) own.push({ id, key, flight });
      return { id, isOwn: flying === null, landing: flight.landing };
    });
    if (own.length > 0) void this.#lookUp(cached, own, load, isAdmitted);
    const landed: Landed[] = [];
    for (const { id, isOwn, landing } of lookups) landed.push({ id, isOwn, landing: await landing });
    return landed;
  }

  #peek<Value>(cached: Cached<Value>, key: CacheKey): Landing | null {
    const entry = this.#shared.store.peek(key);
    if (entry === null || this.#ageOf(cached, entry) !== 'fresh') return null;
    return { outcome: 'hit', loaded: entry.value };
  }

  async #lookUp<Value>(cached: Cached<Value>, own: readonly Lookup[], load: Load<Value>, isAdmitted: boolean): Promise<void> {
    const outcome = isAdmitted ? 'miss' : 'off';
    try {
      const missing = isAdmitted ? await this.#landFound(cached, own, load) : own;
      if (missing.length === 0) return;
      const loaded = await this.#loadAndKeep(cached, missing, load);
      missing.forEach(({ flight }, index) => flight.land({ outcome, loaded: loaded[index] ?? null }));
    } catch (error) {
      for (const { flight } of own) flight.land({ outcome, loaded: asError(error) });
    }
  }

  /** Lands what the store has, and returns the rest. */
  async #landFound<Value>(cached: Cached<Value>, own: readonly Lookup[], load: Load<Value>): Promise<Lookup[]> {
    const entries = await this.#shared.store.getMany(own.map(({ key }) => key));
    const missing: Lookup[] = [];
    const stale: Lookup[] = [];
    own.forEach((lookup, index) => {
      const entry = entries[index] ?? null;
      const age = entry === null ? 'expired' : this.#ageOf(cached, entry);
      if (entry === null || age === 'expired') {
        missing.push(lookup);
        return;
      }
      if (age === 'stale') stale.push(lookup);
      lookup.flight.land({ outcome: age === 'stale' ? 'stale' : 'hit', loaded: entry.value });
    });
    this.#renew(cached, stale, load);
    return missing;
  }

  #renew<Value>(cached: Cached<Value>, stale: readonly Lookup[], load: Load<Value>): void {
    const { renewals, now, inBackground } = this.#shared;
    const due = stale.filter(({ key }) => (renewals.get(key)?.notBeforeMs ?? 0) <= now());
    if (due.length === 0) return;
    for (const { key } of due) renewals.set(key, { notBeforeMs: Infinity });
    const renewing = this.#loadAndKeep(cached, due, load).catch((error: unknown) => due.map(() => asError(error)));
    inBackground(
      renewing.then((loaded) => {
        due.forEach(({ key }, index) => {
          if (loaded[index] instanceof Error) renewals.set(key, { notBeforeMs: now() + renewAgainAfterMs });
          else renewals.delete(key);
        });
      }),
    );
  }

  async #loadAndKeep<Value>(cached: Cached<Value>, lookups: readonly Lookup[], load: Load<Value>): Promise<readonly Loaded<Value>[]> {
    const loaded = await load(lookups.map(({ id }) => id));
    if (loaded.length !== lookups.length) throw new Error(`${loaded.length} answers for ${lookups.length} ids of ${cached.keys.resource}`);
    // Asked again: the load may have admitted the caller, or its 401 have ended that.
    if (await this.#access.isAdmitted()) this.#keep(cached, lookups, loaded);
    return loaded;
  }

  /** In memory when it returns, so that whoever looks after the flight has landed finds it there. */
  #keep<Value>(cached: Cached<Value>, lookups: readonly Pick<Lookup, 'key'>[], loaded: readonly Loaded<Value>[]): void {
    const { store, now, random, inBackground } = this.#shared;
    const entries = lookups.flatMap(({ key }, index): KeyedEntry[] => {
      const value = loaded[index] ?? null;
      if (value instanceof Error) return [];
      const entry = createEntry(value, lifetimeOf(cached, value), now(), random);
      return entry === null ? [] : [{ key, entry }];
    });
    if (entries.length > 0) inBackground(store.setMany(entries));
  }

  #ageOf<Value>(cached: Cached<Value>, entry: Entry): Age {
    return isReadable(cached, entry.value) ? ageOf(entry, this.#shared.now()) : 'expired';
  }

  #reportAll(resource: string, landings: readonly Landing[]): void {
    const counts = new Map<CacheOutcome, number>();
    for (const { outcome } of landings) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    for (const [outcome, count] of counts) this.#report(outcome, resource, count);
  }
}

function isReadable<Value>({ isValue }: Cached<Value>, value: unknown): boolean {
  try {
    return value === null || isValue === undefined || isValue(value);
  } catch {
    // It looked for something inside what is not there.
    return false;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a load failed', { cause: error });
}
