import { hashOf, type GraphqlParameters } from '../graphql-parameters.js';
import { Refusal } from '../refusal.js';

/** The texts of the operations that are answered, and no others, by id. */
export type PersistedOperations = ReadonlyMap<string, string>;

const manifestOnly = 'Send the id of a persisted operation and no "query": this gateway answers the operations of its manifest only.';
const noText = new Refusal({ status: 400, code: 'PERSISTED_OPERATION_REQUIRED', message: manifestOnly });

/** Apollo's client sends the text when it was told that the id is unknown, and shows what it is told then. */
const noTextForUnknownId = new Refusal({
  status: 400,
  code: 'PERSISTED_OPERATION_REQUIRED',
  message: `${manifestOnly} The id that was sent beside it is not in the manifest.`,
});

const unknownId = new Refusal({
  status: 400,
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'The manifest of this gateway has no operation of that id.',
});

/**
 * Puts the manifest's text in the place of the id. A request that carries a text is refused, whatever the text and the
 * id beside it: what is executed comes from the manifest alone.
 */
export function findPersisted(operations: PersistedOperations, given: GraphqlParameters): GraphqlParameters | Refusal {
  const id = idOf(given);
  if (id === undefined) return noText;
  if (given.query !== undefined) return operations.has(id) ? noText : noTextForUnknownId;
  const query = operations.get(id);
  if (query === undefined) return unknownId;
  const { operationName, variables } = given;
  return { query, ...(operationName === undefined ? {} : { operationName }), ...(variables === undefined ? {} : { variables }) };
}

/** As the draft of GraphQL over HTTP names documents, or as Apollo's clients do. */
function idOf(given: GraphqlParameters): string | undefined {
  return given.documentId?.replace(/^sha256:/, '') ?? hashOf(given);
}
