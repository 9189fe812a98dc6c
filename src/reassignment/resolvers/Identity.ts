import type { IdentityResolvers } from '../../generated/types.js';

export const Identity: IdentityResolvers = {
  reassignmentConfiguration: ({ id }, _args, { dataSources }) =>
    dataSources.reassignment.findConfiguration('id', id),
  reassignmentEvaluation: ({ id }, { configType, exclusionFilters }, { dataSources }) =>
    dataSources.reassignment.evaluate('id', id, configType, exclusionFilters),
};
