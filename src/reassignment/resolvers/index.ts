import type { Resolvers } from '../../generated/types.js';
import { DeleteReassignmentConfigurationPayload } from './DeleteReassignmentConfigurationPayload.js';
import { Identity } from './Identity.js';
import { Mutation } from './Mutation.js';
import { Query } from './Query.js';
import { ReassignmentConfiguration } from './ReassignmentConfiguration.js';
import { ReassignmentConfigurationDetail } from './ReassignmentConfigurationDetail.js';
import {
  CreateReassignmentConfigurationPayload,
  ReplaceReassignmentConfigurationPayload,
} from './SetConfigurationPayload.js';

export const reassignmentResolvers: Resolvers = {
  CreateReassignmentConfigurationPayload,
  DeleteReassignmentConfigurationPayload,
  Identity,
  Mutation,
  Query,
  ReassignmentConfiguration,
  ReassignmentConfigurationDetail,
  ReplaceReassignmentConfigurationPayload,
};
