import type { GraphQLSchema } from 'graphql';
import { campaignCosts } from '../campaign/cost.js';
import { campaignResolvers } from '../campaign/resolvers/index.js';
import { certificationCosts } from '../certification/cost.js';
import { certificationResolvers } from '../certification/resolvers/index.js';
import type { Costs } from '../graphql/estimate/cost.js';
import { meterFields } from '../graphql/metered-schema.js';
import { createSchema } from '../graphql/schema.js';
import { identityCosts, identityCostsWithoutLookup } from '../identity/cost.js';
import { identityResolvers } from '../identity/resolvers/index.js';
import { reassignmentCosts } from '../reassignment/cost.js';
import { reassignmentResolvers } from '../reassignment/resolvers/index.js';
import { reviewCosts } from '../review/cost.js';
import { reviewResolvers } from '../review/resolvers/index.js';
import { taskCosts } from '../task/cost.js';
import { taskResolvers } from '../task/resolvers/index.js';

let built: GraphQLSchema | null = null;
let builtMetered: GraphQLSchema | null = null;

/** All domains together: built once, as all gateways of a process have the same. */
export function gatewaySchema(): GraphQLSchema {
  built ??= createGatewaySchema();
  return built;
}

/** The same, with fields that tell the call meter which of them asks: a schema of its own, so that the other one's fields know nothing of it. */
export function meteredGatewaySchema(): GraphQLSchema {
  builtMetered ??= meterFields(createGatewaySchema());
  return builtMetered;
}

function createGatewaySchema(): GraphQLSchema {
  return createSchema([
    { name: 'certification', resolvers: certificationResolvers },
    { name: 'campaign', resolvers: campaignResolvers },
    { name: 'review', resolvers: reviewResolvers },
    { name: 'task', resolvers: taskResolvers },
    { name: 'reassignment', resolvers: reassignmentResolvers },
    { name: 'identity', resolvers: identityResolvers },
  ]);
}

/** What the fields of all domains cost. Where names are not looked up, they cost nothing. */
export function gatewayCosts(isIdentityLookupOn: boolean): Costs {
  return {
    ...certificationCosts,
    ...campaignCosts,
    ...reviewCosts,
    ...taskCosts,
    ...reassignmentCosts,
    ...(isIdentityLookupOn ? identityCosts : identityCostsWithoutLookup),
  };
}
