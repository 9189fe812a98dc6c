import type {
  CreateReassignmentConfigurationPayloadResolvers,
  ReplaceReassignmentConfigurationPayloadResolvers,
} from '../../generated/types.js';

/** Creating and replacing answer alike. */
const payload = {
  configuration: ({ changed }, _args, { dataSources }) =>
    changed === null ? null : dataSources.reassignment.findConfiguration('identityId', changed.identityId),
  configDetail: async ({ changed }, _args, { dataSources }) => {
    if (changed === null) return null;
    const configuration = await dataSources.reassignment.findConfiguration('identityId', changed.identityId);
    return configuration?.configDetails.find(({ configType }) => configType === changed.configType) ?? null;
  },
  evaluation: ({ changed }, _args, { dataSources }) =>
    changed === null ? null : dataSources.reassignment.evaluate('identityId', changed.identityId, changed.configType, []),
} satisfies CreateReassignmentConfigurationPayloadResolvers & ReplaceReassignmentConfigurationPayloadResolvers;

export const CreateReassignmentConfigurationPayload: CreateReassignmentConfigurationPayloadResolvers = payload;
export const ReplaceReassignmentConfigurationPayload: ReplaceReassignmentConfigurationPayloadResolvers = payload;
