import type { ReassignAccessReviewItemsPayloadResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';

export const ReassignAccessReviewItemsPayload: ReassignAccessReviewItemsPayloadResolvers = {
  certification: ({ certificationId }, _args, { dataSources }, info) =>
    certificationId === null
      ? null
      : dataSources.certification.findVisibleCertification(certificationId, Selection.below(info)),
};
