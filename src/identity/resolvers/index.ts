import type { Resolvers } from '../../generated/types.js';
import { Identity } from './Identity.js';
import { Query } from './Query.js';

export const identityResolvers: Resolvers = { Identity, Query };
