import type { ReassignmentConfigurationDetailResolvers } from '../../generated/types.js';
import { stateOf } from '../mapping.js';

export const ReassignmentConfigurationDetail: ReassignmentConfigurationDetailResolvers = {
  isPermanent: ({ endsAt }) => endsAt === null,
  state: (detail, _args, { clock }) => stateOf(detail, clock),
};
