import { AbandonedError } from '../errors.js';
import type { Access } from '../auth/admission.js';
import { runCacheLoad } from '../meter/work.js';
import { AnswerParts, type Part } from './answer-parts.js';
import { addressOf, isKept, type Address, type Cached, type Load, type PlainOnly } from './cached.js';
import { ageOf, type Age, type Entry } from './entry.js';
import type { CacheOutcome, Flight, Landing, Loaded } from './flights.js';
import { asError, Keeper, type Lookup, type Shared } from './keeper.js';
import { fewestToShare, loadOnce } from './load-once.js';

export type { PlainOnly };

export type OutcomeCounts = ReadonlyMap<CacheOutcome, number>;

/** Told when so many keys of a resource are looked up, and by what it returns how they were answered; `joined` are those that others have looked up. */
export type Witness = (resource: string, keys: number) => (outcomes: OutcomeCounts, joined?: () => OutcomeCounts) => void;

/** For whoever has to know that a request waits, though no call of its own is under way. */
export type Track = <Value>(waiting: Promise<Value>) => Promise<Value>;

/** An id whose answer this reader has to find. */
interface OwnLookup extends Lookup {
  readonly flight: Flight;
}

/** One id in one round. `isOwn`: nobody else's load answers it. */
interface Landed {
  readonly id: string;
  readonly isOwn: boolean;
  readonly landing: Landing;
}

/**
 * Reads for one caller. For a caller who is not admitted the store is not read, and lookups are shared only with
 * requests of the same token; once the upstream has accepted the token, what it answered is kept like any other.
 */
export class CacheReader {
  /** All that this reader has answered from. */
  readonly parts = new AnswerParts();
  readonly #shared: Shared;
  readonly #access: Access;
  readonly #keeper: Keeper;
  readonly #witness: Witness;
  readonly #track: Track;
  /** When this caller has raised tags itself, in the order of all raises. */
  #raisedAt: number | null = null;

  /** By `ReadThrough.readerFor`. */
  constructor(shared: Shared, access: Access, witness: Witness, track: Track) {
    this.#shared = shared;
    this.#access = access;
    this.#keeper = new Keeper(shared, access);
    this.#witness = witness;
    this.#track = track;
  }

  /**
   * In the order of the ids, for a DataLoader to return as it is; never rejects. What is missing is asked for in one
   * `load`; what is stale is answered at once and renewed behind the answer, in a `load` of its own. Failures are not
   * kept, and a failure of somebody else's load is not taken for an answer before the caller has tried, too.
   */
  async getMany<Value>(cached: Cached<Value>, ids: readonly string[], load: Load<PlainOnly<Value>>): Promise<Loaded<Value>[]> {
    const tell = this.#witness(cached.keys.resource, ids.length);
    const landed = await this.#round<Value>(cached, ids, load);
    // Whose load has failed may have gone away, or had a token that is no longer good: once, it is tried again.
    for (let isFirst = true; ; isFirst = false) {
      const failed = [...landed.keys()].filter((index) => isToBeTriedAgain(landed[index], isFirst));
      if (failed.length === 0) break;
      const again = await this.#round<Value>(cached, failed.map((index) => ids[index] as string), load);
      for (const [place, index] of failed.entries()) landed[index] = again[place] as Landed;
    }
    const landings = landed.map(({ landing }) => landing);
    for (const { part = null } of landings) this.#note(part);
    tell(countsOf(landings), () => countsOf(landed.filter(({ isOwn }) => !isOwn).map(({ landing }) => landing)));
    return landings.map(({ loaded }) => loaded as Loaded<Value>);
  }

  /** May anything be read for this caller that was loaded by another? */
  isAdmitted(): Promise<boolean> {
    return this.#track(this.#access.isAdmitted());
  }

  /** What is known already; null for what is not, or is known to be absent. Nothing is loaded, and nothing waited for but Redis. */
  async find<Value>(cached: Cached<Value>, id: string): Promise<Value | null> {
    const address = addressOf(cached, this.#access.viewer, id);
    const isAdmitted = await this.#track(this.#access.isAdmitted());
    const part = isAdmitted ? (this.#peek(cached, address) ?? (await this.#track(this.#fetch(cached, address)))) : null;
    this.#note(part);
    return part === null ? null : (part.entry.value as Value | null);
  }

  /**
   * After a change upstream, or one that may have happened: whatever has one of these tags is a miss from now on, for
   * all viewers of the tenant. At once in this process; it resolves when Redis has taken it or is away, and never
   * rejects. What was being loaded before is neither kept nor joined by those who ask from now on.
   */
  async invalidate(tags: readonly string[]): Promise<void> {
    const { versions, notices, observer } = this.#shared;
    const raised = versions.raise(this.#access.viewer, tags);
    for (const tag of tags) observer.tagRaised(kindOf(tag));
    this.#raisedAt = versions.mark;
    await notices?.tell(raised);
  }

  /**
   * Keeps what the caller has been told otherwise than by `load`; nothing for a caller who is not admitted. After an
   * `invalidate` of this reader it is the answer of that change, and not kept if somebody else has changed it since.
   */
  async keep<Value>(cached: Cached<Value>, id: string, value: PlainOnly<Value>): Promise<void> {
    const { store, versions } = this.#shared;
    const raisedAt = this.#raisedAt ?? versions.mark;
    if (!isKept(cached) || !(await this.#access.isAdmitted())) return;
    const address = addressOf(cached, this.#access.viewer, id);
    const unknown = versions.unknownOf(address.tags);
    if (unknown.length > 0) await store.learn(unknown);
    if (versions.areRaisedSince(address.tags, raisedAt)) return;
    this.#keeper.keep<Value>(cached, [{ address, loaded: value, versions: versions.forLoad(address.tags) }]);
  }

  /** Takes what memory has fresh, joins the flights that there are, and opens the others. */
  async #round<Value>(cached: Cached<Value>, ids: readonly string[], load: Load<Value>): Promise<Landed[]> {
    const { flights, versions } = this.#shared;
    const { viewer } = this.#access;
    const isAdmitted = await this.#track(this.#access.isAdmitted());
    const own: OwnLookup[] = [];
    const lookups = ids.map((id) => {
      const address = addressOf(cached, viewer, id);
      const held = isAdmitted && isKept(cached) ? this.#peek(cached, address) : null;
      if (held !== null) return { id, isOwn: true, landing: hitOf(held) };
      const name = isAdmitted ? address.key : `token:${viewer.token.hash}:${address.key}`;
      const flying = flights.find(name);
      if (flying !== null && !versions.areRaisedSince(address.tags, flying.mark)) {
        return { id, isOwn: false, landing: flying.landing };
      }
      const flight = flights.open(name, versions.mark);
      own.push({ id, address, flight });
      return { id, isOwn: true, landing: flight.landing };
    });
    if (own.length > 0) void this.#lookUp(cached, own, load, isAdmitted);
    const landed = Promise.all(lookups.map(async ({ id, isOwn, landing }) => ({ id, isOwn, landing: await landing })));
    return this.#track(landed);
  }

  #peek<Value>(cached: Cached<Value>, address: Address): Part | null {
    return this.#freshPart(cached, address, this.#shared.store.peek(address.key));
  }

  async #fetch<Value>(cached: Cached<Value>, address: Address): Promise<Part | null> {
    const [entry = null] = await this.#shared.store.getMany([address]);
    return this.#freshPart(cached, address, entry);
  }

  #freshPart<Value>(cached: Cached<Value>, address: Address, entry: Entry | null): Part | null {
    return entry !== null && this.#ageOf(cached, address, entry) === 'fresh' ? { tags: address.tags, entry } : null;
  }

  async #lookUp<Value>(cached: Cached<Value>, own: readonly OwnLookup[], load: Load<Value>, isAdmitted: boolean): Promise<void> {
    try {
      const isLookedFor = isAdmitted && isKept(cached);
      const missing = isLookedFor ? await this.#landFound(cached, own, load) : own;
      if (missing.length === 0) return;
      if (!isAdmitted && isKept(cached)) await this.#learn(missing);
      const loadHere = (lookups: readonly OwnLookup[]) => this.#landLoaded(cached, lookups, load, isAdmitted ? 'miss' : 'off');
      const { leases } = this.#shared;
      if (leases === null || !isLookedFor || missing.length < fewestToShare) return await loadHere(missing);
      await loadOnce(leases, missing, { load: loadHere, lookAgain: (lookups) => this.#landFound(cached, lookups, load) });
    } catch (error) {
      for (const { flight } of own) flight.land({ outcome: isAdmitted ? 'miss' : 'off', loaded: asError(error) });
    }
  }

  async #landLoaded<Value>(cached: Cached<Value>, lookups: readonly OwnLookup[], load: Load<Value>, outcome: 'miss' | 'off'): Promise<void> {
    const loading = runCacheLoad(isKept(cached) ? outcome : null, () => idsOf(lookups), () => this.#keeper.load(cached, lookups, load));
    const loaded = await loading.catch((error: unknown) => lookups.map(() => asError(error)));
    lookups.forEach(({ flight }, index) => flight.land({ outcome, loaded: loaded[index] ?? null }));
  }

  /** Lands what the store has, and returns the rest. */
  async #landFound<Value>(cached: Cached<Value>, own: readonly OwnLookup[], load: Load<Value>): Promise<OwnLookup[]> {
    const entries = await this.#shared.store.getMany(own.map(({ address }) => address));
    const missing: OwnLookup[] = [];
    const stale: OwnLookup[] = [];
    own.forEach((lookup, index) => {
      const entry = entries[index] ?? null;
      const age = entry === null ? 'expired' : this.#ageOf(cached, lookup.address, entry);
      if (entry === null || age === 'expired') {
        missing.push(lookup);
        return;
      }
      if (age === 'stale') stale.push(lookup);
      lookup.flight.land(age === 'stale' ? { outcome: 'stale', loaded: entry.value } : hitOf({ tags: lookup.address.tags, entry }));
    });
    if (stale.length > 0) runCacheLoad('stale', () => idsOf(stale), () => this.#keeper.renew(cached, stale, load));
    return missing;
  }

  /** What is loaded without having been looked for is to be kept all the same. */
  async #learn(lookups: readonly Lookup[]): Promise<void> {
    const unknown = this.#shared.versions.unknownOf([...new Set(lookups.flatMap(({ address }) => address.tags))]);
    if (unknown.length > 0) await this.#shared.store.learn(unknown);
  }

  #ageOf<Value>(cached: Cached<Value>, { tags }: Address, entry: Entry): Age {
    const { versions, now } = this.#shared;
    return versions.areCurrent(tags, entry.tagVersions) && isReadable(cached, entry.value) ? ageOf(entry, now()) : 'expired';
  }

  #note(part: Part | null): void {
    if (part === null) this.parts.addOther();
    else this.parts.add(part);
  }
}

function idsOf(lookups: readonly Lookup[]): string[] {
  return lookups.map(({ id }) => id);
}

function countsOf(landings: readonly Landing[]): OutcomeCounts {
  const counts = new Map<CacheOutcome, number>();
  for (const { outcome } of landings) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

/** Tags that are about one object have its id behind a colon. */
function kindOf(tag: string): string {
  return tag.split(':', 1)[0] ?? '';
}

function hitOf(part: Part): Landing {
  return { outcome: 'hit', loaded: part.entry.value, part };
}

/** Any failure of somebody else's load once; one that its asker has given up, until another one carries it through. */
function isToBeTriedAgain(landed: Landed | undefined, isFirst: boolean): boolean {
  if (landed === undefined || landed.isOwn) return false;
  return landed.landing.loaded instanceof AbandonedError || (isFirst && landed.landing.loaded instanceof Error);
}

function isReadable<Value>({ isValue }: Cached<Value>, value: unknown): boolean {
  try {
    return value === null || isValue === undefined || isValue(value);
  } catch {
    // It looked for something inside what is not there.
    return false;
  }
}
