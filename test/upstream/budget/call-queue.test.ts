import { beforeEach, describe, expect, test } from '@jest/globals';
import { CallQueue, type CallQueueSettings, type WaitingCall } from '../../../src/upstream/budget/call-queue.js';
import type { CallKind } from '../../../src/upstream/budget/call-window.js';
import { OwnCallWindow } from '../../../src/upstream/budget/own-call-window.js';

let nowMs: number;
let window: OwnCallWindow;
beforeEach(() => {
  nowMs = 0;
  window = new OwnCallWindow({ calls: 8, windowMs: 1000 });
});

function aQueue(settings: Partial<CallQueueSettings> = {}): CallQueue {
  return new CallQueue({
    take: (wanted) => window.take(wanted, () => nowMs),
    finish: (call) => void window.finish([call], nowMs),
    giveBack: (call) => void window.giveBack([call]),
    mostUnderWay: { single: 50, fanOut: 44 },
    mostUnderWayEach: Infinity,
    mostWaiting: 100,
    mostWaitingEach: 50,
    windowMs: 1000,
    clock: () => nowMs,
    typicalCallMs: () => 0,
    ...settings,
  });
}

/** Enters, and writes its name down when it may leave. */
function enter(queue: CallQueue, left: string[], turn: string, kind: CallKind, more: Partial<WaitingCall> = {}) {
  return queue.enter({ turn, kind, deadlineMs: Infinity, signal: new AbortController().signal, ...more }).then((leave) => {
    left.push(turn);
    return leave;
  });
}

const useUp = () => window.take({ single: 8, fanOut: 0 }, () => nowMs);

/** All that can happen without time passing has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function pass(queue: CallQueue, ms: number): Promise<void> {
  nowMs += ms;
  queue.lookAgain();
  await settled();
}

describe('calls in line', () => {
  test('take turns between viewers, however many each has', async () => {
    const queue = aQueue();
    const left: string[] = [];
    await useUp();
    for (let call = 0; call < 6; call += 1) void enter(queue, left, 'ada', 'fanOut');
    for (let call = 0; call < 2; call += 1) void enter(queue, left, 'bob', 'fanOut');
    await settled();
    expect(left).toEqual([]);
    await pass(queue, 1001);
    expect(left.slice(0, 4)).toEqual(['ada', 'bob', 'ada', 'bob']);
    expect(left).toHaveLength(7);
  });

  test('single ones go before those of a fan-out that came first, and have a part of the budget to themselves', async () => {
    const queue = aQueue();
    const left: string[] = [];
    for (let call = 0; call < 20; call += 1) void enter(queue, left, 'board', 'fanOut');
    await settled();
    expect(left).toHaveLength(7);
    void enter(queue, left, 'click', 'single');
    await settled();
    expect(left.at(-1)).toBe('click');
    void enter(queue, left, 'click', 'single');
    await settled();
    await pass(queue, 1001);
    expect(left[8]).toBe('click');
  });

  test('whose time would be up before a call is free are refused at once, and told when one will be', async () => {
    const queue = aQueue({ typicalCallMs: () => 100 });
    await useUp();
    const refused = enter(queue, [], 'ada', 'single', { deadlineMs: 1100 });
    const waiting: string[] = [];
    void enter(queue, waiting, 'bob', 'single', { deadlineMs: 1102 });
    await expect(refused).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 2 } });
    await pass(queue, 1001);
    expect(waiting).toEqual(['bob']);
  });

  test('whose own time is up with budget left is a timeout, and was never sent', async () => {
    const queue = aQueue({ typicalCallMs: () => 100 });
    await expect(enter(queue, [], 'ada', 'single', { deadlineMs: 50 })).rejects.toMatchObject({ failure: 'timeout', wasNeverSent: true });
  });

  test('that nobody waits for any more leave the line at once', async () => {
    const queue = aQueue();
    await useUp();
    const client = new AbortController();
    const asking = enter(queue, [], 'ada', 'single', { signal: client.signal });
    await settled();
    expect(queue.isIdle).toBe(false);
    client.abort();
    await expect(asking).rejects.toMatchObject({ failure: 'cancelled', wasNeverSent: true });
    expect(queue.isIdle).toBe(true);
  });

  test('are bounded, all together and for each viewer', async () => {
    const queue = aQueue({ mostWaiting: 5, mostWaitingEach: 3 });
    await useUp();
    const ofAda = Array.from({ length: 4 }, () => enter(queue, [], 'ada', 'single'));
    await expect(ofAda[3]).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 1 } });
    const ofBob = Array.from({ length: 3 }, () => enter(queue, [], 'bob', 'single'));
    await expect(ofBob[2]).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    queue.refuseAll(new Error('over'));
    for (const call of [...ofAda.slice(0, 3), ...ofBob.slice(0, 2)]) await expect(call).rejects.toThrow('over');
  });

  test('of one viewer are so many under way at a time, where that is asked for', async () => {
    const queue = aQueue({ mostUnderWayEach: 2 });
    const left: string[] = [];
    const calls = Array.from({ length: 3 }, () => enter(queue, left, 'ada', 'single'));
    void enter(queue, left, 'bob', 'single');
    await settled();
    expect(left).toEqual(['ada', 'bob', 'ada']);
    const leave = await calls[0];
    leave?.(true);
    leave?.(true);
    await settled();
    expect(left).toEqual(['ada', 'bob', 'ada', 'ada']);
  });

  test('are not more under way than there are connections, and a fan-out leaves some to single ones', async () => {
    window = new OwnCallWindow({ calls: 100, windowMs: 1000 });
    const queue = aQueue({ mostUnderWay: { single: 4, fanOut: 3 } });
    const left: string[] = [];
    for (let call = 0; call < 5; call += 1) void enter(queue, left, 'board', 'fanOut');
    await settled();
    expect(left).toHaveLength(3);
    void enter(queue, left, 'click', 'single');
    void enter(queue, left, 'click', 'single');
    await settled();
    expect(left.slice(3)).toEqual(['click']);
  });

  test('of a token that has been accepted meanwhile go on without waiting', async () => {
    const queue = aQueue();
    await useUp();
    const left: string[] = [];
    void enter(queue, left, 'ada', 'single');
    const ofBob = enter(queue, left, 'bob', 'fanOut');
    void enter(queue, left, 'ada', 'fanOut');
    queue.waveThrough('ada');
    await settled();
    expect(left).toEqual(['ada', 'ada']);
    queue.refuseAll(new Error('over'));
    await expect(ofBob).rejects.toThrow('over');
  });

  test('wake by themselves when a call is free', async () => {
    const started = performance.now();
    const clock = () => performance.now() - started;
    const real = new OwnCallWindow({ calls: 1, windowMs: 30 });
    const queue = aQueue({ take: (wanted) => real.take(wanted, clock), finish: (call) => void real.finish([call], clock()), clock });
    const left: string[] = [];
    await Promise.all(['ada', 'bob', 'cleo'].map((turn) => enter(queue, left, turn, 'single').then((leave) => leave(true))));
    expect(left).toEqual(['ada', 'bob', 'cleo']);
    expect(clock()).toBeGreaterThan(60);
  });

  test('that are not made after all give back what they were granted', async () => {
    const queue = aQueue();
    const left: string[] = [];
    const calls = Array.from({ length: 8 }, () => enter(queue, left, 'ada', 'single'));
    await Promise.all(calls);
    (await calls[0])?.(false);
    await pass(queue, 1);
    void enter(queue, left, 'bob', 'single');
    await settled();
    expect(left.at(-1)).toBe('bob');
  });

  test('whose askers leave while the window is asked give back what they were granted', async () => {
    const answers: (() => void)[] = [];
    const queue = aQueue({
      take: async (wanted) => {
        const grant = await window.take(wanted, () => nowMs);
        await new Promise<void>((resolve) => answers.push(resolve));
        return grant;
      },
    });
    const client = new AbortController();
    const gone = Array.from({ length: 8 }, () => enter(queue, [], 'ada', 'single', { signal: client.signal }).catch(() => null));
    await settled();
    client.abort();
    await Promise.all(gone);
    answers.forEach((answer) => answer());
    await settled();
    expect((await window.take({ single: 8, fanOut: 0 }, () => nowMs)).granted.single).toBe(8);
  });

  test('are woken also when they are free between two looks at the clock', async () => {
    // It goes on by itself: each look is later than the one before.
    let ticks = 0;
    const clock = () => (ticks += 0.4);
    const ticking = new OwnCallWindow({ calls: 1, windowMs: 3 });
    const queue = aQueue({ take: (wanted) => ticking.take(wanted, clock), finish: (call) => void ticking.finish([call], clock()), clock });
    for (let round = 0; round < 30; round += 1) {
      const left: string[] = [];
      await Promise.all(['ada', 'bob'].map((turn) => enter(queue, left, turn, 'single').then((leave) => leave(true))));
      expect(left).toHaveLength(2);
    }
  });
});
