import { viewerKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import type { Lifetime } from '../cache/entry.js';
import { objectOf } from '../graphql/list-loader.js';
import type { ListAnswer } from '../graphql/pagination.js';
import { certificationTag, reviewersTag } from '../graphql/tags.js';
import type { Generation } from '../upstream/generation.js';
import type { AccessModel } from './access.js';
import type { AccessReviewItemModel, AccessReviewPermissionModel, DecisionSummaryModel, IdentitySummaryModel } from './mapping.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** A decision in any frontend changes these. */
const decided: Lifetime = { freshMs: 15 * secondMs, staleMs: 30 * secondMs };
/** What is reviewed changes when items are moved. */
const reviewed: Lifetime = { freshMs: minuteMs, staleMs: 5 * minuteMs };

/** What is kept of reviews: for one viewer each. All names are `partOf` the certification. */
export interface ReviewCache {
  readonly itemLists: Cached<ListAnswer<AccessReviewItemModel>>;
  readonly items: Cached<AccessReviewItemModel>;
  readonly identitySummaries: Cached<ListAnswer<IdentitySummaryModel>>;
  readonly accessSummaries: Cached<ListAnswer<AccessModel>>;
  readonly decisionSummaries: Cached<DecisionSummaryModel>;
  readonly permissions: Cached<ListAnswer<AccessReviewPermissionModel>>;
}

export function reviewCache({ name }: Generation): ReviewCache {
  const ofOne = (resource: string) => ({
    keys: viewerKeys(resource, name),
    absentMs: 0,
    tags: (part: string) => [reviewersTag, certificationTag(objectOf(part))],
  });
  return {
    itemLists: { ...ofOne('review-items'), lifetime: decided },
    items: { ...ofOne('review-item'), lifetime: decided, absentMs: decided.freshMs },
    identitySummaries: { ...ofOne('identity-summaries'), lifetime: decided },
    accessSummaries: { ...ofOne('access-summaries'), lifetime: reviewed },
    decisionSummaries: { ...ofOne('decision-summary'), lifetime: decided },
    permissions: { ...ofOne('item-permissions'), lifetime: { freshMs: 5 * minuteMs, staleMs: 30 * minuteMs } },
  };
}
