import type { ExecutionArgs } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import { NotBegun } from '../operations/operations.js';
import { OperationRun } from '../operations/operation-run.js';
import type { WebSocketConnection } from './websocket-connection.js';

export type Protocol = Server<WebSocketConnection>;

type ConnectionParams = Record<string, unknown>;

/** The messages of graphql-transport-ws. What they ask for is the connection's, which has begun to execute it when it is told. */
export function createProtocol(connectionInitMs: number): Protocol {
  return makeServer<ConnectionParams, WebSocketConnection>({
    connectionInitWaitTimeout: connectionInitMs,
    onConnect: ({ connectionParams = {}, extra: connection }) => connection.authenticate(connectionParams),
    onSubscribe: ({ extra: connection }, _id, payload) => {
      const started = connection.start({ ...payload });
      if (started instanceof NotBegun) return started.errors;
      const { schema, document, operationName } = started.execution;
      return { schema, document, operationName, contextValue: started };
    },
    execute: resultsOf,
    subscribe: resultsOf,
  });
}

function resultsOf({ contextValue }: ExecutionArgs): OperationRun {
  if (!(contextValue instanceof OperationRun)) throw new TypeError('Nothing but a run is executed here.');
  return contextValue;
}
