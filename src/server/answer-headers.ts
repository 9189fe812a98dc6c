import cors from 'cors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Method } from './allow-methods.js';
import { requestIdOf } from './request-id.js';

/** What pages of other origins may read beside the answer. */
const exposedHeaders = ['X-Upstream-Calls', 'X-Request-Id', 'Retry-After'];

/** Lets through what is no question of a browser, or one of a page that may not call: that is answered like any other. */
export function corsFor(methods: readonly Method[], isAllowedOrigin: (origin: string) => boolean): RequestHandler {
  return cors({
    origin: (origin, callback) => callback(null, origin !== undefined && isAllowedOrigin(origin)),
    methods: [...methods],
    exposedHeaders,
    maxAge: 600,
  });
}

/** Of every answer of GraphQL. */
export function answerHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set({ 'Cache-Control': 'private, no-cache', 'X-Upstream-Calls': '0', 'X-Request-Id': requestIdOf(request.headers) });
  response.vary('Authorization');
  next();
}
