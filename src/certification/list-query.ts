import { badUserInput } from '../errors.js';
import type {
  CertificationFilter,
  CertificationOrder,
  CertificationPhase,
  CertificationReviewerFilter,
  CertificationReviewerOrder,
  CertificationOrderField,
  CertificationReviewerOrderField,
  CertificationCampaignType,
} from '../generated/types.js';
import {
  checkedId,
  checkedIds,
  checkedList,
  checkedOrder,
  checkedTextFilter,
  type SortKey,
  type TextFilter,
} from '../graphql/arguments.js';
import type { Generation } from '../upstream/generation.js';

/** Which certifications, in which order: checked, and in one form for one meaning, as it names cursors and loads. */
export interface CertificationQuery {
  readonly reviewerId: string | null;
  readonly ids: readonly string[] | null;
  readonly phase: CertificationPhase | null;
  readonly isCompleted: boolean | null;
  readonly campaignIds: readonly string[] | null;
  readonly campaignTypes: readonly CertificationCampaignType[] | null;
  readonly order: readonly SortKey<CertificationOrderField>[];
}

export interface CertificationQueryArguments {
  readonly reviewerId?: string | null | undefined;
  readonly filter?: CertificationFilter | null | undefined;
  readonly orderBy?: readonly CertificationOrder[] | null | undefined;
}

/** Throws BAD_USER_INPUT, also for what the generation cannot filter by. */
export function checkedCertificationQuery(
  { reviewerId, filter, orderBy }: CertificationQueryArguments,
  generation: Generation,
): CertificationQuery {
  const campaignTypes = checkedList('filter.campaignTypes', filter?.campaignTypes)?.toSorted() ?? null;
  if (campaignTypes !== null && generation.contract !== 'beta') {
    throw badUserInput(
      'filter.campaignTypes',
      `filter.campaignTypes works on the beta generation only; this gateway is set to ${generation.name}. Filter by campaignIds instead.`,
    );
  }
  return {
    reviewerId: reviewerId === null || reviewerId === undefined ? null : checkedId('reviewerId', reviewerId),
    ids: checkedIds('filter.ids', filter?.ids),
    phase: filter?.phase ?? null,
    isCompleted: filter?.isCompleted ?? null,
    campaignIds: checkedIds('filter.campaignIds', filter?.campaignIds),
    campaignTypes,
    order: checkedOrder('orderBy', orderBy, 'NAME'),
  };
}

/** Which reviewers of one certification, in which order. */
export interface ReviewerQuery {
  readonly certificationId: string;
  readonly ids: readonly string[] | null;
  readonly name: TextFilter | null;
  readonly email: TextFilter | null;
  readonly order: readonly SortKey<CertificationReviewerOrderField>[];
}

export interface ReviewerQueryArguments {
  readonly filter?: CertificationReviewerFilter | null | undefined;
  readonly orderBy?: readonly CertificationReviewerOrder[] | null | undefined;
}

/** Throws BAD_USER_INPUT. */
export function checkedReviewerQuery(certificationId: string, args: ReviewerQueryArguments): ReviewerQuery {
  return {
    certificationId,
    ids: checkedIds('filter.ids', args.filter?.ids),
    name: checkedTextFilter('filter.name', args.filter?.name),
    email: checkedTextFilter('filter.email', args.filter?.email),
    order: checkedOrder('orderBy', args.orderBy, 'NAME'),
  };
}
