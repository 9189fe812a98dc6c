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

/**
 * What Apollo could take for the document. The address is read as Apollo reads it: Express' own parser stops at a
 * thousand parameters, and a document behind them would be executed unseen.
 */
function documentsOf(request: Request): string[] {
  if (request.method === 'GET') {
    const [, ...search] = request.originalUrl.split('?');
    return new URLSearchParams(search.join('?')).getAll('query');
  }
  const query = (request.body as { query?: unknown } | undefined)?.query;
  return typeof query === 'string' ? [query] : [];
}

/** Refuses documents beyond the limits, before Apollo parses them: with 400, whatever the media type. */
export function limitDocuments(limits: DocumentLimits) {
  const gate = new DocumentGate(limits);
  return (request: Request, response: Response, next: NextFunction): void => {
    const exceeded = documentsOf(request).map((text) => gate.check(text)).find((found) => found !== null);
    if (exceeded === undefined) {
      next();
      return;
    }
    const { measure, limit, actual } = exceeded;
    const message = `The document has ${actual} ${words[measure]}; ${limit} are allowed. Ask for less, or in several requests.`;
    sendError(request, response, 400, 'COST_LIMIT_EXCEEDED', message, { measure, limit, actual });
  };
}
