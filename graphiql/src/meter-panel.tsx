import { useId, useState } from 'react';
import { rowsOf, spanOf, type CallMeter, type MeterRow } from './call-meter.js';
import type { Answer } from './fetcher.js';

/** Where the calls of the last run went, and what it was spared: a waterfall that opens below the editors. */
export function MeterPanel({ answer }: { answer: Answer | null }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const meter = answer?.meter ?? null;
  if (meter === null) return null;
  return (
    <section className="meter" aria-label="Call meter">
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <span className="meter-arrow" aria-hidden="true">
            {isOpen ? '▾' : '▸'}
          </span>
          <strong>{upstreamCalls(meter.calls.length)}</strong>
          <span className="meter-spared">{sparedBy(meter)}</span>
        </button>
      </h2>
      <div id={id} className="meter-body" hidden={!isOpen} tabIndex={0}>
        {isOpen && <Waterfall meter={meter} />}
      </div>
    </section>
  );
}

function Waterfall({ meter }: { meter: CallMeter }) {
  const rows = rowsOf(meter);
  if (meter.repeated) return <p>The whole answer was sent again from memory: nothing was asked, and nothing looked up.</p>;
  if (rows.length === 0) return <p>Nothing was asked of SailPoint, and nothing of the cache.</p>;
  const spanMs = spanOf(meter);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Asked for</th>
          <th scope="col">By field</th>
          <th scope="col">Outcome</th>
          <th scope="col" className="number">
            Waited
          </th>
          <th scope="col" className="number">
            Took
          </th>
          <th scope="col" className="axis">
            <span>0</span>
            <span>{ms(spanMs)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} row={row} spanMs={spanMs} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, spanMs }: { row: MeterRow; spanMs: number }) {
  return (
    <tr className={row.isCall ? (row.hasFailed ? 'failed' : 'call') : 'spared'}>
      <th scope="row">
        {row.what} <span className="times">{row.times}</span>
      </th>
      <td className="field">{row.field}</td>
      <td>{row.outcome}</td>
      <td className="number">{row.isCall && row.waitMs >= 1 ? ms(row.waitMs) : ''}</td>
      <td className="number">{row.isCall ? ms(row.tookMs) : ''}</td>
      <td className="track">
        <Bar row={row} spanMs={spanMs} />
      </td>
    </tr>
  );
}

/** Waiting is an outline, a call is solid, and what took no call is a point in time. */
function Bar({ row: { startMs, waitMs, tookMs, isCall }, spanMs }: { row: MeterRow; spanMs: number }) {
  const percent = (value: number) => `${((100 * value) / spanMs).toFixed(2)}%`;
  return (
    <svg width="100%" height="12" aria-hidden="true">
      {isCall ? (
        <>
          {waitMs >= 1 && <rect className="wait" x={percent(startMs)} y="3" width={percent(waitMs)} height="6" />}
          <rect className="took" x={percent(startMs + waitMs)} y="1" width={percent(Math.max(tookMs, spanMs / 200))} height="10" rx="2" />
        </>
      ) : (
        <circle className="hit" cx={percent(Math.min(startMs, spanMs * 0.99))} cy="6" r="4" />
      )}
    </svg>
  );
}

function sparedBy({ naiveCalls, calls, durationMs }: CallMeter): string {
  const took = `in ${ms(durationMs)}`;
  if (naiveCalls <= calls.length) return took;
  return `${took}; a client that makes a call for each thing would have made ${naiveCalls}`;
}

function upstreamCalls(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
