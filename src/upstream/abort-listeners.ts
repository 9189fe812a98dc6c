/** Many who listen to few signals: one listener of each signal's own for all of them, as a request has a call for each row of a list. */
export class AbortListeners {
  readonly #bySignal = new WeakMap<AbortSignal, Set<() => void>>();

  /** Calls when the signal aborts, and at no other time. Returns the way to call it off. */
  add(signal: AbortSignal, onAbort: () => void): () => void {
    const listeners = this.#bySignal.get(signal) ?? this.#listen(signal);
    listeners.add(onAbort);
    return () => void listeners.delete(onAbort);
  }

  #listen(signal: AbortSignal): Set<() => void> {
    const listeners = new Set<() => void>();
    this.#bySignal.set(signal, listeners);
    const tellAll = () => {
      for (const onAbort of [...listeners]) onAbort();
    };
    signal.addEventListener('abort', tellAll, { once: true });
    return listeners;
  }
}
