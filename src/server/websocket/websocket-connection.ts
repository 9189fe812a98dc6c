import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Viewer } from '../../auth/viewer.js';
import type { Observer } from '../../observer.js';
import { callerContextOf } from '../../tracing/w3c.js';
import { alarmAt } from '../alarm.js';
import type { LastingConnection } from '../connections.js';
import { parametersOfJson, type JsonObject } from '../graphql-parameters.js';
import { languageOf } from '../http-context.js';
import { NotBegun, type Operations } from '../operations/operations.js';
import type { OperationRun } from '../operations/operation-run.js';
import { Refusal } from '../refusal.js';
import { requestIdOf } from '../request-id.js';
import type { RequestRules } from '../request-rules.js';
import type { TokenShares } from '../token-shares.js';
import { authorizationIn, withoutEmptyQuery } from './payloads.js';
import type { Protocol } from './protocol.js';

export interface WebSocketBounds {
  /** How long a client may take to say who it is. */
  readonly connectionInitMs: number;
  /** Between two pings; a client that has not answered one by the next is gone. */
  readonly pingMs: number;
  /** How long a connection may be open without an operation. */
  readonly idleMs: number;
  /** What may wait for a client that does not read. */
  readonly mostUnsentBytes: number;
}

export interface WebSocketConnectionSettings {
  readonly operations: Operations;
  readonly rules: RequestRules;
  /** WebSockets of each token. */
  readonly shares: TokenShares;
  readonly bounds: WebSocketBounds;
  readonly observer: Observer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Of the WebSocket protocol, where graphql-transport-ws has none of its own. */
const normalClosure = 1000;
const goingAway = 1001;
const tryAgainLater = 1013;
const mostReasonBytes = 123;

interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** One client's WebSocket: whose it is, what runs on it, and when it ends. */
export class WebSocketConnection implements LastingConnection {
  readonly transport = 'websocket';
  readonly #socket: WebSocket;
  readonly #request: IncomingMessage;
  readonly #settings: WebSocketConnectionSettings;
  readonly #requestId: string;
  readonly #left = new AbortController();
  readonly #runs = new Set<OperationRun>();
  #viewer: Viewer | null = null;
  #ending: Ending | null = null;
  #hasAnsweredPing = true;
  #idle: NodeJS.Timeout | undefined;
  #callOffExpiry = (): void => undefined;
  #releaseShare = (): void => undefined;

  constructor(socket: WebSocket, request: IncomingMessage, settings: WebSocketConnectionSettings) {
    this.#socket = socket;
    this.#request = request;
    this.#settings = settings;
    this.#requestId = requestIdOf(request.headers);
  }

  open(protocol: Protocol, onClosed: () => void): void {
    const socket = this.#socket;
    const pings = setInterval(() => this.#ping(), this.#settings.bounds.pingMs);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.#send(text),
        close: (code = normalClosure, reason = '') => this.#close({ code, reason }),
        onMessage: (handle) => socket.on('message', (data, isBinary) => void this.#receive(data, isBinary, handle)),
      },
      this,
    );
    socket.on('pong', () => (this.#hasAnsweredPing = true));
    // A frame that is none, or too large: ws closes with the code that says so.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearInterval(pings);
      clearTimeout(this.#idle);
      this.#callOffExpiry();
      this.#releaseShare();
      this.#left.abort();
      onClosed();
      void closed();
    });
  }

  /** The payload of the answer to `connection_init`; false where the connection is refused and closed. */
  authenticate(params: JsonObject): JsonObject | false {
    const viewer = this.#settings.rules.authenticate([...(this.#request.headersDistinct['authorization'] ?? []), ...authorizationIn(params)]);
    if (viewer instanceof Refusal) return this.#refuse(viewer, { code: CloseCode.Forbidden, reason: viewer.message });
    const { now, shares } = this.#settings;
    if (viewer.expiresAtMs !== null && viewer.expiresAtMs <= now()) return this.#refuse({ code: 'UNAUTHENTICATED', status: 401 }, tokenExpired);
    const release = shares.take(viewer.token);
    if (release instanceof Refusal) return this.#refuse(release, { code: tryAgainLater, reason: release.message });
    this.#releaseShare = release;
    this.#viewer = viewer;
    this.#callOffExpiry = alarmAt(viewer.expiresAtMs, now, () => this.#endWith(tokenExpired));
    this.#closeWhenIdle();
    return { requestId: this.#requestId };
  }

  start(payload: JsonObject): OperationRun | NotBegun {
    // The protocol lets nobody ask before they are known.
    if (this.#viewer === null) throw new TypeError('Nobody has been authenticated.');
    const started = this.#settings.operations.start(parametersOfJson(withoutEmptyQuery(payload)), {
      viewer: this.#viewer,
      transport: this.transport,
      origin: { requestId: randomUUID(), caller: callerContextOf(this.#request.headers) },
      language: languageOf(this.#request.headers),
      left: this.#left.signal,
      onEnd: (run) => this.#onEnd(run),
    });
    if (started instanceof NotBegun) {
      if (started.refusal !== null) this.#tell(started.refusal);
      return started;
    }
    this.#runs.add(started);
    clearTimeout(this.#idle);
    return started;
  }

  goAway(): void {
    this.#endWith({ code: goingAway, reason: 'The gateway is stopping' });
  }

  drop(): void {
    this.#socket.terminate();
  }

  async #receive(data: RawData, isBinary: boolean, handle: (text: string) => Promise<void>): Promise<void> {
    if (this.#ending !== null || this.#socket.readyState !== this.#socket.OPEN) return;
    if (isBinary || !Buffer.isBuffer(data)) return this.#close({ code: CloseCode.BadRequest, reason: 'Messages are text' });
    // A message that only servers send; operations never reject.
    await handle(data.toString('utf8')).catch(() => this.#close({ code: CloseCode.BadRequest, reason: 'Invalid message received' }));
  }

  #send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#settings.bounds.mostUnsentBytes) this.drop();
    else this.#socket.send(text);
  }

  #ping(): void {
    if (!this.#hasAnsweredPing) return this.drop();
    this.#hasAnsweredPing = false;
    this.#socket.ping();
  }

  #refuse(why: Pick<Refusal, 'code' | 'status'>, ending: Ending): false {
    this.#tell(why);
    this.#close(ending);
    return false;
  }

  #tell({ code, status }: Pick<Refusal, 'code' | 'status'>): void {
    this.#settings.observer.requestRefused(this.transport, code, status);
  }

  #onEnd(run: OperationRun): void {
    this.#runs.delete(run);
    if (this.#runs.size === 0) this.#closeWhenIdle();
    // Not before the client has been told that the operation is complete: it would ask for it again elsewhere.
    if (this.#ending !== null) setImmediate(() => this.#closeWhenAnswered());
  }

  #closeWhenIdle(): void {
    if (!this.#left.signal.aborted) this.#idle = setTimeout(() => this.#close(idle), this.#settings.bounds.idleMs);
  }

  /** Subscriptions are begun again elsewhere; what has been asked once is answered here. */
  #endWith(ending: Ending): void {
    this.#ending ??= ending;
    this.#closeWhenAnswered();
  }

  #closeWhenAnswered(): void {
    if (this.#ending !== null && [...this.#runs].every(({ isSubscription }) => isSubscription)) this.#close(this.#ending);
  }

  /** The protocol's reasons repeat what clients send, and may not fit into a frame: then the code has to do. */
  #close({ code, reason }: Ending): void {
    this.#socket.close(code, Buffer.byteLength(reason) > mostReasonBytes ? '' : reason);
  }
}

const tokenExpired: Ending = { code: CloseCode.Forbidden, reason: 'Token expired' };

const idle: Ending = { code: normalClosure, reason: 'No operation for a while' };
