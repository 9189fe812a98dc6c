import type { ReassignmentConfigurationResolvers } from '../../generated/types.js';
import { checkedList } from '../../graphql/arguments.js';
import { stateOf } from '../mapping.js';

export const ReassignmentConfiguration: ReassignmentConfigurationResolvers = {
  // Asynchronous, so that a representation that is refused fails alone.
  __resolveReference: async ({ id }, { dataSources }) =>
    dataSources.reassignment.findVisibleConfiguration('representations.id', id),
  configDetails: ({ configDetails }, args, { clock }) => {
    const configTypes = checkedList('configTypes', args.configTypes);
    const states = checkedList('states', args.states);
    return configDetails.filter(
      (detail) =>
        (configTypes === null || (detail.configType !== null && configTypes.includes(detail.configType))) &&
        (states === null || states.includes(stateOf(detail, clock))),
    );
  },
};
