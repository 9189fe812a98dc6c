import type { CertificationCampaignResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import type { CampaignDetailsModel, CertificationCampaignModel } from '../../graphql/certification-campaign.js';
import { Selection } from '../../graphql/selection.js';
import type { CampaignDataSource } from '../data-source.js';

export const CertificationCampaign: CertificationCampaignResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }, info) =>
    dataSources.campaign.findVisibleCampaign(checkedId('representations.id', id), Selection.below(info, 'CertificationCampaign')),
  status: detail('status'),
  statusName: detail('statusName'),
  dueAt: detail('dueAt'),
  createdAt: detail('createdAt'),
  totalCertifications: detail('totalCertifications'),
  completedCertifications: detail('completedCertifications'),
  isEmailNotificationEnabled: detail('isEmailNotificationEnabled'),
  isAutoRevokeAllowed: detail('isAutoRevokeAllowed'),
  isRecommendationsEnabled: detail('isRecommendationsEnabled'),
  alerts: detail('alerts'),
};

interface AskedContext {
  readonly dataSources: { readonly campaign: CampaignDataSource };
}

/** A field that certifications do not tell: read with all of them when the answer at hand is one of theirs. */
function detail<Field extends keyof CampaignDetailsModel>(field: Field) {
  return async (campaign: CertificationCampaignModel, _args: object, { dataSources }: AskedContext): Promise<CampaignDetailsModel[Field] | null> =>
    (await dataSources.campaign.findDetails(campaign))?.[field] ?? null;
}
