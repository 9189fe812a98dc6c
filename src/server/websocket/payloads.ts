import type { JsonObject } from '../graphql-parameters.js';

/** All that `connection_init` has, however it is written; a value that is no text counts as one that is no token. */
export function authorizationIn(params: JsonObject): string[] {
  const values = Object.entries(params).filter(([name]) => name.toLowerCase() === 'authorization');
  return values.map(([, value]) => (typeof value === 'string' ? value : ''));
}

/** The protocol wants a text of every operation; one that is named by an id comes with an empty one. */
export function withoutEmptyQuery(payload: JsonObject): JsonObject {
  const { query, ...named } = payload;
  const isNamed = named['documentId'] !== undefined || named['extensions'] !== undefined;
  return query === '' && isNamed ? named : payload;
}
