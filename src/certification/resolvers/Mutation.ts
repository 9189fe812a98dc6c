import type { MutationResolvers } from '../../generated/types.js';

export const Mutation: MutationResolvers = {
  decideAccessReviewItems: (_root, { input }, { dataSources }) => dataSources.certification.decide(input),
  signOffCertification: (_root, { input }, { dataSources }) => dataSources.certification.signOff(input.certificationId),
};
