import { badUserInput } from '../../errors.js';
import type { CertificationCampaignResolvers } from '../../generated/types.js';
import { selectedCertificationParts } from './selected-parts.js';

export const CertificationCampaign: CertificationCampaignResolvers = {
  certifications: ({ id }, args, { dataSources }, info) => {
    if (args.filter?.campaignIds) throw badUserInput('filter.campaignIds', 'filter.campaignIds is not taken here: it is this campaign.');
    const filter = { ...args.filter, campaignIds: [id] };
    return dataSources.certification.listCertifications({ ...args, filter }, selectedCertificationParts(info));
  },
};
