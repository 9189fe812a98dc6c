import type { NextFunction, Request, Response } from 'express';
import { sendError } from './http-error.js';

const retryAfterSeconds = 1;

/**
 * Lets so many requests in at a time. Beyond that an answer comes at once, and says when to try again: to wait in line
 * would only make every request of a busy time late, and the memory that they wait in grow.
 */
export function boundInFlight(most: number) {
  let inFlight = 0;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (inFlight >= most) {
      response.set('Retry-After', String(retryAfterSeconds));
      sendError(request, response, 503, 'RATE_LIMITED', `The gateway is answering ${most} requests, as many as it takes at a time.`, {
        retryAfterSeconds,
      });
      return;
    }
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
    });
    next();
  };
}
