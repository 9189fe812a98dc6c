import type { CallOutcome, Observer, RepeatReason } from '../observer.js';
import { beginAtZero, type Instruments } from './instruments.js';

type Told = 'callWaited' | 'callOver' | 'callNotMade' | 'callRepeated' | 'upstreamDown' | 'answerWasOdd';

const callBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A turn that comes at once takes a millisecond at the most; one in the next window ten seconds. */
const waitBuckets = [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 20, 30];

/** What alerts add up or divide by. */
const outcomesToWatch: readonly CallOutcome[] = ['2xx', '429', '5xx', 'timeout', 'unreachable', 'too_large'];

const repeatReasons: readonly RepeatReason[] = ['429', '502', '503', '504', 'unreachable'];

/** As docs/upstream-quirks.md numbers them, by the answer reader's words. A problem that is in none of them nobody has foreseen. */
const quirks: ReadonlyMap<string, string> = new Map([
  ['value newer than the schema', 'Q6'],
  ['dropped', 'Q19'],
  ['not a date', 'Q24'],
  ['not the end of the trail', 'Q29'],
]);
const noQuirk = 'none';

/** What the upstream is asked, and how it takes it. */
export function upstreamMetrics(instruments: Instruments): Pick<Observer, Told> {
  const calls = instruments.counter('upstream_calls', 'Calls that have left, each attempt, by what was answered.', ['operation', 'outcome']);
  const durations = instruments.durations('upstream_call_duration', 'From the leaving of a call to its answer.', ['operation'], callBuckets);
  const waits = instruments.durations('upstream_queue_wait', 'How long calls waited for their turn in the budget.', ['line'], waitBuckets);
  const notMade = instruments.counter('upstream_calls_not_made', 'Calls that never left, by the reason.', ['operation', 'reason']);
  const retries = instruments.counter('upstream_retries', 'Calls that were sent again, by what had come before.', ['reason']);
  const openings = instruments.counter('upstream_breaker_openings', 'How often the upstream was given up as down.');
  const oddities = instruments.counter('upstream_odd_answers', 'Fields of answers that could not be read, by quirk, path and problem.', ['operation', 'field', 'problem', 'quirk']);
  beginAtZero(retries, 'reason', repeatReasons);
  const met = new Set<string>();
  /** Operations are known when they are asked for: by its first failures each has been seen without any. */
  const meet = (operation: string) => {
    if (met.has(operation)) return;
    met.add(operation);
    for (const outcome of outcomesToWatch) calls.inc({ operation, outcome }, 0);
    notMade.inc({ operation, reason: 'budget' }, 0);
  };
  return {
    callWaited: (line, waitedMs) => waits.observe({ line }, waitedMs / 1000),
    callOver: (operation, outcome, durationMs) => {
      meet(operation);
      calls.inc({ operation, outcome });
      durations.observe({ operation }, durationMs / 1000);
    },
    callNotMade: (operation, reason) => {
      meet(operation);
      notMade.inc({ operation, reason });
    },
    callRepeated: (reason) => retries.inc({ reason }),
    upstreamDown: () => openings.inc(),
    answerWasOdd: (operation, field, problem, times) => oddities.inc({ operation, field, problem, quirk: quirks.get(problem) ?? noQuirk }, times),
  };
}
