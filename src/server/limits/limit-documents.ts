import type { NextFunction, Request, Response } from 'express';
import { sendError } from '../http-error.js';
import { DocumentGate, type DocumentLimits, type Measure } from './document-limits.js';

const words: Readonly<Record<Measure, string>> = {
  tokens: 'tokens',
  nesting: 'brackets inside one another',
  depth: 'fields below one another',
  aliases: 'aliases, fragments written out',
  fields: 'fields, fragments written out',
  directives: 'directives, fragments written out',
  mutationFields: 'fields in one mutation',
};

/** Refuses documents beyond the limits, before Apollo parses them: with 400, whatever the media type. */
export function limitDocuments(limits: DocumentLimits) {
  const gate = new DocumentGate(limits);
  return (request: Request, response: Response, next: NextFunction): void => {
    const query: unknown = request.method === 'GET' ? request.query['query'] : (request.body as { query?: unknown } | undefined)?.query;
    const exceeded = typeof query === 'string' ? gate.check(query) : null;
    if (exceeded === null) {
      next();
      return;
    }
    const { measure, limit, actual } = exceeded;
    const message = `The document has ${actual} ${words[measure]}; ${limit} are allowed. Ask for less, or in several requests.`;
    sendError(request, response, 400, 'COST_LIMIT_EXCEEDED', message, { measure, limit, actual });
  };
}
