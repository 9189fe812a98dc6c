import type { QueryResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';
import { selectedCertificationParts } from './selected-parts.js';

export const Query: QueryResolvers = {
  certifications: (_root, args, { dataSources }, info) =>
    dataSources.certification.listCertifications(args, selectedCertificationParts(info)),
  certification: (_root, { id }, { dataSources }, info) =>
    dataSources.certification.findCertification(checkedId('id', id), Selection.below(info)),
};
