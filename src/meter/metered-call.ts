import type { CallOutcome, Line, UnsentReason } from '../observer.js';
import { tenths, type CallCacheOutcome, type ReportedCall } from './report.js';

export interface CallFacts {
  readonly operation: string;
  readonly method: string;
  readonly batch: number;
}

export interface Askers {
  readonly field: string | null;
  readonly askers: number;
}

/** One upstream call, with all its attempts, from when it is asked for. */
export class MeteredCall {
  readonly #facts: CallFacts & Askers & { readonly cache: CallCacheOutcome | null; readonly startedAtMs: number };
  readonly #askedAtMs = performance.now();
  #line: Line | null = null;
  #waitMs = 0;
  #attempts = 0;
  #end: { readonly outcome: ReportedCall['outcome']; readonly atMs: number } | null = null;

  constructor(facts: CallFacts, askers: Askers, cache: CallCacheOutcome | null, operationStartedAtMs: number) {
    this.#facts = { ...facts, ...askers, cache, startedAtMs: tenths(this.#askedAtMs - operationStartedAtMs) };
  }

  /** Its turn has come, in this line: once for each attempt. */
  waited(line: Line, ms: number): void {
    this.#line = line;
    this.#waitMs += ms;
  }

  sent(): void {
    this.#attempts += 1;
  }

  end(outcome: CallOutcome | UnsentReason): void {
    this.#end = { outcome, atMs: performance.now() };
  }

  report(): ReportedCall {
    const { outcome, atMs } = this.#end ?? { outcome: 'under_way', atMs: performance.now() };
    const wholeMs = atMs - this.#askedAtMs;
    // What never left has done nothing but wait.
    const waitMs = this.#attempts === 0 ? wholeMs : Math.min(this.#waitMs, wholeMs);
    const times = { waitMs: tenths(waitMs), durationMs: tenths(wholeMs - waitMs) };
    return { ...this.#facts, line: this.#attempts === 0 ? null : this.#line, ...times, attempts: this.#attempts, outcome };
  }
}
