import { GatewayError } from '../../errors.js';
import type { Estimate } from './estimate.js';

export interface CostLimits {
  readonly calls: number;
  readonly rows: number;
}

const mostFieldsShown = 10;

/** The refusal of an operation that could take more than is allowed, with what to ask less of; null within the limits. */
export function exceeded(estimate: Estimate, limits: CostLimits): GatewayError | null {
  const { calls, rows, fields, longestList } = estimate;
  if (calls > limits.calls) {
    return refusal('calls', limits.calls, estimate, `${fields[0]?.path} accounts for ${fields[0]?.calls} of ${calls} calls`);
  }
  if (rows > limits.rows) {
    return refusal('rows', limits.rows, estimate, `${longestList?.path} accounts for ${longestList?.rows} of ${rows} rows`);
  }
  return null;
}

function refusal(measure: 'calls' | 'rows', limit: number, estimate: Estimate, reason: string): GatewayError {
  const actual = estimate[measure];
  const what = measure === 'calls' ? 'upstream calls' : 'rows';
  const message = `The operation can take ${actual} ${what}; ${limit} are allowed. ${reason}; ask for a smaller first or fewer ids, or leave it out.`;
  const shown = estimate.fields.slice(0, mostFieldsShown);
  return new GatewayError('COST_LIMIT_EXCEEDED', message, { measure, limit, actual, estimate: shown });
}
