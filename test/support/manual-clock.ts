import type { Pause } from '../../src/upstream/pause.js';

/** Time that passes when the test says so. */
export interface ManualClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: Pause;
  /** How many pauses are under way. */
  readonly pauseCount: () => number;
  advance(ms: number): void;
}

export function createManualClock(): ManualClock {
  let nowMs = Date.now();
  const pauses = new Set<{ readonly untilMs: number; readonly end: () => void }>();
  return {
    now: () => nowMs,
    pauseCount: () => pauses.size,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const end = () => {
          pauses.delete(pause);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const pause = { untilMs: nowMs + ms, end };
        pauses.add(pause);
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      }),
    advance(ms) {
      nowMs += ms;
      for (const { untilMs, end } of pauses) if (untilMs <= nowMs) end();
    },
  };
}

/** Over at once: for tests in which nobody is to wait. */
export const noPause: Pause = () => new Promise((resolve) => setImmediate(resolve));
