import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { assertObjectType, buildSchema, type GraphQLSchema } from 'graphql';
import { createCache } from '../../src/cache/cache.js';
import type { Context } from '../../src/context.js';
import { createLogger } from '../../src/logger.js';
import { startUpstream } from '../../src/sandbox/upstream.js';
import { Connections } from '../../src/server/connections.js';
import { Drain } from '../../src/server/drain.js';
import { mountEventStream } from '../../src/server/event-stream-endpoint.js';
import { defaultLimits, type Limits } from '../../src/server/limits/limits.js';
import { OperationCosts } from '../../src/server/operation-costs.js';
import { Operations } from '../../src/server/operations/operations.js';
import { RequestRules } from '../../src/server/request-rules.js';
import { serveWebSockets } from '../../src/server/websocket/websocket-endpoint.js';
import type { WebSocketBounds } from '../../src/server/websocket/websocket-connection.js';
import { createSeenTasks } from '../../src/task/certification-of-task.js';
import { IdempotencyKeys } from '../../src/task/idempotency-keys.js';
import { TaskPolls } from '../../src/task/task-polls.js';
import { parseApiUrl } from '../../src/upstream/generation.js';
import { Upstream } from '../../src/upstream/upstream.js';

/** One subscription's source, in the hands of the test. */
export class Source implements AsyncIterableIterator<unknown> {
  readonly #waiting: ((next: Promise<IteratorResult<unknown>>) => void)[] = [];
  readonly #ready: Promise<IteratorResult<unknown>>[] = [];
  /** Whether the gateway has let go of it. */
  isReleased = false;

  push(value: unknown): void {
    this.#give(Promise.resolve({ done: false, value }));
  }

  end(): void {
    this.#give(Promise.resolve({ done: true, value: undefined }));
  }

  fail(error: Error): void {
    this.#give(Promise.reject(error));
  }

  next(): Promise<IteratorResult<unknown>> {
    const ready = this.#ready.shift();
    return ready ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async return(): Promise<IteratorResult<unknown>> {
    this.isReleased = true;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #give(result: Promise<IteratorResult<unknown>>): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#ready.push(result);
    else waiting(result);
  }
}

export interface OwnGateway {
  readonly origin: string;
  readonly token: string;
  readonly logLines: readonly string[];
  /** Of the subscriptions that were begun, in order. */
  readonly sources: readonly Source[];
  /** Of the executions of `tick`, in order. */
  readonly contexts: readonly Context[];
  /** Answers the queries `later` that wait. */
  answerLater(): void;
  /** How many of them wait. */
  readonly later: () => number;
  /** Of the same caller, good until then. */
  tokenUntil(atMs: number): string;
  /** How many TCP connections it has. */
  connections(): Promise<number>;
  /** With the claims of `token`, and not the upstream's. */
  forgedToken(): string;
  /** The beginning of a stop: connections are told, and the server still listens. */
  goAway(): void;
  /** As when the process is told to stop. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface OwnGatewayOptions {
  readonly limits?: Partial<Limits>;
  readonly bounds?: Partial<WebSocketBounds>;
  readonly finishMs?: number;
  readonly now?: () => number;
}

const typeDefs = `
  type Query { ok: Boolean text(length: Int!): String later: Boolean }
  type Mutation { later: Boolean }
  type Subscription { tick: Tick broken: Tick }
  type Tick { number: Int text(length: Int!): String }
`;

/** The gateway's transports before a schema whose events are the test's. */
export async function startOwnGateway({ limits, bounds, finishMs = 0, now = Date.now }: OwnGatewayOptions = {}): Promise<OwnGateway> {
  const standIn = await startUpstream({ rateLimit: 'off' });
  const sources: Source[] = [];
  const contexts: Context[] = [];
  const waiting: (() => void)[] = [];
  const schema = createOwnSchema(sources, contexts, waiting);
  const logLines: string[] = [];
  const log = new Writable({ write: (chunk: Buffer, _encoding, done) => (logLines.push(chunk.toString('utf8')), done()) });
  const logger = createLogger({ level: 'trace', isReadable: false }, log);
  const generation = parseApiUrl(standIn.apiUrl('v2025'), false);
  const cache = createCache({ redis: null, admissionMs: 300_000, now });
  const upstream = new Upstream({ generation, admission: cache.admission, timeoutMs: 1000, limit: { calls: 1000, windowMs: 1000 }, redis: null, logger });
  const all = { ...defaultLimits, ...limits };
  const rules = new RequestRules({ limits: all, persistedOperations: null });
  const costs = new OperationCosts({ schema, generation, costs: {}, limits: { calls: 100, rows: 1000 } });
  const context = { upstream, cache, seenTasks: createSeenTasks(now), taskPolls: new TaskPolls({ redis: null, now }), idempotencyKeys: new IdempotencyKeys({ redis: null, now }), isIdentityLookupOn: true, now };
  const operations = new Operations({
    schema, context, costs, rules, logger, isIntrospectionOn: true, requestTimeoutMs: 10_000, operationsPerToken: all.operationsPerToken,
  });
  const connections = new Connections(all.connections);
  const ownBounds = { connectionInitMs: 10_000, pingMs: 25_000, idleMs: 300_000, mostUnsentBytes: 1_048_576, ...bounds };
  const isAllowedOrigin = () => false;
  const app = express();
  mountEventStream(app, { operations, rules, connections, isAllowedOrigin, mostBodyBytes: all.bodyBytes, eventStreamBounds: ownBounds, now });
  const server = createServer(app);
  serveWebSockets(server, { operations, rules, connections, isAllowedOrigin, mostMessageBytes: all.bodyBytes, socketsPerToken: all.operationsPerToken, bounds: ownBounds, now });
  const drain = new Drain(server, connections, { handOverMs: 0, finishMs });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: standIn.tokens.issue(),
    logLines,
    sources,
    contexts,
    answerLater: () => waiting.splice(0).forEach((answer) => answer()),
    later: () => waiting.length,
    tokenUntil: (atMs) => standIn.tokens.issue({ exp: Math.floor(atMs / 1000) }),
    connections: () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    forgedToken: () => standIn.tokens.forge(),
    goAway: () => connections.goAway(),
    drain: () => drain.stop(),
    async stop() {
      await drain.stop();
      upstream.close();
      await standIn.stop();
    },
  };
}

const text = ({ length }: { length: number }) => 'x'.repeat(length);

function createOwnSchema(sources: Source[], contexts: Context[], waiting: (() => void)[]): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const later = () => new Promise((resolve) => waiting.push(() => resolve(true)));
  const resolveTick = (event: unknown, _args: unknown, context: Context) => {
    contexts.push(context);
    if (event instanceof Error) throw event;
    return { number: event, text };
  };
  const fails = () => {
    throw new Error('of the test');
  };
  const fields: Readonly<Record<string, object>> = {
    'Query.ok': { resolve: () => true },
    'Query.text': { resolve: (_root: unknown, args: { length: number }) => text(args) },
    'Query.later': { resolve: later },
    'Mutation.later': { resolve: later },
    'Subscription.tick': { subscribe: () => sources[sources.push(new Source()) - 1], resolve: resolveTick },
    'Subscription.broken': { subscribe: fails },
  };
  for (const [place, resolvers] of Object.entries(fields)) {
    const [type = '', field = ''] = place.split('.');
    const definition = assertObjectType(schema.getType(type)).getFields()[field];
    Object.assign(definition ?? {}, resolvers);
  }
  return schema;
}
