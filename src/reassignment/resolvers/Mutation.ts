import type { MutationResolvers } from '../../generated/types.js';

export const Mutation: MutationResolvers = {
  createReassignmentConfiguration: (_root, { input }, { dataSources }) =>
    dataSources.reassignment.createConfiguration(input),
  replaceReassignmentConfiguration: (_root, { input }, { dataSources }) =>
    dataSources.reassignment.replaceConfiguration(input),
  deleteReassignmentConfiguration: (_root, { input }, { dataSources }) =>
    dataSources.reassignment.deleteConfiguration(input),
  updateReassignmentTenantConfiguration: (_root, { input }, { dataSources }) =>
    dataSources.reassignment.updateTenantConfiguration(input.isEnabled),
};
