import type { Request, Response } from 'express';
import type { ErrorCode } from '../errors.js';

const graphqlResponse = 'application/graphql-response+json';

/** An error before GraphQL begins, in the shape of a GraphQL answer. */
export function sendError(request: Request, response: Response, status: number, code: ErrorCode, message: string): void {
  const type = request.accepts(['application/json', graphqlResponse]) === graphqlResponse ? graphqlResponse : 'application/json';
  response
    .status(status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
