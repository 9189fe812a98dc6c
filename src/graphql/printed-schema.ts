import {
  graphqlSync,
  GraphQLObjectType,
  GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isSpecifiedDirective,
  isUnionType,
  printSchema,
  type GraphQLNamedType,
} from 'graphql';

/** By interface or union, the names of its types: what Apollo Client's `InMemoryCache` takes as `possibleTypes`. */
export type PossibleTypes = Readonly<Record<string, readonly string[]>>;

/** Fields and types that the subgraph library adds for routers; a client has no use for them. */
const fieldsForRouters = new Set(['_service', '_entities']);
const typeForRouters = /^(?:_Any|_Entity|_Service|_?FieldSet|(?:federation|link)__.+)$/;

/**
 * The schema as a client needs it, in SDL: with descriptions, deprecations and `@oneOf`, and with nothing that is there
 * for routers only.
 */
export function printClientSchema(schema: GraphQLSchema): string {
  return `${printSchema(clientSchemaOf(schema))}\n`;
}

/** What a running gateway answers to `_service { sdl }`, for routers: with the federation's directives, and their definitions. */
export function printSubgraph(schema: GraphQLSchema): string {
  const { data, errors = [] } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  const { sdl } = (data?.['_service'] ?? {}) as { readonly sdl?: unknown };
  if (typeof sdl !== 'string') throw new TypeError('the schema does not print itself', { cause: errors[0] });
  return sdl;
}

export function possibleTypesOf(schema: GraphQLSchema): PossibleTypes {
  const entries = Object.values(clientSchemaOf(schema).getTypeMap())
    .filter((type) => isAbstractType(type))
    .map((type) => {
      const types = isUnionType(type) ? type.getTypes() : schema.getPossibleTypes(type);
      return [type.name, types.map(({ name }) => name).toSorted()] as const;
    });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function clientSchemaOf(schema: GraphQLSchema): GraphQLSchema {
  const { query, types, directives, ...config } = schema.toConfig();
  const clientQuery = query && withoutFieldsForRouters(query);
  const others = types.filter((type) => type !== query && isForClients(type));
  return new GraphQLSchema({
    ...config,
    query: clientQuery,
    // In the order in which they are printed.
    types: clientQuery ? [clientQuery, ...others] : others,
    directives: directives.filter((directive) => isSpecifiedDirective(directive)),
  });
}

function isForClients(type: GraphQLNamedType): boolean {
  return !isIntrospectionType(type) && !typeForRouters.test(type.name);
}

function withoutFieldsForRouters(query: GraphQLObjectType): GraphQLObjectType {
  const { fields, ...config } = query.toConfig();
  return new GraphQLObjectType({
    ...config,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !fieldsForRouters.has(name))),
  });
}
