import type { Viewer } from '../auth/viewer.js';
import type { Logger } from '../logger.js';
import { nobody, type Observer } from '../observer.js';
import type { RedisLink } from '../redis/redis-link.js';
import { Breaker } from './breaker.js';
import type { CallLimit } from './budget/call-window.js';
import { UpstreamBudget, type BudgetLoad, type BudgetState } from './budget/upstream-budget.js';
import type { Generation } from './generation.js';
import { HttpClient } from './http.js';
import { RetryBudget } from './retry-budget.js';
import { RetryingClient, upstreamIsDown } from './retrying-client.js';
import { UpstreamCalls, type Asker, type Connection } from './upstream-calls.js';

export interface UpstreamSettings {
  readonly generation: Generation;
  /** Is told of each 2xx, which vouches for the token it was sent with, and of each 401. */
  readonly admission: Connection['admission'];
  /** Longest wait for one call. */
  readonly timeoutMs: number;
  /** Calls that the upstream allows each OAuth client. */
  readonly limit: CallLimit;
  /** Where replicas share the limit; null: this process is the only one. */
  readonly redis: RedisLink | null;
  readonly logger: Logger;
  readonly observer?: Observer;
}

const maxAnswerBytes = 16 * 1024 * 1024;
/** Of one OAuth client's calls: a fan-out takes 50 connections; eight more are for what somebody waits for. */
const mostUnderWay = { single: 58, fanOut: 50 };
/** Of all clients: connections have no order, so this must not be what calls wait for. */
const maxSockets = 512;

/** The connection to SailPoint: one for the process. Hands out one `UpstreamCalls` for each request. */
export class Upstream {
  readonly generation: Generation;
  readonly #admission: Connection['admission'];
  readonly #http: HttpClient;
  readonly #budget: UpstreamBudget;
  readonly #breaker: Breaker;
  readonly #client: RetryingClient;
  readonly #observer: Observer;

  constructor({ generation, admission, timeoutMs, limit, redis, logger, observer = nobody }: UpstreamSettings) {
    const clock = () => performance.now();
    this.generation = generation;
    this.#admission = admission;
    this.#observer = observer;
    this.#http = new HttpClient({ timeoutMs, maxBytes: maxAnswerBytes, maxSockets });
    this.#budget = new UpstreamBudget({ limit, generationName: generation.name, redis, mostUnderWay, clock });
    this.#breaker = new Breaker({
      clock,
      onOpen: () => {
        logger.warn('the upstream is down; calls fail at once until it answers');
        observer.upstreamDown();
        this.#budget.refuseAll(upstreamIsDown());
      },
      onClose: () => logger.info('the upstream answers again'),
    });
    const retries = new RetryBudget({ windowMs: limit.windowMs, clock });
    this.#client = new RetryingClient({ http: this.#http, budget: this.#budget, breaker: this.#breaker, retries, clock, random: Math.random });
  }

  /** Calls fail at once, as it has not answered for a while. */
  get isDown(): boolean {
    return this.#breaker.isOpen;
  }

  /** Of all OAuth clients together. */
  get load(): BudgetLoad {
    return this.#budget.load;
  }

  callsFor(asker: Asker): UpstreamCalls {
    return new UpstreamCalls(this.connection, asker);
  }

  /** What `callsFor` puts calls on: for calls that go out another way. */
  get connection(): Connection {
    return { client: this.#client, budget: this.#budget, generation: this.generation, admission: this.#admission, observer: this.#observer };
  }

  /** What is left for all users of the viewer's OAuth client; null for a viewer whose claim to it is not proved. */
  async findBudget(viewer: Viewer): Promise<BudgetState | null> {
    return (await this.#admission.isAdmitted(viewer)) ? this.#budget.stateFor(viewer) : null;
  }

  close(): void {
    this.#http.close();
  }
}
