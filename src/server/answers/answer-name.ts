import { hash } from 'node:crypto';
import type { HTTPGraphQLRequest } from '@apollo/server';

/**
 * Tells apart whatever may be answered differently: all that Apollo is shown of a request but whose it is, and the language that texts
 * are asked for in. The same variables in another order have another name: they are executed, which costs time and nothing else.
 */
export function answerNameOf({ method, headers, search, body }: HTTPGraphQLRequest, language: string | null): string {
  const shown = [...headers].filter(([header]) => header !== 'authorization');
  return hash('sha256', JSON.stringify([method, shown, search, body, language]));
}
