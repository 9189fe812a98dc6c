import { Agent, get } from 'node:http';
import type { Bell } from './bell.js';

/** A gateway that requests may be sent to. */
export interface Seat {
  readonly name: string;
  readonly origin: string;
  /** Keeps connections, as a balancer does. */
  readonly agent: Agent;
  /** What it has said of Redis last. */
  readonly redis: string | null;
}

interface OwnSeat extends Seat {
  redis: string | null;
  isReady: boolean;
  underWay: number;
  isGone: boolean;
}

/** As a balancer's view: always a little old. */
const lookEveryMs = 50;
const patienceMs = 2000;

/** Asks each gateway at /health/ready again and again, and leads requests to those alone that have said yes last. */
export class Balancer {
  readonly #bell: Bell;
  readonly #seats = new Map<string, OwnSeat>();
  #turn = 0;
  #afterLook: (() => void)[] = [];

  constructor(bell: Bell) {
    this.#bell = bell;
  }

  join(name: string, origin: string): void {
    const seat: OwnSeat = { name, origin, agent: new Agent({ keepAlive: true }), redis: null, isReady: false, underWay: 0, isGone: false };
    this.#seats.set(name, seat);
    void this.#watch(seat);
  }

  /** The process has ended. */
  leave(name: string): void {
    const seat = this.#seats.get(name);
    if (seat === undefined) return;
    seat.isGone = true;
    this.#setReady(seat, false);
    this.#seats.delete(name);
  }

  isReady(name: string): boolean {
    return this.#seats.get(name)?.isReady ?? false;
  }

  /** What all that are ready say of Redis. */
  allSay(redis: 'ok' | 'away'): boolean {
    const ready = this.#ready();
    return ready.length > 0 && ready.every((seat) => seat.redis === redis);
  }

  /** The next one in turn; waits while none is ready. `done` is to be called when the request is over. */
  async pick(): Promise<{ readonly seat: Seat; readonly done: () => void }> {
    await this.#bell.until('a gateway is ready', () => this.#ready().length > 0);
    const ready = this.#ready();
    this.#turn += 1;
    const seat = ready[this.#turn % ready.length] as OwnSeat;
    seat.underWay += 1;
    return {
      seat,
      done: () => {
        seat.underWay -= 1;
        this.#letGo(seat);
      },
    };
  }

  /** Resolves when one of the gateways has been asked again. */
  nextLook(): Promise<void> {
    return new Promise((resolve) => this.#afterLook.push(resolve));
  }

  stop(): void {
    for (const name of [...this.#seats.keys()]) this.leave(name);
  }

  #ready(): OwnSeat[] {
    return [...this.#seats.values()].filter(({ isReady }) => isReady);
  }

  async #watch(seat: OwnSeat): Promise<void> {
    while (!seat.isGone) {
      const readiness = await readinessOf(seat.origin);
      if (seat.isGone) return;
      seat.redis = readiness?.redis ?? null;
      this.#setReady(seat, readiness?.status === 'ok');
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }

  #setReady(seat: OwnSeat, isReady: boolean): void {
    seat.isReady = isReady;
    this.#letGo(seat);
    this.#bell.ring();
    for (const look of this.#afterLook.splice(0)) look();
  }

  /** Idle connections to one that is out are of no use. */
  #letGo(seat: OwnSeat): void {
    if (!seat.isReady && seat.underWay === 0) seat.agent.destroy();
  }
}

interface Readiness {
  readonly status: string;
  readonly redis: string;
}

/** Null when there is no answer. */
function readinessOf(origin: string): Promise<Readiness | null> {
  return new Promise((resolve) => {
    const asked = get(`${origin}/health/ready`, { agent: false, timeout: patienceMs }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.once('end', () => resolve(JSON.parse(text) as Readiness));
      response.once('error', () => resolve(null));
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(null));
  });
}
