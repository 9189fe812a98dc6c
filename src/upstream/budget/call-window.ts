/** So many calls in any span of so many milliseconds. */
export interface CallLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * Calls by kind. `single`: few and awaited by a person, they may use the whole budget. `fanOut`: one for each row of
 * a list, they leave an eighth of it to the single ones.
 */
export interface CallsByKind {
  readonly single: number;
  readonly fanOut: number;
}

export type CallKind = keyof CallsByKind;

/** In the order in which they go. */
export const kinds: readonly CallKind[] = ['single', 'fanOut'];

/** How many calls may leave now, and when to ask again for the others. */
export interface Taken {
  readonly granted: CallsByKind;
  /** Milliseconds until a call of the kind may be free; 0: now. */
  readonly waitMs: CallsByKind;
  /** Of the whole budget, after this. */
  readonly left: number;
  /** Milliseconds until the oldest call leaves the window; 0 when the window is empty. */
  readonly refillsInMs: number;
}

export const noCalls: CallsByKind = { single: 0, fanOut: 0 };

/** How many calls each kind may have in one window. */
export function boundsOf({ calls }: CallLimit): CallsByKind {
  return { single: calls, fanOut: calls - Math.floor(calls / 8) };
}

/** What both kinds get of what is wanted when so many calls are in the window: single ones first. */
export function shareOut(wanted: CallsByKind, bounds: CallsByKind, used: number): CallsByKind {
  const single = Math.max(0, Math.min(wanted.single, bounds.single - used));
  const fanOut = Math.max(0, Math.min(wanted.fanOut, bounds.fanOut - used - single));
  return { single, fanOut };
}

/**
 * A sliding window in this process: remembers when each call left, so that no span of time, wherever it begins, holds
 * more than the limit. Times are of one monotonic clock, in milliseconds.
 */
export class CallWindow {
  readonly #bounds: CallsByKind;
  readonly #calls: number;
  readonly #windowMs: number;
  /** When the calls of the last window left, oldest first. */
  #leftAtMs: number[] = [];
  #pausedUntilMs = -Infinity;

  constructor(limit: CallLimit) {
    this.#bounds = boundsOf(limit);
    this.#calls = limit.calls;
    this.#windowMs = limit.windowMs;
  }

  take(wanted: CallsByKind, nowMs: number): Taken {
    const granted = this.fitting(wanted, nowMs);
    this.record(granted.single + granted.fanOut, nowMs);
    return this.#state(granted, nowMs);
  }

  /** What of it would be granted now. */
  fitting(wanted: CallsByKind, nowMs: number): CallsByKind {
    this.#prune(nowMs);
    return this.#pausedUntilMs > nowMs ? noCalls : shareOut(wanted, this.#bounds, this.#leftAtMs.length);
  }

  /** Calls that were granted elsewhere count here too. */
  record(calls: number, nowMs: number): void {
    for (let call = 0; call < calls; call += 1) this.#leftAtMs.push(nowMs);
  }

  /** Nothing leaves before; a shorter pause does not end a longer one. */
  pause(untilMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, untilMs);
  }

  #state(granted: CallsByKind, nowMs: number): Taken {
    const used = this.#leftAtMs.length;
    const [oldestMs] = this.#leftAtMs;
    return {
      granted,
      waitMs: { single: this.#waitMs(this.#bounds.single, nowMs), fanOut: this.#waitMs(this.#bounds.fanOut, nowMs) },
      left: Math.max(0, this.#calls - used),
      refillsInMs: oldestMs === undefined ? 0 : this.#leavesInMs(oldestMs, nowMs),
    };
  }

  #waitMs(bound: number, nowMs: number): number {
    const inTheWayMs = this.#leftAtMs[this.#leftAtMs.length - bound];
    const freeInMs = inTheWayMs === undefined ? 0 : this.#leavesInMs(inTheWayMs, nowMs);
    return Math.max(freeInMs, this.#pausedUntilMs - nowMs, 0);
  }

  #leavesInMs(leftAtMs: number, nowMs: number): number {
    // One more than the window: the upstream's window may include its own end.
    return leftAtMs + this.#windowMs - nowMs + 1;
  }

  #prune(nowMs: number): void {
    const firstInWindow = this.#leftAtMs.findIndex((leftAtMs) => this.#leavesInMs(leftAtMs, nowMs) > 0);
    if (firstInWindow !== 0) this.#leftAtMs = firstInWindow < 0 ? [] : this.#leftAtMs.slice(firstInWindow);
  }
}
