import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { checkedId } from '../../graphql/arguments.js';
import { selectedParts } from '../../graphql/selected-parts.js';
import { Selection } from '../../graphql/selection.js';

export const Query: QueryResolvers = {
  certificationCampaigns: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.campaign.listCampaigns(args, selectedParts(info))),
  certificationCampaign: (_root, { id }, { dataSources }, info) =>
    dataSources.campaign.findCampaign(checkedId('id', id), Selection.below(info)),
};
