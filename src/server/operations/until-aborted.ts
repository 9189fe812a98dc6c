const aborted = Symbol('aborted');

/**
 * The events of a source until the signal aborts. The source is told to end, and not waited for: one that waits for its
 * next event may take long to hear of it.
 */
export async function* untilAborted<Event>(source: AsyncIterator<Event>, signal: AbortSignal): AsyncGenerator<Event> {
  const end = new Promise<typeof aborted>((resolve) => {
    signal.addEventListener('abort', () => resolve(aborted), { once: true });
  });
  try {
    while (!signal.aborted) {
      const next = await Promise.race([source.next(), end]);
      if (next === aborted || next.done === true) return;
      yield next.value;
    }
  } finally {
    void source.return?.().catch(() => undefined);
  }
}
