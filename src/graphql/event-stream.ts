/**
 * Events for a subscription. When the client goes, `signal` aborts, and what waits for the next event can end at once: a
 * generator alone would be told only after it.
 */
export function eventStream<Event>(start: (signal: AbortSignal) => AsyncGenerator<Event>): AsyncIterableIterator<Event> {
  const leaving = new AbortController();
  const events = start(leaving.signal);
  return {
    next: () => events.next(),
    return() {
      leaving.abort();
      return events.return(undefined);
    },
    throw(error: unknown) {
      leaving.abort();
      return events.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
