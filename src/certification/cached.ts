import { viewerKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import type { Lifetime } from '../cache/entry.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import { objectOf } from '../graphql/list-loader.js';
import { largestPage, type ListAnswer } from '../graphql/pagination.js';
import { certificationsTag, certificationTag, reviewersTag } from '../graphql/tags.js';
import type { Generation } from '../upstream/generation.js';
import type { CertificationModel, ReviewerModel } from './mapping.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** A decision in any frontend changes these. */
const page: Lifetime = { freshMs: 15 * secondMs, staleMs: 30 * secondMs };
/** Of a list that takes several calls: whoever looks at a board bears a minute. */
const largeSummary: Lifetime = { freshMs: minuteMs, staleMs: 5 * minuteMs };
const one: Lifetime = { freshMs: 30 * secondMs, staleMs: minuteMs };
/** The upstream lets nobody change it any more. */
const signed: Lifetime = { freshMs: 60 * minuteMs, staleMs: 0 };

/** What is kept of certifications: for one viewer each, as the upstream trims everything to the caller's rights. */
export interface CertificationCache {
  readonly lists: Cached<ListAnswer<CertificationModel>>;
  /** Pages that are read to sum a list up. */
  readonly summaries: Cached<ListAnswer<CertificationModel>>;
  readonly byId: Cached<CertificationModel>;
  readonly campaigns: Cached<CertificationCampaignModel>;
  /** By `partOf` the certification. */
  readonly reviewers: Cached<ListAnswer<ReviewerModel>>;
}

export function certificationCache({ name }: Generation): CertificationCache {
  return {
    lists: { keys: viewerKeys('certification-list', name), lifetime: page, absentMs: 0, tags: () => [certificationsTag] },
    summaries: { keys: viewerKeys('certification-summary', name), lifetime: summaryLifetime, absentMs: 0, tags: () => [certificationsTag] },
    byId: {
      keys: viewerKeys('certification', name),
      lifetime: ({ phase }) => (phase === 'SIGNED' ? signed : one),
      absentMs: page.freshMs,
      tags: (id) => [certificationsTag, certificationTag(id)],
    },
    campaigns: { keys: viewerKeys('campaign', name), lifetime: page, absentMs: page.freshMs, tags: () => [certificationsTag] },
    reviewers: {
      keys: viewerKeys('reviewers', name),
      lifetime: { freshMs: minuteMs, staleMs: 5 * minuteMs },
      absentMs: 0,
      tags: (part) => [reviewersTag, certificationTag(objectOf(part))],
    },
  };
}

function summaryLifetime({ end, isLast, totalCount }: ListAnswer<CertificationModel>): Lifetime {
  const isLarge = end > largestPage || !isLast || (totalCount ?? 0) > largestPage;
  return isLarge ? largeSummary : page;
}
