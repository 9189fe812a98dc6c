import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from '../logger.js';
import type { Drain } from './drain.js';
import { mountGraphiql, type GraphiqlSamples } from './graphiql.js';
import { mountGraphql, type GraphqlEndpointSettings } from './graphql-endpoint.js';
import { mountHealth, type Readiness } from './health.js';
import { sendError } from './http-error.js';
import { badRequest, Refusal } from './refusal.js';
import { securityHeaders } from './security-headers.js';

export interface AppSettings extends GraphqlEndpointSettings {
  /** Null: no GraphiQL. */
  readonly graphiql: GraphiqlSamples | null;
  readonly drain: Drain;
  readonly readiness: () => Readiness;
}

export function createApp(settings: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(securityHeaders);
  app.use(settings.drain.handOver);
  mountHealth(app, settings.readiness);
  if (settings.graphiql !== null) mountGraphiql(app, settings.graphiql);
  mountGraphql(app, settings);
  app.use((request, response) => sendError(request, response, nothingHere));
  app.use(errorHandler(settings));
  return app;
}

const nothingHere = new Refusal({
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is nothing at this address; GraphQL is at /graphql.',
});

const failed = new Refusal({
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'The gateway failed at this request.',
});

/** Broken bodies and the like: the client's fault says so, everything else is logged. */
function errorHandler({ logger, mostBodyBytes }: { readonly logger: Logger; readonly mostBodyBytes: number }) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalOf(error, mostBodyBytes);
    if (refusal === null) logger.error({ err: error, requestId: response.getHeader('X-Request-Id') }, 'unexpected error');
    sendError(request, response, refusal ?? failed);
  };
}

/** Express and its parsers tell by a status whose fault an error is; null: not the client's. */
function refusalOf(error: unknown, mostBodyBytes: number): Refusal | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  switch (error.status) {
    case 413: {
      const details = { measure: 'bodyBytes', limit: mostBodyBytes };
      return new Refusal({ status: 413, code: 'BAD_USER_INPUT', message: `The body has more than ${mostBodyBytes} bytes.`, details });
    }
    case 415: {
      const message = 'The body has an encoding or character set that is not supported; send JSON in UTF-8.';
      return new Refusal({ status: 415, code: 'BAD_USER_INPUT', message });
    }
    case 400:
      return badRequest('type' in error ? 'The body is not the JSON that its headers promise.' : 'The address cannot be read.');
    default:
      return typeof error.status === 'number' && error.status > 400 && error.status < 500 ? badRequest('The request cannot be read.') : null;
  }
}
