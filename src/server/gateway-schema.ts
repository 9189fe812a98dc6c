import type { GraphQLSchema } from 'graphql';
import { certificationResolvers } from '../certification/resolvers/index.js';
import { createSchema } from '../graphql/schema.js';
import { identityResolvers } from '../identity/resolvers/index.js';
import { reassignmentResolvers } from '../reassignment/resolvers/index.js';
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
