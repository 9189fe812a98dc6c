import type { AccessReviewItem, Campaign, Certification, Identity } from '../model.js';
import { accessProfiles, databaseAccess, entitlements, roles } from './access.js';
import { campaign, campaignId, certificationId } from './campaigns.js';
import type { CampaignPlan } from './campaigns.js';
import { databasePermissions, itemsAbout } from './items.js';
import { dayMs, people, positions } from './people.js';
import { Seeded } from './seeded.js';

const plan: CampaignPlan = {
  key: 'quarterEnd',
  name: 'Quarter-end Privileged Access Review',
  campaignType: 'MANAGER',
  description: 'Before the books are closed: who may still do what nobody should do by accident?',
  correlatedStatus: 'CORRELATED',
  mandatoryCommentRequirement: 'REVOKE_ONLY_DECISIONS',
  state: 'running',
  certificationCount: 3,
  groupCount: 0,
};

interface WorklistPlan {
  readonly reviewer: 'reviewer' | 'otherReviewer' | 'manager';
  readonly identityCount: number;
  readonly itemsEach: number;
  /** Personas that are reviewed, and so cannot be given the items about themselves. */
  readonly about: readonly string[];
}

const worklists: readonly WorklistPlan[] = [
  { reviewer: 'reviewer', identityCount: 40, itemsEach: 8, about: [people.otherReviewer, people.manager] },
  { reviewer: 'otherReviewer', identityCount: 5, itemsEach: 4, about: [] },
  { reviewer: 'manager', identityCount: 2, itemsEach: 4, about: [] },
];

const access = [...entitlements, ...accessProfiles, ...roles];

/** The story of one reviewer's day: 320 open items about 40 identities, and two colleagues with a little to do. */
export function seedQuarterEnd(
  identities: readonly Identity[],
  nowMs: number,
): { campaign: Campaign; certifications: Certification[] } {
  const dates = { created: iso(nowMs - 3 * dayMs), modified: iso(nowMs - 3 * dayMs) };
  const deadline = iso(nowMs + 9 * dayMs);
  return {
    campaign: { ...campaign(plan, nowMs), ...dates, deadline },
    certifications: worklists.map((worklist, index) => ({
      ...certification(worklist, index, identities),
      ...dates,
      due: deadline,
    })),
  };
}

export const quarterEnd = {
  campaignId: campaignId('quarterEnd'),
  ofReviewer: certificationId('quarterEnd', 0),
  ofOtherReviewer: certificationId('quarterEnd', 1),
  ofManager: certificationId('quarterEnd', 2),
} as const;

function certification(
  worklist: WorklistPlan,
  index: number,
  identities: readonly Identity[],
): Omit<Certification, 'created' | 'modified' | 'due'> {
  const choices = new Seeded(`certification:quarterEnd:${index}`);
  const id = certificationId('quarterEnd', index);
  const reviewerId = people[worklist.reviewer];
  const others = identities.slice(positions.firstReport).map(({ id: identityId }) => identityId);
  return {
    id,
    name: `Privileged Access Review for ${identities[positions[worklist.reviewer]]?.name}`,
    campaignId: campaignId('quarterEnd'),
    phase: 'ACTIVE',
    signed: null,
    reviewer: { type: 'IDENTITY', id: reviewerId },
    reviewerIds: [reviewerId, ...choices.sample(others, 4)],
    reassignment: null,
    errorMessage: null,
    items: items(worklist, id, others, choices),
  };
}

function items(
  { about, identityCount, itemsEach }: WorklistPlan,
  certificationOf: string,
  others: readonly string[],
  choices: Seeded,
): AccessReviewItem[] {
  const identityIds = [...about, ...choices.sample(others, identityCount - about.length)];
  const all = identityIds.flatMap((identityId) => itemsAbout(identityId, certificationOf, choices.sample(access, itemsEach)));
  for (const item of all) {
    item.newAccess = choices.chance(0.15);
    if (item.access.id === databaseAccess.id) item.permissions = databasePermissions(choices);
  }
  return all;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
