import type { CertificationTaskResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';

export const CertificationTask: CertificationTaskResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }) =>
    dataSources.task.findVisibleTask(checkedId('representations.id', id)),
  target: ({ targetType, targetId }, _args, { dataSources }, info) => {
    if (targetId === null || targetType === null) return null;
    if (targetType === 'CERTIFICATION') {
      return dataSources.certification.completeById(targetId, Selection.below(info, 'Certification'));
    }
    return dataSources.campaign.completeCampaign(targetId, Selection.below(info, 'CertificationCampaign'));
  },
};
