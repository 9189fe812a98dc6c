import { describe, expect, test } from '@jest/globals';
import { callsOf, CallWindow, noCalls, type CallsByKind, type Taken } from '../../../src/upstream/budget/call-window.js';
import { reportedWithinMs, SharedCallWindow, type RemoteCallWindow } from '../../../src/upstream/budget/shared-call-window.js';
import { createRandom } from '../../support/random-operations.js';

const limit = { calls: 95, windowMs: 10_000 };

/** The most calls in any span of one window, its ends included. */
function mostInAnyWindow(leftAtMs: readonly number[]): number {
  const times = leftAtMs.toSorted((one, other) => one - other);
  let first = 0;
  return times.reduce((most, atMs, last) => {
    while ((times[first] ?? atMs) < atMs - limit.windowMs) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

/** Bursts, trickles and silence. */
function randomStepMs(random: () => number): number {
  return random() < 0.7 ? random() * 200 : random() * 4000;
}

function randomWanted(random: () => number): CallsByKind {
  return { single: Math.floor(random() * 8), fanOut: random() < 0.5 ? Math.floor(random() * 120) : 0 };
}

const countOf = ({ granted }: Taken) => granted.single + granted.fanOut;

/** Calls on their way: the upstream counts each at some time between its leaving and its answer. */
class CallsOnTheirWay {
  readonly countedAtMs: number[] = [];
  readonly #random: () => number;
  #calls: { readonly id: string; readonly isOverAtMs: number; readonly finish: (call: string, nowMs: number) => void }[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  leave(calls: readonly string[], nowMs: number, finish: (call: string, nowMs: number) => void): void {
    for (const id of calls) {
      const durationMs = this.#random() * (this.#random() < 0.1 ? 3000 : 300);
      this.countedAtMs.push(nowMs + this.#random() * durationMs);
      this.#calls.push({ id, isOverAtMs: nowMs + durationMs, finish });
    }
  }

  /** Those that are over by then tell so, each at its time. */
  until(nowMs: number): void {
    const over = this.#calls.filter(({ isOverAtMs }) => isOverAtMs <= nowMs).toSorted((one, other) => one.isOverAtMs - other.isOverAtMs);
    this.#calls = this.#calls.filter(({ isOverAtMs }) => isOverAtMs > nowMs);
    for (const { id, isOverAtMs, finish } of over) finish(id, isOverAtMs);
  }
}

describe('the window of one process', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('is never over budget as the upstream counts, wherever a window begins (seed %i)', (seed) => {
    const random = createRandom(seed);
    const window = new CallWindow(limit);
    const onTheirWay = new CallsOnTheirWay(random);
    const fannedOutMs: number[] = [];
    for (let nowMs = 0, step = 0; step < 2000; step += 1, nowMs += randomStepMs(random)) {
      onTheirWay.until(nowMs);
      const taken = window.take(randomWanted(random), String(step), nowMs);
      onTheirWay.leave(callsOf(String(step), taken.granted), nowMs, (call, atMs) => window.count([call], atMs));
      for (let call = 0; call < taken.granted.fanOut; call += 1) fannedOutMs.push(nowMs);
    }
    expect(mostInAnyWindow(onTheirWay.countedAtMs)).toBeLessThanOrEqual(limit.calls);
    expect(mostInAnyWindow(onTheirWay.countedAtMs)).toBeGreaterThan(0.8 * limit.calls);
    expect(mostInAnyWindow(fannedOutMs)).toBeLessThanOrEqual(84);
  });

  test.each([11, 12, 13])('grants all that it said would be free, when it said so (seed %i)', (seed) => {
    const random = createRandom(seed);
    const window = new CallWindow(limit);
    for (let nowMs = 0, step = 0; step < 500; step += 1, nowMs += randomStepMs(random)) {
      const { waitMs } = window.take(randomWanted(random), String(step), nowMs);
      for (const kind of ['single', 'fanOut'] as const) {
        const wanted = { ...noCalls, [kind]: 1 };
        if (waitMs[kind] > 1) expect(window.fitting(wanted, nowMs + waitMs[kind] - 1)).toEqual(noCalls);
        expect(window.fitting(wanted, nowMs + waitMs[kind])).toEqual(wanted);
      }
      // `fitting` looks at a later time and forgets what is over by then: a new window for the next round.
      nowMs += limit.windowMs + 1;
    }
  });

  test('counts a call until the window has passed after its answer', () => {
    const window = new CallWindow({ calls: 1, windowMs: 1000 });
    const one = { single: 1, fanOut: 0 };
    window.take(one, 'first', 0);
    window.count(callsOf('first', one), 400);
    expect(window.take(one, 'second', 1001).granted).toEqual(noCalls);
    expect(window.take(one, 'third', 1401).granted).toEqual(one);
  });

  test('leaves an eighth to single calls, and gives them all of it', () => {
    const window = new CallWindow(limit);
    expect(window.take({ single: 0, fanOut: 200 }, 'at 0', 0).granted).toEqual({ single: 0, fanOut: 84 });
    expect(window.take({ single: 20, fanOut: 5 }, 'clicks', 0)).toMatchObject({ granted: { single: 11, fanOut: 0 }, left: 0 });
    expect(window.take({ single: 1, fanOut: 0 }, 'at 10_000', 10_000).granted.single).toBe(0);
    expect(window.take({ single: 1, fanOut: 0 }, 'at 10_001', 10_001).granted.single).toBe(1);
  });

  test('grants nothing in a pause, and a shorter pause does not end a longer one', () => {
    const window = new CallWindow(limit);
    window.pause(7000);
    window.pause(100);
    expect(window.take({ single: 1, fanOut: 0 }, 'at 6999', 6999)).toMatchObject({ granted: noCalls, waitMs: { single: 1, fanOut: 1 } });
    expect(window.take({ single: 1, fanOut: 0 }, 'at 7000', 7000).granted.single).toBe(1);
  });
});

/** As Redis keeps it: one window for all, which can be lost with all that it knew. */
class RemoteWindows {
  isAway = false;
  nowMs = 0;
  #window = new CallWindow(limit);
  /** What the window has counted and when, as a report must not change it. */
  #known = new Set<string>();

  /** Of one process: `isBack` tells whether it has noticed that the window is back. */
  seenBy(process: { isBack: boolean }): RemoteCallWindow {
    const isReached = () => !this.isAway && process.isBack;
    return {
      take: async (wanted, id) => {
        if (!isReached()) return undefined;
        const taken = this.#window.take(wanted, id, this.nowMs);
        for (const call of callsOf(id, taken.granted)) this.#known.add(call);
        return taken;
      },
      finish: async (calls) => {
        if (isReached()) this.#count(calls);
      },
      giveBack: async (calls) => {
        if (isReached()) this.#window.giveBack(calls);
      },
      report: async (calls) => {
        // Later than they were: the model's window keeps its calls in the order of time. It errs on the safe side.
        if (isReached()) this.#count(calls.map(({ id }) => id).filter((id) => !this.#known.has(id)));
      },
      pause: async (ms) => this.#window.pause(this.nowMs + ms),
    };
  }

  lose(): void {
    this.isAway = true;
    this.#window = new CallWindow(limit);
    this.#known = new Set();
  }

  #count(calls: readonly string[]): void {
    for (const call of calls) this.#known.add(call);
    this.#window.count(calls, this.nowMs);
  }
}

interface Replica {
  readonly link: { isBack: boolean };
  readonly window: SharedCallWindow;
  noticesAtMs: number;
  leftAtMs: number;
}

/** Replicas on one Redis: they come and go, and so does it. Returns when the upstream has counted calls. */
async function rehearse(seed: number, chances: { readonly loss: number; readonly replicas: number }): Promise<number[]> {
  const random = createRandom(seed);
  const remote = new RemoteWindows();
  const clock = () => remote.nowMs;
  const start = (): Replica => {
    const link = { isBack: true };
    return { link, window: new SharedCallWindow(remote.seenBy(link), limit, false), noticesAtMs: Infinity, leftAtMs: -Infinity };
  };
  const replicas = [start(), start(), start()];
  const onTheirWay = new CallsOnTheirWay(random);
  let returnedAtMs = -Infinity;
  for (let step = 0; step < 3000; step += 1) {
    const nextMs = remote.nowMs + randomStepMs(random);
    onTheirWay.until(nextMs);
    remote.nowMs = nextMs;
    if (random() < chances.loss && remote.isAway) {
      remote.isAway = false;
      returnedAtMs = remote.nowMs;
      replicas.forEach((replica) => (replica.noticesAtMs = remote.nowMs + random() * 1000));
    } else if (random() < chances.loss) {
      remote.lose();
      replicas.forEach(({ link }) => (link.isBack = false));
    }
    for (const replica of replicas.filter(({ link, noticesAtMs }) => !remote.isAway && !link.isBack && noticesAtMs <= remote.nowMs)) {
      replica.link.isBack = true;
      await replica.window.comeBack(remote.nowMs);
    }
    const index = Math.floor(random() * replicas.length);
    const replica = replicas[index] as Replica;
    // Where Redis is lost as well, the calls of a process that has ended are known to nobody: there it ends when they are over,
    // and none starts while others have not reported.
    const mayChange = chances.loss === 0 || (!remote.isAway && replica.leftAtMs < remote.nowMs - limit.windowMs && returnedAtMs < remote.nowMs - reportedWithinMs);
    if (mayChange && random() < chances.replicas) replicas[index] = start();
    const asking = replicas[index] as Replica;
    const grant = await asking.window.take(randomWanted(random), clock);
    onTheirWay.leave(grant.calls, remote.nowMs, (call, atMs) => {
      remote.nowMs = atMs;
      void asking.window.finish([call], atMs);
    });
    if (countOf(grant) > 0) asking.leftAtMs = remote.nowMs + 3000;
  }
  return onTheirWay.countedAtMs;
}

describe('the window that replicas share', () => {
  test.each([21, 22, 23, 24])('is never over budget while replicas come and go (seed %i)', async (seed) => {
    expect(mostInAnyWindow(await rehearse(seed, { loss: 0, replicas: 0.05 }))).toBeLessThanOrEqual(limit.calls);
  });

  test.each([31, 32, 33, 34, 35, 36, 37, 38])('is never over budget while Redis is lost and comes back (seed %i)', async (seed) => {
    const left = await rehearse(seed, { loss: 0.01, replicas: 0 });
    expect(mostInAnyWindow(left)).toBeLessThanOrEqual(limit.calls);
    expect(left.length).toBeGreaterThan(2000);
  });

  test.each([41, 42, 43, 44, 45, 46, 47, 48])('is never over budget when both happen, and Redis flaps (seed %i)', async (seed) => {
    const left = await rehearse(seed, { loss: 0.2, replicas: 0.05 });
    expect(mostInAnyWindow(left)).toBeLessThanOrEqual(limit.calls);
    expect(left.length).toBeGreaterThan(500);
  });

  test('a process that loses Redis waits for one window, then goes on with a third', async () => {
    const remote = new RemoteWindows();
    const window = new SharedCallWindow(remote.seenBy({ isBack: true }), limit, false);
    const clock = () => remote.nowMs;
    await window.take({ single: 1, fanOut: 0 }, clock);
    remote.lose();
    await expect(window.take({ single: 50, fanOut: 0 }, clock)).resolves.toMatchObject({ granted: noCalls, waitMs: { single: 10_001 } });
    remote.nowMs = 10_002;
    await expect(window.take({ single: 50, fanOut: 0 }, clock)).resolves.toMatchObject({ granted: { single: 31 } });
  });

  test('a process that starts without Redis goes on with a third at once', async () => {
    const remote = new RemoteWindows();
    remote.lose();
    const window = new SharedCallWindow(remote.seenBy({ isBack: true }), limit, true);
    await expect(window.take({ single: 50, fanOut: 0 }, () => 0)).resolves.toMatchObject({ granted: { single: 31 } });
  });
});
