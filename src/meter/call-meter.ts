import { askOf, type Ask, type Place } from './ask.js';
import { MeteredCall, type Askers, type CallFacts } from './metered-call.js';
import { tenths, type CallMeterReport, type ReportedLookUp } from './report.js';
import { currentWork, type FieldWork, type Work } from './work.js';

/** Keys, by how they were answered. */
type Counts = ReadonlyMap<string, number>;

/** What each call of an operation was for, and how many a client makes that saves none. */
export class CallMeter {
  #startedAtMs = performance.now();
  #calls: MeteredCall[] = [];
  #lookUps: ReportedLookUp[] = [];
  #asksOfObjects = new Map<Place | undefined, Map<object, Map<unknown, Ask>>>();
  #asked = 0;
  #writes = 0;

  /** What a naive client makes a call for; `source` and `name` say what. The same for the same object of the answer is asked for once, however many of its fields show it. */
  ask({ shown, place }: FieldWork, source: object, name: unknown): Ask {
    const ofObject = within(this.#asksOfObjects, shown, () => new Map<object, Map<unknown, Ask>>());
    const asks = within(ofObject, source, () => new Map<unknown, Ask>());
    return within(asks, name, () => {
      this.#asked += 1;
      return askOf(place);
    });
  }

  /** A call of this operation is asked for, as part of the work that runs now. */
  beginCall(facts: CallFacts): MeteredCall {
    const work = this.#ownWork();
    const call = new MeteredCall(facts, askersOf(work), work?.kind === 'load' ? work.cache : null, this.#startedAtMs);
    if (facts.method !== 'GET') this.#writes += 1;
    this.#calls.push(call);
    return call;
  }

  /** Returns whom to tell how so many keys were answered; those that joined a look-up under way are among `outcomes`. */
  beginLookUp(resource: string, keys: number): (outcomes: Counts, joined: Counts) => void {
    const { field } = askersOf(this.#ownWork());
    const atMs = this.#since(performance.now());
    return (outcomes, joined) => {
      const of = (outcome: string) => outcomes.get(outcome) ?? 0;
      const answered = { hit: of('hit'), stale: of('stale'), miss: of('miss'), off: of('off') };
      this.#lookUps.push({ resource, field, atMs, keys, ...answered, joined: sumOf(joined) });
    };
  }

  get naiveCalls(): number {
    return this.#asked + this.#writes;
  }

  /** As it stands now: renewals behind the answer may be under way. */
  report(): CallMeterReport {
    return {
      durationMs: this.#since(performance.now()),
      calls: this.#calls.map((call) => call.report()),
      lookUps: this.#lookUps.toSorted((a, b) => a.atMs - b.atMs),
      repeated: false,
      naiveCalls: this.naiveCalls,
    };
  }

  /** The same, and begins anew: for the next event of a subscription. */
  take(): CallMeterReport {
    const report = this.report();
    this.#startedAtMs = performance.now();
    this.#calls = [];
    this.#lookUps = [];
    this.#asksOfObjects = new Map();
    this.#asked = 0;
    this.#writes = 0;
    return report;
  }

  /** What runs may be of another request: a load that several wait for is made by the first of them. */
  #ownWork(): Work | undefined {
    const work = currentWork();
    return work?.meter === this ? work : undefined;
  }

  #since(atMs: number): number {
    return tenths(atMs - this.#startedAtMs);
  }
}

/** Who waits for what is looked up or called now. */
function askersOf(work: Work | undefined): Askers {
  if (work === undefined) return { field: null, askers: 1 };
  if (work.kind === 'field') return { ...askOf(work.place), askers: 1 };
  return { field: work.asks[0]?.field ?? null, askers: Math.max(work.asks.length, 1) };
}

function sumOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}
