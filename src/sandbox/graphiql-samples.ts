import type { GraphiqlSamples } from '../server/graphiql.js';
import type { Upstream } from './upstream.js';

/** What GraphiQL offers to try: the personas, and ids of the tenant for the example operations' variables. */
export function graphiqlSamples({ personas, tenant }: Upstream): GraphiqlSamples {
  const { campaigns, certifications } = tenant.examples;
  return {
    personas: personas.map(({ key, name, description, token }) => ({ key, name, description, token })),
    variables: {
      certificationId: certifications.reassigned,
      campaignId: campaigns.managerReview,
    },
  };
}
