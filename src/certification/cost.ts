import type { CertificationSummaryReviewerWorkloadsArgs, QueryCertificationArgs } from '../generated/types.js';
import {
  costOf,
  pageOf,
  partOfList,
  readById,
  reference,
  referenceCost,
  referenceTo,
  telling,
  type Cost,
  type Costs,
  type FieldUse,
} from '../graphql/estimate/cost.js';
import { batchLoader, listLoader, singleLoader, type Loader } from '../graphql/estimate/loader.js';
import { largestPage, type PageArguments } from '../graphql/pagination.js';
import { selectedParts } from '../graphql/selected-parts.js';
import { Selection } from '../graphql/selection.js';
import type { Contract } from '../upstream/generation.js';
import { campaignReadFields, mostSingleReads, readFields } from './data-source.js';
import { checkedWorkloadSize } from './resolvers/CertificationSummary.js';
import { selectedCertificationParts } from './resolvers/selected-parts.js';

const lists = listLoader('certifications');
const reviewerLists = listLoader('reviewers');
const permissionLists = listLoader('permissions');
const campaignById = singleLoader('campaign');
const certificationById: Readonly<Record<Contract, Loader>> = {
  beta: batchLoader('certification'),
  stable: batchLoader('certification', mostSingleReads),
};

/** A summary reads the whole list; how long that is, nobody knows before the first answer. */
const assumedSummaryCalls = 4;

/** What the fields of certifications cost, by their names in the schema. */
export const certificationCosts: Costs = {
  'AccessReviewItem.certification': certificationOfItem,
  'AccessReviewItem.permissions': costOf<PageArguments>((use) => pageOf(use, permissionLists, selectedParts(use.info))),
  'Certification.__resolveReference': (use) => readWhenSelected(use, certificationById[use.generation.contract], readFields),
  'Certification.reviewers': costOf<PageArguments>((use) => pageOf(use, reviewerLists, selectedParts(use.info))),
  'CertificationCampaign.__resolveReference': (use) => readWhenSelected(use, campaignById, campaignReadFields),
  // The answer that says where the work came from names this much of it.
  'CertificationReassignment.from': reference('name', 'reviewer'),
  'CertificationSummary.campaignWorkloads': costOf(workloads),
  'CertificationSummary.reviewerWorkloads': costOf(workloads),
  'Identity.certificationsToReview': costOf(certificationList),
  'Query.certification': costOf<QueryCertificationArgs>((use) => referenceTo(use, 'id', use.args.id)),
  'Query.certifications': costOf(certificationList),
  // Not everybody has an e-mail address, and one that the answer lacks is looked up.
  'Reviewer.identity': telling('name'),
};

/** By id, where one of `fields` is selected that has not been told. */
function readWhenSelected(use: FieldUse, loader: Loader, fields: ReadonlySet<string>): Cost {
  const { name, tells } = use;
  const isMissing = (field: string) => !tells.has(field);
  const isEnough = !Selection.below(use.info, use.typeName).hasAny(new Set([...fields].filter(isMissing)));
  return isEnough ? { reads: [], name, tells } : readById(use, loader, fields);
}

/** Back to the certification that the item was named from. */
function certificationOfItem(use: FieldUse): Cost {
  const above = use.parents.parents;
  return referenceCost(above === null ? use : { ...use, name: above.name, tells: above.tells });
}

/** A page; with the summary of its list, what that takes, as the page comes out of the same calls. */
function certificationList(use: FieldUse<PageArguments>): Cost {
  const selected = selectedCertificationParts(use.info);
  const page = pageOf(use, lists, selected);
  if (!selected.summary) return { ...page, tells: readFields };
  const first = { loader: lists, key: partOfList(use, 0), count: use.count, call: { offset: 0, limit: largestPage, count: true } };
  const behind = { loader: lists, key: partOfList(use, 'the rest'), count: use.count * (assumedSummaryCalls - 1) };
  return { ...page, reads: [first, behind], tells: readFields };
}

function workloads({ args }: FieldUse<CertificationSummaryReviewerWorkloadsArgs>): Cost {
  return { reads: [], size: checkedWorkloadSize(args.first) };
}
