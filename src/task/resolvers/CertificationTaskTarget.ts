import type { CertificationTaskTargetResolvers } from '../../generated/types.js';

export const CertificationTaskTarget: CertificationTaskTargetResolvers = {
  __resolveType: (target) => ('correlatedStatus' in target ? 'CertificationCampaign' : 'Certification'),
};
