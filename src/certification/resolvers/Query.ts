import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';
import { selectedCertificationParts } from './selected-parts.js';

export const Query: QueryResolvers = {
  certifications: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.certification.listCertifications(args, selectedCertificationParts(info))),
  certification: (_root, { id }, { dataSources }, info) =>
    dataSources.certification.findCertification(checkedId('id', id), Selection.below(info)),
};
