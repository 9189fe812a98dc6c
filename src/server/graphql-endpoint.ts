import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { Express, Request, Response } from 'express';
import { allowMethods, type Method } from './allow-methods.js';
import { answerHeaders, corsFor } from './answer-headers.js';
import { graphqlResponse, takesAnswers } from './answer-type.js';
import type { HttpContext } from './answers/answer-draft.js';
import { answerNameOf } from './answers/answer-name.js';
import type { RepeatedAnswers } from './answers/repeated-answers.js';
import { addressOf, parametersOfAddress, type GraphqlParameters } from './graphql-parameters.js';
import { contextOf, follow, languageOf, type HttpContextSettings } from './http-context.js';
import { sendError } from './http-error.js';
import { bodyReader } from './read-body.js';
import { Refusal } from './refusal.js';
import type { RequestRules } from './request-rules.js';

export interface GraphqlEndpointSettings extends HttpContextSettings {
  readonly graphql: ApolloServer<HttpContext>;
  readonly answers: RepeatedAnswers;
  readonly rules: RequestRules;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly mostBodyBytes: number;
}

const methods: readonly Method[] = ['GET', 'POST'];

/** Before anything is executed: Apollo would look at it after a mutation has changed something. */
const noAnswerToTake = new Refusal({ status: 406, code: 'BAD_USER_INPUT', message: `The answers are JSON: accept "application/json" or "${graphqlResponse}".` });

/** GraphQL over HTTP: what of HTTP has to be in order, and then the request. */
export function mountGraphql(app: Express, settings: GraphqlEndpointSettings): void {
  app.all('/graphql', corsFor(methods, settings.isAllowedOrigin), answerHeaders, allowMethods(methods), answerWith(settings));
}

/** The rules in their order, and then Apollo, which is given what they have let through and nothing else. */
function answerWith(settings: GraphqlEndpointSettings) {
  const { rules, graphql, answers } = settings;
  const readBody = bodyReader(settings.mostBodyBytes);
  return async (request: Request, response: Response): Promise<void> => {
    const viewer = rules.authenticate(request.headersDistinct['authorization'] ?? []);
    if (viewer instanceof Refusal) return sendError(request, response, viewer);
    if (!takesAnswers(request)) return sendError(request, response, noAnswerToTake);
    const leave = rules.enter(viewer);
    if (leave instanceof Refusal) return sendError(request, response, leave);
    response.once('close', leave);
    const given = request.method === 'GET' ? parametersOfAddress(searchOf(request)) : await readBody(request, response);
    const accepted = given instanceof Refusal ? given : rules.accept(given);
    if (accepted instanceof Refusal) return sendError(request, response, accepted);
    const startedAtMs = performance.now();
    const asked = apolloRequest(request, accepted);
    const name = answerNameOf(asked, languageOf(request.headers));
    const followed = follow(request, response, viewer, settings);
    const known = await answers.find(viewer, name);
    if (known !== null) return answers.send(known, { ...followed, viewer, response, startedAtMs });
    const context = contextOf(request, response, viewer, followed, settings);
    const answer = await graphql.executeHTTPGraphQLRequest({ httpGraphQLRequest: asked, context: async () => context });
    if (answer.body.kind !== 'complete') throw new TypeError('Nothing here answers in parts.');
    response.status(answer.status ?? 200).set(Object.fromEntries(answer.headers)).send(answer.body.string);
    answers.keep(viewer, name, context, answer);
  };
}

/** Apollo reads addresses and bodies by itself: it is shown those of the request that was accepted. */
function apolloRequest(request: Request, accepted: GraphqlParameters): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const name of shownHeaders) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const isGet = request.method === 'GET';
  return { method: request.method, headers, search: isGet ? `?${addressOf(accepted).toString()}` : '', body: isGet ? undefined : accepted };
}

function searchOf(request: Request): URLSearchParams {
  const [, ...search] = request.originalUrl.split('?');
  return new URLSearchParams(search.join('?'));
}

/** Of a browser's request that has been asked for first, one of the last three is there. */
const shownHeaders = ['accept', 'authorization', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;
