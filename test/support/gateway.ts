import { Writable } from 'node:stream';
import { createLogger } from '../../src/logger.js';
import { startGateway, type Gateway, type GatewayParts, type GatewaySettings, type ServerBounds } from '../../src/server/gateway.js';
import { defaultLimits, type Limits } from '../../src/server/limits/limits.js';
import { startUpstream, type GenerationName, type PersonaKey, type Upstream, type UpstreamOptions } from '../../src/sandbox/upstream.js';
import { parseApiUrl } from '../../src/upstream/generation.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: AnswerData;
  readonly errors: readonly AnswerError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** As the gateway counts them, in `X-Upstream-Calls`. */
  readonly upstreamCalls: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- has the shape of the query, which the compiler does not know
type AnswerData = any;

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [detail: string]: AnswerData };
}

export interface AskOptions {
  /** A persona's token; the administrator's if not given. */
  readonly as?: PersonaKey;
  /** In place of a persona's. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestGateway {
  readonly origin: string;
  readonly upstream: Upstream;
  /** Where it is counted, for a gateway with that setting. */
  readonly metricsUrl: string | null;
  /** All that the gateway has logged, one JSON line each. */
  readonly logLines: readonly string[];
  ask(query: string, variables?: Readonly<Record<string, unknown>>, options?: AskOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface TestGatewayOptions {
  readonly generation?: GenerationName | `v20${number}`;
  readonly upstream?: UpstreamOptions;
  /** An upstream that several gateways share; its test stops it. */
  readonly behind?: Upstream;
  readonly settings?: Partial<Omit<GatewaySettings, 'generation' | 'server' | 'limits'>>;
  /** The others are as by default. */
  readonly limits?: Partial<Limits>;
  readonly server?: Partial<GatewaySettings['server']>;
  readonly bounds?: Partial<ServerBounds>;
  readonly taskPolling?: GatewayParts['taskPolling'];
  /** True where what the gateway remembers between requests is what the test is about. */
  readonly remembers?: boolean;
  readonly now?: () => number;
}

/** The gateway as production wires it, on a free port, in front of its own stand-in upstream without a rate limit. */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const upstream = options.behind ?? (await startUpstream({ rateLimit: 'off', ...options.upstream }));
  const generation = options.generation ?? 'v2025';
  const apiUrl = generation === 'v1' ? upstream.origin : `${upstream.origin}/${generation}`;
  const logLines: string[] = [];
  const log = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logLines.push(chunk.toString('utf8'));
      done();
    },
  });
  const gateway = await startGateway(
    {
      generation: parseApiUrl(apiUrl, false),
      server: {
        host: '127.0.0.1',
        port: 0,
        isIntrospectionOn: true,
        isGraphiqlOn: false,
        isCallMeterOn: false,
        corsOrigins: [],
        requestTimeoutMs: 28_000,
        keepAliveMs: 75_000,
        ...options.server,
      },
      upstreamTimeoutMs: 10_000,
      // As the stand-in: without a limit, unless the test is about it.
      budget: { calls: 100_000, windowMs: 1000 },
      cache: { redisUrls: [], admissionMs: 300_000 },
      isIdentityLookupOn: true,
      persistedOperations: null,
      metrics: null,
      ...options.settings,
      limits: { ...defaultLimits, ...options.limits },
    },
    {
      logger: createLogger({ level: 'trace', isReadable: false }, log),
      // The tests' own client keeps its connections; and many tests share a few cores with their Redis.
      bounds: { handOverMs: 0, finishMs: 0, redisTimeoutMs: 1000, ...(options.remembers === true ? {} : { memoryBytes: 1 }), ...options.bounds },
      ...(options.now ? { now: options.now } : {}),
      ...(options.taskPolling ? { taskPolling: options.taskPolling } : {}),
    },
  ).catch(async (error: unknown) => {
    // It would keep the test run from ending.
    if (options.behind === undefined) await upstream.stop();
    throw error;
  });
  return {
    origin: gateway.origin,
    upstream,
    metricsUrl: gateway.metricsUrl,
    logLines,
    ask: (query, variables = {}, ask = {}) => askGateway(gateway, upstream, query, variables, ask),
    async stop() {
      await gateway.stop();
      if (options.behind === undefined) await upstream.stop();
    },
  };
}

async function askGateway(
  gateway: Gateway,
  upstream: Upstream,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  { as = 'administrator', token = upstream.persona(as).token, headers = {} }: AskOptions,
): Promise<Answer> {
  const response = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: AnswerData; errors?: AnswerError[]; extensions?: Record<string, unknown> };
  return {
    status: response.status,
    headers: response.headers,
    data: body.data ?? null,
    errors: body.errors,
    extensions: body.extensions ?? {},
    upstreamCalls: Number(response.headers.get('x-upstream-calls')),
  };
}
