/** Until when a request may take. */
export interface Deadline {
  /** Aborts then, with a TimeoutError for its reason. */
  readonly signal: AbortSignal;
  /** By the process' monotonic clock (`performance.now`), in milliseconds. */
  readonly atMs: number;
}

export function deadlineIn(ms: number): Deadline {
  return { signal: AbortSignal.timeout(ms), atMs: performance.now() + ms };
}

/** The same, or sooner: not later than `ms` from now. */
export function deadlineWithin(deadline: Deadline, ms: number): Deadline {
  const other = deadlineIn(ms);
  return { signal: AbortSignal.any([deadline.signal, other.signal]), atMs: Math.min(deadline.atMs, other.atMs) };
}
