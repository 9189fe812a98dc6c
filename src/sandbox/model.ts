// What the tenant holds. Dates are ISO texts as they go over the wire; tests may change any of it.

export interface Identity {
  id: string;
  name: string;
  firstname: string;
  lastname: string;
  alias: string;
  email: string | null;
  status: 'ACTIVE' | 'INACTIVE';
  managerId: string | null;
  department: string;
  city: string;
  created: string;
  modified: string;
}

export type CampaignType = 'MANAGER' | 'SOURCE_OWNER' | 'SEARCH' | 'ROLE_COMPOSITION' | 'MACHINE_ACCOUNT';

export interface Campaign {
  id: string;
  name: string;
  campaignType: CampaignType;
  description: string | null;
  correlatedStatus: 'CORRELATED' | 'UNCORRELATED';
  mandatoryCommentRequirement: 'ALL_DECISIONS' | 'REVOKE_ONLY_DECISIONS' | 'NO_DECISIONS';
  ownerId: string;
}

export interface ReviewerReference {
  type: 'IDENTITY' | 'GOVERNANCE_GROUP';
  id: string;
  /** Groups only; an identity's name is read from the identity. */
  name?: string;
}

export interface Certification {
  id: string;
  name: string;
  campaignId: string;
  created: string;
  modified: string;
  phase: 'STAGED' | 'ACTIVE' | 'SIGNED';
  due: string | null;
  signed: string | null;
  reviewer: ReviewerReference;
  /** Identities that may review it, `reviewer` among them. */
  reviewerIds: string[];
  reassignment: { fromId: string; comment: string } | null;
  errorMessage: string | null;
  items: AccessReviewItem[];
  /** Counters and `completed` follow from the items unless set here. */
  counters?: Partial<Counters>;
}

export interface Counters {
  decisionsMade: number;
  decisionsTotal: number;
  entitiesCompleted: number;
  entitiesTotal: number;
  completed: boolean;
}

export interface AccessReviewItem {
  id: string;
  /** The group of all items about one identity in one certification; not the identity's id. */
  identitySummaryId: string;
  identityId: string;
  access: { type: 'ENTITLEMENT' | 'ACCESS_PROFILE' | 'ROLE'; id: string; name: string };
  decision: 'APPROVE' | 'REVOKE' | null;
  permissions: Permission[];
}

export interface Permission {
  target: string;
  rights: string[];
}

export interface Task {
  id: string;
  type: string;
  targetType: 'CERTIFICATION' | 'CAMPAIGN';
  targetId: string;
  /** Epoch milliseconds; Infinity for a job that never gets that far. */
  createdAt: number;
  startsAt: number;
  finishesAt: number;
  outcome: 'SUCCESS' | 'ERROR';
  /** Told when it has ended in ERROR. */
  errors: string[];
  reassignmentTrail: { previousOwner: string; newOwner: string; reassignmentType: string }[];
  /** What it does to the tenant; runs once, when it has ended in SUCCESS. */
  effect: (() => void) | null;
}

export const workTypes = ['ACCESS_REQUESTS', 'CERTIFICATIONS', 'MANUAL_TASKS', 'GENERIC_APPROVALS'] as const;
export type WorkType = (typeof workTypes)[number];

/** How "until removed" is told in an answer (Q23). */
export type PermanentEndDate = 'null' | 'empty' | 'yearOne' | 'absent';

export interface ConfigurationDetail {
  configType: WorkType;
  targetId: string;
  startDate: string;
  /** null: permanent. */
  endDate: string | null;
  permanentAs: PermanentEndDate;
  audit: AuditDetails;
}

export interface AuditDetails {
  created: string;
  createdById: string;
  modified: string;
  modifiedById: string | null;
}
