import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../errors.js';
import type { Logger } from '../logger.js';

/**
 * The one place where errors become what clients see. By allow-list: a GatewayError shows its message and details,
 * an error of the GraphQL layer its message and code, and anything else a reference to the log. Cannot throw.
 */
export function createFormatError(logger: Logger) {
  return function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const original = unwrapResolverError(error);
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
  };
}
