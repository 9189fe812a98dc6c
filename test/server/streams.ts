import { createClient as createSseClient, type Client as SseClient } from 'graphql-sse';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TestGateway } from '../support/gateway.js';

export const subprotocol = 'graphql-transport-ws';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- has the shape of the query, which the compiler does not know
type Result = any;

export const bearerOf = (token: string) => `Bearer ${token}`;
const socketAddress = (origin: string) => `${origin.replace('http', 'ws')}/graphql`;

/** graphql-ws' own client. */
export function socketClient(gateway: Pick<TestGateway, 'origin'>, token: string, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: socketAddress(gateway.origin),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: bearerOf(token) },
    retryAttempts: 0,
    ...options,
  });
}

/** graphql-sse's own client. */
export function eventClient(gateway: Pick<TestGateway, 'origin'>, token: string): SseClient {
  return createSseClient({ url: `${gateway.origin}/graphql/stream`, headers: { authorization: bearerOf(token) }, retryAttempts: 0 });
}

/** All results of an operation, until it completes. */
export async function allOf(client: Client | SseClient, query: string, variables: Record<string, unknown> = {}): Promise<Result[]> {
  const results: Result[] = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}

export interface RawSocket {
  readonly webSocket: WebSocket;
  /** What the gateway has sent, parsed. */
  readonly messages: Result[];
  /** The code and reason that it is closed with. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(message: unknown): void;
}

/** A WebSocket without a client that knows the protocol. Resolves when it is open; rejects with why it was refused. */
export function rawSocket(gateway: Pick<TestGateway, 'origin'>, options: { headers?: Record<string, string>; protocol?: string; path?: string } = {}): Promise<RawSocket> {
  const { headers = {}, protocol = subprotocol, path = '/graphql' } = options;
  const webSocket = new WebSocket(`${gateway.origin.replace('http', 'ws')}${path}`, protocol, { headers });
  const messages: Result[] = [];
  webSocket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => webSocket.once('close', (code, reason) => resolve({ code, reason: String(reason) })));
  return new Promise((resolve, reject) => {
    webSocket.once('open', () =>
      resolve({ webSocket, messages, closed, send: (message) => webSocket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)) }),
    );
    webSocket.on('error', reject);
  });
}
