import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { CacheOutcomes } from '../cache/cache-outcomes.js';
import type { Context } from '../context.js';
import type { Logger } from '../logger.js';

export interface LoggedRequest {
  readonly transport: 'http' | 'websocket' | 'event-stream';
  /** Undefined where the document has none of that name, or cannot be read. */
  readonly operation: OperationDefinitionNode | undefined;
  /** As the client sees them: the errors of resolvers get their codes by being formatted. */
  readonly errorCodes: Iterable<unknown>;
  readonly upstreamCalls: number;
  readonly cache: CacheOutcomes['counts'];
  readonly startedAtMs: number;
}

/** The document's own, and as long as its author likes. */
const longestName = 100;

/** One line for each GraphQL request over HTTP. */
export const requestLog: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ contextValue }) => {
    const startedAtMs = performance.now();
    return {
      willSendResponse: async ({ operation, response }) => {
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        const { upstreamCalls, cacheOutcomes, logger } = contextValue;
        const logged: LoggedRequest = {
          transport: 'http',
          operation,
          errorCodes: (errors ?? []).map(({ extensions }) => extensions?.['code']),
          upstreamCalls: upstreamCalls.count,
          cache: cacheOutcomes.counts,
          startedAtMs,
        };
        logRequest(logger, logged, { status: response.http.status ?? 200 });
      },
    };
  },
};

/** Its name, outcome and cost; never its variables. `outcome` is what its transport can say of it. */
export function logRequest(logger: Logger, logged: LoggedRequest, outcome: Readonly<Record<string, string | number>>): void {
  const { transport, operation, errorCodes, upstreamCalls, cache, startedAtMs } = logged;
  logger.info(
    {
      transport,
      operationName: operation?.name?.value.slice(0, longestName) ?? null,
      operationType: operation?.operation ?? null,
      ...outcome,
      errorCodes: [...new Set(errorCodes)],
      upstreamCalls,
      cache,
      durationMs: Math.round(performance.now() - startedAtMs),
    },
    'graphql request',
  );
}
