import type { CertificationCampaignResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';
import { campaignReference } from '../mapping.js';

const fieldsOfReference = new Set(['__typename', 'id']);

export const CertificationCampaign: CertificationCampaignResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async (reference, { dataSources }, info) => {
    const id = checkedId('representations.id', reference.id);
    const needsReading = Selection.below(info, 'CertificationCampaign').hasOtherThan(fieldsOfReference);
    return needsReading ? dataSources.certification.findVisibleCampaign(id) : campaignReference(id);
  },
};
