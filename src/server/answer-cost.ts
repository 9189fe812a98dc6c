import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { CacheOutcomes } from '../cache/cache-outcomes.js';
import type { Context } from '../context.js';
import { GatewayError } from '../errors.js';
import type { Estimate } from '../graphql/estimate/estimate.js';
import type { UpstreamCalls } from '../upstream/upstream-calls.js';
import type { OperationCosts } from './operation-costs.js';

/**
 * What an operation may cost, checked before it starts, and what its answer has cost, as `extensions.cost` and in
 * `X-Upstream-Calls`: all users of a frontend share a hundred upstream calls in ten seconds, and a frontend that sees
 * them can save them. Where CALL_METER is on, `extensions.callMeter` tells what each call was for.
 */
export function answerCost(costs: OperationCosts): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      let estimate: Estimate | null = null;
      return {
        didResolveOperation: async ({ document, operation, request }) => {
          if (operation !== undefined) estimate = asRequestError(() => costs.check(document, operation, request.variables ?? {}));
        },
        willSendResponse: async ({ response: { http, body }, contextValue }) => {
          http.headers.set('x-upstream-calls', String(contextValue.upstreamCalls.count));
          http.headers.set('cache-control', 'private, no-cache');
          if (body.kind !== 'single' || estimate === null) return;
          const cost = await costOf(contextValue, estimate);
          const metered = contextValue.meter === null ? {} : { callMeter: contextValue.meter.report() };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost, ...metered };
        },
      };
    },
  };
}

/** What an answer has taken. */
export interface Spent {
  readonly upstreamCalls: Pick<UpstreamCalls, 'count' | 'findBudget'>;
  readonly cacheOutcomes: Pick<CacheOutcomes, 'counts'>;
}

/** What an answer has cost, as clients see it. `callsBefore` were made to know that there is something to answer. */
export async function costOf({ upstreamCalls, cacheOutcomes }: Spent, estimate: Pick<Estimate, 'calls'>, callsBefore = 0): Promise<object> {
  return {
    upstreamCalls: callsBefore + upstreamCalls.count,
    estimatedCalls: estimate.calls,
    budget: await upstreamCalls.findBudget(),
    cache: cacheOutcomes.counts,
  };
}

/** A refusal is the client's fault in Apollo's eyes as well. */
function asRequestError<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { code: error.code, http: { status: 400 } } });
  }
}
