import { AsyncLocalStorage } from 'node:async_hooks';
import { askOf, type Ask, type Place } from './ask.js';
import type { CallMeter } from './call-meter.js';
import type { CallCacheOutcome } from './report.js';

/** The resolver of a field. */
export interface FieldWork {
  readonly kind: 'field';
  readonly meter: CallMeter;
  readonly place: Place;
  /** The object that the field shows, or of which it shows a value. */
  readonly shown: Place | undefined;
}

/** A load, for all who have asked for what it loads. */
export interface LoadWork {
  readonly kind: 'load';
  readonly meter: CallMeter;
  readonly asks: readonly Ask[];
  /** The same by the loader's keys. */
  readonly asksByKey: ReadonlyMap<unknown, readonly Ask[]>;
  readonly cache: CallCacheOutcome | null;
}

/** For whom the code works that is running. Nobody enters it unless the call meter is on: then there is none, and that is all it costs. */
export type Work = FieldWork | LoadWork;

const works = new AsyncLocalStorage<Work>();

export function currentWork(): Work | undefined {
  return works.getStore();
}

export function runWork<Result>(work: Work, run: () => Result): Result {
  return works.run(work, run);
}

/** Goes on with the work of now later, from wherever: for what is called out of another request, or from a timer. */
export function laterInThisWork(): <Result>(run: () => Result) => Result {
  const work = works.getStore();
  return work === undefined ? (run) => run() : (run) => works.run(work, run);
}

/** A load for one who asks by no loader. `source` and `name` say what for: the same again, for the same object, is one ask. */
export function runAsk<Result>(source: object, name: unknown, run: () => Result): Result {
  return runAsked((work) => work.meter.ask(work, source, name), run);
}

/** A load of the gateway's own on the way to what a field shows: no client would have made it for that. */
export function runUnshown<Result>(run: () => Result): Result {
  return runAsked((work) => askOf(work.place), run);
}

function runAsked<Result>(ask: (work: FieldWork) => Ask, run: () => Result): Result {
  const work = works.getStore();
  if (work?.kind !== 'field') return run();
  return works.run({ kind: 'load', meter: work.meter, asks: [ask(work)], asksByKey: new Map(), cache: null }, run);
}

/** The part of a load that is for these keys. Where they are not the loader's own it is for all who have asked. */
export function runForKeys<Result>(keys: readonly unknown[], run: () => Result): Result {
  const work = works.getStore();
  if (work?.kind !== 'load') return run();
  const asks = new Set(keys.flatMap((key) => work.asksByKey.get(key) ?? []));
  return asks.size === 0 ? run() : works.run({ ...work, asks: [...asks] }, run);
}

/** The same behind the cache, which has said this of them. */
export function runCacheLoad<Result>(cache: CallCacheOutcome | null, keys: () => readonly unknown[], run: () => Result): Result {
  const work = works.getStore();
  if (work?.kind !== 'load') return run();
  return works.run({ ...work, cache }, () => runForKeys(keys(), run));
}

/** A load whose keys go on as others; undefined for those that do not go on. */
export function runRegrouped<Key, Group>(keys: readonly Key[], groupOf: (key: Key) => Group | undefined, run: () => void): void {
  const work = works.getStore();
  if (work?.kind !== 'load') return run();
  const asksByKey = new Map<Group, readonly Ask[]>();
  for (const key of keys) {
    const group = groupOf(key);
    if (group !== undefined) asksByKey.set(group, [...(asksByKey.get(group) ?? []), ...(work.asksByKey.get(key) ?? [])]);
  }
  works.run({ ...work, asks: [...new Set([...asksByKey.values()].flat())], asksByKey }, run);
}
