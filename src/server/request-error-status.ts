import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { graphqlResponse } from './answer-type.js';

const limitExceeded: ErrorCode = 'COST_LIMIT_EXCEEDED';

/**
 * A document that cannot be executed is answered with 400 in the media type that was made for GraphQL, and with 200 in
 * `application/json`, where clients of old take any other status for a broken connection. A limit that is exceeded is 400
 * in both, as it is for documents that are not even parsed.
 */
export const requestErrorStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: async ({ response: { http, body } }) => {
      const wasRefused = http.status === 400 && body.kind === 'single' && body.singleResult.data === undefined;
      const isLimit = wasRefused && body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === limitExceeded) === true;
      if (wasRefused && !isLimit && contextValue.answerType !== graphqlResponse) http.status = 200;
    },
  }),
};
