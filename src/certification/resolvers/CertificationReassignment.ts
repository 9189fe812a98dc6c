import type { CertificationReassignmentResolvers } from '../../generated/types.js';
import { Selection } from '../../graphql/selection.js';

export const CertificationReassignment: CertificationReassignmentResolvers = {
  from: ({ from }, _args, { dataSources }, info) =>
    from === null ? null : dataSources.certification.complete(from, Selection.below(info)),
};
