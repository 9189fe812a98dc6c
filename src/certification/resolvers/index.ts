import type { Resolvers } from '../../generated/types.js';
import { Certification } from './Certification.js';
import { CertificationCampaign } from './CertificationCampaign.js';
import { CertificationConnection } from './CertificationConnection.js';
import { CertificationReassignment } from './CertificationReassignment.js';
import { CertificationSummary } from './CertificationSummary.js';
import { Identity } from './Identity.js';
import { Mutation } from './Mutation.js';
import { Query } from './Query.js';
import { Reviewer } from './Reviewer.js';

export const certificationResolvers: Resolvers = {
  Certification,
  CertificationCampaign,
  CertificationConnection,
  CertificationReassignment,
  CertificationSummary,
  Identity,
  Mutation,
  Query,
  Reviewer,
};
