import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';

/**
 * What an answer has cost, as `extensions.cost` and in `X-Upstream-Calls`: all users of a frontend share a hundred
 * upstream calls in ten seconds, and a frontend that sees them can save them.
 */
export const answerCost: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { http, body }, contextValue }) => {
      const { upstreamCalls, cacheOutcomes } = contextValue;
      http.headers.set('x-upstream-calls', String(upstreamCalls.count));
      http.headers.set('cache-control', 'private, no-cache');
      if (body.kind !== 'single') return;
      const cost = { upstreamCalls: upstreamCalls.count, budget: await upstreamCalls.findBudget(), cache: cacheOutcomes.counts };
      body.singleResult.extensions = { ...body.singleResult.extensions, cost };
    },
  }),
};
