import { isUnionType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { badUserInput } from '../errors.js';

/**
 * The subgraph library resolves all representations of `_entities` in one go, so that one it cannot make sense of fails
 * the others, as a fault of the server. Here each is checked and resolved on its own; reads are still batched, as all
 * begin in the same tick.
 */
export function resolveRepresentationsAlone(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  const resolve = field?.resolve as GraphQLFieldResolver<unknown, unknown, { representations: unknown[] }> | undefined;
  if (field === undefined || resolve === undefined || !isUnionType(union)) throw new TypeError('the schema has no entities');
  const entities = union.getTypes().map(({ name }) => name);
  field.resolve = (root, { representations }: { representations: readonly unknown[] }, context, info) =>
    representations.map(async (representation, index) => {
      checkRepresentation(representation, index, entities);
      const [entity] = (await resolve(root, { representations: [representation] }, context, info)) as unknown[];
      return entity;
    });
}

/** Throws BAD_USER_INPUT. */
function checkRepresentation(representation: unknown, index: number, entities: readonly string[]): void {
  const typename: unknown =
    typeof representation === 'object' && representation !== null ? Reflect.get(representation, '__typename') : undefined;
  if (typeof typename === 'string' && entities.includes(typename)) return;
  throw badUserInput(
    `representations.${index}`,
    `representations.${index} must be an object with __typename, one of ${entities.join(', ')}, and its key.`,
  );
}
