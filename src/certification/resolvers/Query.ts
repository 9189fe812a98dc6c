import type { QueryResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { certificationReference } from '../mapping.js';
import { needsReading } from './Certification.js';
import { selectedCertificationParts } from './selected-parts.js';

export const Query: QueryResolvers = {
  certifications: (_root, args, { dataSources }, info) =>
    dataSources.certification.listCertifications(args, selectedCertificationParts(info)),

  certification: (_root, args, { dataSources }, info) => {
    const id = checkedId('id', args.id);
    return needsReading(info) ? dataSources.certification.findCertification(id) : certificationReference(id);
  },
};
