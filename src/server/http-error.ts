import type { Express, Request, Response } from 'express';
import type { Observer } from '../observer.js';
import { answerTypeOf } from './answer-type.js';
import type { Refusal } from './refusal.js';

/** What an application is to know of whoever answers with it. */
interface Locals {
  readonly observer?: Observer;
}

/** From now on the observer is told of every refusal that the application sends. */
export function tellRefusals(app: Express, observer: Observer): void {
  Object.assign(app.locals, { observer } satisfies Locals);
}

/** An error before GraphQL begins, in the shape of a GraphQL answer. */
export function sendError(request: Request, response: Response, refusal: Refusal): void {
  const { status, code, details } = refusal;
  const { observer } = request.app.locals as Locals;
  observer?.requestRefused(request.path === '/graphql/stream' ? 'event-stream' : 'http', code, status);
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (details.retryAfterSeconds !== undefined) response.set('Retry-After', String(details.retryAfterSeconds));
  response
    .status(status)
    .type(`${answerTypeOf(request)}; charset=utf-8`)
    .send(errorBody(refusal));
}

/** JSON. */
export function errorBody({ code, message, details }: Refusal): string {
  return JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
}
