import type { CertificationCampaignResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';

export const CertificationCampaign: CertificationCampaignResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }, info) =>
    dataSources.certification.findVisibleCampaign(
      checkedId('representations.id', id),
      Selection.below(info, 'CertificationCampaign'),
    ),
};
