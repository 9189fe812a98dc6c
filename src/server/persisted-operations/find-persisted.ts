import { hashOf, type GraphqlParameters, type JsonObject } from '../graphql-parameters.js';
import { Refusal } from '../refusal.js';

/** The texts of the operations that are answered, and no others, by id. */
export type PersistedOperations = ReadonlyMap<string, string>;

const noText = new Refusal({
  status: 400,
  code: 'PERSISTED_OPERATION_REQUIRED',
  message: 'Send the id of a persisted operation and no "query": this gateway answers the operations of its manifest only.',
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
  if (given.query !== undefined) return noText;
  const id = idOf(given);
  if (id === undefined) return noText;
  const query = operations.get(id);
  if (query === undefined) return unknownId;
  const { documentId: _id, extensions, ...rest } = given;
  return { ...rest, query, ...(extensions === undefined ? {} : { extensions: withoutHash(extensions) }) };
}

/** As the draft of GraphQL over HTTP names documents, or as Apollo's clients do. */
function idOf(given: GraphqlParameters): string | undefined {
  return given.documentId?.replace(/^sha256:/, '') ?? hashOf(given);
}

/** Else Apollo would look for the hash among those that clients have registered. */
function withoutHash({ persistedQuery: _hash, ...extensions }: JsonObject): JsonObject {
  return extensions;
}
