import type { Request } from 'express';

export const graphqlResponse = 'application/graphql-response+json';

/** The media type that the client would rather have; JSON where it does not say. */
export function answerTypeOf(request: Request): string {
  const preferred = request.accepts(['application/json', graphqlResponse]);
  return preferred === false ? 'application/json' : preferred;
}
