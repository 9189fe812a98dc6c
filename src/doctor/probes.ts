import { getActiveCampaigns } from '../campaign/client.js';
import {
  getIdentityCertification,
  listCertificationReviewers,
  listCertifications,
  makeIdentityDecision,
  signOffIdentityCertification,
} from '../certification/client.js';
import { getPublicIdentities } from '../identity/client.js';
import {
  createReassignmentConfiguration,
  deleteReassignmentConfiguration,
  getEvaluateReassignmentConfiguration,
  getReassignmentConfigTypes,
  getReassignmentConfiguration,
  getTenantConfigConfiguration,
  listReassignmentConfigurations,
  putReassignmentConfig,
  putTenantConfiguration,
} from '../reassignment/client.js';
import {
  getIdentityAccessSummaries,
  getIdentityCertificationItemPermissions,
  getIdentityDecisionSummary,
  getIdentitySummaries,
  listIdentityAccessReviewItems,
} from '../review/client.js';
import { checkedAccessQuery, checkedDecisionSummaryQuery, checkedIdentitySummaryQuery, checkedPermissionQuery } from '../review/list-query.js';
import {
  getCertificationTask,
  getIdentityCertificationPendingTasks,
  getIdentityCertificationTaskStatus,
  getPendingCertificationTasks,
  move,
  reassignIdentityCertifications,
  submitReassignCertsAsync,
} from '../task/client.js';
import type { Generation } from '../upstream/generation.js';
import type { Operation } from '../upstream/operation.js';
import type { Clients } from './clients.js';
import { askCertifications, askConfigurations, askItems, askPendingTasks, askReviewers, somePage } from './first-questions.js';
import { unconfiguredIdentity, type Known } from './known.js';
import {
  certificationFields,
  configurationPaging,
  deprecation,
  evaluationAssignee,
  evaluationShape,
  nothingSetUp,
  permanentEnds,
  ruleTypeSpelling,
  stepTypes,
  totalCount,
  workTypeSpelling,
  type Finding,
} from './observations.js';
import type { SeenAnswer } from './seen-answer.js';

/** One question to a generation. */
export interface Probe {
  readonly operation: Operation;
  readonly isIn: (generation: Generation) => boolean;
  /** Asked on every generation, or only on those that are examined closely. */
  readonly isForAll: boolean;
  /** What must have been found before. */
  readonly needs?: string;
  /** An answer to look at, not an operation to have: it has no line of its own in a report. */
  readonly isExperiment?: true;
  /** Sends at most one call; null when there is nothing to ask about. Throws as the clients do. */
  readonly ask: (clients: Clients, known: Known) => Promise<unknown> | null;
  /** Told of the answer as it came, refusals included. */
  readonly observe?: (answer: SeenAnswer, known: Known, generation: Generation) => readonly Finding[];
}

const everywhere = () => true;
const onBeta = ({ contract }: Generation) => contract === 'beta';
const onStable = ({ contract }: Generation) => contract === 'stable';
const withRules = ({ hasWorkReassignment }: Generation) => hasWorkReassignment;
const withUnpagedRules = (generation: Generation) => onStable(generation) && withRules(generation);

const aCertification = 'a certification that the caller may see';
const anIdentity = 'an identity in the token';

/** `ask` about a certification, once there is one. */
function ofCertification(ask: (clients: Clients, known: Known, certificationId: string) => Promise<unknown>): Pick<Probe, 'needs' | 'ask'> {
  return {
    needs: aCertification,
    ask: (clients, known) => (known.certificationId === null ? null : ask(clients, known, known.certificationId)),
  };
}

const campaignsByName = { ids: null, name: null, statuses: null, order: [{ field: 'NAME', isDescending: false }] } as const;
const routedOrOwn = ({ routedIdentityId, identityId }: Known) => routedIdentityId ?? identityId;

/** In the order in which they are asked: the first ones find what the later ones ask about. */
export const probes: readonly Probe[] = [
  {
    operation: listCertifications,
    isIn: everywhere,
    isForAll: true,
    ask: askCertifications,
    observe: (answer, _known, generation) =>
      answer.isSuccess ? [totalCount(answer), deprecation(answer), ...(onBeta(generation) ? [certificationFields(answer)] : [])] : [],
  },
  { operation: getPendingCertificationTasks, isIn: onStable, isForAll: true, ask: askPendingTasks },
  {
    operation: getIdentityCertificationPendingTasks,
    isIn: onBeta,
    isForAll: true,
    ...ofCertification(({ task }, _known, id) => task.listPendingOf(id)),
  },
  {
    operation: getActiveCampaigns,
    isIn: onStable,
    isForAll: true,
    ask: ({ campaign }) => campaign.listCampaigns(campaignsByName, somePage),
  },
  {
    operation: getReassignmentConfigTypes,
    isIn: withRules,
    isForAll: true,
    ask: ({ reassignment }) => reassignment.listConfigTypes(),
    observe: (answer) => [workTypeSpelling(answer)],
  },
  {
    operation: listReassignmentConfigurations,
    isIn: withRules,
    isForAll: true,
    ask: askConfigurations,
    observe: (answer) => [ruleTypeSpelling(answer), permanentEnds(answer)],
  },
  { operation: getTenantConfigConfiguration, isIn: withRules, isForAll: true, ask: ({ reassignment }) => reassignment.getTenantConfiguration() },
  {
    operation: getPublicIdentities,
    isIn: onStable,
    isForAll: true,
    needs: anIdentity,
    ask: ({ identity }, { identityId }) => (identityId === null ? null : identity.listByIds([identityId])),
  },
  { operation: getIdentityCertification, isIn: onStable, isForAll: false, ...ofCertification(({ certification }, _known, id) => certification.findCertification(id)) },
  { operation: listCertificationReviewers, isIn: everywhere, isForAll: false, ...ofCertification(askReviewers) },
  { operation: listIdentityAccessReviewItems, isIn: onStable, isForAll: false, ...ofCertification(askItems) },
  {
    operation: getIdentityCertificationItemPermissions,
    isIn: everywhere,
    isForAll: false,
    needs: 'an access review item',
    ask: ({ review }, { item }) => (item === null ? null : review.listPermissions(checkedPermissionQuery(item, null), somePage)),
  },
  {
    operation: getIdentityDecisionSummary,
    isIn: onStable,
    isForAll: false,
    ...ofCertification(({ review }, _known, id) => review.getDecisionSummary(checkedDecisionSummaryQuery(id, null))),
  },
  {
    operation: getIdentitySummaries,
    isIn: onStable,
    isForAll: false,
    ...ofCertification(({ review }, _known, id) => review.listIdentitySummaries(checkedIdentitySummaryQuery(id, null), somePage)),
  },
  {
    operation: getIdentityAccessSummaries,
    isIn: onStable,
    isForAll: false,
    ...ofCertification(({ review }, _known, id) => review.listAccess(checkedAccessQuery(id, 'ENTITLEMENT', null), somePage)),
  },
  {
    operation: getCertificationTask,
    isIn: onStable,
    isForAll: false,
    needs: 'a task that is under way',
    ask: ({ task }, { task: found }) => (found === null ? null : task.find(found.taskId)),
  },
  {
    operation: getIdentityCertificationTaskStatus,
    isIn: onBeta,
    isForAll: false,
    needs: 'a certification’s task that is under way',
    ask: ({ task }, { task: found }) => (found === null || found.certificationId === null ? null : task.findOf(found.certificationId, found.taskId)),
  },
  {
    operation: getReassignmentConfiguration,
    isIn: withRules,
    isForAll: false,
    needs: anIdentity,
    ask: ({ reassignment }, known) => {
      const id = routedOrOwn(known);
      return id === null ? null : reassignment.findConfiguration(id);
    },
  },
  {
    operation: getEvaluateReassignmentConfiguration,
    isIn: withRules,
    isForAll: false,
    needs: anIdentity,
    ask: ({ reassignment }, known) => {
      const identityId = routedOrOwn(known);
      return identityId === null ? null : reassignment.evaluate({ identityId, configType: 'CERTIFICATIONS', exclusionFilters: [] });
    },
    observe: (answer, known) =>
      answer.isSuccess ? [evaluationShape(answer), evaluationAssignee(answer, routedOrOwn(known) ?? ''), stepTypes(answer)] : [],
  },
  {
    operation: getReassignmentConfiguration,
    isIn: withRules,
    isForAll: false,
    isExperiment: true,
    ask: ({ reassignment, generation }, known) => {
      const id = unconfiguredIdentity(known, generation.name);
      return id === null ? null : reassignment.findConfiguration(id);
    },
    observe: (answer) => [nothingSetUp(answer)],
  },
  {
    operation: listReassignmentConfigurations,
    isIn: withUnpagedRules,
    isForAll: false,
    isExperiment: true,
    // One row from the second on: of fewer than two, no answer would tell.
    ask: ({ reassignment, generation }, { configured }) =>
      (configured.get(generation.name)?.length ?? 0) < 2 ? null : reassignment.listConfigurations({ offset: 1, limit: 1, count: false }),
    observe: (answer, { configured }, { name }) => [configurationPaging(answer, configured.get(name) ?? [])],
  },
];

/** Operations that change something. They are named for their scopes, and nothing here can ask for them. */
export const changes: readonly Operation[] = [
  makeIdentityDecision,
  signOffIdentityCertification,
  reassignIdentityCertifications,
  submitReassignCertsAsync,
  move,
  createReassignmentConfiguration,
  putReassignmentConfig,
  deleteReassignmentConfiguration,
  putTenantConfiguration,
];
