import type { QueryReassignmentConfigurationArgs, QueryReassignmentConfigurationsArgs } from '../generated/types.js';
import {
  costOf,
  listOf,
  readById,
  readFor,
  readForParent,
  referenceTo,
  telling,
  type Cost,
  type Costs,
  type FieldCost,
  type FieldUse,
} from '../graphql/estimate/cost.js';
import { singleLoader } from '../graphql/estimate/loader.js';
import { selectedParts } from '../graphql/selected-parts.js';
import { checkWorkReassignment } from './arguments.js';
import { checkedConfigurationPage, upstreamPageSize } from './configuration-list.js';
import { mostSteps } from './mapping.js';

const changes = singleLoader('change of a configuration');
const configTypes = singleLoader('work types');
const configurationByIdentity = singleLoader('configuration');
const configurationPages = singleLoader('configurations');
const evaluations = singleLoader('evaluation');
const tenantConfiguration = singleLoader('tenant switch');
/** At most one configuration for each work type. */
const mostDetails = 4;

const change = unlessMissing((use) => readFor(use, changes));
const evaluation = unlessMissing((use) => readFor(use, evaluations));

/** What the fields of work reassignment cost, by their names in the schema. Payloads tell what was set. */
export const reassignmentCosts: Costs = {
  'CreateReassignmentConfigurationPayload.evaluation': evaluation,
  'DeleteReassignmentConfigurationPayload.configuration': unlessMissing((use) => readFor(use, configurationByIdentity)),
  'Identity.reassignmentConfiguration': unlessMissing((use) => readForParent(use, configurationByIdentity)),
  'Identity.reassignmentEvaluation': evaluation,
  'Mutation.createReassignmentConfiguration': change,
  'Mutation.deleteReassignmentConfiguration': change,
  'Mutation.replaceReassignmentConfiguration': change,
  'Mutation.updateReassignmentTenantConfiguration': change,
  'Query.reassignmentConfigTypes': unlessMissing((use) => readFor(use, configTypes)),
  'Query.reassignmentConfiguration': costOf<QueryReassignmentConfigurationArgs>((use) => referenceTo(use, 'identityId', use.args.identityId)),
  'Query.reassignmentConfigurations': unlessMissing(costOf(configurationList)),
  'Query.reassignmentEvaluation': evaluation,
  'Query.reassignmentTenantConfiguration': unlessMissing((use) => readFor(use, tenantConfiguration)),
  'ReassignmentAuditDetails.createdBy': telling('name'),
  'ReassignmentAuditDetails.updatedBy': telling('name'),
  'ReassignmentConfiguration.__resolveReference': unlessMissing((use) => readById(use, configurationByIdentity)),
  'ReassignmentConfiguration.configDetails': listOf(mostDetails),
  'ReassignmentConfiguration.identity': telling('name'),
  'ReassignmentConfigurationDetail.targetIdentity': telling('name'),
  'ReassignmentEvaluation.trail': listOf(mostSteps),
  'ReplaceReassignmentConfigurationPayload.evaluation': evaluation,
};

/** A generation without work reassignment refuses all of it. */
function unlessMissing(cost: FieldCost): FieldCost {
  return (use) => {
    checkWorkReassignment(use.generation);
    return cost(use);
  };
}

/** Beta answers 20 at a time, from the page's first row on; later generations all at once. */
function configurationList(use: FieldUse<QueryReassignmentConfigurationsArgs>): Cost {
  const { size, offset } = checkedConfigurationPage(use.args);
  const rows = size + (selectedParts(use.info).hasNextPage ? 1 : 0);
  const offsets = Array.from({ length: Math.ceil(rows / upstreamPageSize) }, (_, index) => offset + index * upstreamPageSize);
  const keys = use.generation.contract === 'beta' ? offsets.map(String) : ['all'];
  return { reads: keys.map((key) => ({ loader: configurationPages, key, count: 1 })), name: `${use.fieldName}@${offset}`, size };
}
