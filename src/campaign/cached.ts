import { viewerKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import type { Lifetime } from '../cache/entry.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import type { ListAnswer } from '../graphql/pagination.js';
import { certificationsTag } from '../graphql/tags.js';
import type { Generation } from '../upstream/generation.js';

const secondMs = 1000;

/** A campaign counts its certifications, and each sign-off changes that. */
const campaign: Lifetime = { freshMs: 15 * secondMs, staleMs: 30 * secondMs };

/** What is kept of campaigns: for one viewer each, as only administrators may read them. */
export interface CampaignCache {
  readonly lists: Cached<ListAnswer<CertificationCampaignModel>>;
  readonly byId: Cached<CertificationCampaignModel>;
}

export function campaignCache({ name }: Generation): CampaignCache {
  const tags = () => [certificationsTag];
  return {
    lists: { keys: viewerKeys('campaign-list', name), lifetime: campaign, absentMs: 0, tags },
    byId: { keys: viewerKeys('campaign-details', name), lifetime: campaign, absentMs: campaign.freshMs, tags },
  };
}
