import type { CertificationSummaryReviewerWorkloadsArgs, QueryCertificationArgs } from '../generated/types.js';
import {
  costOf,
  pageOf,
  partOfList,
  readFor,
  readWhenSelected,
  reference,
  referenceTo,
  stableOnly,
  telling,
  type Cost,
  type Costs,
  type FieldUse,
} from '../graphql/estimate/cost.js';
import { batchLoader, listLoader, singleLoader, type Loader } from '../graphql/estimate/loader.js';
import { largestPage, type PageArguments } from '../graphql/pagination.js';
import { selectedParts } from '../graphql/selected-parts.js';
import type { Contract } from '../upstream/generation.js';
import { mostSingleReads, readFields } from './data-source.js';
import { checkedWorkloadSize } from './resolvers/CertificationSummary.js';
import { selectedCertificationParts } from './resolvers/selected-parts.js';

const changes = singleLoader('decisions');
const lists = listLoader('certifications');
const reviewerLists = listLoader('reviewers');
const certificationById: Readonly<Record<Contract, Loader>> = {
  beta: batchLoader('certification'),
  stable: batchLoader('certification', mostSingleReads),
};

/** A summary reads the whole list; how long that is, nobody knows before the first answer. */
const assumedSummaryCalls = 4;

/** What the fields of certifications cost, by their names in the schema. */
export const certificationCosts: Costs = {
  'Certification.__resolveReference': (use) => readWhenSelected(use, certificationById[use.generation.contract], readFields),
  'Certification.reviewers': costOf<PageArguments>((use) => pageOf(use, reviewerLists, selectedParts(use.info))),
  'CertificationCampaign.certifications': costOf(certificationList),
  // The answer that says where the work came from names this much of it.
  'CertificationReassignment.from': reference('name', 'reviewer'),
  'CertificationSummary.campaignWorkloads': costOf(workloads),
  'CertificationSummary.reviewerWorkloads': costOf(workloads),
  'Identity.certificationsToReview': costOf(certificationList),
  'DecideAccessReviewItemsPayload.certification': telling(...readFields),
  'Mutation.decideAccessReviewItems': stableOnly(change),
  'Mutation.signOffCertification': stableOnly(change),
  'Query.certification': costOf<QueryCertificationArgs>((use) => referenceTo(use, 'id', use.args.id)),
  'Query.certifications': costOf(certificationList),
  // Not everybody has an e-mail address, and one that the answer lacks is looked up.
  'SignOffCertificationPayload.certification': telling(...readFields),
  'Reviewer.identity': telling('name'),
};

/** And reads of the certification: to know whether comments are mandatory, and why the change was refused or what came of it. */
function change(use: FieldUse): Cost {
  const sent = readFor(use, changes);
  return { ...sent, reads: [...sent.reads, { loader: singleLoader('certification to change'), key: use.name, count: 2 }] };
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
