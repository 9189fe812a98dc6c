/** So many calls in any span of so many milliseconds. */
export interface CallLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/**
 * Calls by kind. `single`: few and awaited by a person, they may use the whole budget. `fanOut`: one for each row of
 * a list, they leave while more than an eighth of it is left, which is for single ones.
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

/** Names of the granted calls, by which the window is told that one is over. */
export function callsOf(id: string, { single, fanOut }: CallsByKind): string[] {
  return Array.from({ length: single + fanOut }, (_, index) => `${id}:${index + 1}`);
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
 * A sliding window in this process. The upstream counts a call at some time between its leaving and its answer, so it is
 * counted here until the window has passed after its answer: no span of time, wherever it begins, holds more than the
 * limit upstream. Times are of one monotonic clock, in milliseconds.
 */
export class CallWindow {
  readonly #bounds: CallsByKind;
  readonly #most: number;
  readonly #windowMs: number;
  /** When each call left, or was over; oldest first. */
  readonly #calls = new Map<string, number>();
  #pausedUntilMs = -Infinity;

  constructor(limit: CallLimit) {
    this.#bounds = boundsOf(limit);
    this.#most = limit.calls;
    this.#windowMs = limit.windowMs;
  }

  /** The granted calls are `callsOf(id, granted)`. */
  take(wanted: CallsByKind, id: string, nowMs: number): Taken {
    const granted = this.fitting(wanted, nowMs);
    this.count(callsOf(id, granted), nowMs);
    return this.state(granted, nowMs);
  }

  /** What of it would be granted now. */
  fitting(wanted: CallsByKind, nowMs: number): CallsByKind {
    this.#prune(nowMs);
    return this.#pausedUntilMs > nowMs ? noCalls : shareOut(wanted, this.#bounds, this.#calls.size);
  }

  /** Calls that left now, whoever granted them, or are over now. */
  count(calls: readonly string[], nowMs: number): void {
    for (const call of calls) {
      // To the end: the newest.
      this.#calls.delete(call);
      this.#calls.set(call, nowMs);
    }
  }

  /** Calls that have not left after all. */
  giveBack(calls: readonly string[]): void {
    for (const call of calls) this.#calls.delete(call);
  }

  /** Nothing leaves before; a shorter pause does not end a longer one. */
  pause(untilMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, untilMs);
  }

  state(granted: CallsByKind, nowMs: number): Taken {
    this.#prune(nowMs);
    return {
      granted,
      waitMs: { single: this.#waitMs(this.#bounds.single, nowMs), fanOut: this.#waitMs(this.#bounds.fanOut, nowMs) },
      left: Math.max(0, this.#most - this.#calls.size),
      refillsInMs: this.#leavesInMs(0, nowMs),
    };
  }

  /** The calls in the window, with how long ago they were counted. */
  ages(nowMs: number): { readonly id: string; readonly ageMs: number }[] {
    this.#prune(nowMs);
    return [...this.#calls].map(([id, atMs]) => ({ id, ageMs: nowMs - atMs }));
  }

  #waitMs(bound: number, nowMs: number): number {
    return Math.max(this.#leavesInMs(this.#calls.size - bound, nowMs), this.#pausedUntilMs - nowMs, 0);
  }

  /** When the call at this place, counted from the oldest, is over the window; 0 when there is none. */
  #leavesInMs(place: number, nowMs: number): number {
    let here = 0;
    for (const atMs of place < 0 ? [] : this.#calls.values()) {
      if (here === place) return this.#overInMs(atMs, nowMs);
      here += 1;
    }
    return 0;
  }

  #overInMs(atMs: number, nowMs: number): number {
    // One more than the window: the upstream's window may include its own end.
    return atMs + this.#windowMs - nowMs + 1;
  }

  #prune(nowMs: number): void {
    for (const [call, atMs] of this.#calls) {
      if (this.#overInMs(atMs, nowMs) > 0) return;
      this.#calls.delete(call);
    }
  }
}
