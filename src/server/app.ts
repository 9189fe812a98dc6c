import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from '../logger.js';
import type { Observer } from '../observer.js';
import type { Drain } from './drain.js';
import { mountEventStream, type EventStreamSettings } from './event-stream-endpoint.js';
import { mountGraphiql, type GraphiqlSamples } from './graphiql.js';
import { mountGraphql, type GraphqlEndpointSettings } from './graphql-endpoint.js';
import { mountHealth, type Readiness } from './health.js';
import { sendError, tellRefusals } from './http-error.js';
import { badRequest, Refusal } from './refusal.js';
import { securityHeaders } from './security-headers.js';

export interface AppSettings extends GraphqlEndpointSettings, EventStreamSettings {
  /** Null: no GraphiQL. */
  readonly graphiql: GraphiqlSamples | null;
  readonly drain: Drain;
  readonly readiness: () => Readiness;
  readonly observer: Observer;
}

export function createApp(settings: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  tellRefusals(app, settings.observer);
  app.use(securityHeaders);
  app.use(settings.drain.handOver);
  mountHealth(app, settings.readiness);
  if (settings.graphiql !== null) mountGraphiql(app, settings.graphiql);
  mountGraphql(app, settings);
  mountEventStream(app, settings);
  app.use((request, response) => sendError(request, response, nothingHere));
  app.use(errorHandler(settings.logger));
  return app;
}

const nothingHere = new Refusal({
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is nothing at this address; GraphQL is at /graphql.',
});

const badAddress = badRequest('The address cannot be read.');

const failed = new Refusal({
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'The gateway failed at this request.',
});

/** An address that Express cannot read is the client's fault; everything else is logged. */
function errorHandler(logger: Logger) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const isClients = typeof error === 'object' && error !== null && 'status' in error && error.status === 400;
    if (!isClients) logger.error({ err: error, requestId: response.getHeader('X-Request-Id') }, 'unexpected error');
    sendError(request, response, isClients ? badAddress : failed);
  };
}
