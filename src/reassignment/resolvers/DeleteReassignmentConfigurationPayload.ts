import type { DeleteReassignmentConfigurationPayloadResolvers } from '../../generated/types.js';

export const DeleteReassignmentConfigurationPayload: DeleteReassignmentConfigurationPayloadResolvers = {
  configuration: ({ identityId }, _args, { dataSources }) =>
    dataSources.reassignment.findConfiguration('identityId', identityId),
};
