const longestWaitMs = 2000;

/**
 * The calls of one request that have not been answered yet. Names of identities come up wherever an answer has an id
 * alone, and answers arrive one by one: a lookup that waits for the calls under way takes all names in one call,
 * where a batch for each tick would take one call for each answer.
 */
export class CallsUnderWay {
  #count = 0;
  #waiting: (() => void)[] = [];

  /** Counts `call` until it settles. */
  async track<Answer>(call: Promise<Answer>): Promise<Answer> {
    this.#count += 1;
    try {
      return await call;
    } finally {
      this.#count -= 1;
      // What goes on from this answer may start the next call, or name further ids: it has its turn first.
      setImmediate(() => this.#runWhenQuiet());
    }
  }

  /**
   * Runs `dispatch` when no call is under way, or after two seconds: one slow call must not hold up names for as long
   * as it hangs.
   */
  afterwards(dispatch: () => void): void {
    let isDone = false;
    const once = () => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      dispatch();
    };
    const timer = setTimeout(once, longestWaitMs);
    this.#waiting.push(once);
    setImmediate(() => this.#runWhenQuiet());
  }

  #runWhenQuiet(): void {
    if (this.#count > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const dispatch of waiting) dispatch();
  }
}
