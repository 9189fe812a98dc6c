import type { ReassignCertificationPayloadResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';

export const ReassignCertificationPayload: ReassignCertificationPayloadResolvers = {
  certification: ({ certificationId }, _args, { dataSources }, info) =>
    dataSources.certification.readAnew(certificationId, Selection.below(info)),
};
