import type { ReviewerResolvers } from '../../generated/types.js';

export const Reviewer: ReviewerResolvers = {
  identity: ({ id, type, name, email }) => (type === 'IDENTITY' ? { id, name, email } : null),
};
