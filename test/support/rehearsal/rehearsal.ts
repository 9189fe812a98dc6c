import { startUpstream, type Upstream } from '../../../src/sandbox/upstream.js';
import { startRedis, type TestRedis } from '../redis-server.js';
import { Balancer } from './balancer.js';
import { Bell } from './bell.js';
import { followToEnd } from './follower.js';
import { startLoad, tokenOfSomebodyNew } from './load.js';
import { questionsOf } from './questions.js';
import { startReassigning } from './reassigner.js';
import { Replica } from './replica.js';
import { Tally, type Failure, type Phase } from './tally.js';

export interface RehearsalLog {
  readonly gateways: readonly string[];
  readonly phases: readonly Phase[];
  readonly failures: readonly Failure[];
  /** What the gateways have logged as errors. */
  readonly errorLines: readonly string[];
  /** How often each gateway has found Redis away, in their order. */
  readonly lossesOfRedis: readonly number[];
  /** Of each gateway's process that was told to stop. */
  readonly exitCodes: readonly (number | null)[];
  /** Calls that the stand-in has received, and those of them that it has refused with 429, by phase. */
  readonly upstream: readonly UpstreamCalls[];
}

export interface UpstreamCalls {
  readonly calls: number;
  readonly refused: number;
}

const clients = 6;
const watchers = 3;
/** Answers that each gateway gives before a phase is over. */
const enough = 25;
/** SailPoint's limit in a tenth of its time: when Redis is lost, nothing leaves for one window. */
const rateLimit = { calls: 100, windowMs: 1000 };
const gatewayNames = ['A', 'B', 'C'] as const;

/**
 * Three gateways as processes on one Redis, under load, are replaced one after the other; meanwhile Redis is killed,
 * and comes back. Rejects only when it cannot be carried out: what goes wrong for clients is in the log.
 */
export async function rehearse(): Promise<RehearsalLog> {
  const upstream = await startUpstream({ rateLimit, latencyMs: 5 });
  upstream.tenant.behaviour.taskTiming = { queuedMs: 200, runningMs: 600 };
  const redis = await startRedis();
  const bell = new Bell();
  const balancer = new Balancer(bell);
  const environment = {
    SAILPOINT_API_URL: upstream.apiUrl('v2025'),
    REDIS_URL: redis.url,
    UPSTREAM_WINDOW_MS: String(rateLimit.windowMs),
  };
  const replicas = gatewayNames.map((name) => new Replica({ name, balancer, environment }));
  try {
    return await new Rehearsal({ upstream, redis, bell, balancer, replicas, tally: new Tally(bell) }).run();
  } finally {
    balancer.stop();
    for (const replica of replicas) replica.kill();
    await redis.stop();
    await upstream.stop();
  }
}

interface Parts {
  readonly upstream: Upstream;
  readonly redis: TestRedis;
  readonly bell: Bell;
  readonly balancer: Balancer;
  readonly replicas: readonly Replica[];
  readonly tally: Tally;
}

class Rehearsal {
  readonly #parts: Parts;
  readonly #exitCodes: (number | null)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(): Promise<RehearsalLog> {
    const { upstream, replicas, tally, balancer } = this.#parts;
    const questions = await questionsOf(upstream);
    upstream.clearRequests();
    await Promise.all(replicas.map((replica) => replica.start()));
    await this.#allReady();
    this.#begin('all is well');
    const load = startLoad({ balancer, tally, upstream, questions, clients });
    const reassigning = startReassigning({ balancer, tally, upstream });
    const watching = this.#watch();
    await this.#play();
    await Promise.all([load.stop(), reassigning.stop(), watching.stop()]);
    tally.end();
    this.#exitCodes.push(...(await Promise.all(replicas.map((replica) => replica.stop()))));
    return {
      gateways: gatewayNames,
      phases: tally.phases,
      failures: tally.failures,
      errorLines: replicas.flatMap((replica) => replica.errorLines()),
      lossesOfRedis: replicas.map((replica) => replica.lossesOfRedis()),
      exitCodes: this.#exitCodes,
      upstream: tally.phases.map((phase) => callsIn(phase, upstream)),
    };
  }

  async #play(): Promise<void> {
    const { redis, balancer, bell, replicas } = this.#parts;
    const [a, b, c] = replicas as [Replica, Replica, Replica];
    await this.#enough(replicas);
    await this.#replace(a);
    this.#begin('Redis is killed');
    await redis.kill();
    await bell.until('all see that Redis is away', () => balancer.allSay('away'));
    await this.#enough(replicas);
    await this.#replace(b, 'while Redis is away');
    this.#begin('Redis is back');
    await redis.restart();
    await bell.until('all see that Redis is back', () => balancer.allSay('ok'));
    await this.#enough(replicas);
    await this.#replace(c);
    this.#begin('all is well again');
    await this.#enough(replicas);
  }

  #begin(name: string): void {
    this.#parts.tally.begin(name);
  }

  /** The others answer as long as it is not there, and it answers when it is back. */
  async #replace(replica: Replica, circumstances = ''): Promise<void> {
    const others = this.#parts.replicas.filter((other) => other !== replica);
    this.#begin(`${replica.name} is stopped ${circumstances}`.trim());
    this.#exitCodes.push(await replica.stop());
    await this.#enough(others);
    this.#begin(`${replica.name} is started ${circumstances}`.trim());
    await replica.start();
    await this.#allReady();
    await this.#enough(this.#parts.replicas);
  }

  #allReady(): Promise<void> {
    const { bell, balancer, replicas } = this.#parts;
    return bell.until('all are ready', () => replicas.every(({ name }) => balancer.isReady(name)));
  }

  #enough(replicas: readonly Replica[]): Promise<void> {
    const { bell, tally } = this.#parts;
    const { byGateway } = tally.phases.at(-1) as Phase;
    return bell.until('each answers', () => replicas.every(({ name }) => (byGateway.get(name) ?? 0) >= enough));
  }

  /** Of a task that ends when the rehearsal does. */
  #watch(): { stop(): Promise<void> } {
    const { upstream, balancer, tally } = this.#parts;
    const taskId = upstream.tenant.examples.tasks.running;
    const task = upstream.tenant.tasks.get(taskId);
    if (task === undefined) throw new Error('the tenant has no such task');
    task.finishesAt = Infinity;
    const following = Array.from({ length: watchers }, (_, index) =>
      followToEnd({ balancer, tally, taskId, token: tokenOfSomebodyNew(upstream, 'administrator', `watcher-${index}`) }),
    );
    return {
      async stop() {
        task.finishesAt = 0;
        await Promise.all(following);
      },
    };
  }
}

function callsIn({ startedAtMs, endedAtMs }: Phase, { requests }: Upstream): UpstreamCalls {
  const made = requests.filter(({ at }) => at >= startedAtMs && at < endedAtMs);
  return { calls: made.length, refused: made.filter(({ status }) => status === 429).length };
}
