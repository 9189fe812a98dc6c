import type { IdentityResolvers } from '../../generated/types.js';
import { selectedCertificationParts } from './selected-parts.js';

export const Identity: IdentityResolvers = {
  certificationsToReview: ({ id }, args, { dataSources }, info) =>
    dataSources.certification.listCertifications({ ...args, reviewerId: id }, selectedCertificationParts(info)),
};
