import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCache } from '../cache/cache.js';
import { certificationResolvers } from '../certification/resolvers/index.js';
import { createSchema } from '../graphql/schema.js';
import { identityResolvers } from '../identity/resolvers/index.js';
import type { Logger } from '../logger.js';
import { RedisLink } from '../redis/redis-link.js';
import { reassignmentResolvers } from '../reassignment/resolvers/index.js';
import { createSeenTasks } from '../task/certification-of-task.js';
import { taskResolvers } from '../task/resolvers/index.js';
import type { Generation } from '../upstream/generation.js';
import { Upstream } from '../upstream/upstream.js';
import { createApp } from './app.js';
import { Drain } from './drain.js';
import type { GraphiqlSamples } from './graphiql.js';
import { createGraphqlServer } from './graphql-server.js';

export interface GatewaySettings {
  readonly generation: Generation;
  readonly server: {
    readonly host: string;
    /** 0 picks a free one. */
    readonly port: number;
    readonly isIntrospectionOn: boolean;
    readonly isGraphiqlOn: boolean;
    /** Origins whose pages may call; none means the gateway's own only. */
    readonly corsOrigins: readonly string[];
    readonly requestTimeoutMs: number;
  };
  readonly upstreamTimeoutMs: number;
  readonly cache: {
    /** Null: memory only. */
    readonly redisUrl: string | null;
    readonly admissionMs: number;
  };
  readonly isIdentityLookupOn: boolean;
}

/** What differs between production, sandbox and tests, and is no setting. */
export interface GatewayParts {
  readonly logger: Logger;
  readonly now?: () => number;
  readonly graphiqlSamples?: GraphiqlSamples;
  /** In place of the list of origins. */
  readonly isAllowedOrigin?: (origin: string) => boolean;
  readonly bounds?: Partial<ServerBounds>;
}

export interface ServerBounds {
  /** GraphQL requests at a time; each may hold an answer of some megabytes. */
  readonly mostInFlight: number;
  /** A request must have arrived in this time, its headers in a third of it: slow senders hold a connection each. */
  readonly arrivalMs: number;
  /** How long clients may hold on to their connections when the gateway stops. */
  readonly handOverMs: number;
  /** How long accepted requests may take to finish after that. */
  readonly finishMs: number;
}

const defaultBounds: ServerBounds = { mostInFlight: 500, arrivalMs: 30_000, handOverMs: 3000, finishMs: 10_000 };

export interface Gateway {
  /** `http://127.0.0.1:4000` */
  readonly origin: string;
  /** Answers what was accepted, then stops. */
  stop(): Promise<void>;
}

/** Starts the gateway; resolves when it listens. The one wiring, for production, sandbox and tests alike. */
export async function startGateway(settings: GatewaySettings, parts: GatewayParts): Promise<Gateway> {
  const { logger, now = Date.now } = parts;
  const { mostInFlight, arrivalMs, ...drainSettings } = { ...defaultBounds, ...parts.bounds };
  const { host, port, isIntrospectionOn, isGraphiqlOn, corsOrigins, requestTimeoutMs } = settings.server;
  if (settings.generation.warning !== null) logger.warn(settings.generation.warning);
  const { redisUrl, admissionMs } = settings.cache;
  const redis = redisUrl === null ? null : new RedisLink({ url: redisUrl, now, logger });
  const cache = createCache({ redis, admissionMs, now });
  const { admission } = cache;
  const upstream = new Upstream({ generation: settings.generation, admission, timeoutMs: settings.upstreamTimeoutMs });
  const schema = createSchema([
    { name: 'certification', resolvers: certificationResolvers },
    { name: 'task', resolvers: taskResolvers },
    { name: 'reassignment', resolvers: reassignmentResolvers },
    { name: 'identity', resolvers: identityResolvers },
  ]);
  const graphql = createGraphqlServer({ schema, logger, isIntrospectionOn });
  const httpServer = createServer({
    requestTimeout: arrivalMs,
    headersTimeout: arrivalMs / 3,
    connectionsCheckingInterval: arrivalMs / 10,
  });
  const drain = new Drain(httpServer, drainSettings);
  const stop = async () => {
    await drain.stop();
    await graphql.stop();
    upstream.close();
    await cache.idle();
    redis?.close();
  };
  await graphql.start();
  try {
    const app = createApp({
      graphql,
      context: {
        upstream,
        cache,
        seenTasks: createSeenTasks(now),
        isIdentityLookupOn: settings.isIdentityLookupOn,
        now,
      },
      logger,
      requestTimeoutMs,
      isAllowedOrigin: parts.isAllowedOrigin ?? ((origin) => corsOrigins.includes(origin)),
      graphiql: isGraphiqlOn ? (parts.graphiqlSamples ?? { personas: [], variables: {} }) : null,
      drain,
      mostInFlight,
    });
    httpServer.on('request', app);
    return { origin: await listen(httpServer, host, port), stop };
  } catch (error) {
    // Connections that were opened would keep a process alive that does not listen.
    await stop();
    throw error;
  }
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
