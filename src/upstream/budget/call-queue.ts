import { GatewayError } from '../../errors.js';
import { AbortListeners } from '../abort-listeners.js';
import { abortedError, HttpError, isTimeout } from '../http.js';
import { kinds, type CallKind, type CallsByKind } from './call-window.js';
import { FairQueue } from './fair-queue.js';
import type { Grant } from './shared-call-window.js';

/** A call that waits to leave. Times are of one monotonic clock, in milliseconds. */
export interface WaitingCall {
  /** Who waits, for turns. */
  readonly turn: string;
  readonly kind: CallKind;
  readonly deadlineMs: number;
  /** Aborts when nobody waits for it any more, or its time is up. */
  readonly signal: AbortSignal;
}

/** To be called when the call is over, or is not made after all; a second time does nothing. */
export type Leave = (wasSent: boolean) => void;

export interface CallQueueSettings {
  readonly take: (wanted: CallsByKind) => Promise<Grant>;
  /** Told of each granted call that is over, by its name. */
  readonly finish: (call: string) => void;
  /** Told of each granted call that has not left. */
  readonly giveBack: (call: string) => void;
  /** Calls on their way at a time. */
  readonly mostUnderWay: CallsByKind;
  /** Of one turn. */
  readonly mostUnderWayEach: number;
  readonly mostWaiting: number;
  readonly mostWaitingEach: number;
  readonly windowMs: number;
  readonly clock: () => number;
  /** How long a call takes as a rule, in milliseconds. */
  readonly typicalCallMs: () => number;
}

interface Ticket extends WaitingCall {
  readonly admit: (leave: Leave) => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Calls in line for the upstream. Single ones go before those of a fan-out, and viewers take turns. Nobody waits
 * in vain: a call that could not be back in time is refused as soon as that is known, and says when to try again.
 */
export class CallQueue {
  readonly #settings: CallQueueSettings;
  readonly #waiting: Readonly<Record<CallKind, FairQueue<Ticket>>> = { single: new FairQueue(), fanOut: new FairQueue() };
  /** When a call of the kind may be free again. */
  readonly #freeAtMs: Record<CallKind, number> = { single: -Infinity, fanOut: -Infinity };
  readonly #underWayByTurn = new Map<string, number>();
  readonly #abortListeners = new AbortListeners();
  #underWay = 0;
  #isTaking = false;
  #timer: NodeJS.Timeout | null = null;
  #last: { readonly grant: Grant; readonly atMs: number } | null = null;

  constructor(settings: CallQueueSettings) {
    this.#settings = settings;
  }

  /** Nothing waits and nothing is under way. */
  get isIdle(): boolean {
    return this.#underWay === 0 && this.#waitingCount === 0;
  }

  get waiting(): CallsByKind {
    return { single: this.#waiting.single.size, fanOut: this.#waiting.fanOut.size };
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** What the window had left when it was last asked, and in how many milliseconds it refills. */
  get lastSeen(): { readonly left: number; readonly refillsInMs: number; readonly ageMs: number } | null {
    if (this.#last === null) return null;
    const { grant, atMs } = this.#last;
    return { left: grant.left, refillsInMs: grant.refillsInMs, ageMs: this.#settings.clock() - atMs };
  }

  /** Resolves when the call may leave. Throws RATE_LIMITED with `retryAfterSeconds`, or HttpError when its time is up or nobody waits. */
  enter(call: WaitingCall): Promise<Leave> {
    const { mostWaiting, mostWaitingEach, windowMs } = this.#settings;
    const queue = this.#waiting[call.kind];
    if (this.#waitingCount >= mostWaiting || queue.sizeOf(call.turn) >= mostWaitingEach) {
      return Promise.reject(rateLimited('Too many calls wait for the upstream already.', windowMs));
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        if (queue.remove(call.turn, ticket)) ticket.refuse(this.#tooLate(call));
      };
      const ticket: Ticket = {
        ...call,
        admit: (leave) => {
          stopListening();
          resolve(leave);
        },
        refuse: (error) => {
          stopListening();
          reject(error);
        },
      };
      const stopListening = this.#abortListeners.add(call.signal, onAbort);
      queue.add(call.turn, ticket);
      if (call.signal.aborted || this.#isTooLate(call)) onAbort();
      else this.#pump();
    });
  }

  /** The window has changed: it is asked again, whatever it said before. */
  lookAgain(): void {
    this.#freeAtMs.single = -Infinity;
    this.#freeAtMs.fanOut = -Infinity;
    this.#pump();
  }

  /** All that wait. */
  refuseAll(error: Error): void {
    for (const kind of kinds) this.#refuse(kind, () => error);
  }

  /** Those of one turn go on without waiting, and without being counted here. */
  waveThrough(turn: string): void {
    for (const kind of kinds) {
      for (const ticket of this.#waiting[kind].items().filter((waiting) => waiting.turn === turn)) {
        if (this.#waiting[kind].remove(turn, ticket)) ticket.admit(() => undefined);
      }
    }
  }

  get #waitingCount(): number {
    return this.#waiting.single.size + this.#waiting.fanOut.size;
  }

  #pump(): void {
    if (this.#isTaking) return;
    // One look at the clock: what is not free at this moment is waited for from this moment on.
    const nowMs = this.#settings.clock();
    const wanted = this.#wanted(nowMs);
    if (wanted.single + wanted.fanOut === 0) {
      this.#wakeLater(nowMs);
      return;
    }
    this.#isTaking = true;
    void this.#settings.take(wanted).then((grant) => {
      this.#isTaking = false;
      this.#share(wanted, grant);
      this.#pump();
    });
  }

  #wanted(nowMs: number): CallsByKind {
    const { mostUnderWay } = this.#settings;
    const ready = (kind: CallKind) => (this.#freeAtMs[kind] > nowMs ? 0 : this.#ready(kind));
    const single = Math.min(ready('single'), Math.max(0, mostUnderWay.single - this.#underWay));
    const fanOut = Math.min(ready('fanOut'), Math.max(0, mostUnderWay.fanOut - this.#underWay - single));
    return { single, fanOut };
  }

  /** How many wait whose turn has not its most under way. */
  #ready(kind: CallKind): number {
    const { mostUnderWayEach } = this.#settings;
    const queue = this.#waiting[kind];
    if (mostUnderWayEach === Infinity) return queue.size;
    let count = 0;
    for (const group of queue.groups()) count += Math.min(queue.sizeOf(group), Math.max(0, mostUnderWayEach - (this.#underWayByTurn.get(group) ?? 0)));
    return count;
  }

  #share(wanted: CallsByKind, grant: Grant): void {
    const nowMs = this.#settings.clock();
    this.#last = { grant, atMs: nowMs };
    const calls = grant.calls.values();
    for (const kind of kinds) {
      for (let granted = 0; granted < grant.granted[kind]; granted += 1) this.#admitNext(kind, calls.next().value ?? '');
      // Asked for and not granted: not before then. At least a millisecond, or a window that errs would be asked for ever.
      if (grant.granted[kind] >= wanted[kind]) continue;
      this.#freeAtMs[kind] = nowMs + Math.max(1, grant.waitMs[kind]);
      this.#refuse(kind, (ticket) => (this.#isTooLate(ticket) ? this.#tooLate(ticket) : null));
    }
  }

  #admitNext(kind: CallKind, call: string): void {
    const { mostUnderWayEach } = this.#settings;
    const ticket = this.#waiting[kind].next((turn) => (this.#underWayByTurn.get(turn) ?? 0) < mostUnderWayEach);
    if (ticket === undefined) this.#settings.giveBack(call);
    else ticket.admit(this.#leaveOf(ticket.turn, call));
  }

  #leaveOf(turn: string, call: string): Leave {
    this.#count(turn, 1);
    let isOver = false;
    return (wasSent) => {
      if (isOver) return;
      isOver = true;
      this.#count(turn, -1);
      if (wasSent) this.#settings.finish(call);
      else this.#settings.giveBack(call);
      this.#pump();
    };
  }

  #count(turn: string, by: number): void {
    this.#underWay += by;
    const count = (this.#underWayByTurn.get(turn) ?? 0) + by;
    if (count === 0) this.#underWayByTurn.delete(turn);
    else this.#underWayByTurn.set(turn, count);
  }

  #refuse(kind: CallKind, problemOf: (ticket: Ticket) => Error | null): void {
    for (const ticket of this.#waiting[kind].items()) {
      const problem = problemOf(ticket);
      if (problem !== null && this.#waiting[kind].remove(ticket.turn, ticket)) ticket.refuse(problem);
    }
  }

  #isTooLate({ kind, deadlineMs }: WaitingCall): boolean {
    const { clock, typicalCallMs } = this.#settings;
    return Math.max(clock(), this.#freeAtMs[kind]) + typicalCallMs() > deadlineMs;
  }

  #tooLate({ kind, signal }: WaitingCall): Error {
    const { clock } = this.#settings;
    if (signal.aborted && !isTimeout(signal)) return abortedError(signal, { wasNeverSent: true });
    const freeInMs = this.#freeAtMs[kind] - clock();
    if (freeInMs <= 0) return new HttpError('timeout', 'The request’s time was up before the upstream could be asked.', { wasNeverSent: true });
    return rateLimited('The calls that the upstream allows are used up for longer than this request may take.', freeInMs);
  }

  /** For the next time that a call may be free. Deadlines wake by their signals. */
  #wakeLater(nowMs: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const times = kinds.filter((kind) => this.#waiting[kind].size > 0).map((kind) => this.#freeAtMs[kind] - nowMs);
    const nextMs = Math.min(...times.filter((ms) => ms > 0));
    if (nextMs === Infinity) return;
    this.#timer = setTimeout(() => this.#pump(), Math.ceil(nextMs)).unref();
  }
}

function rateLimited(message: string, retryAfterMs: number): GatewayError {
  return new GatewayError('RATE_LIMITED', message, { retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) });
}
