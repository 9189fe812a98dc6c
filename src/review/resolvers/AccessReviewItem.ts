import type { AccessReviewItemResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';
import { selectedParts } from '../../graphql/selected-parts.js';
import { entitlementsOf } from '../mapping.js';

export const AccessReviewItem: AccessReviewItemResolvers = {
  certification: ({ certificationId }, _args, { dataSources }, info) =>
    dataSources.certification.completeById(certificationId, Selection.below(info)),
  entitlements: ({ access }) => entitlementsOf(access),
  permissions: ({ id, certificationId }, args, { dataSources }, info) =>
    dataSources.review.listPermissions({ certificationId, itemId: id }, args, selectedParts(info)),
};
