import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { selectedParts } from '../../graphql/selected-parts.js';

export const Query: QueryResolvers = {
  reassignmentConfigTypes: (_root, _args, { dataSources }) => dataSources.reassignment.listConfigTypes(),
  reassignmentConfiguration: (_root, { identityId }, { dataSources }) =>
    dataSources.reassignment.findConfiguration('identityId', identityId),
  reassignmentConfigurations: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.reassignment.listConfigurations(args, selectedParts(info))),
  reassignmentEvaluation: (_root, { identityId, configType, exclusionFilters }, { dataSources }) =>
    dataSources.reassignment.evaluate('identityId', identityId, configType, exclusionFilters),
  reassignmentTenantConfiguration: (_root, _args, { dataSources }) => dataSources.reassignment.findTenantConfiguration(),
};
