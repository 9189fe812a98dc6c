import type { Request, Response } from 'express';
import { answerTypeOf } from './answer-type.js';
import type { Refusal } from './refusal.js';

/** An error before GraphQL begins, in the shape of a GraphQL answer. */
export function sendError(request: Request, response: Response, refusal: Refusal): void {
  const { status, details } = refusal;
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
