import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context } from '../context.js';
import { GatewayError } from '../errors.js';
import type { Logger } from '../logger.js';

/**
 * Apollo formats errors without saying whose they are; by this a line about one has its request's id and viewer all the
 * same.
 */
export class RequestLoggers {
  readonly #loggers = new WeakMap<object, Logger>();

  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async ({ contextValue }) => ({
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) this.#loggers.set(error, contextValue.logger);
      },
    }),
    // Of a plugin: what is formatted then is an error of Apollo's own.
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
      requestContext.contextValue.logger.error({ err: error }, 'unexpected error');
    },
  };

  loggerOf(error: unknown): Logger | undefined {
    return error instanceof Error ? this.#loggers.get(error) : undefined;
  }
}

/** For Apollo, which calls it for each error of an answer. Cannot throw. */
export function createFormatError(logger: Logger, requests: RequestLoggers) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    showError(formatted, error, requests.loggerOf(error) ?? logger);
}

/**
 * The one place where errors become what clients see. By allow-list: a GatewayError shows its message and details,
 * an error of the GraphQL layer its message and code, and anything else a reference to the log. Cannot throw.
 */
export function showError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const original = originalOf(error);
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (original instanceof GatewayError) {
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } };
  }
  const code = formatted.extensions?.['code'];
  // An error thrown by a resolver is wrapped; one of parsing, validation or coercion is not.
  if (original === error && error instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  const reference = randomUUID();
  logger.error({ reference, err: original }, 'unexpected error');
  return {
    message: 'The gateway failed at this; the operator finds the reason in its log by the reference.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}

/** Errors of resolvers come wrapped, and so do refusals of the gateway's own before the execution. */
function originalOf(error: unknown): unknown {
  const isRefusal = error instanceof GraphQLError && error.originalError instanceof GatewayError;
  return isRefusal ? error.originalError : unwrapResolverError(error);
}
