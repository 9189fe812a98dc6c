import { GraphQLError } from 'graphql';

/** Codes of the GraphQL layer, as Apollo gives them over HTTP. */
export type InvalidOperationCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_USER_INPUT'
  | 'PERSISTED_QUERY_NOT_FOUND';

/** Why an operation cannot be executed: all that is wrong with its document or its variables. */
export class InvalidOperationError extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(code: InvalidOperationCode, errors: readonly GraphQLError[]) {
    super(code);
    this.name = 'InvalidOperationError';
    this.errors = errors.map(
      ({ message, nodes = null, source = null, positions = null }) => new GraphQLError(message, { nodes, source, positions, extensions: { code } }),
    );
  }
}
