import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** The operations of a document; none while it cannot be parsed. */
export function readOperations(query: string): OperationDefinitionNode[] {
  return tryParse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

function tryParse(query: string): Pick<DocumentNode, 'definitions'> {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return { definitions: [] };
  }
}
