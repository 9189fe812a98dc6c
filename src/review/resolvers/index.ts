import type { Resolvers } from '../../generated/types.js';
import { AccessReviewItem } from './AccessReviewItem.js';
import { Certification } from './Certification.js';

export const reviewResolvers: Resolvers = { AccessReviewItem, Certification };
