import { getOperationAST, getVariableValues, GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Estimate } from '../../graphql/estimate/estimate.js';
import type { GraphqlParameters } from '../graphql-parameters.js';
import type { OperationCosts } from '../operation-costs.js';
import { Documents } from './documents.js';
import { InvalidOperationError } from './invalid-operation-error.js';

export interface PlannerSettings {
  readonly schema: GraphQLSchema;
  readonly costs: OperationCosts;
  readonly isIntrospectionOn: boolean;
}

/** An operation that can be executed: it is valid, its variables fit, and it can be answered in its time. */
export interface Plan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly estimate: Estimate;
}

/** What Apollo does with a request before it executes it, for the transports that Apollo does not know. */
export class Planner {
  readonly #settings: PlannerSettings;
  readonly #documents: Documents;

  constructor(settings: PlannerSettings) {
    this.#settings = settings;
    this.#documents = new Documents(settings);
  }

  /** Of what `RequestRules` have accepted. Throws InvalidOperationError, and COST_LIMIT_EXCEEDED. */
  plan({ query, operationName, variables = {} }: GraphqlParameters): Plan {
    if (query === undefined) throw unknownHash();
    const document = this.#documents.read(query);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw noOperation(operationName);
    const estimate = this.#settings.costs.check(document, operation, variables);
    const { schema, isIntrospectionOn } = this.#settings;
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { hideSuggestions: !isIntrospectionOn });
    if (errors !== undefined) throw new InvalidOperationError('BAD_USER_INPUT', errors);
    return { document, operation, variables, estimate };
  }
}

/** Apollo keeps the registered texts, for HTTP alone; its clients send the text when they are told this. */
function unknownHash(): InvalidOperationError {
  return new InvalidOperationError('PERSISTED_QUERY_NOT_FOUND', [new GraphQLError('PersistedQueryNotFound')]);
}

function noOperation(name: string | undefined): InvalidOperationError {
  const message = name === undefined ? 'The document has several operations; name one of them.' : `The document has no operation "${name}".`;
  return new InvalidOperationError('OPERATION_RESOLUTION_FAILURE', [new GraphQLError(message)]);
}
