export interface BreakerSettings {
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
  /** Told once when the upstream is given up, and once when it is back. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** So many failures in a row, and no answer among them. */
const failuresToOpen = 10;
const probeEveryMs = 1000;

/**
 * Knows whether the upstream is down: then calls fail at once, instead of each waiting for a dead server. One read a
 * second is let through to see whether it is back.
 */
export class Breaker {
  readonly #settings: BreakerSettings;
  #failures = 0;
  #isOpen = false;
  /** Of strangers apart: a call of theirs may never leave. */
  readonly #probedAtMs = { admitted: -Infinity, stranger: -Infinity };

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** May a call leave? A write is never the probe. */
  letsThrough({ isWrite, isAdmitted }: { readonly isWrite: boolean; readonly isAdmitted: boolean }): boolean {
    if (!this.#isOpen) return true;
    const nowMs = this.#settings.clock();
    const who = isAdmitted ? 'admitted' : 'stranger';
    if (isWrite || nowMs - this.#probedAtMs[who] < probeEveryMs) return false;
    this.#probedAtMs[who] = nowMs;
    return true;
  }

  /** After any answer that the upstream itself gave. */
  succeed(): void {
    this.#failures = 0;
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#settings.onClose();
  }

  /** After a call without an answer, or with that of a proxy that does not reach the upstream. */
  fail(): void {
    this.#failures += 1;
    if (this.#isOpen || this.#failures < failuresToOpen) return;
    this.#isOpen = true;
    this.#probedAtMs.admitted = this.#probedAtMs.stranger = this.#settings.clock();
    this.#settings.onOpen();
  }
}
