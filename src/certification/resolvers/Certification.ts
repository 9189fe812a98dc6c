import type { CertificationResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';
import { isOverdue } from '../mapping.js';
import { selectedParts } from '../../graphql/selected-parts.js';

export const Certification: CertificationResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }, info) =>
    dataSources.certification.findVisibleCertification(
      checkedId('representations.id', id),
      Selection.below(info, 'Certification'),
    ),
  isOverdue: (certification, _args, { clock }) => (certification.isRead ? isOverdue(certification, clock) : null),
  reviewers: ({ id }, args, { dataSources }, info) =>
    dataSources.certification.listReviewers(id, args, selectedParts(info)),
};
