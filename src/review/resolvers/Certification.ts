import type { CertificationResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { selectedParts } from '../../graphql/selected-parts.js';
import { Selection } from '../../graphql/selection.js';

export const Certification: CertificationResolvers = {
  item: ({ id: certificationId }, { id }, { dataSources }, info) =>
    dataSources.review.findItem({ certificationId, itemId: checkedId('id', id) }, Selection.below(info)),
  items: ({ id }, args, { dataSources }, info) => dataSources.review.listItems(id, args, selectedParts(info)),
  identitySummaries: ({ id }, args, { dataSources }, info) => dataSources.review.listIdentitySummaries(id, args, selectedParts(info)),
  accessSummaries: ({ id }, args, { dataSources }, info) => dataSources.review.listAccess(id, args, selectedParts(info)),
  decisionSummary: ({ id }, { identitySummaryIds }, { dataSources }) => dataSources.review.findDecisionSummary(id, identitySummaryIds),
};
