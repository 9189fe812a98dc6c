export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

export interface RateLimiter {
  /** Seconds to wait, or null when the call was let through and counted. */
  retryAfterSeconds(bucket: string, nowMs: number): number | null;
}

/** A sliding window for each bucket; refused calls do not count. */
export function createRateLimiter({ calls, windowMs }: RateLimit): RateLimiter {
  const passedByBucket = new Map<string, number[]>();

  return {
    retryAfterSeconds(bucket, nowMs) {
      const passed = (passedByBucket.get(bucket) ?? []).filter((at) => at > nowMs - windowMs);
      passedByBucket.set(bucket, passed);
      const oldest = passed[0];
      if (passed.length >= calls) return Math.max(1, Math.ceil(((oldest ?? nowMs) + windowMs - nowMs) / 1000));
      passed.push(nowMs);
      return null;
    },
  };
}
