import { LRUCache } from 'lru-cache';
import type { Access } from '../auth/admission.js';
import type { CacheKey } from './cache-key.js';
import { lifetimeOf, type Cached, type Load, type PlainOnly } from './cached.js';
import { ageOf, createEntry, type Entry } from './entry.js';
import { Flights, type CacheOutcome, type Flight, type Landing, type Loaded } from './flights.js';
import type { KeyedEntry, Store } from './store.js';

/** For the request's log and its answer's extension: so many keys of a resource had this outcome. */
export type ReportOutcome = (outcome: CacheOutcome, resource: string, count: number) => void;

export interface ReadThroughParts {
  readonly store: Store;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** What all requests of this process share. */
interface Shared extends ReadThroughParts {
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

interface Landed {
  readonly id: string;
  readonly isOwn: boolean;
  readonly landing: Landing;
}

/** A renewal that failed is not tried by every next request: the upstream has enough to do. */
const renewAgainAfterMs = 5000;

/** The cache as one process sees it; for each request it hands out a reader. */
export class ReadThrough {
  readonly #shared: Shared;
  readonly #background = new Set<Promise<unknown>>();

  constructor(parts: ReadThroughParts) {
    this.#shared = {
      ...parts,
      flights: new Flights(),
      renewals: new LRUCache({ max: 10_000 }),
      inBackground: (work) => {
        const settled: Promise<unknown> = work.catch(() => undefined).finally(() => this.#background.delete(settled));
        this.#background.add(settled);
      },
    };
  }

  readerFor(access: Access, report: ReportOutcome): CacheReader {
    return new CacheReader(this.#shared, access, report);
  }

  /** Resolves when no write and no renewal is under way. */
  async idle(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
  }
}

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

  /** Joins the flights that there are and opens the others. */
  async #round<Value>(cached: Cached<Value>, ids: readonly string[], load: Load<Value>): Promise<Landed[]> {
    const { flights } = this.#shared;
    const { viewer } = this.#access;
    const isAdmitted = await this.#access.isAdmitted();
    const lookups = ids.map((id) => {
      const key = cached.keys.keyOf(viewer, id);
      const name = isAdmitted ? key : `token:${viewer.token.hash}:${key}`;
      const flying = flights.find(name);
      return { id, key, flight: flying ?? flights.open(name), isOwn: flying === null };
    });
    const own = lookups.filter(({ isOwn }) => isOwn);
    if (own.length > 0) void this.#lookUp(cached, own, load, isAdmitted);
    return Promise.all(lookups.map(async ({ id, isOwn, flight }) => ({ id, isOwn, landing: await flight.landing })));
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
      const age = entry !== null && isReadable(cached, entry) ? ageOf(entry, this.#shared.now()) : 'expired';
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
  #keep<Value>(cached: Cached<Value>, lookups: readonly Lookup[], loaded: readonly Loaded<Value>[]): void {
    const { store, now, random, inBackground } = this.#shared;
    const entries = lookups.flatMap(({ key }, index): KeyedEntry[] => {
      const value = loaded[index] ?? null;
      if (value instanceof Error) return [];
      const entry = createEntry(value, lifetimeOf(cached, value), now(), random);
      return entry === null ? [] : [{ key, entry }];
    });
    if (entries.length > 0) inBackground(store.setMany(entries));
  }

  #reportAll(resource: string, landings: readonly Landing[]): void {
    const counts = new Map<CacheOutcome, number>();
    for (const { outcome } of landings) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    for (const [outcome, count] of counts) this.#report(outcome, resource, count);
  }
}

function isReadable<Value>({ isValue }: Cached<Value>, { value }: Entry): boolean {
  return value === null || isValue === undefined || isValue(value);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a load failed', { cause: error });
}
