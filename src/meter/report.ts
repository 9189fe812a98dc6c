import type { CallOutcome, Line, UnsentReason } from '../observer.js';

/** How a call stands to the cache. `off`: the caller is not admitted, so it was not asked; `stale`: it renews, behind an answer that was stale. */
export type CallCacheOutcome = 'miss' | 'off' | 'stale';

/** One upstream call, with all its attempts: `startedAtMs`, then `waitMs`, then `durationMs`. */
export interface ReportedCall {
  /** As the upstream's specification names it. */
  readonly operation: string;
  readonly method: string;
  /** The field that asked first, by its path in the answer without positions in lists. Null: the gateway itself. */
  readonly field: string | null;
  /** How many times something was asked for that this call answers. */
  readonly askers: number;
  /** Objects that it names. */
  readonly batch: number;
  /** Null: a write, or what nobody keeps. */
  readonly cache: CallCacheOutcome | null;
  /** In which line it has waited; null: it has not left. */
  readonly line: Line | null;
  /** Since the operation's start. */
  readonly startedAtMs: number;
  readonly waitMs: number;
  /** Behind the wait; of a call under way, so far. */
  readonly durationMs: number;
  readonly attempts: number;
  /** Of the last attempt; of a call that never left, why. `under_way`: the answer did not wait for it, as for a renewal. */
  readonly outcome: CallOutcome | UnsentReason | 'under_way';
}

/** Keys of one kind, looked up together. */
export interface ReportedLookUp {
  /** As `extensions.cost.cache` names it. */
  readonly resource: string;
  readonly field: string | null;
  readonly atMs: number;
  readonly keys: number;
  readonly hit: number;
  readonly stale: number;
  readonly miss: number;
  readonly off: number;
  /** Those of the keys that were being looked up already, for this operation or another: they cost no call of their own. */
  readonly joined: number;
}

/** `extensions.callMeter`. Words and numbers: no id, no token, no value of a variable, and nothing of another request. */
export interface CallMeterReport {
  /** Of the execution. */
  readonly durationMs: number;
  /** In the order in which they were asked for. */
  readonly calls: readonly ReportedCall[];
  readonly lookUps: readonly ReportedLookUp[];
  /** The whole answer was sent as it had been sent before: nothing was executed. */
  readonly repeated: boolean;
  /** What a client would have spent that makes one call for each thing that a field shows. */
  readonly naiveCalls: number;
}

/** Of an answer that is sent again: the calls of the first one are not made again. */
export function repeatedReport(naiveCalls: number, durationMs: number): CallMeterReport {
  return { durationMs: tenths(durationMs), calls: [], lookUps: [], repeated: true, naiveCalls };
}

/** Milliseconds to one place: more is noise. */
export function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
