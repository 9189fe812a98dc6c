import type { GraphQLSchema } from 'graphql';
import { certificationCosts } from '../certification/cost.js';
import { certificationResolvers } from '../certification/resolvers/index.js';
import type { Costs } from '../graphql/estimate/cost.js';
import { createSchema } from '../graphql/schema.js';
import { identityCosts, identityCostsWithoutLookup } from '../identity/cost.js';
import { identityResolvers } from '../identity/resolvers/index.js';
import { reassignmentCosts } from '../reassignment/cost.js';
import { reassignmentResolvers } from '../reassignment/resolvers/index.js';
import { taskCosts } from '../task/cost.js';
import { taskResolvers } from '../task/resolvers/index.js';

/** All domains together. */
export function createGatewaySchema(): GraphQLSchema {
  return createSchema([
    { name: 'certification', resolvers: certificationResolvers },
    { name: 'task', resolvers: taskResolvers },
    { name: 'reassignment', resolvers: reassignmentResolvers },
    { name: 'identity', resolvers: identityResolvers },
  ]);
}

/** What the fields of all domains cost. Where names are not looked up, they cost nothing. */
export function gatewayCosts(isIdentityLookupOn: boolean): Costs {
  return { ...certificationCosts, ...taskCosts, ...reassignmentCosts, ...(isIdentityLookupOn ? identityCosts : identityCostsWithoutLookup) };
}
