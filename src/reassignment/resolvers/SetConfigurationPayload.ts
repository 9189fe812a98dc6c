import type {
  CreateReassignmentConfigurationPayloadResolvers,
  ReplaceReassignmentConfigurationPayloadResolvers,
} from '../../generated/types.js';

/** Creating and replacing answer alike. */
const payload = {
  evaluation: ({ changed }, _args, { dataSources }) =>
    changed === null ? null : dataSources.reassignment.evaluate('identityId', changed.identityId, changed.configType, []),
} satisfies CreateReassignmentConfigurationPayloadResolvers & ReplaceReassignmentConfigurationPayloadResolvers;

export const CreateReassignmentConfigurationPayload: CreateReassignmentConfigurationPayloadResolvers = payload;
export const ReplaceReassignmentConfigurationPayload: ReplaceReassignmentConfigurationPayloadResolvers = payload;
