import { getNamedType, isIntrospectionType, isLeafType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { CallMeter } from '../meter/call-meter.js';
import { runWork, type FieldWork } from '../meter/work.js';

interface Metered {
  readonly meter: CallMeter | null;
}

type Resolve = GraphQLFieldResolver<unknown, Metered>;

/** Changes the schema: each field that resolves something does so as the work of that field. Fields that only read a property ask for nothing. */
export function meterFields(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => !isIntrospectionType(type));
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const isValue = isLeafType(getNamedType(field.type));
    if (field.resolve) field.resolve = asWorkOfField(field.resolve as Resolve, isValue) as typeof field.resolve;
    if (field.subscribe) field.subscribe = asWorkOfField(field.subscribe as Resolve, isValue) as typeof field.subscribe;
  }
  return schema;
}

/** A value is of the object that it stands in: whatever of one object is asked for is one thing that is shown. */
function asWorkOfField(resolve: Resolve, isValue: boolean): Resolve {
  return (source, args, context, info) => {
    const { meter } = context;
    if (meter === null) return resolve(source, args, context, info);
    const work: FieldWork = { kind: 'field', meter, place: info.path, shown: isValue ? info.path.prev : info.path };
    const result = runWork(work, () => resolve(source, args, context, info));
    return isStream(result) ? steppedAs(work, result) : result;
  };
}

/** A generator works when it is asked for its next event, by whoever asks. */
function steppedAs(work: FieldWork, stream: AsyncIterableIterator<unknown>): AsyncIterableIterator<unknown> {
  return {
    next: () => runWork(work, () => stream.next()),
    return: (value?: unknown) => runWork(work, () => stream.return?.(value) ?? Promise.resolve({ done: true, value })),
    throw: (error: unknown) => runWork(work, () => stream.throw?.(error) ?? Promise.reject(error as Error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function isStream(result: unknown): result is AsyncIterableIterator<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result && 'next' in result;
}
