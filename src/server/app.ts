import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { createContext, type Context, type ContextSettings } from '../context.js';
import type { Logger } from '../logger.js';
import { answerTypeOf } from './answer-type.js';
import { authenticate, viewerOfRequest } from './authenticate.js';
import type { Drain } from './drain.js';
import { checkParameters } from './graphql-parameters.js';
import { mountGraphiql, type GraphiqlSamples } from './graphiql.js';
import { sendError } from './http-error.js';
import { defaultDocumentLimits } from './limits/document-limits.js';
import { boundInFlight } from './in-flight.js';
import { limitDocuments } from './limits/limit-documents.js';
import { securityHeaders } from './security-headers.js';

export interface AppSettings {
  readonly graphql: ApolloServer<Context>;
  readonly context: ContextSettings;
  readonly logger: Logger;
  readonly requestTimeoutMs: number;
  readonly isAllowedOrigin: (origin: string) => boolean;
  /** Null: no GraphiQL. */
  readonly graphiql: GraphiqlSamples | null;
  readonly drain: Drain;
  /** GraphQL requests at a time. */
  readonly mostInFlight: number;
}

const largestBody = '1mb';
/** What pages of other origins may read beside the answer. */
const exposedHeaders = ['X-Upstream-Calls', 'X-Request-Id', 'Retry-After'];

export function createApp(settings: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(securityHeaders);
  app.use(settings.drain.handOver);
  mountHealth(app, settings.drain);
  if (settings.graphiql !== null) mountGraphiql(app, settings.graphiql);
  app.all(
    '/graphql',
    corsFor(settings.isAllowedOrigin),
    answerHeaders,
    authenticate,
    boundInFlight(settings.mostInFlight),
    express.json({ limit: largestBody }),
    checkParameters,
    limitDocuments(defaultDocumentLimits),
    expressMiddleware(settings.graphql, {
      context: async ({ req, res }) => contextOf(req, res, settings),
    }),
  );
  app.use((request, response) => {
    sendError(request, response, 404, 'NOT_FOUND', 'There is nothing at this address; GraphQL is at /graphql.');
  });
  app.use(errorHandler(settings.logger));
  return app;
}

function mountHealth(app: Express, drain: Drain): void {
  app.get('/health/live', (_request, response) => response.json({ status: 'ok' }));
  app.get('/health/ready', (_request, response) => {
    response.status(drain.isStopping ? 503 : 200).json({ status: drain.isStopping ? 'stopping' : 'ok' });
  });
}

function corsFor(isAllowedOrigin: (origin: string) => boolean) {
  return cors({
    origin: (origin, callback) => callback(null, origin !== undefined && isAllowedOrigin(origin)),
    methods: ['GET', 'POST'],
    exposedHeaders,
    maxAge: 600,
  });
}

function answerHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set({ 'Cache-Control': 'private, no-cache', 'X-Upstream-Calls': '0', 'X-Request-Id': randomUUID() });
  response.vary('Authorization');
  next();
}

function contextOf(request: Request, response: Response, settings: AppSettings): Context {
  const requestId = String(response.getHeader('X-Request-Id'));
  const viewer = viewerOfRequest(request);
  return createContext(settings.context, {
    requestId,
    viewer,
    logger: settings.logger.child({ requestId, viewer: viewer.hash.slice(0, 12) }),
    deadline: AbortSignal.timeout(settings.requestTimeoutMs),
    left: whenLeft(response),
    language: languageOf(request),
    answerType: answerTypeOf(request),
  });
}

/** What reads like a list of languages; anything else stays here. */
function languageOf(request: Request): string | null {
  const header = request.get('accept-language') ?? '';
  return /^[A-Za-z0-9\-*,;=. ]{1,200}$/.test(header) ? header : null;
}

/** Aborts when the client has gone before its answer: its upstream calls are of no use to anybody. */
function whenLeft(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Broken bodies and the like: the client's fault says so, everything else is logged. */
function errorHandler(logger: Logger) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = clientStatusOf(error);
    if (status === null) {
      logger.error({ err: error }, 'unexpected error');
      sendError(request, response, 500, 'INTERNAL_SERVER_ERROR', 'The gateway failed at this request.');
      return;
    }
    sendError(request, response, status, 'BAD_USER_INPUT', bodyProblems[status] ?? 'The request cannot be read.');
  };
}

const bodyProblems: Readonly<Record<number, string>> = {
  400: 'The body is not the JSON that its headers promise.',
  413: `The body is larger than ${largestBody}.`,
  415: 'The body has an encoding or character set that is not supported; send JSON in UTF-8.',
};

function clientStatusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : null;
}
