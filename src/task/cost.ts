import type { QueryCertificationTaskArgs, QueryPendingCertificationTasksArgs } from '../generated/types.js';
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
} from '../graphql/estimate/cost.js';
import { batchLoader, listLoader, singleLoader, type Loader } from '../graphql/estimate/loader.js';
import { idsPerCall } from '../graphql/loaders.js';
import { selectedParts } from '../graphql/selected-parts.js';
import type { Contract } from '../upstream/generation.js';
import { checkedWaitSeconds } from './arguments.js';

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
/** The upstream follows a chain no further. */
const mostSteps = 5;

/** What the fields of tasks cost, by their names in the schema. */
export const taskCosts: Costs = {
  'Certification.pendingTasks': (use) => readForParent(use, pendingByCertification[use.generation.contract]),
  'CertificationTask.__resolveReference': (use) => readById(use, taskById[use.generation.contract]),
  'CertificationTask.reassignmentTrail': listOf(mostSteps),
  'CertificationTask.target': target,
  'Mutation.reassignCertification': (use) => readFor(use, changes),
  'Query.certificationTask': costOf(task),
  'Query.pendingCertificationTasks': costOf(pendingTasks),
  'ReassignCertificationPayload.certification': reference(),
  'Subscription.certificationTaskProgress': (use) => readById(use, taskById[use.generation.contract]),
};

const toTarget = reference();

/** On beta a task is always about a certification. */
function target(use: FieldUse): Cost {
  const isNever = use.typeName === 'CertificationCampaign' && use.generation.contract === 'beta';
  return isNever ? { reads: [], size: 0 } : toTarget(use);
}

/** Who waits looks at it once a second at first, and less often when nothing changes; further looks come one after the other. */
function task(use: FieldUse<QueryCertificationTaskArgs>): Cost {
  const read = readById(use, taskById[use.generation.contract]);
  const looks = Math.ceil((checkedWaitSeconds(use.args.waitSeconds)) / 2);
  return looks === 0 ? read : { ...read, reads: [...read.reads, { loader: looking, key: use.name, count: looks }] };
}

/** On beta all tasks of the certifications that are named are read, whatever is selected of them. */
function pendingTasks(use: FieldUse<QueryPendingCertificationTasksArgs>): Cost {
  const page = pageOf(use, lists, selectedParts(use.info));
  if (use.generation.contract === 'stable') return page;
  const ids = checkedIds('filter.targetIds', use.args.filter?.targetIds) ?? [];
  const loader = pendingByCertification.beta;
  return { ...page, reads: ids.map((id) => ({ loader, key: namedObject('Certification', id), count: 1 })) };
}
