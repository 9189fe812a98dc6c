import type { CertificationResolvers } from '../../generated/types.js';

export const Certification: CertificationResolvers = {
  pendingTasks: ({ id }, _args, { dataSources }) => dataSources.task.listPendingOf(id),
};
