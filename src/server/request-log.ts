import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';

/** The document's own, and as long as its author likes. */
const longestName = 100;

/** One line for each GraphQL request: its name, outcome and cost; never its variables. */
export const requestLog: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ contextValue }) => {
    const startedAtMs = performance.now();
    return {
      willSendResponse: async ({ operation, response }) => {
        // As the client sees them: the errors of resolvers get their codes by being formatted.
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        contextValue.logger.info(
          {
            operationName: operation?.name?.value.slice(0, longestName) ?? null,
            operationType: operation?.operation ?? null,
            status: response.http.status ?? 200,
            errorCodes: [...new Set((errors ?? []).map((error) => error.extensions?.['code']))],
            upstreamCalls: contextValue.upstreamCalls.count,
            cache: contextValue.cacheOutcomes.counts,
            durationMs: Math.round(performance.now() - startedAtMs),
          },
          'graphql request',
        );
      },
    };
  },
};
