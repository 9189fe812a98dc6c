import type { ListCall } from '../pagination.js';
import type { Arrival, Read } from './cost.js';
import { mostParts, type Loader } from './loader.js';

/** What has been asked for under one key. */
interface Entry {
  count: number;
  /** For a list: the merged call of each moment at which it is asked for. */
  readonly callsByMoment: Map<string, ListCall>;
}

/** Keys of one loader that can share calls. */
interface Batch {
  keys: number;
  times: number;
}

/** The upstream calls of one request, or of one change in it: what is asked for twice is counted once. */
export class CallLedger {
  readonly #entries = new Map<string, Entry>();
  readonly #batches = new Map<string, Batch>();
  /** By loader: keys that their shared call may leave to a call of their own. */
  readonly #leftKeys = new Map<string, number>();

  /** How many calls a read adds to those that are needed already. */
  add(read: Read, arrival: Arrival): number {
    const { loader, key, count } = read;
    const name = `${loader.name} ${key}`;
    const entry = this.#entries.get(name) ?? { count: 0, callsByMoment: new Map<string, ListCall>() };
    this.#entries.set(name, entry);
    const before = entry.count;
    const callsBefore = before * differentCalls(entry);
    entry.count = Math.max(before, count);
    if (read.call !== undefined) {
      entry.callsByMoment.set(arrival.moment, merged(read.call, entry.callsByMoment.get(arrival.moment)));
    }
    if (loader.keysPerCall === 1) return entry.count * differentCalls(entry) - callsBefore;
    return this.#addKeys(loader, entry.count - before, batchOf(loader, arrival));
  }

  #addKeys(loader: Loader, keys: number, { moment, times }: Omit<Arrival, 'lookups'>): number {
    const name = `${loader.name} ${moment}`;
    const batch = this.#batches.get(name) ?? { keys: 0, times: 0 };
    const added: Batch = { keys: batch.keys + keys, times: Math.max(batch.times, times) };
    this.#batches.set(name, added);
    return callsOf(loader, added) - callsOf(loader, batch) + this.#addLeft(loader, leftKeys(added) - leftKeys(batch));
  }

  #addLeft(loader: Loader, keys: number): number {
    const before = this.#leftKeys.get(loader.name) ?? 0;
    this.#leftKeys.set(loader.name, before + keys);
    return Math.min(loader.mostSingleCalls, before + keys) - Math.min(loader.mostSingleCalls, before);
  }
}

/** What waits for all others is asked for at one moment; each owner's keys are a batch of their own. */
function batchOf({ isLast, owners }: Loader, { moment, times, lookups }: Arrival): Omit<Arrival, 'lookups'> {
  return isLast ? { moment: String(lookups), times: 1 } : { moment, times: Math.max(times, owners) };
}

function callsOf(loader: Loader, { keys, times }: Batch): number {
  return mostParts(keys, times, loader.keysPerCall);
}

/** A key alone is asked for singly from the start. */
function leftKeys({ keys }: Batch): number {
  return keys > 1 ? keys : 0;
}

/** Different parts of one list are different calls, unless they are asked for at the same moment. */
function differentCalls({ callsByMoment }: Entry): number {
  if (callsByMoment.size <= 1) return 1;
  return new Set([...callsByMoment.values()].map(({ limit, count }) => `${limit} ${count}`)).size;
}

function merged(call: ListCall, other: ListCall | undefined): ListCall {
  if (other === undefined) return call;
  return { offset: call.offset, limit: Math.max(call.limit, other.limit), count: call.count || other.count };
}
