import type { Bell } from './bell.js';

/** What was asked in one part of the rehearsal, and what became of it. */
export interface Phase {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  endedAtMs: number;
  sent: number;
  answered: number;
  failed: number;
  /** Changes among them. */
  mutations: number;
  /** Subscriptions that went on through another gateway. */
  reconnected: number;
  slowestMs: number;
  /** Answered, by the name of the gateway. */
  readonly byGateway: Map<string, number>;
}

export interface Failure {
  readonly phase: string;
  readonly gateway: string;
  readonly what: string;
}

/** A request that has been sent; one of the two is called, once. */
export interface Sent {
  answered(gateway: string): void;
  failed(gateway: string, what: string): void;
}

/** Counts, phase by phase. A request belongs to the phase in which it was sent. */
export class Tally {
  readonly phases: Phase[] = [];
  readonly failures: Failure[] = [];
  readonly #bell: Bell;

  constructor(bell: Bell) {
    this.#bell = bell;
  }

  begin(name: string): Phase {
    const nowMs = Date.now();
    const before = this.phases.at(-1);
    if (before !== undefined) before.endedAtMs = nowMs;
    const phase: Phase = { name, startedAtMs: nowMs, endedAtMs: nowMs, sent: 0, answered: 0, failed: 0, mutations: 0, reconnected: 0, slowestMs: 0, byGateway: new Map() };
    this.phases.push(phase);
    return phase;
  }

  end(): void {
    this.#now.endedAtMs = Date.now();
  }

  /** A subscription lasts as long as what it is about: it is no slow request. */
  send(kind: 'request' | 'subscription' = 'request'): Sent {
    const phase = this.#now;
    const sentAtMs = performance.now();
    phase.sent += 1;
    const over = () => {
      if (kind === 'request') phase.slowestMs = Math.max(phase.slowestMs, performance.now() - sentAtMs);
      this.#bell.ring();
    };
    return {
      answered: (gateway) => {
        phase.answered += 1;
        phase.byGateway.set(gateway, (phase.byGateway.get(gateway) ?? 0) + 1);
        over();
      },
      failed: (gateway, what) => {
        phase.failed += 1;
        this.failures.push({ phase: phase.name, gateway, what });
        over();
      },
    };
  }

  countMutation(): void {
    this.#now.mutations += 1;
  }

  countReconnection(): void {
    this.#now.reconnected += 1;
    this.#bell.ring();
  }

  get #now(): Phase {
    const phase = this.phases.at(-1);
    if (phase === undefined) throw new Error('nothing is counted before a phase has begun');
    return phase;
  }
}
