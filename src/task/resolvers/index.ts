import type { Resolvers } from '../../generated/types.js';
import { Certification } from './Certification.js';
import { CertificationTask } from './CertificationTask.js';
import { CertificationTaskTarget } from './CertificationTaskTarget.js';
import { Mutation } from './Mutation.js';
import { Query } from './Query.js';
import { ReassignAccessReviewItemsPayload } from './ReassignAccessReviewItemsPayload.js';
import { ReassignCertificationPayload } from './ReassignCertificationPayload.js';
import { Subscription } from './Subscription.js';

export const taskResolvers: Resolvers = {
  Certification,
  CertificationTask,
  CertificationTaskTarget,
  Mutation,
  Query,
  ReassignAccessReviewItemsPayload,
  ReassignCertificationPayload,
  Subscription,
};
