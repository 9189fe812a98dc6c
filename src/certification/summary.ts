import type { CertificationWorkloadOrder } from '../generated/types.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import type { RequestClock } from '../graphql/request-clock.js';
import {
  isOverdue,
  isSigned,
  progressOf,
  type CertificationModel,
  type CertificationProgressModel,
  type ProgressCounts,
  type ReviewerModel,
} from './mapping.js';

/** Sums over a list; "overdue" depends on the clock. */
export interface CertificationSummaryModel extends CertificationSums {
  readonly certifications: readonly CertificationModel[];
  readonly isComplete: boolean;
}

interface CertificationSums {
  readonly certificationCount: number;
  readonly completedCount: number;
  readonly stagedCount: number;
  readonly activeCount: number;
  readonly signedCount: number;
  readonly overdueCount: number;
  readonly errorCount: number;
  readonly progress: CertificationProgressModel;
}

/** What one reviewer or campaign has to do. */
export interface Workload extends CertificationSums {
  readonly openCount: number;
  readonly nextDueAt: string | null;
}

export type ReviewerWorkload = Workload & { readonly reviewer: ReviewerModel };
export type CampaignWorkload = Workload & { readonly campaign: CertificationCampaignModel };

export function summaryOf(
  certifications: readonly CertificationModel[],
  isComplete: boolean,
  clock: RequestClock,
): CertificationSummaryModel {
  return { certifications, isComplete, ...sumsOf(certifications, clock) };
}

/** Certifications without a reviewer are in no workload. */
export function reviewerWorkloads(
  certifications: readonly CertificationModel[],
  order: CertificationWorkloadOrder,
  clock: RequestClock,
): ReviewerWorkload[] {
  return workloads(certifications, (certification) => certification.reviewer, order, clock).map(
    ({ owner, workload }) => ({ ...workload, reviewer: owner }),
  );
}

/** Certifications without a campaign are in no workload. */
export function campaignWorkloads(
  certifications: readonly CertificationModel[],
  order: CertificationWorkloadOrder,
  clock: RequestClock,
): CampaignWorkload[] {
  return workloads(certifications, (certification) => certification.campaign, order, clock).map(
    ({ owner, workload }) => ({ ...workload, campaign: owner }),
  );
}

interface Owner {
  readonly id: string;
  readonly name: string | null;
}

interface OwnedWorkload<OwnerModel extends Owner> {
  readonly owner: OwnerModel;
  readonly workload: Workload;
}

function workloads<OwnerModel extends Owner>(
  certifications: readonly CertificationModel[],
  ownerOf: (certification: CertificationModel) => OwnerModel | null,
  order: CertificationWorkloadOrder,
  clock: RequestClock,
): OwnedWorkload<OwnerModel>[] {
  const groups = new Map<string, { owner: OwnerModel; members: CertificationModel[] }>();
  for (const certification of certifications) {
    const owner = ownerOf(certification);
    if (owner === null) continue;
    const group = groups.get(owner.id) ?? { owner, members: [] };
    group.members.push(certification);
    groups.set(owner.id, group);
  }
  return [...groups.values()]
    .map(({ owner, members }) => ({ owner, workload: workloadOf(members, clock) }))
    .sort((a, b) => compareWorkloads(a, b, order));
}

function workloadOf(certifications: readonly CertificationModel[], clock: RequestClock): Workload {
  const open = certifications.filter((certification) => !isSigned(certification));
  const dueDates = open.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  // Canonical UTC texts sort as the instants do.
  return { ...sumsOf(certifications, clock), openCount: open.length, nextDueAt: dueDates.toSorted()[0] ?? null };
}

function sumsOf(certifications: readonly CertificationModel[], clock: RequestClock): CertificationSums {
  const count = (matches: (certification: CertificationModel) => boolean) => certifications.filter(matches).length;
  const sum = (field: keyof ProgressCounts) =>
    certifications.reduce((total, { progress }) => total + (progress?.[field] ?? 0), 0);
  return {
    certificationCount: certifications.length,
    completedCount: count(({ isCompleted }) => isCompleted === true),
    stagedCount: count(({ phase }) => phase === 'STAGED'),
    activeCount: count(({ phase }) => phase === 'ACTIVE'),
    signedCount: count(isSigned),
    overdueCount: count((certification) => isOverdue(certification, clock)),
    errorCount: count(({ hasErrors }) => hasErrors === true),
    progress: progressOf({
      decisionsMade: sum('decisionsMade'),
      decisionsTotal: sum('decisionsTotal'),
      entitiesCompleted: sum('entitiesCompleted'),
      entitiesTotal: sum('entitiesTotal'),
    }),
  };
}

function compareWorkloads(a: OwnedWorkload<Owner>, b: OwnedWorkload<Owner>, order: CertificationWorkloadOrder): number {
  const byOverdue = b.workload.overdueCount - a.workload.overdueCount;
  const byRemaining = remainingOf(b) - remainingOf(a);
  // One order for equals, so that the same data always gives the same answer.
  const byName = (a.owner.name ?? '').localeCompare(b.owner.name ?? '', 'en') || a.owner.id.localeCompare(b.owner.id, 'en');
  if (order === 'NAME_ASC') return byName;
  return (order === 'OVERDUE_DESC' ? byOverdue : 0) || byRemaining || byName;
}

function remainingOf({ workload }: OwnedWorkload<Owner>): number {
  return workload.progress.decisionsRemaining ?? 0;
}
