import type {
  MutationReassignAccessReviewItemsArgs,
  MutationReassignCampaignCertificationsArgs,
  QueryCertificationTaskArgs,
  QueryCertificationTasksArgs,
  QueryPendingCertificationTasksArgs,
} from '../generated/types.js';
import { checkedIds } from '../graphql/arguments.js';
import {
  costOf,
  listOf,
  namedObject,
  pageOf,
  readById,
  readFor,
  readForParent,
  reference,
  type Cost,
  type Costs,
  type FieldUse,
  type Read,
} from '../graphql/estimate/cost.js';
import { batchLoader, listLoader, singleLoader, type Loader } from '../graphql/estimate/loader.js';
import { idsPerCall } from '../graphql/loaders.js';
import { selectedParts } from '../graphql/selected-parts.js';
import type { Contract } from '../upstream/generation.js';
import { checkedTaskIds, checkedWaitSeconds } from './arguments.js';
import { checkCampaignReassignment } from './campaign-reassignments.js';
import { mostCallsFor, mostTasksFor } from './item-groups.js';
import { checkedItemAims, problemsOf } from './item-reassignment-input.js';

const changes = singleLoader('reassignment');
const lists = listLoader('tasks');
/** On beta a call for each, a hundred at a time. */
const oneByOne = (name: string): Loader => ({ ...singleLoader(name), keysPerAnswer: idsPerCall });
const pendingByCertification: Readonly<Record<Contract, Loader>> = {
  beta: oneByOne('pending tasks'),
  stable: batchLoader('pending tasks'),
};
const taskById: Readonly<Record<Contract, Loader>> = {
  beta: oneByOne('task'),
  // Only those that are still pending come in the shared call.
  stable: batchLoader('task', Infinity),
};
const looking = singleLoader('looks at a task');
const readingItems = singleLoader('items to reassign');
/** The upstream follows a chain no further. */
const mostSteps = 5;

/** What the fields of tasks cost, by their names in the schema. */
export const taskCosts: Costs = {
  'Certification.pendingTasks': (use) => readForParent(use, pendingByCertification[use.generation.contract]),
  'CertificationTask.__resolveReference': (use) => readById(use, taskById[use.generation.contract]),
  'CertificationTask.reassignmentTrail': listOf(mostSteps),
  'CertificationTask.target': target,
  'CertificationTaskProgress.tasks': listOfParent,
  'Mutation.reassignAccessReviewItems': costOf(reassignedItems),
  'Mutation.reassignCampaignCertifications': costOf(reassignedCertifications),
  'Mutation.reassignCertification': (use) => readFor(use, changes),
  'Query.certificationTask': costOf(task),
  'Query.certificationTasks': costOf(tasks),
  'Query.pendingCertificationTasks': costOf(pendingTasks),
  'ReassignAccessReviewItemsPayload.certification': reference(),
  'ReassignAccessReviewItemsPayload.outcomes': listOfParent,
  'ReassignAccessReviewItemsPayload.progress': ({ parents }) => ({ reads: [], size: mostTasksFor(parents.pageSize ?? 0) }),
  'ReassignCertificationPayload.certification': reference(),
  'Subscription.certificationTaskProgress': (use) => readById(use, taskById[use.generation.contract]),
};

const toTarget = reference();

/** On beta a task is always about a certification. */
function target(use: FieldUse): Cost {
  const isNever = use.typeName === 'CertificationCampaign' && use.generation.contract === 'beta';
  return isNever ? { reads: [], size: 0 } : toTarget(use);
}

/** As long as the field that leads to the list has said. */
function listOfParent({ parents }: FieldUse): Cost {
  return { reads: [], size: parents.pageSize ?? 0 };
}

function task(use: FieldUse<QueryCertificationTaskArgs>): Cost {
  const read = readById(use, taskById[use.generation.contract]);
  return { ...read, reads: [...read.reads, ...looksOf(use)] };
}

function tasks(use: FieldUse<QueryCertificationTasksArgs>): Cost {
  const size = checkedTaskIds(use.args.ids).length;
  const loader = taskById[use.generation.contract];
  const looksTogether = use.generation.contract === 'beta' ? size : 1;
  return { reads: [{ loader, key: use.name, count: size }, ...looksOf(use, looksTogether)], size };
}

/** Who waits looks once a second at first, and less often when nothing changes; further looks come one after the other. */
function looksOf({ args, name }: FieldUse<Pick<QueryCertificationTaskArgs, 'waitSeconds'>>, callsEach = 1): Read[] {
  const looks = Math.ceil(checkedWaitSeconds(args.waitSeconds) / 2);
  return looks === 0 ? [] : [{ loader: looking, key: name, count: looks * callsEach }];
}

/** Pending tasks and items are read, and the certification where something is refused. */
function reassignedItems(use: FieldUse<MutationReassignAccessReviewItemsArgs>): Cost {
  const { input } = use.args;
  const { certificationId, aims } = checkedItemAims(input, use.generation);
  if (problemsOf(input).length > 0) return { reads: [], size: 0 };
  const calls = input.reassignments.reduce((sum, { itemIds }) => sum + mostCallsFor(itemIds.length), 0);
  const byId = Math.ceil(aims.length / idsPerCall);
  // Of many, a page, what is then cheaper, and what has slipped between its pages; and why something was refused.
  const reads = (aims.length > idsPerCall ? 1 + 2 * byId : byId) + 1;
  return {
    reads: [
      { loader: pendingByCertification.stable, key: namedObject('Certification', certificationId), count: 1 },
      { loader: readingItems, key: use.name, count: reads },
      { loader: changes, key: use.name, count: calls },
    ],
    size: aims.length,
  };
}

function reassignedCertifications(use: FieldUse<MutationReassignCampaignCertificationsArgs>): Cost {
  checkCampaignReassignment(use.args.input, use.generation);
  return readFor(use, changes);
}

/** On beta all tasks of the certifications that are named are read, whatever is selected of them. */
function pendingTasks(use: FieldUse<QueryPendingCertificationTasksArgs>): Cost {
  const page = pageOf(use, lists, selectedParts(use.info));
  if (use.generation.contract === 'stable') return page;
  const ids = checkedIds('filter.targetIds', use.args.filter?.targetIds) ?? [];
  const loader = pendingByCertification.beta;
  return { ...page, reads: ids.map((id) => ({ loader, key: namedObject('Certification', id), count: 1 })) };
}
