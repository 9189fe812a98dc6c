import { callsOf, CallWindow, type CallLimit, type CallsByKind } from './call-window.js';
import type { Grant } from './shared-call-window.js';

/** The budget of a process that is the only one. */
export class OwnCallWindow {
  readonly #window: CallWindow;
  #takings = 0;

  constructor(limit: CallLimit) {
    this.#window = new CallWindow(limit);
  }

  async take(wanted: CallsByKind, clock: () => number): Promise<Grant> {
    this.#takings += 1;
    const id = String(this.#takings);
    const taken = this.#window.take(wanted, id, clock());
    return { ...taken, calls: callsOf(id, taken.granted) };
  }

  async finish(calls: readonly string[], nowMs: number): Promise<void> {
    this.#window.count(calls, nowMs);
  }

  async giveBack(calls: readonly string[]): Promise<void> {
    this.#window.giveBack(calls);
  }

  async pause(ms: number, nowMs: number): Promise<void> {
    this.#window.pause(nowMs + ms);
  }

  async comeBack(): Promise<void> {
    // Nothing that it shares can be lost.
  }
}
