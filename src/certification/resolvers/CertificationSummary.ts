import type { CertificationSummaryResolvers } from '../../generated/types.js';
import { checkedSize, largestPage } from '../../graphql/pagination.js';
import { campaignWorkloads, reviewerWorkloads } from '../summary.js';

const defaultSize = 50;
const defaultOrder = 'DECISIONS_REMAINING_DESC';

export const CertificationSummary: CertificationSummaryResolvers = {
  reviewerWorkloads: ({ certifications }, { first, orderBy }, { clock }) =>
    reviewerWorkloads(certifications, orderBy ?? defaultOrder, clock).slice(0, checkedWorkloadSize(first)),
  campaignWorkloads: ({ certifications }, { first, orderBy }, { clock }) =>
    campaignWorkloads(certifications, orderBy ?? defaultOrder, clock).slice(0, checkedWorkloadSize(first)),
};

/** Throws BAD_USER_INPUT. */
export function checkedWorkloadSize(first: number | null | undefined): number {
  return checkedSize(first ?? defaultSize, largestPage);
}
