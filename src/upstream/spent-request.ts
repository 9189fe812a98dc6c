import type { Duplex } from 'node:stream';

/** What of a request of got's is large, or leads to what is. */
const held = ['options', 'response', '_request', '_unproxyEvents', '_cancelTimeouts'];

/**
 * To be called for a request of got's whose answer has been read to its end. It lets go of most that it holds as soon as it is
 * closed: V8 (seen in Node 20 and 24) keeps closed streams alive through its small collections, each by the one before it, until
 * a full one; and with each went 15 KB of options, headers and listeners, which were copied twice and then filled the old
 * generation. docs/performance.md has the figures.
 */
export function letGo(request: Duplex): void {
  request.once('close', () => {
    // Behind got's own listeners.
    setImmediate(() => {
      request.removeAllListeners();
      for (const name of held) Reflect.set(request, name, undefined);
    });
  });
}
