import type { Viewer } from '../../auth/viewer.js';
import type { RedisLink } from '../../redis/redis-link.js';
import { CallQueue, type Leave, type WaitingCall } from './call-queue.js';
import type { CallKind, CallLimit, CallsByKind } from './call-window.js';
import { OwnCallWindow } from './own-call-window.js';
import { RedisCallWindow } from './redis-call-window.js';
import { SingleShares } from './single-shares.js';
import { reportedWithinMs, SharedCallWindow } from './shared-call-window.js';

export interface UpstreamBudgetSettings {
  readonly limit: CallLimit;
  /** Its calls have a budget of their own (each version of the API counts alone). */
  readonly generationName: string;
  /** Null: this process is the only one. */
  readonly redis: RedisLink | null;
  /** Calls on their way at a time. */
  readonly mostUnderWay: CallsByKind;
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

/** One call that asks to leave. */
export interface CallForBudget {
  readonly viewer: Viewer;
  readonly isAdmitted: boolean;
  readonly kind: CallKind;
  /** By the budget's clock. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** A call may leave now. */
export interface Turn {
  /** The line that it has waited in: what one viewer asks for beyond a share of the window is a fan-out, whatever it was asked for as. */
  readonly kind: CallKind;
  readonly leave: Leave;
}

/** As this process has last seen it; shown to clients. */
export interface BudgetState {
  /** Calls in a window. */
  readonly calls: number;
  readonly windowMs: number;
  /** Calls that may still leave. */
  readonly left: number;
  /** Milliseconds until more may leave; 0 when all may. */
  readonly refillsInMs: number;
}

/** Of all OAuth clients, as this process sees them. */
export interface BudgetLoad {
  /** Calls in a window, and of the client that has used most of its own what may still leave. */
  readonly calls: number;
  readonly left: number;
  readonly waiting: CallsByKind;
  readonly underWay: number;
}

interface Account {
  readonly queue: CallQueue;
  readonly singles: SingleShares;
  readonly pause: (ms: number) => Promise<void>;
  /** Redis can be asked again. */
  readonly comeBack: () => void;
}

/** What waits here is held in memory: 2000 calls are some megabytes. */
const mostWaiting = 2000;
const mostWaitingEach = 500;
/** Each holds a request of the gateway, and anybody can invent tokens. */
const mostStrangersWaiting = 100;
/** No client's name, as those are hashes. */
const strangers = 'strangers';
const strangersMostUnderWayEach = 6;
/** Idle accounts beyond this number are forgotten. */
const mostAccounts = 200;
const forgottenAfterMs = 30 * 60_000;
const shareOfNewTime = 0.2;

/**
 * The calls that the upstream allows: one account for each OAuth client (and generation), as it counts them. A token that
 * the upstream has not accepted yet can claim any client, so its calls are counted in an account of their own as well,
 * a third of a budget for all such tokens together.
 */
export class UpstreamBudget {
  readonly #settings: UpstreamBudgetSettings;
  readonly #accounts = new Map<string, Account>();
  readonly #isReady: Promise<void>;
  /** Redis is configured and has never been reached. */
  #startsAlone = false;
  #typicalCallMs = 0;
  /** For accounts that are opened while replicas report what they have used. */
  #heldUntilMs = -Infinity;

  constructor(settings: UpstreamBudgetSettings) {
    this.#settings = settings;
    this.#isReady = this.#meetRedis(settings.redis);
  }

  /** Resolves when the call may leave. Throws as `CallQueue.enter`. */
  async enter(call: CallForBudget): Promise<Turn> {
    await this.#isReady;
    const { viewer, isAdmitted, ...waiting } = call;
    if (isAdmitted) return this.#enterAccount(viewer, { turn: viewer.hash, ...waiting });
    const leaveStrangers = await this.#strangers().queue.enter({ turn: viewer.token.hash, ...waiting });
    try {
      const { kind, leave } = await this.#enterAccount(viewer, { turn: viewer.token.hash, ...waiting });
      const leaveBoth: Leave = (wasSent) => {
        leave(wasSent);
        leaveStrangers(wasSent);
      };
      return { kind, leave: leaveBoth };
    } catch (error) {
      leaveStrangers(false);
      throw error;
    }
  }

  async #enterAccount(viewer: Viewer, call: WaitingCall): Promise<Turn> {
    const { queue, singles } = this.#accountOf(viewer);
    const kind = call.kind === 'single' && singles.take(call.turn) ? 'single' : 'fanOut';
    return { kind, leave: await queue.enter({ ...call, kind }) };
  }

  /** The upstream has accepted this token: those of its calls that wait among the strangers do so no more. */
  accept(viewer: Viewer): void {
    this.#accounts.get(strangers)?.queue.waveThrough(viewer.token.hash);
  }

  /** After a 429: nothing of the account leaves before. */
  pause(viewer: Viewer, ms: number): void {
    const account = this.#accountOf(viewer);
    void account.pause(ms);
    account.queue.lookAgain();
  }

  /** When the upstream is down: nobody waits for it. */
  refuseAll(error: Error): void {
    for (const { queue } of this.#accounts.values()) queue.refuseAll(error);
  }

  /** How long a call took that was answered: what cannot be back in time does not leave. */
  observe(durationMs: number): void {
    this.#typicalCallMs += shareOfNewTime * (durationMs - this.#typicalCallMs);
  }

  get typicalCallMs(): number {
    return this.#typicalCallMs;
  }

  stateFor(viewer: Viewer): BudgetState {
    return this.#stateOf(nameOf(viewer));
  }

  /** Calls of strangers wait and are under way in two accounts, and count once: in their clients'. */
  get load(): BudgetLoad {
    const names = [...this.#accounts.keys()].filter((name) => name !== strangers);
    const queues = names.flatMap((name) => this.#accounts.get(name)?.queue ?? []);
    const ofStrangers = this.#accounts.get(strangers)?.queue.waiting;
    const { calls } = this.#settings.limit;
    return {
      calls,
      left: Math.min(calls, ...names.map((name) => this.#stateOf(name).left)),
      waiting: {
        single: sum(queues.map(({ waiting }) => waiting.single)) + (ofStrangers?.single ?? 0),
        fanOut: sum(queues.map(({ waiting }) => waiting.fanOut)) + (ofStrangers?.fanOut ?? 0),
      },
      underWay: sum(queues.map(({ underWay }) => underWay)),
    };
  }

  #stateOf(name: string): BudgetState {
    const { calls, windowMs } = this.#settings.limit;
    const seen = this.#accounts.get(name)?.queue.lastSeen ?? null;
    if (seen === null || seen.ageMs > windowMs) return { calls, windowMs, left: calls, refillsInMs: 0 };
    return { calls, windowMs, left: seen.left, refillsInMs: Math.max(0, Math.ceil(seen.refillsInMs - seen.ageMs)) };
  }

  /** The first connection is no return: nothing can have been lost before it. */
  async #meetRedis(redis: RedisLink | null): Promise<void> {
    await redis?.firstContact();
    this.#startsAlone = redis?.isAway ?? false;
    redis?.onReturn(() => this.#comeBack());
  }

  #comeBack(): void {
    this.#startsAlone = false;
    this.#heldUntilMs = this.#settings.clock() + reportedWithinMs;
    for (const account of this.#accounts.values()) account.comeBack();
  }

  #accountOf(viewer: Viewer): Account {
    return this.#account(nameOf(viewer), this.#settings.limit, Infinity);
  }

  #strangers(): Account {
    const { calls, windowMs } = this.#settings.limit;
    return this.#account(strangers, { calls: Math.max(1, Math.floor(calls / 3)), windowMs }, strangersMostUnderWayEach);
  }

  #account(name: string, limit: CallLimit, mostUnderWayEach: number): Account {
    const known = this.#accounts.get(name);
    if (known !== undefined) return known;
    this.#forgetIdle();
    const account = this.#open(name, limit, mostUnderWayEach);
    this.#accounts.set(name, account);
    return account;
  }

  #open(name: string, limit: CallLimit, mostUnderWayEach: number): Account {
    const { redis, generationName, mostUnderWay, clock } = this.#settings;
    const { windowMs } = limit;
    const window = redis === null ? new OwnCallWindow(limit) : this.#openShared(new RedisCallWindow(redis, `${generationName}-${name}`, limit), limit);
    const queue = new CallQueue({
      take: (wanted) => window.take(wanted, clock),
      finish: inBatches((calls) => void window.finish(calls, clock())),
      giveBack: inBatches((calls) => void window.giveBack(calls)),
      mostUnderWay,
      mostUnderWayEach,
      mostWaiting: name === strangers ? mostStrangersWaiting : mostWaiting,
      mostWaitingEach,
      windowMs,
      clock,
      typicalCallMs: () => this.#typicalCallMs,
    });
    const comeBack = () => void window.comeBack(clock()).then(() => queue.lookAgain());
    const singles = new SingleShares(Math.max(1, Math.floor(limit.calls / 4)), { windowMs, clock });
    return { queue, singles, pause: (ms) => window.pause(ms, clock()), comeBack };
  }

  #openShared(remote: RedisCallWindow, limit: CallLimit): SharedCallWindow {
    const window = new SharedCallWindow(remote, limit, this.#startsAlone);
    window.hold(this.#heldUntilMs);
    return window;
  }

  /** Made-up claims can name any number of clients. */
  #forgetIdle(): void {
    if (this.#accounts.size < mostAccounts) return;
    for (const [name, { queue }] of this.#accounts) {
      // Longer than any window, and than any pause that SailPoint is known to ask for.
      if (queue.isIdle && (queue.lastSeen?.ageMs ?? Infinity) > forgottenAfterMs) this.#accounts.delete(name);
    }
  }
}

/** A hash, so that no claim's text gets into a key. Tokens that name no client share an account. */
function nameOf({ clientKey }: Viewer): string {
  return clientKey ?? 'unnamed';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Told one by one, tells those of one turn of the event loop together: they are one round trip. */
function inBatches(tell: (calls: string[]) => void): (call: string) => void {
  let batch: string[] = [];
  return (call) => {
    if (batch.push(call) > 1) return;
    setImmediate(() => {
      const calls = batch;
      batch = [];
      tell(calls);
    });
  };
}
