import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import { graphqlResponse } from './answer-type.js';

/**
 * A document that cannot be executed is answered with 400 in the media type that was made for GraphQL, and with 200 in
 * `application/json`, where clients of old take any other status for a broken connection.
 */
export const requestErrorStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: async ({ response: { http, body } }) => {
      const wasRefused = http.status === 400 && body.kind === 'single' && body.singleResult.data === undefined;
      if (wasRefused && contextValue.answerType !== graphqlResponse) http.status = 200;
    },
  }),
};
