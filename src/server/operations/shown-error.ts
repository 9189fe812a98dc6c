import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../logger.js';
import { showError } from '../format-error.js';
import type { Refusal } from '../refusal.js';

/** An error as clients may see it: it is written in this form and no other, whoever writes it. */
export class ShownError extends GraphQLError {
  readonly #shown: GraphQLFormattedError;

  constructor(shown: GraphQLFormattedError) {
    super(shown.message, { extensions: shown.extensions ?? {} });
    this.#shown = shown;
  }

  override toJSON(): GraphQLFormattedError {
    return this.#shown;
  }
}

export interface ShownResult extends ExecutionResult {
  readonly errors?: readonly ShownError[];
}

/** By the allow-list of `showError`, with the code that Apollo gives where there is none. */
export function shownErrorOf(error: unknown, logger: Logger): ShownError {
  const { message, locations, path, extensions } = wrapped(error).toJSON();
  const code = extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR';
  const formatted = { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: { code } };
  return new ShownError(showError(formatted, error, logger));
}

export function shownRefusal({ code, message, details }: Refusal): ShownError {
  return new ShownError({ message, extensions: { code, ...details } });
}

function wrapped(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError(error instanceof Error ? error.message : 'unexpected');
}
