import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCache } from '../cache/cache.js';
import type { Logger } from '../logger.js';
import { createCounting } from '../metrics/counting.js';
import type { MetricsAddress } from '../metrics/metrics-server.js';
import { RedisLink } from '../redis/redis-link.js';
import { createSeenTasks } from '../task/certification-of-task.js';
import { IdempotencyKeys } from '../task/idempotency-keys.js';
import { TaskPolls, type TaskPollsSettings } from '../task/task-polls.js';
import type { Generation } from '../upstream/generation.js';
import { callsWithin } from '../upstream/budget/capacity.js';
import { Upstream } from '../upstream/upstream.js';
import { RepeatedAnswers } from './answers/repeated-answers.js';
import { createApp } from './app.js';
import { answerClientErrors } from './client-errors.js';
import { Connections } from './connections.js';
import { Drain } from './drain.js';
import { gatewaySchema, gatewayCosts, meteredGatewaySchema } from './gateway-schema.js';
import type { GraphiqlSamples } from './graphiql.js';
import { createGraphqlServer } from './graphql-server.js';
import type { Readiness } from './health.js';
import type { Limits } from './limits/limits.js';
import { OperationCosts } from './operation-costs.js';
import { Operations } from './operations/operations.js';
import type { PersistedOperations } from './persisted-operations/find-persisted.js';
import { rootFieldNamesOf } from './record/root-fields.js';
import { RequestRules } from './request-rules.js';
import { defaultBounds, type ServerBounds } from './server-bounds.js';
import { isForWebSocket, serveWebSockets } from './websocket/websocket-endpoint.js';

export type { ServerBounds };

export interface GatewaySettings {
  readonly generation: Generation;
  readonly server: {
    readonly host: string;
    /** 0 picks a free one. */
    readonly port: number;
    readonly isIntrospectionOn: boolean;
    readonly isGraphiqlOn: boolean;
    /** Does an answer tell what each of its calls was for? */
    readonly isCallMeterOn: boolean;
    /** Origins whose pages may call; none means the gateway's own only. */
    readonly corsOrigins: readonly string[];
    readonly requestTimeoutMs: number;
    /** How long a connection without a request stays open. */
    readonly keepAliveMs: number;
  };
  readonly upstreamTimeoutMs: number;
  /** So many upstream calls in so long, for all users of one client id. */
  readonly budget: {
    readonly calls: number;
    readonly windowMs: number;
  };
  readonly limits: Limits;
  /** Null: clients send their own texts. */
  readonly persistedOperations: PersistedOperations | null;
  readonly cache: {
    /** `redis://` or `rediss://`: none is memory only, several are the nodes of a cluster. */
    readonly redisUrls: readonly string[];
    readonly admissionMs: number;
  };
  readonly isIdentityLookupOn: boolean;
  /** Null: nobody counts. */
  readonly metrics: MetricsAddress | null;
}

/** What differs between production, sandbox and tests, and is no setting. */
export interface GatewayParts {
  readonly logger: Logger;
  readonly now?: () => number;
  readonly graphiqlSamples?: GraphiqlSamples;
  /** In place of the list of origins. */
  readonly isAllowedOrigin?: (origin: string) => boolean;
  readonly bounds?: Partial<ServerBounds>;
  /** How tasks are looked at that somebody follows. */
  readonly taskPolling?: Pick<TaskPollsSettings, 'pause' | 'paceMs'>;
}

export interface Gateway {
  /** `http://127.0.0.1:4000` */
  readonly origin: string;
  /** `http://127.0.0.1:9464/metrics` */
  readonly metricsUrl: string | null;
  /** Answers what was accepted, then stops. */
  stop(): Promise<void>;
}

/** Starts the gateway; resolves when it listens. The one wiring, for production, sandbox and tests alike. */
export async function startGateway(settings: GatewaySettings, parts: GatewayParts): Promise<Gateway> {
  const { logger, now = Date.now } = parts;
  const bounds = { ...defaultBounds, ...parts.bounds };
  const { arrivalMs, memoryBytes, redisTimeoutMs } = bounds;
  const { host, port, isIntrospectionOn, isGraphiqlOn, isCallMeterOn, corsOrigins, requestTimeoutMs, keepAliveMs } = settings.server;
  if (settings.generation.warning !== null) logger.warn(settings.generation.warning);
  const schema = isCallMeterOn ? meteredGatewaySchema() : gatewaySchema();
  const counting = createCounting(settings.metrics, { generationName: settings.generation.name, rootFieldNames: rootFieldNamesOf(schema) });
  const { observer } = counting;
  const recording = { observer, hasPersistedOnly: settings.persistedOperations !== null };
  const { redisUrls, admissionMs } = settings.cache;
  const redis = redisUrls.length === 0 ? null : new RedisLink({ urls: redisUrls, now, logger, commandTimeoutMs: redisTimeoutMs, observer });
  const cache = createCache({ redis, admissionMs, memoryBytes, longestLoadMs: Math.ceil(0.9 * requestTimeoutMs), now, observer });
  const { admission } = cache;
  const upstream = new Upstream({
    generation: settings.generation,
    admission,
    timeoutMs: settings.upstreamTimeoutMs,
    limit: settings.budget,
    redis,
    logger,
    observer,
  });
  const costs = new OperationCosts({
    schema,
    generation: settings.generation,
    costs: gatewayCosts(settings.isIdentityLookupOn),
    limits: { calls: callsWithin(requestTimeoutMs, settings.budget), rows: settings.limits.rows },
  });
  const mayRegisterQueries = settings.persistedOperations === null;
  const graphql = createGraphqlServer({ schema, logger, isIntrospectionOn, mayRegisterQueries, costs, recording });
  const httpServer = createServer({
    maxHeaderSize: settings.limits.headerBytes,
    requestTimeout: arrivalMs,
    headersTimeout: arrivalMs / 3,
    connectionsCheckingInterval: arrivalMs / 10,
    keepAliveTimeout: keepAliveMs,
    ...upgradesOfWebSocketsOnly,
  });
  const connections = new Connections(settings.limits.connections);
  const drain = new Drain(httpServer, connections, bounds);
  const taskPolls = new TaskPolls({ redis, now, ...parts.taskPolling });
  const stop = async () => {
    taskPolls.stop();
    await drain.stop();
    await graphql.stop();
    upstream.close();
    await cache.idle();
    redis?.close();
    counting.close();
  };
  try {
    await graphql.start();
    const rules = new RequestRules(settings);
    const idempotencyKeys = new IdempotencyKeys({ redis, now });
    const isIdentityLookupOn = settings.isIdentityLookupOn;
    const context = { upstream, cache, seenTasks: createSeenTasks(now), taskPolls, idempotencyKeys, isIdentityLookupOn, now, observer, isMetered: isCallMeterOn };
    const isAllowedOrigin = parts.isAllowedOrigin ?? ((origin) => corsOrigins.includes(origin));
    const { bodyBytes, operationsPerToken } = settings.limits;
    const operations = new Operations({ schema, context, costs, rules, isIntrospectionOn, requestTimeoutMs, operationsPerToken, logger, recording });
    const app = createApp({
      graphql,
      answers: new RepeatedAnswers({ cache, upstream, recording }),
      context,
      logger,
      requestTimeoutMs,
      isAllowedOrigin,
      rules,
      operations,
      connections,
      mostBodyBytes: bodyBytes,
      eventStreamBounds: bounds,
      now,
      graphiql: isGraphiqlOn ? (parts.graphiqlSamples ?? { personas: [], variables: {} }) : null,
      drain,
      readiness: () => readiness(drain, redis, upstream),
      observer,
    });
    counting.watch(() => ({
      requestsInFlight: rules.inFlight,
      webSockets: connections.countOf('websocket'),
      eventStreams: connections.countOf('event-stream'),
      subscriptions: operations.subscriptions,
      budget: upstream.load,
      isUpstreamDown: upstream.isDown,
      memory: cache.memory,
      isRedisAway: redis?.isAway ?? null,
    }));
    httpServer.on('request', app);
    serveWebSockets(httpServer, { operations, rules, connections, isAllowedOrigin, mostMessageBytes: bodyBytes, socketsPerToken: operationsPerToken, bounds, now, observer });
    answerClientErrors(httpServer, settings.limits, observer);
    const metricsUrl = await counting.listen();
    return { origin: await listen(httpServer, host, port), metricsUrl, stop };
  } catch (error) {
    // Connections that were opened would keep a process alive that does not listen.
    await stop();
    throw error;
  }
}

/** Newer versions of Node ask which upgrades are wanted, and answer the other requests as usual. */
const upgradesOfWebSocketsOnly = { shouldUpgradeCallback: isForWebSocket };

/** What `/health/ready` says. */
function readiness(drain: Drain, redis: RedisLink | null, { isDown }: Upstream): Readiness {
  const isAway = redis !== null && redis.isAway;
  return {
    status: drain.isStopping ? 'stopping' : 'ok',
    redis: redis === null ? 'off' : isAway ? 'away' : 'ok',
    upstream: isDown ? 'down' : 'ok',
    reasons: [
      ...(drain.isStopping ? ['The gateway is stopping.'] : []),
      ...(isAway ? ['Redis is away: the cache is in memory until it returns.'] : []),
      ...(isDown ? ['The upstream does not answer: calls fail at once until it does.'] : []),
    ],
  };
}

/** Throws when the address is taken or not this machine's. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: actualPort } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`);
    });
  });
}
