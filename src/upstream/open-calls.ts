import type { Duplex } from 'node:stream';

/** The calls that a signal ends: one listener for all of a request's, which has one for each row of a list. */
export class OpenCalls {
  readonly #bySignal = new WeakMap<AbortSignal, Set<Duplex>>();

  /** Destroys the stream when the signal aborts. Returns what is to be called when the call is over. */
  add(stream: Duplex, signal: AbortSignal): () => void {
    const streams = this.#bySignal.get(signal) ?? this.#listen(signal);
    streams.add(stream);
    return () => void streams.delete(stream);
  }

  #listen(signal: AbortSignal): Set<Duplex> {
    const streams = new Set<Duplex>();
    this.#bySignal.set(signal, streams);
    signal.addEventListener('abort', () => streams.forEach((stream) => stream.destroy(signal.reason as Error)), { once: true });
    return streams;
  }
}
