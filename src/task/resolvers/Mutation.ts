import type { MutationResolvers } from '../../generated/types.js';

export const Mutation: MutationResolvers = {
  reassignAccessReviewItems: (_root, { input }, { dataSources }) => dataSources.task.reassignItems(input),
  reassignCampaignCertifications: (_root, { input }, { dataSources }) => dataSources.task.reassignCampaign(input),
  reassignCertification: (_root, { input }, { dataSources }) => dataSources.task.reassign(input),
};
