import type { AccessReviewItemResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';
import { selectedParts } from '../../graphql/selected-parts.js';

export const AccessReviewItem: AccessReviewItemResolvers = {
  certification: ({ certification }, _args, { dataSources }, info) =>
    dataSources.certification.complete(certification, Selection.below(info)),
  permissions: ({ id, certification }, args, { dataSources }, info) =>
    dataSources.certification.listPermissions({ certificationId: certification.id, itemId: id }, args, selectedParts(info)),
};
