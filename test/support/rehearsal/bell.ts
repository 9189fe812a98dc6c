const longestWaitMs = 60_000;

/** Rung whenever something has changed that somebody may wait for. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves when it is so; throws when it is not within a minute. */
  until(what: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        this.#waiting.delete(look);
        clearTimeout(timer);
        settle();
      };
      const look = () => {
        if (isSo()) done(resolve);
      };
      const timer = setTimeout(() => done(() => reject(new Error(`waited for a minute in vain: ${what}`))), longestWaitMs);
      this.#waiting.add(look);
      look();
    });
  }
}
