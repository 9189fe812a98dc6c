import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Context } from '../context.js';

/** One answer has room for one result. */
export const subscriptionsElsewhere: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw new GraphQLError('Subscriptions come over WebSocket at /graphql (graphql-transport-ws), or as an event stream from /graphql/stream.', {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    },
  }),
};
