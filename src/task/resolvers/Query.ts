import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { checkedId } from '../../graphql/arguments.js';
import { selectedParts } from '../../graphql/selected-parts.js';

export const Query: QueryResolvers = {
  certificationTask: (_root, { id, certificationId }, { dataSources }) =>
    dataSources.task.findTask(
      checkedId('id', id),
      certificationId === null || certificationId === undefined ? null : checkedId('certificationId', certificationId),
    ),
  pendingCertificationTasks: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.task.listPending(args, selectedParts(info))),
};
