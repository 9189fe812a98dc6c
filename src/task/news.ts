interface Told<Item> {
  readonly item: Item;
  readonly next: Promise<Told<Item>>;
}

/** Hears what is told from now on, in order and at its own speed. */
export interface Listener<Item> {
  /** Null when `signal` has aborted. */
  next(signal: AbortSignal): Promise<Item | null>;
}

/** Tells any number of listeners the same. What all of them have heard is held by nobody. */
export class News<Item> {
  #last: Promise<Told<Item>>;
  #tellLast: (told: Told<Item>) => void = () => undefined;

  constructor() {
    this.#last = this.#open();
  }

  tell(item: Item): void {
    const tell = this.#tellLast;
    this.#last = this.#open();
    tell({ item, next: this.#last });
  }

  listen(): Listener<Item> {
    let coming = this.#last;
    return {
      async next(signal) {
        const told = await unlessAborted(coming, signal);
        if (told === null) return null;
        coming = told.next;
        return told.item;
      },
    };
  }

  #open(): Promise<Told<Item>> {
    return new Promise((resolve) => {
      this.#tellLast = resolve;
    });
  }
}

/** Null when `signal` has aborted. Leaves nothing behind on it, as it can live for long. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
