import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { PathOf } from './build.js';
import { startServer, type ServerProcess } from './processes.js';
import { findRedis, type RedisProcess } from './redis.js';
import type { BenchUpstreamSettings, CallCounts, TokenOrder } from './upstream.js';

export interface UpstreamProcess extends ServerProcess {
  tokens(order: TokenOrder): Promise<string[]>;
  token(order?: Partial<TokenOrder>): Promise<string>;
  /** What `work` gives, and the calls that arrive until it is done. */
  during<Result>(work: () => Promise<Result>): Promise<CallCounts & { readonly result: Result }>;
}

/** Processes of one part of the bench. */
export interface Stage {
  readonly isQuick: boolean;
  /** Null where there is no redis-server on PATH. */
  findRedis(): Promise<RedisProcess | null>;
  upstream(settings?: Partial<BenchUpstreamSettings>, environment?: Readonly<Record<string, string>>): Promise<UpstreamProcess>;
  /** As `npm start` runs it; its budget is out of the way unless set. */
  gateway(apiUrl: string, environment?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  server(module: string, environment: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** For the environment of all processes that share a wall clock which runs so many times as fast, from now on. */
  fastClock(speed: number): Readonly<Record<string, string>>;
  /** Ends all of them; the highest resident memory of a gateway among them, in MiB. */
  close(): Promise<number>;
}

export function openStage(pathOf: PathOf, isQuick: boolean): Stage {
  const running: { stop(): Promise<void> }[] = [];
  let peakMiB = 0;

  async function kept<Process extends { stop(): Promise<void> }>(starting: Promise<Process>): Promise<Process> {
    const started = await starting;
    running.push(started);
    return started;
  }

  return {
    isQuick,
    async findRedis() {
      const redis = await findRedis();
      if (redis !== null) running.push(redis);
      return redis;
    },
    async upstream(settings = {}, environment = {}) {
      const given = { BENCH_UPSTREAM: JSON.stringify({ latencyMs: 25, isLimited: false, ...settings }), ...environment };
      return asUpstream(await kept(startServer(pathOf, 'bench/upstream.js', given)));
    },
    async gateway(apiUrl, environment = {}) {
      const given = { SAILPOINT_API_URL: apiUrl, PORT: '0', UPSTREAM_CALLS: '100000', ...environment };
      const server = await startServer(pathOf, 'src/main.js', given, sizesOfStart());
      let isStopped = false;
      const stop = async () => {
        if (isStopped) return;
        isStopped = true;
        // Asked first: several stop at once, and none may overwrite what another one has told meanwhile.
        const { peakRssMiB } = await server.usage();
        peakMiB = Math.max(peakMiB, peakRssMiB);
        await server.stop();
      };
      return kept(Promise.resolve({ ...server, stop }));
    },
    server: (module, environment) => kept(startServer(pathOf, module, environment)),
    fastClock: (speed) => ({
      NODE_OPTIONS: `--import=${pathToFileURL(pathOf('bench/fast-clock.js')).href}`,
      BENCH_CLOCK_SPEED: String(speed),
      BENCH_CLOCK_FROM_MS: String(Date.now()),
    }),
    async close() {
      await Promise.all(running.map((process) => process.stop()));
      return peakMiB;
    },
  };
}

/** V8's sizes, as `npm start` sets them. */
function sizesOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly scripts: { readonly start: string } };
  return scripts.start.split(' ').filter((word) => /^--max-[a-z-]+-size=/.test(word));
}

function asUpstream(server: ServerProcess): UpstreamProcess {
  const tokens = (order: TokenOrder) => server.ask<string[]>('tokens', order);
  return {
    ...server,
    tokens,
    async token(order = {}) {
      const [token] = await tokens({ count: 1, like: 'administrator', ...order });
      if (token === undefined) throw new Error('the upstream issues no token');
      return token;
    },
    async during(work) {
      await server.ask('reset');
      const result = await work();
      return { ...(await server.ask<CallCounts>('counts')), result };
    },
  };
}
