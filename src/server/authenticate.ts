import type { NextFunction, Request, Response } from 'express';
import { parseAuthorization } from '../auth/bearer-token.js';
import { viewerOf, type Viewer } from '../auth/viewer.js';
import { sendError } from './http-error.js';

const viewers = new WeakMap<Request, Viewer>();

/** No token, no operation: 401 before a body is read, for every operation and without an upstream call. */
export function authenticate(request: Request, response: Response, next: NextFunction): void {
  const headers = request.headersDistinct['authorization'] ?? [];
  const token = headers.length === 1 ? parseAuthorization(headers[0]) : null;
  if (token === null) {
    response.set('WWW-Authenticate', 'Bearer');
    sendError(request, response, 401, 'UNAUTHENTICATED', 'Send exactly one bearer token: "Authorization: Bearer <token>".');
    return;
  }
  viewers.set(request, viewerOf(token));
  next();
}

/** The viewer of a request that `authenticate` has let through. */
export function viewerOfRequest(request: Request): Viewer {
  const viewer = viewers.get(request);
  if (viewer === undefined) throw new Error('the request was not authenticated');
  return viewer;
}
