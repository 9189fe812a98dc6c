import type { CertificationReassignmentResolvers } from '../../generated/types.js';
import { needsReading } from './Certification.js';

export const CertificationReassignment: CertificationReassignmentResolvers = {
  /** Often a certification of somebody else: what may not be read is null, what was named stays. */
  from: async ({ from }, _args, { dataSources }, info) => {
    if (from === null || !needsReading(info, ['name', 'reviewer'])) return from;
    return (await dataSources.certification.findVisibleCertification(from.id)) ?? from;
  },
};
