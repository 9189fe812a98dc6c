import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
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

export interface RawSocketOptions {
  readonly headers?: Record<string, string>;
  readonly protocol?: string;
  readonly path?: string;
  /** Whether it answers pings, as every client does. */
  readonly autoPong?: boolean;
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
export function rawSocket(gateway: Pick<TestGateway, 'origin'>, options: RawSocketOptions = {}): Promise<RawSocket> {
  const { headers = {}, protocol = subprotocol, path = '/graphql', autoPong = true } = options;
  const webSocket = new WebSocket(`${gateway.origin.replace('http', 'ws')}${path}`, protocol, { headers, autoPong });
  const messages: Result[] = [];
  webSocket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString('utf8'))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => webSocket.once('close', (code, reason) => resolve({ code, reason: String(reason) })));
  return new Promise((resolve, reject) => {
    webSocket.once('open', () =>
      resolve({ webSocket, messages, closed, send: (message) => webSocket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)) }),
    );
    webSocket.on('error', reject);
  });
}

/** After a WebSocket's handshake, the bytes themselves. */
export function rawFrames(gateway: Pick<TestGateway, 'origin'>): Promise<Socket> {
  const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    ['GET /graphql HTTP/1.1', 'Host: gateway', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${'A'.repeat(22)}==`, `Sec-WebSocket-Protocol: ${subprotocol}`, '', ''].join('\r\n'),
  );
  return new Promise((resolve) => socket.once('data', () => resolve(socket)));
}

export interface RawEvents {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What the gateway has sent. */
  text(): string;
  /** The same, read as events; comments are left out. */
  events(): Result[];
  /** Resolves when the gateway has ended it, in whatever way. */
  readonly closed: Promise<void>;
  stopReading(): void;
  leave(): void;
}

/** A request to /graphql/stream without a client that knows the protocol. Resolves when its answer has begun, or has come as a whole if it is no stream. */
export function openEvents(gateway: Pick<TestGateway, 'origin'>, token: string | null, body: unknown, more: Record<string, string> = {}): Promise<RawEvents> {
  const authorization = token === null ? {} : { authorization: bearerOf(token) };
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json', ...authorization, ...more };
  return new Promise((resolve, reject) => {
    const sent = request(`${gateway.origin}/graphql/stream`, { method: 'POST', headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('error', () => undefined);
      const closed = new Promise<void>((settle) => response.once('close', settle));
      const events: RawEvents = {
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: () => text,
        events: () => text.split('\n\n').filter((block) => block !== '' && block !== ':').map(eventOf),
        closed,
        stopReading: () => void response.socket.pause(),
        leave: () => void sent.destroy(),
      };
      if (response.headers['content-type']?.startsWith('text/event-stream') === true) resolve(events);
      else void closed.then(() => resolve(events));
    });
    sent.once('error', reject);
    sent.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

function eventOf(block: string): Result {
  const [, event = '', data = ''] = /^event: (.*)\ndata: ?(.*)$/.exec(block) ?? [];
  return { event, data: data === '' ? null : JSON.parse(data) };
}
