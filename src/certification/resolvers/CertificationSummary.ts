import { badUserInput } from '../../errors.js';
import type { CertificationSummaryResolvers } from '../../generated/types.js';
import { largestPage } from '../../graphql/pagination.js';
import { campaignWorkloads, reviewerWorkloads } from '../summary.js';

const defaultSize = 50;
const defaultOrder = 'DECISIONS_REMAINING_DESC';

export const CertificationSummary: CertificationSummaryResolvers = {
  reviewerWorkloads: ({ certifications }, { first, orderBy }, { now }) =>
    reviewerWorkloads(certifications, orderBy ?? defaultOrder, now()).slice(0, checkedSize(first)),
  campaignWorkloads: ({ certifications }, { first, orderBy }, { now }) =>
    campaignWorkloads(certifications, orderBy ?? defaultOrder, now()).slice(0, checkedSize(first)),
};

function checkedSize(first: number | null | undefined): number {
  const size = first ?? defaultSize;
  if (size >= 1 && size <= largestPage) return size;
  throw badUserInput('first', `first is ${size}; 1 to ${largestPage} are allowed.`);
}
