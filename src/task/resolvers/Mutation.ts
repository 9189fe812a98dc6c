import type { MutationResolvers } from '../../generated/types.js';

export const Mutation: MutationResolvers = {
  reassignCertification: (_root, { input }, { dataSources }) => dataSources.task.reassign(input),
};
