import type { CertificationConnectionResolvers } from '../../generated/types.js';
import { summaryOf } from '../summary.js';

export const CertificationConnection: CertificationConnectionResolvers = {
  summary: async ({ query }, _args, { dataSources, clock }) => {
    const { certifications, isComplete } = await dataSources.certification.readAll(query);
    return summaryOf(certifications, isComplete, clock);
  },
};
