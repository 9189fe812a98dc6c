import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { nobody, type Observer } from '../../observer.js';
import type { Connections } from '../connections.js';
import { rawAnswer } from '../raw-answer.js';
import { badRequest, Refusal } from '../refusal.js';
import { TokenShares } from '../token-shares.js';
import { mayConnect } from './origin.js';
import { createProtocol } from './protocol.js';
import { WebSocketConnection, type WebSocketConnectionSettings } from './websocket-connection.js';

export interface WebSocketSettings extends Omit<WebSocketConnectionSettings, 'shares' | 'observer'> {
  readonly observer?: Observer;
  readonly connections: Connections;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly mostMessageBytes: number;
  readonly socketsPerToken: number;
}

const elsewhere = new Refusal({ status: 404, code: 'NOT_FOUND', message: 'There is no WebSocket at this address; GraphQL is at /graphql.' });

const foreignPage = new Refusal({
  status: 403,
  code: 'FORBIDDEN',
  message: 'Pages of this origin may not connect; the operator names those that may in CORS_ORIGINS.',
});

const otherProtocol = badRequest('A connection can be upgraded to "websocket" only.');

/** GraphQL over WebSocket at /graphql, by the subprotocol graphql-transport-ws. */
export function serveWebSockets(server: Server, settings: WebSocketSettings): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: settings.mostMessageBytes, clientTracking: false, handleProtocols });
  const protocol = createProtocol(settings.bounds.connectionInitMs);
  const shares = new TokenShares(settings.socketsPerToken, 'WebSockets');
  const { observer = nobody } = settings;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = findRefusal(request, settings);
    if (refusal !== null) {
      observer.requestRefused('websocket', refusal.code, refusal.status);
      refuse(socket, refusal);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new WebSocketConnection(webSocket, request, { ...settings, shares, observer });
      connection.open(protocol, settings.connections.add(connection));
    });
  });
}

/** Whether a request is one for the listener of upgrades: others, of HTTP/2 for instance, are answered as if they had not asked. */
export function isForWebSocket(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

function findRefusal(request: IncomingMessage, { connections, isAllowedOrigin }: WebSocketSettings): Refusal | null {
  if (!isForWebSocket(request)) return otherProtocol;
  if (request.url?.split('?')[0] !== '/graphql') return elsewhere;
  if (!mayConnect(request, isAllowedOrigin)) return foreignPage;
  return connections.findRefusal();
}

function refuse(socket: Duplex, refusal: Refusal): void {
  socket.on('error', () => socket.destroy());
  socket.end(rawAnswer(refusal), () => socket.destroy());
}
