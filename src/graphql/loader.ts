import DataLoader from 'dataloader';
import type { Ask } from '../meter/ask.js';
import type { CallMeter } from '../meter/call-meter.js';
import { currentWork, runWork } from '../meter/work.js';

/** A DataLoader that tells the call meter who has asked for what it loads. Where nobody meters it is a DataLoader. */
export class Loader<Key, Value, Name = Key> extends DataLoader<Key, Value, Name> {
  readonly #asks: WaitingAsks<Key, Name>;

  constructor(read: DataLoader.BatchLoadFn<Key, Value>, options: DataLoader.Options<Key, Value, Name> = {}) {
    const asks = new WaitingAsks<Key, Name>(options.cacheKeyFn);
    super((keys) => asks.run(keys, () => read(keys)), options);
    this.#asks = asks;
  }

  override load(key: Key): Promise<Value> {
    this.#asks.note(key);
    return super.load(key);
  }
}

/** Asks for what one loader has not begun to load. */
class WaitingAsks<Key, Name> {
  readonly #nameOf: ((key: Key) => Name) | undefined;
  readonly #byName = new Map<unknown, readonly Ask[]>();
  /** Of the one request that has such a loader. */
  #meter: CallMeter | null = null;

  constructor(nameOf: ((key: Key) => Name) | undefined) {
    this.#nameOf = nameOf;
  }

  note(key: Key): void {
    const work = currentWork();
    if (work === undefined) return;
    this.#meter = work.meter;
    const name = this.#name(key);
    // A load within a load is for those who have asked for that one.
    const asks = work.kind === 'load' ? work.asks : [work.meter.ask(work, this, name)];
    this.#byName.set(name, [...new Set([...(this.#byName.get(name) ?? []), ...asks])]);
  }

  /** Not as the work of whoever has asked first, or of whatever has set the batch off: as that of all who have asked. */
  run<Result>(keys: readonly Key[], read: () => Result): Result {
    const meter = this.#meter;
    if (meter === null) return read();
    const asksByKey = new Map(keys.map((key) => [key, this.#take(key)] as const));
    const asks = [...new Set([...asksByKey.values()].flat())];
    return runWork({ kind: 'load', meter, asks, asksByKey, cache: null }, read);
  }

  #take(key: Key): readonly Ask[] {
    const name = this.#name(key);
    const asks = this.#byName.get(name) ?? [];
    this.#byName.delete(name);
    return asks;
  }

  #name(key: Key): unknown {
    return this.#nameOf === undefined ? key : this.#nameOf(key);
  }
}
