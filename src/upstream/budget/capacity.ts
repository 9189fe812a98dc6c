import { boundsOf, type CallLimit } from './call-window.js';

/** A window begins when the calls before it are answered: so much later, as a rule. */
const spread = 1.05;

/**
 * How many calls one operation can make in so many milliseconds when nobody else calls: a fan-out in each window, and its
 * first calls, `singleCalls`, which come out of the part that a fan-out leaves.
 */
export function callsWithin(timeMs: number, limit: CallLimit, singleCalls: number): number {
  const windows = Math.max(1, Math.ceil(timeMs / (spread * limit.windowMs)));
  return boundsOf(limit).fanOut * windows + singleCalls;
}
