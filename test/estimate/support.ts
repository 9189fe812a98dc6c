import { getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { campaignCosts } from '../../src/campaign/cost.js';
import { campaignResolvers } from '../../src/campaign/resolvers/index.js';
import { certificationCosts } from '../../src/certification/cost.js';
import { certificationResolvers } from '../../src/certification/resolvers/index.js';
import type { Costs } from '../../src/graphql/estimate/cost.js';
import { estimateOf, type Estimate } from '../../src/graphql/estimate/estimate.js';
import { createSchema } from '../../src/graphql/schema.js';
import { identityCosts } from '../../src/identity/cost.js';
import { identityResolvers } from '../../src/identity/resolvers/index.js';
import { reassignmentCosts } from '../../src/reassignment/cost.js';
import { reassignmentResolvers } from '../../src/reassignment/resolvers/index.js';
import { reviewCosts } from '../../src/review/cost.js';
import { reviewResolvers } from '../../src/review/resolvers/index.js';
import { taskCosts } from '../../src/task/cost.js';
import { taskResolvers } from '../../src/task/resolvers/index.js';
import { parseApiUrl } from '../../src/upstream/generation.js';

export const domains = [
  { name: 'certification', resolvers: certificationResolvers, costs: certificationCosts },
  { name: 'campaign', resolvers: campaignResolvers, costs: campaignCosts },
  { name: 'review', resolvers: reviewResolvers, costs: reviewCosts },
  { name: 'task', resolvers: taskResolvers, costs: taskCosts },
  { name: 'reassignment', resolvers: reassignmentResolvers, costs: reassignmentCosts },
  { name: 'identity', resolvers: identityResolvers, costs: identityCosts },
];

export const schema: GraphQLSchema = createSchema(domains);

export const costs: Costs = Object.assign({}, ...domains.map((domain) => domain.costs)) as Costs;

/** Of the only operation in `query`. */
export function estimate(query: string, variables: Readonly<Record<string, unknown>> = {}, generation = 'v2025'): Estimate {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new TypeError('not one operation');
  return estimateOf({ schema, document, operation, variables, generation: parseApiUrl(`https://tenant.test/${generation}`, false), costs });
}
