import type { Request } from 'express';

export const graphqlResponse = 'application/graphql-response+json';
const json = 'application/json';

/** Clients may name the character set or not. */
const offered = [json, graphqlResponse].map((type) => `${type}; charset=utf-8`);

/** The media type that the client would rather have; JSON where it does not say, or wants none of ours. */
export function answerTypeOf(request: Request): string {
  return request.accepts(offered) === offered[1] ? graphqlResponse : json;
}

/** Whether it takes any that there is. */
export function takesAnswers(request: Request): boolean {
  return request.accepts(offered) !== false;
}
