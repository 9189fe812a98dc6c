import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import http from '@graphql-mesh/transport-http';

/** Whose request it is, in which language errors are told, and what it is called in every log. */
const passedOn = ['authorization', 'accept-language', 'x-request-id'];

export interface Router {
  /** `http://127.0.0.1:40123/graphql` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Hive Gateway over a composed supergraph, on a free port of this machine. Subscriptions go on as server-sent events. */
export async function startRouter(supergraphSdl: string): Promise<Router> {
  const runtime = createGatewayRuntime({
    supergraph: supergraphSdl,
    logging: false,
    transports: { http },
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) =>
        Object.fromEntries(passedOn.flatMap((name) => (request.headers.has(name) ? [[name, request.headers.get(name) ?? '']] : []))),
    },
    transportEntries: {
      certification: { options: { method: 'POST', subscriptions: { kind: 'http', location: '/graphql/stream' } } },
    },
  });
  const server = createServer(runtime as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await runtime[Symbol.asyncDispose]();
    },
  };
}
