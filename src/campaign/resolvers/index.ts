import type { Resolvers } from '../../generated/types.js';
import { CertificationCampaign } from './CertificationCampaign.js';
import { Query } from './Query.js';

export const campaignResolvers: Resolvers = { CertificationCampaign, Query };
