import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context.js';
import type { OperationOutcome } from '../../observer.js';
import { knownOperation, recordOperation, type Recording } from './operation-record.js';
import { Results } from './results.js';

/** Each GraphQL request over HTTP. */
export function requestRecord(recording: Recording): ApolloServerPlugin<Context> {
  return {
    // What Apollo refuses before it begins: an address that a page of another site could ask for.
    invalidRequestWasReceived: async () => recording.observer.requestRefused('http', 'BAD_REQUEST', 400),
    // Of a plugin: whatever was recorded before, the client gets a 500.
    unexpectedErrorProcessingRequest: async () => recording.observer.requestRefused('http', 'INTERNAL_SERVER_ERROR', 500),
    requestDidStart: async ({ contextValue }) => {
      const startedAtMs = performance.now();
      return {
        willSendResponse: async ({ document, operation, response: { http, body } }) => {
          const { upstreamCalls, cacheOutcomes, logger, trace, left } = contextValue;
          const results = new Results();
          if (body.kind === 'single') results.add(body.singleResult);
          const recorded = {
            transport: 'http' as const,
            operation: document !== undefined && operation !== undefined ? knownOperation(document, operation) : null,
            results,
            outcome: outcomeOf(results, left),
            calls: upstreamCalls.tally,
            cache: cacheOutcomes.counts,
            startedAtMs,
            logger,
            trace,
            more: { status: http.status ?? 200 },
          };
          recordOperation(recorded, recording);
        },
      };
    },
  };
}

function outcomeOf(results: Results, left: AbortSignal): OperationOutcome {
  if (left.aborted) return 'cancelled';
  return results.areRefusals ? 'refused' : results.outcome;
}
