import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { WebSocket } from 'ws';
import type { Part } from '../../examples/supergraph/compose.js';
import type { Router } from '../../examples/supergraph/router.js';
import { supergraphOfApollo } from './composers.js';
import { bothFields, routerStories } from './router-stories.js';
import { clientOf, startSubgraphs, type Subgraphs } from './subgraphs.js';

// It would look for the cloud it runs in, and tell Apollo.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');

interface RouterContext {
  readonly headers?: IncomingHttpHeaders;
}

async function startApolloGateway(parts: readonly Part[]): Promise<Router> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphOfApollo(parts),
    buildService: ({ url = '' }) =>
      new RemoteGraphQLDataSource<RouterContext>({
        url,
        willSendRequest({ request, context }) {
          for (const name of ['authorization', 'accept-language', 'x-request-id']) {
            const value = context.headers?.[name];
            if (typeof value === 'string') request.http?.headers.set(name, value);
          }
        },
      }),
  });
  const server = new ApolloServer<RouterContext>({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ headers: req.headers }),
  });
  return { url, stop: () => server.stop() };
}

routerStories(startApolloGateway, { findsFailedRow: true });

let subgraphs: Subgraphs;
let router: Router;
beforeAll(async () => {
  subgraphs = await startSubgraphs();
  router = await startApolloGateway(subgraphs.parts);
});
afterAll(async () => {
  await router.stop();
  await subgraphs.stop();
});

test.each(bothFields)(
  'both fields of a text filter pass the router, which has forgotten @oneOf, and are refused here: %s',
  async (_how, query, variables, code) => {
    const { data, errors } = await clientOf(router.url, subgraphs)(query, variables);
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('IgaTextFilter'), extensions: expect.objectContaining({ code }) }),
    ]);
    expect(data?.certifications ?? null).toBeNull();
  },
);

test('a WebSocket is opened as Apollo Router opens one: the token in the upgrade’s header, and again under a name of its own', async () => {
  const { gateway } = subgraphs;
  const { persona, tenant } = gateway.upstream;
  const authorization = `Bearer ${persona('reviewer').token}`;
  const socket = new WebSocket(`${gateway.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { authorization, 'content-type': 'application/json' },
  });
  const messages: { type: string; payload?: unknown }[] = [];
  const query = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { id } }';
  const taskId = tenant.examples.tasks.succeeded;
  socket.on('open', () =>
    socket.send(JSON.stringify({ type: 'connection_init', payload: { connectionParams: { token: authorization } } })),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as { type: string; payload?: unknown };
      messages.push(message);
      if (message.type === 'connection_ack')
        socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, variables: { taskId } } }));
      if (message.type === 'complete' || message.type === 'error') resolve();
    });
  });
  socket.terminate();
  expect(messages.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
  expect(messages[1]?.payload).toMatchObject({ data: { certificationTaskProgress: { id: taskId } } });
});
