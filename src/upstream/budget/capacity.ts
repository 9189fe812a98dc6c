import { boundsOf, type CallLimit } from './call-window.js';

/** A window begins when the calls before it are answered: so much later, as a rule. */
const spread = 1.05;

/** How many calls one operation can make in so many milliseconds when nobody else calls: a fan-out in each window. */
export function callsWithin(timeMs: number, limit: CallLimit): number {
  return boundsOf(limit).fanOut * Math.max(1, Math.ceil(timeMs / (spread * limit.windowMs)));
}
