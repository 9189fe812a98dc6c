import type { Part } from './answer-parts.js';

/** How a key was answered. `off`: the caller is not admitted, so the cache was not asked. */
export type CacheOutcome = 'hit' | 'stale' | 'miss' | 'off';

/** A value, a known absence, or why there is neither. */
export type Loaded<Value> = Value | null | Error;

export interface Landing {
  readonly outcome: CacheOutcome;
  readonly loaded: Loaded<unknown>;
  /** Of a hit: the entry that answered. */
  readonly part?: Part;
}

/** One key being looked up, for whoever asks for it meanwhile. */
export interface Flight {
  readonly name: string;
  /** What it finds may be as old as this moment, in the order of raised tags. */
  readonly mark: number;
  readonly landing: Promise<Landing>;
  /** Only the first landing counts. */
  readonly land: (landing: Landing) => void;
}

/** What this process is looking up at the moment: one flight for each name at a time. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  find(name: string): Flight | null {
    return this.#flights.get(name) ?? null;
  }

  /** In place of the one that there may be: whoever has joined that one still gets its answer. */
  open(name: string, mark: number): Flight {
    let resolve: (landing: Landing) => void = () => undefined;
    const landing = new Promise<Landing>((resolveLanding) => {
      resolve = resolveLanding;
    });
    const flight: Flight = {
      name,
      mark,
      landing,
      land: (landed) => {
        if (this.#flights.get(name) === flight) this.#flights.delete(name);
        resolve(landed);
      },
    };
    this.#flights.set(name, flight);
    return flight;
  }
}
