import type { Request, Response } from 'express';
import type { ErrorCode, ErrorDetails } from '../errors.js';
import { answerTypeOf } from './answer-type.js';

/** An error before GraphQL begins, in the shape of a GraphQL answer. */
export function sendError(
  request: Request,
  response: Response,
  status: number,
  code: ErrorCode,
  message: string,
  details: ErrorDetails = {},
): void {
  response
    .status(status)
    .type(`${answerTypeOf(request)}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }));
}
