/** `extensions.callMeter`: what an operation has asked of SailPoint and of the cache. The gateway sends it outside of production. */
export interface CallMeter {
  durationMs: number;
  calls: MeteredCall[];
  lookUps: MeteredLookUp[];
  /** The whole answer was sent again from memory. */
  repeated: boolean;
  naiveCalls: number;
}

export interface MeteredCall {
  operation: string;
  method: string;
  field: string | null;
  askers: number;
  batch: number;
  cache: 'miss' | 'off' | 'stale' | null;
  line: 'single' | 'fan_out' | null;
  startedAtMs: number;
  waitMs: number;
  durationMs: number;
  attempts: number;
  outcome: string;
}

export interface MeteredLookUp {
  resource: string;
  field: string | null;
  atMs: number;
  keys: number;
  hit: number;
  stale: number;
  miss: number;
  off: number;
  /** Of the keys: what was being looked up already. */
  joined: number;
}

/** One row of the waterfall: a call, or keys that took none of their own. */
export interface MeterRow {
  what: string;
  /** `×100`, or nothing for one. */
  times: string;
  field: string;
  /** How the cache took it, and what became of a call that was not answered as asked. */
  outcome: string;
  hasFailed: boolean;
  startMs: number;
  waitMs: number;
  tookMs: number;
  /** False for keys that the cache had, or that were being looked up already. */
  isCall: boolean;
}

type Extensions = Record<string, unknown> | undefined;

/** Null where the gateway does not tell. */
export function meterOf(extensions: Extensions): CallMeter | null {
  const meter = extensions?.['callMeter'] as Partial<CallMeter> | undefined;
  return Array.isArray(meter?.calls) && Array.isArray(meter.lookUps) ? (meter as CallMeter) : null;
}

/** The result as the editor shows it: the panel draws the rest. */
export function withoutMeter<Result extends object>(result: Result): Result {
  const { extensions } = result as { extensions?: Record<string, unknown> };
  if (extensions?.['callMeter'] === undefined) return result;
  const others = { ...extensions };
  delete others['callMeter'];
  return { ...result, extensions: others };
}

/** Calls, and what the cache had, as they began. */
export function rowsOf({ calls, lookUps }: CallMeter): MeterRow[] {
  const rows = [...calls.map(rowOfCall), ...lookUps.flatMap(rowsOfLookUp)];
  return rows.sort((one, other) => one.startMs - other.startMs);
}

/** Milliseconds that the time axis has room for. */
export function spanOf(meter: CallMeter): number {
  return Math.max(1, meter.durationMs, ...meter.calls.map(({ startedAtMs, waitMs, durationMs }) => startedAtMs + waitMs + durationMs));
}

const cacheWords = { miss: 'not in the cache', off: 'cache not asked', stale: 'renewed' };

function rowOfCall({ operation, method, field, askers, batch, cache, startedAtMs, waitMs, durationMs, attempts, outcome }: MeteredCall): MeterRow {
  const isUnderWay = outcome === 'under_way';
  const hasFailed = !isUnderWay && !outcome.startsWith('2');
  const words = [isUnderWay ? 'still under way' : hasFailed ? outcome : null, attempts > 1 ? `${attempts} attempts` : null, cache === null ? null : cacheWords[cache]];
  return {
    what: method === 'GET' ? operation : `${operation} (${method})`,
    times: timesOf(batch),
    field: `${field ?? ''}${askers > 1 ? ` and ${askers - 1} more` : ''}`,
    outcome: words.filter((word) => word !== null).join(', '),
    hasFailed,
    startMs: startedAtMs,
    waitMs,
    tookMs: durationMs,
    isCall: true,
  };
}

function rowsOfLookUp({ resource, field, atMs, hit, stale, joined }: MeteredLookUp): MeterRow[] {
  const held = hit + stale;
  // Those that joined may be among those that the cache had: the larger number is sure.
  const spared = Math.max(held, joined);
  if (spared === 0) return [];
  const words = [held === 0 ? null : stale === 0 ? 'from the cache' : 'from the cache, some of it stale', joined === 0 ? null : 'joined what was under way'];
  const outcome = words.filter((word) => word !== null).join(', ');
  return [{ what: resource, times: timesOf(spared), field: field ?? '', outcome, hasFailed: false, startMs: atMs, waitMs: 0, tookMs: 0, isCall: false }];
}

function timesOf(count: number): string {
  return count > 1 ? `×${count}` : '';
}
