import { GatewayError, hasCode } from '../errors.js';
import type { CallMeter } from '../meter/call-meter.js';
import type { MeteredCall } from '../meter/metered-call.js';
import type { CallOutcome, Line, Observer, RepeatReason, UnsentReason } from '../observer.js';
import type { Trace } from '../tracing/trace.js';
import type { CallKind } from './budget/call-window.js';
import type { CallTally } from './call-tally.js';
import { HttpError, type HttpAnswer, type HttpFailure } from './http.js';

export interface CallRecordParts {
  /** Of the operation. */
  readonly name: string;
  readonly method: string;
  /** Objects that it names. */
  readonly batch: number;
  readonly observer: Observer;
  readonly tally: CallTally;
  readonly trace: Trace;
  /** Null: nobody looks at single calls. */
  readonly meter: CallMeter | null;
}

/** Tells of one call, with all its attempts, to whoever wants to know: the counters, its request's tally, its trace, and its meter. */
export class CallRecord {
  readonly #parts: CallRecordParts;
  readonly #trace: Trace;
  readonly #metered: MeteredCall | null;
  #line: Line | null = null;
  #attempts = 0;
  #waitedMs = 0;
  #last: CallOutcome | null = null;

  constructor(parts: CallRecordParts) {
    const { name, method, batch, trace, meter } = parts;
    this.#parts = parts;
    this.#trace = trace.step(name, 'call', { 'http.request.method': method });
    this.#metered = meter === null ? null : meter.beginCall({ operation: name, method, batch });
  }

  /** For every attempt: those of this call's own span. */
  get headers(): Readonly<Record<string, string>> {
    return this.#trace.headers;
  }

  /** Its turn has come, in this line. */
  waited(kind: CallKind, ms: number): void {
    const { observer, tally } = this.#parts;
    this.#line = lines[kind];
    this.#waitedMs += ms;
    tally.noteWait(ms);
    observer.callWaited(this.#line, ms);
    this.#metered?.waited(this.#line, ms);
  }

  sent(): void {
    this.#attempts += 1;
    this.#parts.tally.countSent();
    this.#metered?.sent();
    this.#trace.note('sent', { 'certification_gateway.call.attempt': this.#attempts });
  }

  /** Of an attempt that was sent. */
  over(outcome: HttpAnswer | HttpError, durationMs: number): void {
    const { name, observer, tally } = this.#parts;
    tally.noteCall(durationMs);
    this.#last = outcomeOf(outcome);
    observer.callOver(name, this.#last, durationMs);
  }

  notMade(error: unknown): void {
    this.#parts.observer.callNotMade(this.#parts.name, reasonOf(error));
  }

  repeated(reason: RepeatReason, delayMs: number): void {
    this.#parts.observer.callRepeated(reason);
    this.#trace.note('repeated', { 'certification_gateway.repeat.reason': reason, 'certification_gateway.repeat.delay_ms': Math.round(delayMs) });
  }

  /** `status` of the answer, or null where there was none; `error` is what the caller gets in its place. */
  end(status: number | null, error: unknown = null): void {
    const attributes = {
      ...(this.#line === null ? {} : { 'certification_gateway.call.line': this.#line }),
      'certification_gateway.call.wait_ms': Math.round(this.#waitedMs),
      'certification_gateway.call.attempts': this.#attempts,
      ...(status === null ? {} : { 'http.response.status_code': status }),
    };
    this.#trace.end(attributes, error === null ? null : (this.#last ?? faultOf(error)));
    this.#metered?.end(this.#last ?? reasonOf(error));
  }
}

const lines: Readonly<Record<CallKind, Line>> = { single: 'single', fanOut: 'fan_out' };

const failures: Readonly<Record<HttpFailure, CallOutcome>> = {
  timeout: 'timeout',
  cancelled: 'cancelled',
  unreachable: 'unreachable',
  'too large': 'too_large',
};

const statusesOfTheirOwn: ReadonlySet<string> = new Set<CallOutcome>(['401', '403', '404', '429']);

function outcomeOf(outcome: HttpAnswer | HttpError): CallOutcome {
  if (outcome instanceof HttpError) return failures[outcome.failure];
  const status = String(outcome.status);
  return (statusesOfTheirOwn.has(status) ? status : `${status.slice(0, 1)}xx`) as CallOutcome;
}

function faultOf(error: unknown): string {
  return error instanceof GatewayError ? error.code : reasonOf(error);
}

/** Of a call that was never sent. */
function reasonOf(error: unknown): UnsentReason {
  if (hasCode(error, 'RATE_LIMITED')) return 'budget';
  if (hasCode(error, 'UNAUTHENTICATED')) return 'token';
  if (error instanceof HttpError) return error.failure === 'cancelled' ? 'left' : 'time';
  return 'upstream_down';
}
