import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { checkedId, optionalId } from '../../graphql/arguments.js';
import { selectedParts } from '../../graphql/selected-parts.js';

export const Query: QueryResolvers = {
  certificationTask: (_root, { id, certificationId, waitSeconds }, { dataSources }) =>
    dataSources.task.waitForTask(checkedId('id', id), optionalId('certificationId', certificationId), waitSeconds ?? 0),
  pendingCertificationTasks: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.task.listPending(args, selectedParts(info))),
};
