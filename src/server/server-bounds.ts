import { defaultMemoryBytes } from '../cache/memory-store.js';
import type { WebSocketBounds } from './websocket/websocket-connection.js';

/** What nobody has had a reason to set yet. */
export interface ServerBounds extends WebSocketBounds {
  /** What the cache may take of this process' memory. */
  readonly memoryBytes: number;
  /** How long Redis may take for an answer. */
  readonly redisTimeoutMs: number;
  /** A request must have arrived in this time, its headers in a third of it: slow senders hold a connection each. */
  readonly arrivalMs: number;
  /** How long clients may hold on to their connections when the gateway stops. */
  readonly handOverMs: number;
  /** How long accepted requests may take to finish after that. */
  readonly finishMs: number;
}

export const defaultBounds: ServerBounds = {
  memoryBytes: defaultMemoryBytes,
  redisTimeoutMs: 100,
  arrivalMs: 30_000,
  handOverMs: 3000,
  finishMs: 10_000,
  connectionInitMs: 10_000,
  // Proxies take a connection for a dead one after a minute, some after thirty seconds.
  pingMs: 25_000,
  idleMs: 300_000,
  mostUnsentBytes: 1_048_576,
};
