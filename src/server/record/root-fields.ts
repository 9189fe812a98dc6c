import {
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** By the name that it has in the answer, the field of `Query`, `Mutation` or `Subscription`. */
export type RootFields = ReadonlyMap<string, string>;

const known = new WeakMap<OperationDefinitionNode, RootFields>();

/** Of an operation of a valid document: its fields are the schema's. Documents are kept, so each is looked through once. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): RootFields {
  const found = known.get(operation);
  if (found !== undefined) return found;
  const fragments = new Map(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));
  const fields = new Map<string, string>();
  collect(operation.selectionSet, fragments, fields);
  known.set(operation, fields);
  return fields;
}

/** All that there can be. */
export function rootFieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const introspection = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map(({ name }) => name);
  return new Set([...types.flatMap((type) => Object.keys(type?.getFields() ?? {})), ...introspection]);
}

/** Each fragment once: it is taken out when it has been looked through. */
function collect({ selections }: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>, fields: Map<string, string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      fields.set((selection.alias ?? selection.name).value, selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, fields);
    } else {
      const fragment = fragments.get(selection.name.value);
      fragments.delete(selection.name.value);
      if (fragment !== undefined) collect(fragment.selectionSet, fragments, fields);
    }
  }
}
