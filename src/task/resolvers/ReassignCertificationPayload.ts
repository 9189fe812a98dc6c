import type { ReassignCertificationPayloadResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';

export const ReassignCertificationPayload: ReassignCertificationPayloadResolvers = {
  certification: ({ certificationId }, _args, { dataSources }, info) =>
    certificationId === null
      ? null
      : dataSources.certification.findVisibleCertification(certificationId, Selection.below(info)),
};
