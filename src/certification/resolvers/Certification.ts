import type { GraphQLResolveInfo } from 'graphql';
import type { CertificationResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import { Selection } from '../../graphql/selection.js';
import { certificationReference, isOverdue } from '../mapping.js';
import { selectedParts } from './selected-parts.js';

/** What a certification's id is enough for: these have calls of their own, or none. */
const fieldsOfReference = ['__typename', 'id', 'reviewers'];

/**
 * Whether the operation selects anything of a certification that must be read, when `known` fields are at hand. The
 * field that leads to a certification asks this; the fields of the certification itself never load.
 */
export function needsReading(info: GraphQLResolveInfo, known: readonly string[] = []): boolean {
  return Selection.below(info, 'Certification').hasOtherThan(new Set([...fieldsOfReference, ...known]));
}

export const Certification: CertificationResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async (reference, { dataSources }, info) => {
    const id = checkedId('representations.id', reference.id);
    return needsReading(info) ? dataSources.certification.findVisibleCertification(id) : certificationReference(id);
  },
  isOverdue: (certification, _args, { now }) => (certification.isRead ? isOverdue(certification, now()) : null),
  reviewers: ({ id }, args, { dataSources }, info) =>
    dataSources.certification.listReviewers(id, args, selectedParts(info)),
};
