import type { NextFunction, Request, Response } from 'express';
import { sendError } from './http-error.js';

/** What the text or the JSON of a parameter must be, in words for the client. */
const parameters: readonly { readonly name: string; readonly form: string; readonly fits: (value: unknown) => boolean }[] = [
  { name: 'query', form: 'a text', fits: (value) => typeof value === 'string' },
  { name: 'operationName', form: 'a text', fits: (value) => typeof value === 'string' },
  { name: 'variables', form: 'an object', fits: isObject },
  { name: 'extensions', form: 'an object', fits: isObject },
];

/**
 * The parameters of a GraphQL request, before anything is made of them: a body that is no request is the client's fault
 * in the same words for every one of its parts. Several requests in one body are not taken: each would have to be
 * limited, counted and answered on its own.
 */
export function checkParameters(request: Request, response: Response, next: NextFunction): void {
  // Apollo refuses bodies of other types, and methods, by itself.
  const problem = request.method === 'POST' && request.is('application/json') ? problemOf(request.body) : null;
  if (problem === null) next();
  else sendError(request, response, 400, 'BAD_USER_INPUT', problem);
}

function problemOf(body: unknown): string | null {
  if (Array.isArray(body)) return 'The body is a list; send one request at a time.';
  if (!isObject(body)) return 'The body must be a JSON object with "query".';
  const wrong = parameters.find(({ name, fits }) => body[name] !== undefined && body[name] !== null && !fits(body[name]));
  if (wrong !== undefined) return `"${wrong.name}" must be ${wrong.form}.`;
  if (typeof body['query'] === 'string' || isObject(body['extensions'])) return null;
  return 'The body has no "query".';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
