import type { Answer } from './fetcher.js';

/** How many upstream calls the last run took: the figure this gateway is about. */
export function CallBadge({ answer }: { answer: Answer | null }) {
  return (
    <output className="calls" aria-live="polite" aria-atomic="true">
      {answer === null ? (
        <span className="calls-hint">Run an operation to see how many upstream calls it takes</span>
      ) : (
        <>
          <span className="calls-detail" title={`${answer.operation} as ${answer.caller}`}>
            {answer.operation} <span className="calls-caller">as {answer.caller}</span>
          </span>
          <strong className="calls-badge" key={answer.answeredAt}>
            {countCalls(answer.upstreamCalls)}
          </strong>
        </>
      )}
    </output>
  );
}

function countCalls(calls: number | null): string {
  if (calls === null) return 'upstream calls unknown';
  return calls === 1 ? '1 upstream call' : `${calls} upstream calls`;
}
