/** What the calls of one request have taken so far. Those of a part of it count for the whole as well. */
export class CallTally {
  readonly #whole: CallTally | undefined;
  #sent = 0;
  #longestWaitMs = 0;
  #longestCallMs = 0;

  constructor(whole?: CallTally) {
    this.#whole = whole;
  }

  /** Calls that have left, repeated ones included. */
  get sent(): number {
    return this.#sent;
  }

  /** That any call has waited for its turn. */
  get longestWaitMs(): number {
    return this.#longestWaitMs;
  }

  /** From a call's leaving to its answer. */
  get longestCallMs(): number {
    return this.#longestCallMs;
  }

  countSent(): void {
    this.#sent += 1;
    this.#whole?.countSent();
  }

  noteWait(ms: number): void {
    this.#longestWaitMs = Math.max(this.#longestWaitMs, ms);
    this.#whole?.noteWait(ms);
  }

  noteCall(ms: number): void {
    this.#longestCallMs = Math.max(this.#longestCallMs, ms);
    this.#whole?.noteCall(ms);
  }
}
