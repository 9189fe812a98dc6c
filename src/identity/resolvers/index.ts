import type { Resolvers } from '../../generated/types.js';
import { Identity } from './Identity.js';

export const identityResolvers: Resolvers = { Identity };
