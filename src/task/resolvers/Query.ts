import type { QueryResolvers } from '../../generated/types.js';
import { nullWhenNotFound } from '../../graphql/absence.js';
import { checkedId, optionalId } from '../../graphql/arguments.js';
import { selectedParts } from '../../graphql/selected-parts.js';
import { checkedTaskIds, checkedWaitSeconds } from '../arguments.js';

export const Query: QueryResolvers = {
  certificationTask: (_root, { id, certificationId, waitSeconds }, { dataSources }) =>
    dataSources.task.waitForTask(checkedId('id', id), optionalId('certificationId', certificationId), checkedWaitSeconds(waitSeconds)),
  certificationTasks: (_root, { ids, certificationId, waitSeconds }, { dataSources }) =>
    dataSources.task.waitForTasks(checkedTaskIds(ids), optionalId('certificationId', certificationId), checkedWaitSeconds(waitSeconds)),
  pendingCertificationTasks: (_root, args, { dataSources }, info) =>
    nullWhenNotFound(dataSources.task.listPending(args, selectedParts(info))),
};
