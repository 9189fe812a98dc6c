import type { Campaign, CampaignType, Certification, Identity, ReviewerReference } from '../model.js';
import { seedItems } from './items.js';
import type { Progress } from './items.js';
import { cities, dayMs, departments, people, positions } from './people.js';
import { dashedId, hexId, Seeded } from './seeded.js';

const hourMs = 60 * 60 * 1000;

export interface CampaignPlan {
  readonly key: CampaignKey;
  readonly name: string;
  readonly campaignType: CampaignType;
  readonly description: string | null;
  readonly correlatedStatus: Campaign['correlatedStatus'];
  readonly mandatoryCommentRequirement: Campaign['mandatoryCommentRequirement'];
  readonly state: 'running' | 'finished' | 'staged';
  readonly certificationCount: number;
  /** Certifications of governance groups, which no list shows. */
  readonly groupCount: number;
}

export type CampaignKey = 'managerReview' | 'sourceOwner' | 'search' | 'roleComposition' | 'finished' | 'quarterEnd';

export const campaignId = (key: CampaignKey): string => hexId(`campaign:${key}`);
export const certificationId = (key: CampaignKey, index: number): string => {
  const label = `certification:${key}:${index}`;
  return index % 31 === 30 ? dashedId(label) : hexId(label);
};

const plans: readonly CampaignPlan[] = [
  {
    key: 'managerReview',
    name: 'Q4 2026 Manager Access Review',
    campaignType: 'MANAGER',
    description: 'Every manager confirms what their people may use.',
    correlatedStatus: 'CORRELATED',
    mandatoryCommentRequirement: 'REVOKE_ONLY_DECISIONS',
    state: 'running',
    certificationCount: 400,
    groupCount: 0,
  },
  {
    key: 'sourceOwner',
    name: 'Payroll Source Owner Review: uncorrelated accounts',
    campaignType: 'SOURCE_OWNER',
    description: 'Accounts on the payroll sources that belong to nobody we know.',
    correlatedStatus: 'UNCORRELATED',
    mandatoryCommentRequirement: 'ALL_DECISIONS',
    state: 'running',
    certificationCount: 10,
    groupCount: 0,
  },
  {
    key: 'search',
    name: 'Privileged access, "break glass" included',
    campaignType: 'SEARCH',
    description: null,
    correlatedStatus: 'CORRELATED',
    mandatoryCommentRequirement: 'NO_DECISIONS',
    state: 'running',
    certificationCount: 12,
    groupCount: 3,
  },
  {
    key: 'roleComposition',
    name: 'Role Composition Review 2027',
    campaignType: 'ROLE_COMPOSITION',
    description: 'What our roles are made of. Starts after the year-end freeze.',
    correlatedStatus: 'CORRELATED',
    mandatoryCommentRequirement: 'NO_DECISIONS',
    state: 'staged',
    certificationCount: 8,
    groupCount: 0,
  },
  {
    key: 'finished',
    name: 'Q3 2026 Manager Access Review',
    campaignType: 'MANAGER',
    description: 'Every manager confirms what their people may use.',
    correlatedStatus: 'CORRELATED',
    mandatoryCommentRequirement: 'REVOKE_ONLY_DECISIONS',
    state: 'finished',
    certificationCount: 10,
    groupCount: 0,
  },
];

export function seedCampaigns(
  identities: readonly Identity[],
  nowMs: number,
): { campaigns: Campaign[]; certifications: Certification[] } {
  const identityIds = identities.map(({ id }) => id);
  // Only they share certifications, so that what the personas see can be counted.
  const nonPersonaIds = identityIds.slice(positions.firstReport);
  const certifications = plans.flatMap((plan) =>
    Array.from({ length: plan.certificationCount + plan.groupCount }, (_, index) =>
      certification({ plan, index, identityIds, nonPersonaIds, nowMs }),
    ),
  );
  return { campaigns: plans.map((plan) => campaign(plan, nowMs)), certifications };
}

export function campaign(plan: CampaignPlan, nowMs: number): Campaign {
  const { key, name, campaignType, description, correlatedStatus, mandatoryCommentRequirement, state } = plan;
  return {
    id: campaignId(key),
    name,
    campaignType,
    description,
    correlatedStatus,
    mandatoryCommentRequirement,
    ownerId: people.administrator,
    status: ({ running: 'ACTIVE', finished: 'COMPLETED', staged: 'STAGED' } as const)[state],
    deadline: state === 'staged' ? null : iso(nowMs + (state === 'finished' ? -80 : 30) * dayMs),
    created: iso(nowMs - (state === 'finished' ? 111 : 22) * dayMs),
    modified: state === 'staged' ? null : iso(createdMsOf(plan, nowMs)),
    emailNotificationEnabled: state !== 'staged',
    autoRevokeAllowed: campaignType === 'SEARCH',
    recommendationsEnabled: campaignType === 'MANAGER',
    sunsetCommentsRequired: mandatoryCommentRequirement !== 'NO_DECISIONS',
    alerts: campaignType === 'SOURCE_OWNER' ? [{ level: 'WARN', text: 'Source "payroll-3" has not been aggregated.' }] : [],
  };
}

/** When its certifications were made. */
function createdMsOf({ state }: CampaignPlan, nowMs: number): number {
  return nowMs - (state === 'finished' ? 110 : 21) * dayMs;
}

interface CertificationPlan {
  readonly plan: CampaignPlan;
  readonly index: number;
  readonly identityIds: readonly string[];
  readonly nonPersonaIds: readonly string[];
  readonly nowMs: number;
}

function certification({ plan, index, identityIds, nonPersonaIds, nowMs }: CertificationPlan): Certification {
  const choices = new Seeded(`certification:${plan.key}:${index}:details`);
  const id = certificationId(plan.key, index);
  const reviewer = reviewerOf(plan, index, nonPersonaIds);
  const progress = progressOf(plan, choices.next());
  const createdMs = createdMsOf(plan, nowMs);
  const isSigned = progress === 'signed';
  const signedMs = Math.min(createdMs + choices.integer(2, 20) * dayMs + choices.integer(0, 20) * hourMs, nowMs);
  return {
    id,
    name: nameOf(plan, index),
    campaignId: campaignId(plan.key),
    created: iso(createdMs),
    modified: iso(isSigned ? signedMs : createdMs + choices.integer(0, 20 * 24) * hourMs),
    phase: isSigned ? 'SIGNED' : plan.state === 'staged' ? 'STAGED' : 'ACTIVE',
    due: dueOf(plan, isSigned, choices, nowMs),
    signed: isSigned ? iso(signedMs) : null,
    reviewer,
    // Five that the persona may look at although they are somebody else's.
    reviewerIds: reviewersOf(reviewer, plan.key === 'managerReview' && index % 80 === 9, nonPersonaIds, choices),
    reassignment: plan.key === 'managerReview' ? reassignmentOf(index) : null,
    errorMessage: plan.key === 'managerReview' && index % 67 === 40 ? errorMessage(index) : null,
    items: seedItems({
      certificationId: id,
      reviewerId: reviewer.id,
      progress,
      identityIds,
      mandatoryCommentRequirement: plan.mandatoryCommentRequirement,
      choices,
    }),
  };
}

/** Twenty departments in each city, shuffled: no two teams have the same name, and the order of rows is not by name. */
function nameOf(plan: CampaignPlan, index: number): string {
  const department = departments[(index * 7 + Math.floor(index / departments.length)) % departments.length] ?? '';
  const city = cities[Math.floor(index / departments.length) % cities.length] ?? '';
  if (plan.campaignType === 'SOURCE_OWNER') return `Source Owner Access Review for ${department} [payroll-${index}]`;
  if (plan.campaignType === 'SEARCH') return `Search Access Review for ${department}, ${city}`;
  if (plan.campaignType === 'ROLE_COMPOSITION') return `Role Composition Review for ${department}`;
  return `Manager Access Review for ${department}, ${city}`;
}

function reviewerOf(plan: CampaignPlan, index: number, nonPersonaIds: readonly string[]): ReviewerReference {
  if (index >= plan.certificationCount)
    return { type: 'GOVERNANCE_GROUP', id: hexId(`group:${plan.key}:${index}`), name: `Security Council ${index}` };
  return { type: 'IDENTITY', id: identityReviewer(plan.key, index, nonPersonaIds) };
}

function identityReviewer(key: CampaignKey, index: number, nonPersonaIds: readonly string[]): string {
  if (key === 'managerReview') {
    if (index % 25 === 0 || index % 25 === 6 || index % 25 === 12 || index % 25 === 18) return people.reviewer;
    if (index % 25 === 3) return people.otherReviewer;
    if (index % 50 === 8) return people.manager;
  } else if (index === 0 || (key === 'finished' && index < 3)) {
    return people.reviewer;
  } else if (key === 'search' && index < 3) {
    return people.otherReviewer;
  }
  return new Seeded(`certification:${key}:${index}:reviewer`).pick(nonPersonaIds.slice(0, 40));
}

function reviewersOf(
  reviewer: ReviewerReference,
  isSharedWithReviewer: boolean,
  nonPersonaIds: readonly string[],
  choices: Seeded,
): string[] {
  const first = reviewer.type === 'IDENTITY' ? reviewer.id : people.otherReviewer;
  const second = isSharedWithReviewer ? [people.reviewer] : [];
  return [first, ...second, ...choices.sample(nonPersonaIds, 4 - second.length, first)];
}

function progressOf(plan: CampaignPlan, chance: number): Progress {
  if (plan.state === 'finished') return 'signed';
  if (plan.state === 'staged') return 'untouched';
  if (chance < 0.12) return 'signed';
  if (chance < 0.25) return 'decided';
  return chance < 0.7 ? 'begun' : 'untouched';
}

function dueOf(plan: CampaignPlan, isSigned: boolean, choices: Seeded, nowMs: number): string | null {
  if (plan.state === 'staged') return null;
  if (plan.state === 'finished') return iso(nowMs - 80 * dayMs);
  const chance = choices.next();
  if (!isSigned && chance < 0.1) return iso(nowMs - choices.integer(5, 9 * 24) * hourMs);
  if (!isSigned && chance < 0.2) return iso(nowMs + choices.integer(3, 47) * hourMs);
  return iso(nowMs + choices.integer(3 * 24, 30 * 24) * hourMs);
}

function reassignmentOf(index: number): Certification['reassignment'] {
  if (index % 18 !== 17 && index !== 6) return null;
  const comments = ['On leave until the new year.', 'Changed teams: "yours now".', 'Your people, your review.'];
  return { fromId: certificationId('managerReview', index - 1), comment: comments[index % comments.length] ?? '' };
}

function errorMessage(index: number): string {
  if (index % 2 === 0) return 'The certification has an error';
  return 'Remediation could not be started: source "SAP" is unreachable';
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
