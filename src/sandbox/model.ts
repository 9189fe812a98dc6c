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
  status: CampaignStatus;
  deadline: string | null;
  created: string;
  modified: string | null;
  emailNotificationEnabled: boolean;
  autoRevokeAllowed: boolean;
  recommendationsEnabled: boolean;
  sunsetCommentsRequired: boolean;
  alerts: { level: 'ERROR' | 'WARN' | 'INFO'; text: string }[];
}

export const campaignStatuses = [
  'PENDING',
  'STAGED',
  'CANCELING',
  'ACTIVATING',
  'ACTIVE',
  'COMPLETING',
  'COMPLETED',
  'ERROR',
  'ARCHIVED',
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

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
  access: AccessReference;
  /** The identity has not had it in the campaign before. */
  newAccess: boolean;
  decision: 'APPROVE' | 'REVOKE' | null;
  comments: string | null;
  permissions: Permission[];
}

export const accessTypes = ['ENTITLEMENT', 'ACCESS_PROFILE', 'ROLE'] as const;
export type AccessType = (typeof accessTypes)[number];

export interface AccessReference {
  type: AccessType;
  id: string;
  name: string;
}

/** What can be had, by id. Undefined: not told at all. */
export interface AccessCatalogue {
  readonly entitlements: Map<string, Entitlement>;
  readonly accessProfiles: Map<string, AccessProfile>;
  readonly roles: Map<string, Role>;
}

export interface Entitlement {
  id: string;
  name: string;
  description: string | null | undefined;
  privileged: boolean;
  ownerId: string | null;
  attributeName: string;
  attributeValue: string;
  sourceSchemaObjectType: string;
  source: Source;
  revocable: boolean;
  cloudGoverned: boolean;
  dataAccess: DataAccess | null | undefined;
}

export interface Source {
  id: string;
  name: string;
  type: string;
}

export interface DataAccess {
  policies: { value: string }[];
  categories: { value: string; matchCount: number }[];
  impactScore: { value: string };
}

export interface AccessProfile {
  id: string;
  name: string;
  description: string;
  privileged: boolean;
  cloudGoverned: boolean;
  endDate: string | null | undefined;
  ownerId: string;
  source: Source;
  /** Null where the upstream sends a null in the list (Q19). */
  entitlementIds: (string | null)[];
  created: string;
  modified: string;
}

export interface Role {
  id: string;
  name: string;
  description: string;
  privileged: boolean;
  ownerId: string;
  revocable: boolean;
  endDate: string | undefined;
  accessProfileIds: string[];
  entitlementIds: (string | null)[];
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
