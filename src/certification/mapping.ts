import {
  CertificationCampaignCorrelatedStatus,
  CertificationCampaignType,
  CertificationMandatoryCommentRequirement,
  CertificationPhase,
  CertificationReviewerType,
} from '../generated/types.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import type { RequestClock } from '../graphql/request-clock.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type {
  CampaignReferenceWire,
  CertificationReferenceWire,
  CertificationWire,
  ReassignmentWire,
  ReviewerWire,
} from './wire.js';

export interface ReviewerModel {
  readonly id: string;
  readonly type: CertificationReviewerType | null;
  readonly typeName: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

export interface CertificationProgressModel {
  readonly decisionsMade: number | null;
  readonly decisionsTotal: number | null;
  readonly decisionsRemaining: number | null;
  readonly entitiesCompleted: number | null;
  readonly entitiesTotal: number | null;
  readonly entitiesRemaining: number | null;
}

export interface CertificationReassignmentModel {
  /** A reference: id, name and reviewer at most. */
  readonly from: CertificationModel | null;
  readonly previousReviewer: ReviewerModel | null;
  readonly comment: string | null;
}

export interface CertificationModel {
  readonly id: string;
  /** False for a reference, a certification that was named and not read. */
  readonly isRead: boolean;
  readonly name: string | null;
  readonly campaign: CertificationCampaignModel | null;
  readonly phase: CertificationPhase | null;
  readonly phaseName: string | null;
  readonly reviewer: ReviewerModel | null;
  readonly reassignment: CertificationReassignmentModel | null;
  readonly progress: CertificationProgressModel | null;
  readonly isCompleted: boolean | null;
  readonly dueAt: string | null;
  readonly signedAt: string | null;
  readonly hasErrors: boolean | null;
  readonly errorMessage: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

const phases = new Set(Object.values(CertificationPhase));
const campaignTypes = new Set(Object.values(CertificationCampaignType));
const correlatedStatuses = new Set(Object.values(CertificationCampaignCorrelatedStatus));
const commentRequirements = new Set(Object.values(CertificationMandatoryCommentRequirement));
const reviewerTypes = new Set(Object.values(CertificationReviewerType));

/**
 * A certification of either contract. Null when it has no id, unless the question had one: beta documents none (Q13).
 */
export function readCertification(wire: JsonObject<CertificationWire>, askedId?: string): CertificationModel | null {
  const id = wire.id('id') ?? askedId ?? null;
  if (id === null) return null;
  const phase = wire.word('phase', phases);
  return {
    id,
    isRead: true,
    name: wire.text('name'),
    campaign: readCampaignOf(wire),
    phase: phase.value,
    phaseName: phase.word,
    reviewer: readReviewer(wire.object('reviewer')),
    reassignment: readReassignment(wire.object('reassignment')),
    progress: readProgress(wire),
    isCompleted: wire.flag('completed'),
    dueAt: wire.instant('due'),
    signedAt: wire.instant('signed'),
    hasErrors: wire.flag('hasErrors'),
    errorMessage: wire.text('errorMessage'),
    createdAt: wire.instant('created'),
    updatedAt: wire.instant('modified'),
  };
}

/** The campaign inside a certification; null when it is absent or has no id (Q16, Q17). */
export function readCampaignOf(wire: JsonObject<CertificationWire>): CertificationCampaignModel | null {
  const campaign =
    wire.object<CampaignReferenceWire>('campaign') ?? wire.object<CampaignReferenceWire>('campaignRef');
  const id = campaign?.id('id') ?? null;
  if (campaign === null || id === null) return null;
  const type = campaign.word('campaignType', campaignTypes);
  return {
    id,
    name: campaign.text('name'),
    description: campaign.text('description'),
    type: type.value,
    typeName: type.word,
    correlatedStatus: campaign.word('correlatedStatus', correlatedStatuses).value,
    mandatoryCommentRequirement: campaign.word('mandatoryCommentRequirement', commentRequirements).value,
    details: null,
  };
}

/** A reviewer as certifications name it; null without an id. */
export function readReviewer(wire: JsonObject<ReviewerWire> | null): ReviewerModel | null {
  const id = wire?.id('id') ?? null;
  if (wire === null || id === null) return null;
  const type = wire.word('type', reviewerTypes);
  return { id, type: type.value, typeName: type.word, name: wire.text('name'), email: wire.text('email') };
}

/** A row of a certification's reviewers: an identity always, whatever its `type` says (Q8). */
export function readReviewerRow(wire: JsonObject<ReviewerWire>): ReviewerModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  const type = CertificationReviewerType.Identity;
  return { id, type, typeName: wire.text('type') ?? type, name: wire.text('name'), email: wire.text('email') };
}

/** A certification that is named and not read: all that is not known is null. */
export function certificationReference(
  id: string,
  name: string | null = null,
  reviewer: ReviewerModel | null = null,
): CertificationModel {
  return {
    id,
    isRead: false,
    name,
    campaign: null,
    phase: null,
    phaseName: null,
    reviewer,
    reassignment: null,
    progress: null,
    isCompleted: null,
    dueAt: null,
    signedAt: null,
    hasErrors: null,
    errorMessage: null,
    createdAt: null,
    updatedAt: null,
  };
}

function readReassignment(wire: JsonObject<ReassignmentWire> | null): CertificationReassignmentModel | null {
  if (wire === null) return null;
  const from = wire.object<CertificationReferenceWire>('from');
  const id = from?.id('id') ?? null;
  const previousReviewer = readReviewer(from?.object('reviewer') ?? null);
  return {
    from: from === null || id === null ? null : certificationReference(id, from.text('name'), previousReviewer),
    previousReviewer,
    comment: wire.text('comment'),
  };
}

function readProgress(wire: JsonObject<CertificationWire>): CertificationProgressModel {
  return progressOf({
    decisionsMade: wire.count('decisionsMade'),
    decisionsTotal: wire.count('decisionsTotal'),
    // Beta counts entities of any kind, later generations call them identities (Q16).
    entitiesCompleted: wire.count('entitiesCompleted') ?? wire.count('identitiesCompleted'),
    entitiesTotal: wire.count('entitiesTotal') ?? wire.count('identitiesTotal'),
  });
}

export type ProgressCounts = Pick<
  CertificationProgressModel,
  'decisionsMade' | 'decisionsTotal' | 'entitiesCompleted' | 'entitiesTotal'
>;

export function progressOf(counts: ProgressCounts): CertificationProgressModel {
  return {
    ...counts,
    decisionsRemaining: remaining(counts.decisionsMade, counts.decisionsTotal),
    entitiesRemaining: remaining(counts.entitiesCompleted, counts.entitiesTotal),
  };
}

function remaining(done: number | null, total: number | null): number | null {
  return done === null || total === null ? null : Math.max(0, total - done);
}

/** Signed off: said by the phase, by the date, or by both (Q18). */
export function isSigned(certification: CertificationModel): boolean {
  return certification.phase === CertificationPhase.Signed || certification.signedAt !== null;
}

export function isOverdue(certification: CertificationModel, clock: RequestClock): boolean {
  return certification.dueAt !== null && !isSigned(certification) && clock.hasPassed(certification.dueAt);
}
