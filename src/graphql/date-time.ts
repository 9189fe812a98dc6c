import { GraphQLScalarType } from 'graphql';

/**
 * Answers only: mapping has made every date canonical UTC text before it comes here. Inputs of this type come with
 * the first mutation that takes a date.
 */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize(value) {
    if (typeof value === 'string') return value;
    throw new TypeError('DateTime is answered from canonical text');
  },
});
