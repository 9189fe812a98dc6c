import type { ReassignmentConfigurationResolvers } from '../../generated/types.js';
import { stateOf } from '../mapping.js';

export const ReassignmentConfiguration: ReassignmentConfigurationResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }) =>
    dataSources.reassignment.findVisibleConfiguration('representations.id', id),
  configDetails: ({ configDetails }, { configTypes, states }, { now }) =>
    configDetails.filter(
      (detail) =>
        (!configTypes || (detail.configType !== null && configTypes.includes(detail.configType))) &&
        (!states || states.includes(stateOf(detail, now()))),
    ),
};
