import type { CallMeter } from '../meter/call-meter.js';
import type { Observer } from '../observer.js';
import type { Trace } from '../tracing/trace.js';
import type { Witness } from './cache-reader.js';
import type { CacheOutcome } from './flights.js';

/** How one request's keys were answered, by resource, for its log line: `{ identity: { hit: 3, miss: 1 } }`. */
export class CacheOutcomes {
  readonly counts: Record<string, Partial<Record<CacheOutcome, number>>> = {};

  add(outcome: CacheOutcome, resource: string, count: number): void {
    const counts = (this.counts[resource] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + count;
  }
}

/** Tells the request's own counts, all requests', its trace and its meter of each look-up: the keys of one are a loader's batch. */
export function witnessOf(outcomes: CacheOutcomes, observer: Observer, trace: Trace, meter: CallMeter | null = null): Witness {
  return (resource, keys) => {
    const step = trace.step(`cache ${resource}`, 'internal', { 'certification_gateway.cache.keys': keys });
    const tellMeter = meter?.beginLookUp(resource, keys);
    return (counts, joined) => {
      for (const [outcome, count] of counts) {
        outcomes.add(outcome, resource, count);
        observer.cacheAnswered(resource, outcome, count);
      }
      tellMeter?.(counts, joined?.() ?? new Map());
      if (step.isRecorded) step.end(Object.fromEntries([...counts].map(([outcome, count]) => [`certification_gateway.cache.${outcome}`, count])));
    };
  };
}
