import { randomBytes } from 'node:crypto';
import { callsOf, CallWindow, noCalls, type CallLimit, type CallsByKind, type Taken } from './call-window.js';

/** A window elsewhere that several processes take from, as far as it can be asked. */
export interface RemoteCallWindow {
  /** The granted calls are `callsOf(id, granted)`. Undefined when nobody answers. */
  take(wanted: CallsByKind, id: string): Promise<Taken | undefined>;
  /** These calls are over now. */
  finish(calls: readonly string[]): Promise<void>;
  /** These have not left after all. */
  giveBack(calls: readonly string[]): Promise<void>;
  /** Calls that it may not know of; what it knows of them stays. */
  report(calls: readonly { readonly id: string; readonly ageMs: number }[]): Promise<void>;
  pause(ms: number): Promise<void>;
}

/** What a process has been granted, with the names of the calls. */
export interface Grant extends Taken {
  readonly calls: readonly string[];
}

/** By then all replicas have noticed that Redis is back, as it is probed each second, and have reported their calls. */
export const reportedWithinMs = 2000;
/** Replicas that go on alone while Redis is away: each takes one part. */
const parts = 3;

/**
 * The budget of one process among several. While the shared window answers, it decides. When it is lost, the others may
 * just have used all of it: nothing leaves for one window; after that each process takes a third. When it is back,
 * it may have forgotten everything: each process reports its own calls, and waits until the others have done so.
 */
export class SharedCallWindow {
  readonly #remote: RemoteCallWindow;
  readonly #windowMs: number;
  /** A third of the budget, for this process alone; knows all its calls, whoever granted them. */
  readonly #own: CallWindow;
  readonly #prefix = randomBytes(8).toString('hex');
  #takings = 0;
  #isAlone: boolean;
  /** Nothing leaves before. */
  #heldUntilMs = -Infinity;
  /** After a 429; Redis can forget it, or not have taken it. */
  #pausedUntilMs = -Infinity;

  /** `startsAlone`: this process has never reached the shared window, so that nothing of it can have been lost. */
  constructor(remote: RemoteCallWindow, limit: CallLimit, startsAlone: boolean) {
    this.#isAlone = startsAlone;
    this.#remote = remote;
    this.#windowMs = limit.windowMs;
    this.#own = new CallWindow({ calls: Math.max(1, Math.floor(limit.calls / parts)), windowMs: limit.windowMs });
  }

  /** `clock` is monotonic, in milliseconds. */
  async take(wanted: CallsByKind, clock: () => number): Promise<Grant> {
    if ((clock() < this.#heldUntilMs && !this.#isAlone) || clock() < this.#pausedUntilMs) return this.#held(clock());
    this.#takings += 1;
    const id = `${this.#prefix}:${this.#takings}`;
    const taken = await this.#remote.take(this.#isAlone ? noCalls : wanted, id);
    const nowMs = clock();
    if (taken === undefined) return this.#takeAlone(wanted, id, nowMs);
    if (this.#isAlone) {
      await this.comeBack(nowMs);
      return this.#held(nowMs);
    }
    const calls = callsOf(id, taken.granted);
    this.#own.count(calls, nowMs);
    return { ...taken, calls };
  }

  async finish(calls: readonly string[], nowMs: number): Promise<void> {
    this.#own.count(calls, nowMs);
    if (!this.#isAlone) await this.#remote.finish(calls);
  }

  async giveBack(calls: readonly string[]): Promise<void> {
    this.#own.giveBack(calls);
    if (!this.#isAlone) await this.#remote.giveBack(calls);
  }

  async pause(ms: number, nowMs: number): Promise<void> {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + ms);
    await this.#remote.pause(ms);
  }

  /** The shared window can be asked again, and may have been lost meanwhile. */
  async comeBack(nowMs: number): Promise<void> {
    this.#isAlone = false;
    this.hold(nowMs + reportedWithinMs);
    const calls = this.#own.ages(nowMs);
    if (calls.length > 0) await this.#remote.report(calls);
    if (this.#pausedUntilMs > nowMs) await this.#remote.pause(this.#pausedUntilMs - nowMs);
  }

  /** Nothing leaves before. */
  hold(untilMs: number): void {
    this.#heldUntilMs = untilMs;
  }

  #takeAlone(wanted: CallsByKind, id: string, nowMs: number): Grant {
    if (!this.#isAlone) this.#heldUntilMs = nowMs + this.#windowMs + 1;
    this.#isAlone = true;
    if (nowMs < this.#heldUntilMs) return this.#held(nowMs);
    const taken = this.#own.take(wanted, id, nowMs);
    return { ...taken, calls: callsOf(id, taken.granted) };
  }

  #held(nowMs: number): Grant {
    const heldMs = Math.max(1, this.#heldUntilMs - nowMs, this.#pausedUntilMs - nowMs);
    return { granted: noCalls, calls: [], waitMs: { single: heldMs, fanOut: heldMs }, left: 0, refillsInMs: heldMs };
  }
}
