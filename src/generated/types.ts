import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessReviewItemModel, AccessReviewPermissionModel, CertificationModel, CertificationCampaignModel, CertificationReassignmentModel, ReviewerModel } from '../certification/mapping.js';
import type { PermissionPage, CertificationPage, ReviewerPage } from '../certification/data-source.js';
import type { CertificationSummaryModel } from '../certification/summary.js';
import type { CertificationTaskModel } from '../task/mapping.js';
import type { TaskPage } from '../task/data-source.js';
import type { SetConfigurationPayload, DeleteConfigurationPayload, ConfigurationPage, UpdateTenantPayload } from '../reassignment/data-source.js';
import type { IdentityModel } from '../identity/mapping.js';
import type { MessageModel, UserError } from '../graphql/user-errors.js';
import type { ReassignPayload } from '../task/reassignments.js';
import type { AuditDetailsModel, ReassignmentConfigurationModel, ConfigurationDetailModel, ReassignmentEvaluationModel, TenantConfigurationModel } from '../reassignment/mapping.js';
import type { ReassignmentStepModel } from '../graphql/reassignment-step.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A point in time, RFC 3339, always answered in UTC with milliseconds (`2026-03-01T09:00:00.000Z`). */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** One line of a certification: access held by one subject, to be approved or revoked. */
export type AccessReviewItem = {
  __typename?: 'AccessReviewItem';
  /** The certification it is part of. */
  certification: Certification;
  /** The item's ID upstream; unique within its certification. */
  id: Scalars['ID']['output'];
  /** The permissions behind the item, when it is an entitlement. */
  permissions: Maybe<AccessReviewPermissionConnection>;
};


/** One line of a certification: access held by one subject, to be approved or revoked. */
export type AccessReviewItemPermissionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AccessReviewPermissionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Rights on one target, as aggregated from the customer's system. Free text: it looks different from
 * source to source.
 */
export type AccessReviewPermission = {
  __typename?: 'AccessReviewPermission';
  /** The rights (`SELECT`); empty when the upstream names none. */
  rights: Array<Scalars['String']['output']>;
  /** What the rights are on (`SYS.GV_$TRANSACTION`). */
  target: Maybe<Scalars['String']['output']>;
};

/** A page of permissions. */
export type AccessReviewPermissionConnection = {
  __typename?: 'AccessReviewPermissionConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<AccessReviewPermissionEdge>>;
  /** The rows. */
  nodes: Maybe<Array<AccessReviewPermission>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A permission in a page. */
export type AccessReviewPermissionEdge = {
  __typename?: 'AccessReviewPermissionEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The permission. */
  node: Maybe<AccessReviewPermission>;
};

/** Which permissions of an item to list. Text is compared without regard to case. */
export type AccessReviewPermissionFilter = {
  /** How `target` and `rights` combine when both are given. */
  operator?: InputMaybe<AccessReviewPermissionFilterOperator>;
  /** With all of these rights, 1 to 100. SailPoint: rights ca. */
  rights?: InputMaybe<Array<Scalars['String']['input']>>;
  /** By target. */
  target?: InputMaybe<IgaTextFilter>;
};

/** How the parts of a permission filter combine. */
export const AccessReviewPermissionFilterOperator = {
  /** Both must match. */
  And: 'AND',
  /** Either must match. */
  Or: 'OR'
} as const;

export type AccessReviewPermissionFilterOperator = typeof AccessReviewPermissionFilterOperator[keyof typeof AccessReviewPermissionFilterOperator];
/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type Certification = {
  __typename?: 'Certification';
  /** The campaign it belongs to. SailPoint: campaignRef (beta), campaign (stable). */
  campaign: Maybe<CertificationCampaign>;
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it is due. SailPoint: due. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** The fault in words. */
  errorMessage: Maybe<Scalars['String']['output']>;
  /** True when the upstream reports a fault with it. */
  hasErrors: Maybe<Scalars['Boolean']['output']>;
  /** The certification's ID upstream. */
  id: Scalars['ID']['output'];
  /** True when every decision is made. Sign-off is a further step: see `signedAt`. SailPoint: completed. */
  isCompleted: Maybe<Scalars['Boolean']['output']>;
  /** True when `dueAt` has passed and it is not signed. Worked out when it is asked for. */
  isOverdue: Maybe<Scalars['Boolean']['output']>;
  /** One line of the review. Names the item without a call and without checking that it exists. */
  item: Maybe<AccessReviewItem>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Tasks on it that are queued or running. */
  pendingTasks: Maybe<Array<CertificationTask>>;
  /** Where it stands; null when the value is newer than this schema. */
  phase: Maybe<CertificationPhase>;
  /** Where it stands, in the upstream's own word. SailPoint: phase. */
  phaseName: Maybe<Scalars['String']['output']>;
  /** How far the review has come. */
  progress: Maybe<CertificationProgress>;
  /** How it came to this reviewer; null when it was never reassigned. */
  reassignment: Maybe<CertificationReassignment>;
  /** Who reviews it. */
  reviewer: Maybe<Reviewer>;
  /** Everyone who reviews it. One upstream call for each certification; `reviewer` costs none. */
  reviewers: Maybe<CertificationReviewerConnection>;
  /** When the reviewer signed it off; null before. SailPoint: signed. */
  signedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed. SailPoint: modified. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
};


/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type CertificationItemArgs = {
  id: Scalars['ID']['input'];
};


/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type CertificationReviewersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationReviewerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationReviewerOrder>>;
};

/**
 * The campaign that a certification belongs to, as far as certifications tell of it. Inside a
 * certification it costs nothing; reached by `id` from another subgraph it is read from one of its
 * certifications, and its fields are null when the caller may see none of them.
 */
export type CertificationCampaign = {
  __typename?: 'CertificationCampaign';
  /** Whether it is about correlated identities; null when the value is newer than this schema. */
  correlatedStatus: Maybe<CertificationCampaignCorrelatedStatus>;
  /** What the administrator wrote about it. */
  description: Maybe<Scalars['String']['output']>;
  /** The campaign's ID upstream. */
  id: Scalars['ID']['output'];
  /** For which decisions the reviewer must comment; null when the value is newer than this schema. */
  mandatoryCommentRequirement: Maybe<CertificationMandatoryCommentRequirement>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** What it reviews; null when the value is newer than this schema. SailPoint: campaignType. */
  type: Maybe<CertificationCampaignType>;
  /** What it reviews, in the upstream's own word. SailPoint: campaignType. */
  typeName: Maybe<Scalars['String']['output']>;
};

/** Whether a campaign is about identities that have an account on an authoritative source. */
export const CertificationCampaignCorrelatedStatus = {
  /** Correlated identities. */
  Correlated: 'CORRELATED',
  /** Uncorrelated identities; only source owner campaigns can be. */
  Uncorrelated: 'UNCORRELATED'
} as const;

export type CertificationCampaignCorrelatedStatus = typeof CertificationCampaignCorrelatedStatus[keyof typeof CertificationCampaignCorrelatedStatus];
/** What a campaign reviews. */
export const CertificationCampaignType = {
  /** Machine accounts are reviewed. */
  MachineAccount: 'MACHINE_ACCOUNT',
  /** Managers review their reports. */
  Manager: 'MANAGER',
  /** The composition of roles is reviewed. */
  RoleComposition: 'ROLE_COMPOSITION',
  /** The result of a search is reviewed. */
  Search: 'SEARCH',
  /** Source owners review the access on their source. */
  SourceOwner: 'SOURCE_OWNER'
} as const;

export type CertificationCampaignType = typeof CertificationCampaignType[keyof typeof CertificationCampaignType];
/** What is to do in one campaign. */
export type CertificationCampaignWorkload = {
  __typename?: 'CertificationCampaignWorkload';
  /** Of these, under review. */
  activeCount: Scalars['Int']['output'];
  /** Which. */
  campaign: CertificationCampaign;
  /** Certifications. */
  certificationCount: Scalars['Int']['output'];
  /** Of these, with every decision made. */
  completedCount: Scalars['Int']['output'];
  /** The earliest due date among those not signed off. */
  nextDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Of these, past due and not signed. */
  overdueCount: Scalars['Int']['output'];
  /** Decisions and subjects. */
  progress: CertificationProgress;
  /** Of these, signed off. */
  signedCount: Scalars['Int']['output'];
  /** Of these, waiting for activation. */
  stagedCount: Scalars['Int']['output'];
};

/** A page of certifications. */
export type CertificationConnection = {
  __typename?: 'CertificationConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<CertificationEdge>>;
  /** The rows. */
  nodes: Maybe<Array<Certification>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /**
   * Sums over all matching certifications, whatever page is shown. Reads every page, one upstream call
   * for 250 certifications; the rows of the page come out of the same calls.
   */
  summary: Maybe<CertificationSummary>;
  /** How many rows match in all. Asked from the upstream only when selected, or needed for `summary`. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A certification in a page. */
export type CertificationEdge = {
  __typename?: 'CertificationEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The certification. */
  node: Maybe<Certification>;
};

/** Which certifications to list. All given fields must match; an empty list is refused. */
export type CertificationFilter = {
  /** Of one of these campaigns, at most 100. SailPoint: campaignRef.id (beta), campaign.id (stable). */
  campaignIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * Of one of these campaign types. Only the beta list can do this; elsewhere the gateway answers
   * `BAD_USER_INPUT`. SailPoint: campaignRef.campaignType.
   */
  campaignTypes?: InputMaybe<Array<CertificationCampaignType>>;
  /** With one of these IDs, at most 100. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By whether every decision is made. SailPoint: completed. */
  isCompleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** In this phase. */
  phase?: InputMaybe<CertificationPhase>;
};

/** For which decisions a reviewer must leave a comment. */
export const CertificationMandatoryCommentRequirement = {
  /** For every decision. */
  AllDecisions: 'ALL_DECISIONS',
  /** For none. */
  NoDecisions: 'NO_DECISIONS',
  /** For revocations. */
  RevokeOnlyDecisions: 'REVOKE_ONLY_DECISIONS'
} as const;

export type CertificationMandatoryCommentRequirement = typeof CertificationMandatoryCommentRequirement[keyof typeof CertificationMandatoryCommentRequirement];
/** One sort key of certifications. */
export type CertificationOrder = {
  /** The direction. */
  direction?: InputMaybe<IgaOrderDirection>;
  /** The key. */
  field: CertificationOrderField;
};

/** What certifications can be sorted by. */
export const CertificationOrderField = {
  /** Due date. */
  Due: 'DUE',
  /** Name. */
  Name: 'NAME',
  /** Sign-off date. */
  Signed: 'SIGNED'
} as const;

export type CertificationOrderField = typeof CertificationOrderField[keyof typeof CertificationOrderField];
/** Where a certification stands. */
export const CertificationPhase = {
  /** Under review. */
  Active: 'ACTIVE',
  /** Signed off by the reviewer: read-only from then on. */
  Signed: 'SIGNED',
  /** Waiting for its campaign to be activated. */
  Staged: 'STAGED'
} as const;

export type CertificationPhase = typeof CertificationPhase[keyof typeof CertificationPhase];
/**
 * How far a review has come. Counts of one certification, null where the upstream does not say; or sums
 * over several, where what it does not say counts as 0.
 */
export type CertificationProgress = {
  __typename?: 'CertificationProgress';
  /** Decisions made. */
  decisionsMade: Maybe<Scalars['Int']['output']>;
  /** Decisions still to make. */
  decisionsRemaining: Maybe<Scalars['Int']['output']>;
  /** Decisions to make in all. */
  decisionsTotal: Maybe<Scalars['Int']['output']>;
  /**
   * Reviewed subjects (identities, access profiles, roles and so on) for which every decision is made.
   * SailPoint: entitiesCompleted (beta), identitiesCompleted (stable).
   */
  entitiesCompleted: Maybe<Scalars['Int']['output']>;
  /** Subjects with decisions still to make. */
  entitiesRemaining: Maybe<Scalars['Int']['output']>;
  /** Subjects in all. SailPoint: entitiesTotal (beta), identitiesTotal (stable). */
  entitiesTotal: Maybe<Scalars['Int']['output']>;
};

/** One thing to reassign. */
export type CertificationReassignItemInput = {
  /** Its ID. */
  id: Scalars['ID']['input'];
  /** What it is. */
  type: CertificationReassignItemType;
};

/** What is being reassigned. */
export const CertificationReassignItemType = {
  /** One identity with all of its lines. */
  IdentitySummary: 'IDENTITY_SUMMARY',
  /** One line of the review. */
  Item: 'ITEM',
  /** One reviewed target with all of its lines. */
  TargetSummary: 'TARGET_SUMMARY'
} as const;

export type CertificationReassignItemType = typeof CertificationReassignItemType[keyof typeof CertificationReassignItemType];
/** How a certification came to its reviewer, when it was reassigned. */
export type CertificationReassignment = {
  __typename?: 'CertificationReassignment';
  /** The reason that was given. */
  comment: Maybe<Scalars['String']['output']>;
  /**
   * The certification that the work was taken from. Its `id`, `name` and `reviewer` are known at no
   * cost; other fields are loaded, and are null when the caller may not see it.
   */
  from: Maybe<Certification>;
  /** Who had the work before. SailPoint: from.reviewer. */
  previousReviewer: Maybe<Reviewer>;
};

/** A page of reviewers. */
export type CertificationReviewerConnection = {
  __typename?: 'CertificationReviewerConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<CertificationReviewerEdge>>;
  /** The rows. */
  nodes: Maybe<Array<Reviewer>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A reviewer in a page. */
export type CertificationReviewerEdge = {
  __typename?: 'CertificationReviewerEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The reviewer. */
  node: Maybe<Reviewer>;
};

/** Which reviewers of a certification to list. All given fields must match. */
export type CertificationReviewerFilter = {
  /** By e-mail address. */
  email?: InputMaybe<IgaTextFilter>;
  /** With one of these IDs, at most 100. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By display name. */
  name?: InputMaybe<IgaTextFilter>;
};

/** One sort key of reviewers. */
export type CertificationReviewerOrder = {
  /** The direction. */
  direction?: InputMaybe<IgaOrderDirection>;
  /** The key. */
  field: CertificationReviewerOrderField;
};

/** What reviewers can be sorted by. */
export const CertificationReviewerOrderField = {
  /** E-mail address. */
  Email: 'EMAIL',
  /** Display name. */
  Name: 'NAME'
} as const;

export type CertificationReviewerOrderField = typeof CertificationReviewerOrderField[keyof typeof CertificationReviewerOrderField];
/** What a reviewer is. */
export const CertificationReviewerType = {
  /** A governance group: any member may review. */
  GovernanceGroup: 'GOVERNANCE_GROUP',
  /** One identity. */
  Identity: 'IDENTITY'
} as const;

export type CertificationReviewerType = typeof CertificationReviewerType[keyof typeof CertificationReviewerType];
/** What one reviewer has to do. */
export type CertificationReviewerWorkload = {
  __typename?: 'CertificationReviewerWorkload';
  /** Certifications. */
  certificationCount: Scalars['Int']['output'];
  /** The earliest due date among the open ones. */
  nextDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Of these, not signed off. */
  openCount: Scalars['Int']['output'];
  /** Of these, past due and not signed. */
  overdueCount: Scalars['Int']['output'];
  /** Decisions and subjects. */
  progress: CertificationProgress;
  /** Who. */
  reviewer: Reviewer;
};

/** Sums over certifications. One without a reviewer or campaign is in the sums, and in no workload. */
export type CertificationSummary = {
  __typename?: 'CertificationSummary';
  /** Of these, under review. */
  activeCount: Scalars['Int']['output'];
  /** The same by campaign. */
  campaignWorkloads: Array<CertificationCampaignWorkload>;
  /** Certifications. */
  certificationCount: Scalars['Int']['output'];
  /** Of these, with every decision made. */
  completedCount: Scalars['Int']['output'];
  /** Of these, with a fault. */
  errorCount: Scalars['Int']['output'];
  /**
   * False when there were more certifications than the gateway reads for one summary (5000), or fewer
   * could be read than the upstream had counted; the sums then cover those that were read.
   */
  isComplete: Scalars['Boolean']['output'];
  /** Of these, past due and not signed. */
  overdueCount: Scalars['Int']['output'];
  /** Decisions and subjects. */
  progress: CertificationProgress;
  /** The same by reviewer. */
  reviewerWorkloads: Array<CertificationReviewerWorkload>;
  /** Of these, signed off. */
  signedCount: Scalars['Int']['output'];
  /** Of these, waiting for activation. */
  stagedCount: Scalars['Int']['output'];
};


/** Sums over certifications. One without a reviewer or campaign is in the sums, and in no workload. */
export type CertificationSummaryCampaignWorkloadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CertificationWorkloadOrder>;
};


/** Sums over certifications. One without a reviewer or campaign is in the sums, and in no workload. */
export type CertificationSummaryReviewerWorkloadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CertificationWorkloadOrder>;
};

/**
 * Work that the upstream does in the background on a certification or a campaign. One type for what
 * the beta generation calls an identity certification task and the stable ones a certification task.
 */
export type CertificationTask = {
  __typename?: 'CertificationTask';
  /** When it was created; null where the upstream does not say. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong. Can hold messages before the task is finished. */
  errors: Array<IgaMessage>;
  /** The task's ID upstream. */
  id: Scalars['ID']['output'];
  /** True for `SUCCESS` and `ERROR`: it will not change any more. */
  isFinished: Scalars['Boolean']['output'];
  /**
   * The chain of steps that would have led to a self-review, where the task met one; empty on beta.
   * SailPoint: reassignmentTrailDTOs.
   */
  reassignmentTrail: Array<ReassignmentStep>;
  /** How it stands; null when the value is newer than this schema. */
  status: Maybe<CertificationTaskStatus>;
  /** How it stands, in the upstream's own word. SailPoint: status. */
  statusName: Maybe<Scalars['String']['output']>;
  /** What it works on. A certification is loaded only for fields other than `id`. */
  target: Maybe<CertificationTaskTarget>;
  /** ID of what it works on. SailPoint: certificationId (beta), targetId (stable). */
  targetId: Maybe<Scalars['ID']['output']>;
  /** What it works on; null when the value is newer than this schema. Always `CERTIFICATION` on beta. */
  targetType: Maybe<CertificationTaskTargetType>;
  /** What it works on, in the upstream's own word. SailPoint: targetType. */
  targetTypeName: Maybe<Scalars['String']['output']>;
  /** What it does; null when the value is newer than this schema. */
  type: Maybe<CertificationTaskType>;
  /** What it does, in the upstream's own word. SailPoint: type. */
  typeName: Maybe<Scalars['String']['output']>;
};

/** A page of tasks. */
export type CertificationTaskConnection = {
  __typename?: 'CertificationTaskConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<CertificationTaskEdge>>;
  /** The rows. */
  nodes: Maybe<Array<CertificationTask>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A task in a page. */
export type CertificationTaskEdge = {
  __typename?: 'CertificationTaskEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The task. */
  node: Maybe<CertificationTask>;
};

/** Which tasks to list. All given fields must match. */
export type CertificationTaskFilter = {
  /** With one of these IDs, at most 100. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * On one of these certifications or campaigns, at most 100. Required on beta, where each costs a call.
   * SailPoint: targetId.
   */
  targetIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of one of these types. SailPoint: type. */
  types?: InputMaybe<Array<CertificationTaskType>>;
};

/** How a task stands. */
export const CertificationTaskStatus = {
  /** Finished with errors. Final. */
  Error: 'ERROR',
  /** Running. */
  InProgress: 'IN_PROGRESS',
  /** Waiting to start. */
  Queued: 'QUEUED',
  /** Finished; everything was done. Final. */
  Success: 'SUCCESS'
} as const;

export type CertificationTaskStatus = typeof CertificationTaskStatus[keyof typeof CertificationTaskStatus];
/** What a task works on, as an object. */
export type CertificationTaskTarget = Certification | CertificationCampaign;

/** What a task works on. */
export const CertificationTaskTargetType = {
  /** A campaign. */
  Campaign: 'CAMPAIGN',
  /** A certification. */
  Certification: 'CERTIFICATION'
} as const;

export type CertificationTaskTargetType = typeof CertificationTaskTargetType[keyof typeof CertificationTaskTargetType];
/** What a task does. */
export const CertificationTaskType = {
  /** A campaign is activated. */
  ActivateCampaign: 'ACTIVATE_CAMPAIGN',
  /** An administrator hands whole certifications to another reviewer. */
  AdminReassign: 'ADMIN_REASSIGN',
  /** A campaign is created. */
  CampaignCreate: 'CAMPAIGN_CREATE',
  /** A campaign is deleted. */
  CampaignDelete: 'CAMPAIGN_DELETE',
  /** A campaign is completed. */
  CompleteCampaign: 'COMPLETE_CAMPAIGN',
  /** A certification is completed. */
  CompleteCertification: 'COMPLETE_CERTIFICATION',
  /** A certification is finished after sign-off. */
  FinishCertification: 'FINISH_CERTIFICATION',
  /** A reviewer hands items to another. */
  Reassign: 'REASSIGN'
} as const;

export type CertificationTaskType = typeof CertificationTaskType[keyof typeof CertificationTaskType];
/** Order of workloads. */
export const CertificationWorkloadOrder = {
  /** Most open decisions first. */
  DecisionsRemainingDesc: 'DECISIONS_REMAINING_DESC',
  /** Alphabetical. */
  NameAsc: 'NAME_ASC',
  /** Most overdue certifications first, then most open decisions. */
  OverdueDesc: 'OVERDUE_DESC'
} as const;

export type CertificationWorkloadOrder = typeof CertificationWorkloadOrder[keyof typeof CertificationWorkloadOrder];
/** Input of `createReassignmentConfiguration`. */
export type CreateReassignmentConfigurationInput = {
  /** The work type. */
  configType: ReassignmentConfigType;
  /** Until when; permanent when null or absent. After `startsAt`. SailPoint: endDate. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whose work is to go elsewhere. SailPoint: reassignedFromId. */
  identityId: Scalars['ID']['input'];
  /** Who is to get it. Not the same as `identityId`. SailPoint: reassignedToId. */
  reassignToId: Scalars['ID']['input'];
  /** From when on; at once when absent. SailPoint: startDate. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `createReassignmentConfiguration`. */
export type CreateReassignmentConfigurationPayload = {
  __typename?: 'CreateReassignmentConfigurationPayload';
  /** The part that was created. */
  configDetail: Maybe<ReassignmentConfigurationDetail>;
  /** The identity's configuration after the change; null when it was not made. */
  configuration: Maybe<ReassignmentConfiguration>;
  /** Who ends up with the work after the change. Evaluated when selected. */
  evaluation: Maybe<ReassignmentEvaluation>;
  /** What the caller can correct. Empty when the change was made. */
  userErrors: Array<IgaUserError>;
};

/** Input of `deleteReassignmentConfiguration`. */
export type DeleteReassignmentConfigurationInput = {
  /** The work type that is to stay with the identity. */
  configType: ReassignmentConfigType;
  /** Whose reassignment configuration. */
  identityId: Scalars['ID']['input'];
};

/** Answer of `deleteReassignmentConfiguration`. */
export type DeleteReassignmentConfigurationPayload = {
  __typename?: 'DeleteReassignmentConfigurationPayload';
  /** What is left of the identity's configuration, read anew when selected; null when nothing is. */
  configuration: Maybe<ReassignmentConfiguration>;
  /**
   * ID of the detail that is gone, to be dropped from client caches; null when it was not deleted, or
   * was not there, which is no error.
   */
  deletedConfigDetailId: Maybe<Scalars['ID']['output']>;
  /** What the caller can correct. Empty when it is gone. */
  userErrors: Array<IgaUserError>;
};

/**
 * A person or service known to the tenant. Shared with the rest of the graph: other subgraphs add
 * their fields by `id`. From this subgraph come the reassignment configuration and the review work of
 * an identity.
 */
export type Identity = {
  __typename?: 'Identity';
  /** The certifications that this identity is to review, as far as the caller may see them. */
  certificationsToReview: Maybe<CertificationConnection>;
  /** E-mail address. Looked up as `name` is. */
  email: Maybe<Scalars['String']['output']>;
  /** The identity's ID upstream. */
  id: Scalars['ID']['output'];
  /**
   * Display name. Taken from the answer that mentioned the identity where it has the name; looked up
   * otherwise, up to 100 identities in one call. Null when the lookup does not know the identity.
   */
  name: Maybe<Scalars['String']['output']>;
  /** Where this identity's work goes, by work type; null when nothing is set up. */
  reassignmentConfiguration: Maybe<ReassignmentConfiguration>;
  /** Who would get this identity's work of one type if it were created now. */
  reassignmentEvaluation: Maybe<ReassignmentEvaluation>;
};


/**
 * A person or service known to the tenant. Shared with the rest of the graph: other subgraphs add
 * their fields by `id`. From this subgraph come the reassignment configuration and the review work of
 * an identity.
 */
export type IdentityCertificationsToReviewArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationOrder>>;
};


/**
 * A person or service known to the tenant. Shared with the rest of the graph: other subgraphs add
 * their fields by `id`. From this subgraph come the reassignment configuration and the review work of
 * an identity.
 */
export type IdentityReassignmentEvaluationArgs = {
  configType: ReassignmentConfigType;
  exclusionFilters?: InputMaybe<Array<ReassignmentExclusionFilter>>;
};

/** The input breaks a rule that is checked before anything is sent upstream. */
export type IgaInvalidInputError = IgaUserError & {
  __typename?: 'IgaInvalidInputError';
  /** Always `INVALID_INPUT`. */
  code: IgaUserErrorCode;
  /** The upstream's own code. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path into the input. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** In words. */
  message: Scalars['String']['output'];
  /** Everything that the upstream said. SailPoint: messages, then causes. */
  messages: Array<IgaMessage>;
  /** The upstream's tracking ID. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/** A list in the input is longer than the upstream takes in one call. Nothing was sent. */
export type IgaLimitExceededError = IgaUserError & {
  __typename?: 'IgaLimitExceededError';
  /** How many were given. */
  actual: Scalars['Int']['output'];
  /** Always `LIMIT_EXCEEDED`. */
  code: IgaUserErrorCode;
  /** The upstream's own code. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path to the list. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** The most entries allowed. */
  limit: Scalars['Int']['output'];
  /** In words. */
  message: Scalars['String']['output'];
  /** Everything that the upstream said. SailPoint: messages, then causes. */
  messages: Array<IgaMessage>;
  /** The upstream's tracking ID. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/** Where the language of a message came from. */
export const IgaLocaleOrigin = {
  /** The tenant's default language. */
  Default: 'DEFAULT',
  /** Chosen from the request's `Accept-Language`. */
  Request: 'REQUEST'
} as const;

export type IgaLocaleOrigin = typeof IgaLocaleOrigin[keyof typeof IgaLocaleOrigin];
/** A message in one language, as the upstream wrote it. Messages without words are left out. */
export type IgaMessage = {
  __typename?: 'IgaMessage';
  /** BCP 47 language tag; null where the upstream sent bare text. */
  locale: Maybe<Scalars['String']['output']>;
  /** Where the language came from; null for bare text, or when the value is newer than this schema. */
  localeOrigin: Maybe<IgaLocaleOrigin>;
  /** The words to show. */
  text: Scalars['String']['output'];
};

/** The caller's token is valid and lacks the right to make this change (HTTP 403). */
export type IgaNotPermittedError = IgaUserError & {
  __typename?: 'IgaNotPermittedError';
  /** Always `NOT_PERMITTED`. */
  code: IgaUserErrorCode;
  /** The upstream's own code. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path into the input; null when it is about the whole call. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** In words. */
  message: Scalars['String']['output'];
  /** Everything that the upstream said. SailPoint: messages, then causes. */
  messages: Array<IgaMessage>;
  /** The scope that the call needs (`idn:reassignment-configuration:manage`); null when not known. */
  requiredScope: Maybe<Scalars['String']['output']>;
  /** The upstream's tracking ID. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/** Sort direction. */
export const IgaOrderDirection = {
  /** Smallest, earliest or first in the alphabet first. */
  Asc: 'ASC',
  /** Largest, latest or last in the alphabet first. */
  Desc: 'DESC'
} as const;

export type IgaOrderDirection = typeof IgaOrderDirection[keyof typeof IgaOrderDirection];
/** An object named in the input was not found (HTTP 404). */
export type IgaTargetNotFoundError = IgaUserError & {
  __typename?: 'IgaTargetNotFoundError';
  /** Always `TARGET_NOT_FOUND`. */
  code: IgaUserErrorCode;
  /** The upstream's own code. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path to the ID. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** In words. */
  message: Scalars['String']['output'];
  /** Everything that the upstream said. SailPoint: messages, then causes. */
  messages: Array<IgaMessage>;
  /** The ID that was not found; null when the upstream does not say which. */
  targetId: Maybe<Scalars['ID']['output']>;
  /** The upstream's tracking ID. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/** Matches a text. Exactly one of the fields. */
export type IgaTextFilter =
  /** Equal to this text. */
  { eq: Scalars['String']['input']; startsWith?: never; }
  |  /** Begins with this text. SailPoint: sw. */
  { eq?: never; startsWith: Scalars['String']['input']; };

/** The upstream refused the change (HTTP 400). */
export type IgaUpstreamRejectedError = IgaUserError & {
  __typename?: 'IgaUpstreamRejectedError';
  /** Always `UPSTREAM_REJECTED`. */
  code: IgaUserErrorCode;
  /** The upstream's own code. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path into the input; null when the upstream does not say. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** In words. */
  message: Scalars['String']['output'];
  /** Everything that the upstream said. SailPoint: messages, then causes. */
  messages: Array<IgaMessage>;
  /** The upstream's tracking ID. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/**
 * Something the caller of a mutation can act on. Network faults, rate limits, expired tokens and bugs
 * are not user errors: they arrive in the response's `errors` with a code in `extensions`.
 */
export type IgaUserError = {
  /** What it is about, for programs. */
  code: IgaUserErrorCode;
  /** The upstream's own code (`400.1 Bad Request Content`); null when the gateway found the error. */
  detailCode: Maybe<Scalars['String']['output']>;
  /** Path into the mutation's `input` (`["items", "3", "id"]`); null when it is not about one field. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** In words, for people: the most concrete of the upstream's texts, otherwise English from the gateway. */
  message: Scalars['String']['output'];
  /**
   * Everything that the upstream said, in its order; empty when the gateway found the error.
   * SailPoint: messages, then causes.
   */
  messages: Array<IgaMessage>;
  /** The upstream's tracking ID, to be quoted to its support; null when the gateway found the error. */
  trackingId: Maybe<Scalars['String']['output']>;
};

/** What a user error is about. Switch on this, and treat a value you do not know like `UPSTREAM_REJECTED`. */
export const IgaUserErrorCode = {
  /** The input breaks a rule that the gateway knows (`IgaInvalidInputError`). */
  InvalidInput: 'INVALID_INPUT',
  /** A list is longer than allowed (`IgaLimitExceededError`). */
  LimitExceeded: 'LIMIT_EXCEEDED',
  /** The caller may not do this (`IgaNotPermittedError`). */
  NotPermitted: 'NOT_PERMITTED',
  /** An object named in the input does not exist, or is not visible to the caller (`IgaTargetNotFoundError`). */
  TargetNotFound: 'TARGET_NOT_FOUND',
  /** The upstream understood the request and refused it (`IgaUpstreamRejectedError`). */
  UpstreamRejected: 'UPSTREAM_REJECTED'
} as const;

export type IgaUserErrorCode = typeof IgaUserErrorCode[keyof typeof IgaUserErrorCode];
/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Sends an identity's work of one type to somebody else. A reassignment configuration of the same work
   * type that is already there is replaced by the upstream. The upstream refuses chains that lead back to
   * the start.
   */
  createReassignmentConfiguration: Maybe<CreateReassignmentConfigurationPayload>;
  /** Lets an identity keep its work of one type. */
  deleteReassignmentConfiguration: Maybe<DeleteReassignmentConfigurationPayload>;
  /**
   * Hands up to 500 items of a certification to another reviewer. The upstream works on it in a task: follow
   * it by `certificationTaskProgress`, or wait for its end by `certificationTask(waitSeconds:)`.
   */
  reassignCertification: Maybe<ReassignCertificationPayload>;
  /** Puts a new reassignment configuration in the place of an identity's present one of the same work type. */
  replaceReassignmentConfiguration: Maybe<ReplaceReassignmentConfigurationPayload>;
  /** Turns work reassignment on or off for the whole tenant. For administrators. */
  updateReassignmentTenantConfiguration: Maybe<UpdateReassignmentTenantConfigurationPayload>;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationCreateReassignmentConfigurationArgs = {
  input: CreateReassignmentConfigurationInput;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationDeleteReassignmentConfigurationArgs = {
  input: DeleteReassignmentConfigurationInput;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationReassignCertificationArgs = {
  input: ReassignCertificationInput;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationReplaceReassignmentConfigurationArgs = {
  input: ReplaceReassignmentConfigurationInput;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationUpdateReassignmentTenantConfigurationArgs = {
  input: UpdateReassignmentTenantConfigurationInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row, to be sent as `after`; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /**
   * True when a further page follows. Exact: it is found by asking for one row more than the page
   * holds, or from the total when the page is as large as the upstream allows.
   */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when rows precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type Query = {
  __typename?: 'Query';
  /**
   * One certification; null when there is none with this ID that the caller may see. Several of these
   * in one operation become one upstream call.
   */
  certification: Maybe<Certification>;
  /** One task, finished or not; null when there is none with this ID that the caller may see. */
  certificationTask: Maybe<CertificationTask>;
  /** Certifications that the caller may see. */
  certifications: Maybe<CertificationConnection>;
  /**
   * Identities by ID, in the order of the IDs. References: they cost nothing, and are not checked, until
   * a field beyond `id` is selected. Null, with an error of its own, for a text that cannot be an ID.
   */
  igaIdentities: Array<Maybe<Identity>>;
  /**
   * Tasks that are queued or running, as far as the caller may see them. On beta `filter.targetIds` must
   * name certifications.
   */
  pendingCertificationTasks: Maybe<CertificationTaskConnection>;
  /** The work types that can be reassigned in this tenant, by priority. */
  reassignmentConfigTypes: Maybe<Array<ReassignmentConfigTypeInfo>>;
  /** One identity's reassignment configuration; null when nothing is set up. */
  reassignmentConfiguration: Maybe<ReassignmentConfiguration>;
  /** Every reassignment configuration of the tenant. For administrators. */
  reassignmentConfigurations: Maybe<ReassignmentConfigurationConnection>;
  /** Who would get an identity's work of one type if it were created now. */
  reassignmentEvaluation: Maybe<ReassignmentEvaluation>;
  /** The tenant's switch for work reassignment. */
  reassignmentTenantConfiguration: Maybe<ReassignmentTenantConfiguration>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryCertificationArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryCertificationTaskArgs = {
  certificationId: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryCertificationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationOrder>>;
  reviewerId: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryIgaIdentitiesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryPendingCertificationTasksArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationTaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  reviewerId: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryReassignmentConfigurationArgs = {
  identityId: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryReassignmentConfigurationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryReassignmentEvaluationArgs = {
  configType: ReassignmentConfigType;
  exclusionFilters?: InputMaybe<Array<ReassignmentExclusionFilter>>;
  identityId: Scalars['ID']['input'];
};

/** Input of `reassignCertification`. */
export type ReassignCertificationInput = {
  /** The certification that the items are part of. SailPoint: id. */
  certificationId: Scalars['ID']['input'];
  /**
   * Makes it safe to send the mutation again: within ten minutes, the same key from the same caller starts
   * nothing and is answered with the first task, also when both are under way at once. When it is unknown
   * whether the first one was done, so it stays: that error is answered again. 1 to 128 printable ASCII
   * characters, a UUID for instance; the same key with another input is refused.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * What to reassign, 1 to 500 entries without duplicates. More than 500 are refused, not split: items
   * of one identity or one access item split over several calls show up as duplicate reviews.
   * SailPoint: reassign.
   */
  items: Array<CertificationReassignItemInput>;
  /** Why; shown to the new reviewer. Not empty. */
  reason: Scalars['String']['input'];
  /** The identity that is to review them. SailPoint: reassignTo. */
  reassignToId: Scalars['ID']['input'];
};

/** Answer of `reassignCertification`. */
export type ReassignCertificationPayload = {
  __typename?: 'ReassignCertificationPayload';
  /** The certification, read anew when selected. */
  certification: Maybe<Certification>;
  /** The task that does the reassignment; null when it was not started. */
  task: Maybe<CertificationTask>;
  /** What the caller can correct. Empty when the task was started. */
  userErrors: Array<IgaUserError>;
};

/** Who changed something, and when. */
export type ReassignmentAuditDetails = {
  __typename?: 'ReassignmentAuditDetails';
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Who created it. */
  createdBy: Maybe<Identity>;
  /** When it last changed. SailPoint: modified. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who changed it last. SailPoint: modifiedBy. */
  updatedBy: Maybe<Identity>;
};

/** A work type: what a reassignment configuration is about. */
export const ReassignmentConfigType = {
  /** Reviews of access requests. */
  AccessRequests: 'ACCESS_REQUESTS',
  /** Certifications. */
  Certifications: 'CERTIFICATIONS',
  /** Generic approvals. Not known to beta and v2024. */
  GenericApprovals: 'GENERIC_APPROVALS',
  /** Manual provisioning tasks. */
  ManualTasks: 'MANUAL_TASKS'
} as const;

export type ReassignmentConfigType = typeof ReassignmentConfigType[keyof typeof ReassignmentConfigType];
/** A work type as the tenant's settings page shows it. */
export type ReassignmentConfigTypeInfo = {
  __typename?: 'ReassignmentConfigTypeInfo';
  /** The work type; null when it is newer than this schema. SailPoint: internalName or internalNameCamel. */
  configType: Maybe<ReassignmentConfigType>;
  /** The work type in the upstream's own word. SailPoint: internalName or internalNameCamel. */
  configTypeName: Maybe<Scalars['String']['output']>;
  /** Explanation to show. */
  description: Maybe<Scalars['String']['output']>;
  /** Name to show. */
  displayName: Maybe<Scalars['String']['output']>;
  /** Position in lists, smallest first. */
  priority: Maybe<Scalars['Int']['output']>;
};

/** Where one identity's work goes. At most one target for each work type. */
export type ReassignmentConfiguration = {
  __typename?: 'ReassignmentConfiguration';
  /** The targets by work type; empty when the upstream names none. */
  configDetails: Array<ReassignmentConfigurationDetail>;
  /** The ID of the identity: there is one configuration for each. SailPoint: identity.id. */
  id: Scalars['ID']['output'];
  /** Whose work it is. */
  identity: Identity;
};


/** Where one identity's work goes. At most one target for each work type. */
export type ReassignmentConfigurationConfigDetailsArgs = {
  configTypes: InputMaybe<Array<ReassignmentConfigType>>;
  states: InputMaybe<Array<ReassignmentState>>;
};

/** A page of reassignment configurations. The upstream does not count them, so there is no total. */
export type ReassignmentConfigurationConnection = {
  __typename?: 'ReassignmentConfigurationConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<ReassignmentConfigurationEdge>>;
  /** The rows. */
  nodes: Maybe<Array<ReassignmentConfiguration>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** Where one identity's work of one type goes, and for how long. One without a work type is left out. */
export type ReassignmentConfigurationDetail = {
  __typename?: 'ReassignmentConfigurationDetail';
  /** Who set it up. */
  auditDetails: Maybe<ReassignmentAuditDetails>;
  /** The work type; null when it is newer than this schema. */
  configType: Maybe<ReassignmentConfigType>;
  /** The work type in the upstream's own word. SailPoint: configType. */
  configTypeName: Maybe<Scalars['String']['output']>;
  /**
   * Until when; null when it is permanent. The upstream's ways to say so (null, an empty text, the year
   * 1) all come out as null. SailPoint: endDate.
   */
  endsAt: Maybe<Scalars['DateTime']['output']>;
  /** `<identity ID>/<work type>`, as used by infrastructure-as-code tools. */
  id: Scalars['ID']['output'];
  /** True when it has no end. */
  isPermanent: Scalars['Boolean']['output'];
  /** From when on; null when the upstream does not say, which counts as begun. SailPoint: startDate. */
  startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is in its time span now. */
  state: ReassignmentState;
  /** Who gets the work. */
  targetIdentity: Maybe<Identity>;
};

/** A reassignment configuration in a page. */
export type ReassignmentConfigurationEdge = {
  __typename?: 'ReassignmentConfigurationEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The configuration. */
  node: Maybe<ReassignmentConfiguration>;
};

/** Who ends up with an identity's work, and by which chain. */
export type ReassignmentEvaluation = {
  __typename?: 'ReassignmentEvaluation';
  /** Who ends up with it: the end of `trail`, or `from` itself when nothing is set up. */
  assignee: Identity;
  /** The work type asked for. */
  configType: ReassignmentConfigType;
  /** Whose work it is. SailPoint: identityId. */
  from: Identity;
  /** True when somebody else ends up with it. */
  isReassigned: Scalars['Boolean']['output'];
  /** True when the chain has as many steps as the upstream follows at most (5): it may go on. */
  reachedDepthLimit: Scalars['Boolean']['output'];
  /**
   * Who ends up with it in the upstream's own field. The upstream's examples repeat `from` here although
   * the trail leads elsewhere, so `assignee` does not rely on it. SailPoint: reassignToId.
   */
  reportedAssignee: Maybe<Identity>;
  /** The chain, in order; empty when nothing is set up. SailPoint: lookupTrail. */
  trail: Array<ReassignmentStep>;
};

/** A part of the evaluation that can be left out. */
export const ReassignmentExclusionFilter = {
  /** Steps that prevent self-review. */
  SelfReviewDelegation: 'SELF_REVIEW_DELEGATION'
} as const;

export type ReassignmentExclusionFilter = typeof ReassignmentExclusionFilter[keyof typeof ReassignmentExclusionFilter];
/**
 * Whether a part of a reassignment configuration is in its time span. Worked out when it is asked for; it
 * says nothing about the tenant's switch.
 */
export const ReassignmentState = {
  /** In its time span. */
  Active: 'ACTIVE',
  /** Ended. */
  Expired: 'EXPIRED',
  /** Begins in the future. */
  Scheduled: 'SCHEDULED'
} as const;

export type ReassignmentState = typeof ReassignmentState[keyof typeof ReassignmentState];
/** One step of a chain. */
export type ReassignmentStep = {
  __typename?: 'ReassignmentStep';
  /** Who had the work. SailPoint: reassignedFromId (evaluation), previousOwner (task). */
  from: Maybe<Identity>;
  /** Who got it. SailPoint: reassignedToId (evaluation), newOwner (task). */
  to: Maybe<Identity>;
  /** Why; null when the value is newer than this schema. SailPoint: reassignmentType. */
  type: Maybe<ReassignmentType>;
  /** Why, in the upstream's own word. SailPoint: reassignmentType. */
  typeName: Maybe<Scalars['String']['output']>;
};

/**
 * The tenant's switch for work reassignment. Switching it off keeps the configurations and stops
 * applying them.
 */
export type ReassignmentTenantConfiguration = {
  __typename?: 'ReassignmentTenantConfiguration';
  /** Who changed the switch. */
  auditDetails: Maybe<ReassignmentAuditDetails>;
  /**
   * True when work is reassigned in this tenant; also when the upstream does not say.
   * SailPoint: configDetails.disabled, the opposite.
   */
  isEnabled: Scalars['Boolean']['output'];
};

/** Why work went from one identity to another. */
export const ReassignmentType = {
  /** The owner's reassignment configuration did. */
  AutomaticReassignment: 'AUTOMATIC_REASSIGNMENT',
  /** An escalation did. */
  AutoEscalation: 'AUTO_ESCALATION',
  /** The owner of the work handed it over. */
  ManualReassignment: 'MANUAL_REASSIGNMENT',
  /** The system did, so that nobody reviews their own access. */
  SelfReviewDelegation: 'SELF_REVIEW_DELEGATION'
} as const;

export type ReassignmentType = typeof ReassignmentType[keyof typeof ReassignmentType];
/** Input of `replaceReassignmentConfiguration`. */
export type ReplaceReassignmentConfigurationInput = {
  /** The work type. */
  configType: ReassignmentConfigType;
  /** Until when; permanent when null or absent. Nothing is taken over from before. SailPoint: endDate. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whose reassignment configuration. SailPoint: identityId and reassignedFromId. */
  identityId: Scalars['ID']['input'];
  /** Who is to get it. Not the same as `identityId`. SailPoint: reassignedToId. */
  reassignToId: Scalars['ID']['input'];
  /** From when on; at once when absent. Nothing is taken over from before. SailPoint: startDate. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `replaceReassignmentConfiguration`. */
export type ReplaceReassignmentConfigurationPayload = {
  __typename?: 'ReplaceReassignmentConfigurationPayload';
  /** The part that was replaced, as it is now. */
  configDetail: Maybe<ReassignmentConfigurationDetail>;
  /** The identity's configuration after the change; null when it was not made. */
  configuration: Maybe<ReassignmentConfiguration>;
  /** Who ends up with the work after the change. Evaluated when selected. */
  evaluation: Maybe<ReassignmentEvaluation>;
  /** What the caller can correct. Empty when the change was made. */
  userErrors: Array<IgaUserError>;
};

/**
 * Who reviews a certification: an identity or a governance group. The same shape wherever the upstream
 * names a reviewer.
 */
export type Reviewer = {
  __typename?: 'Reviewer';
  /** E-mail address; null for governance groups. */
  email: Maybe<Scalars['String']['output']>;
  /** ID of the identity or the governance group. */
  id: Scalars['ID']['output'];
  /** The identity, for reviewers of type `IDENTITY`; the way to reassignment configurations and to other subgraphs. */
  identity: Maybe<Identity>;
  /** Display name. */
  name: Maybe<Scalars['String']['output']>;
  /** What the reviewer is; null when the value is newer than this schema. */
  type: Maybe<CertificationReviewerType>;
  /** What the reviewer is, in the upstream's own word. SailPoint: type. */
  typeName: Maybe<Scalars['String']['output']>;
};

/**
 * What is followed while it changes, over WebSocket or server-sent events. `POST /graphql` answers queries and
 * mutations only.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Follows a task: how it stands first, then one event for each change; completes after the event that shows it
   * finished. Null, and complete, when there is no such task that the caller may see. However many clients follow
   * a task, SailPoint is asked about once a second; each client's own token is asked for first.
   */
  certificationTaskProgress: Maybe<CertificationTask>;
};


/**
 * What is followed while it changes, over WebSocket or server-sent events. `POST /graphql` answers queries and
 * mutations only.
 */
export type SubscriptionCertificationTaskProgressArgs = {
  certificationId: InputMaybe<Scalars['ID']['input']>;
  taskId: Scalars['ID']['input'];
};

/** Input of `updateReassignmentTenantConfiguration`. */
export type UpdateReassignmentTenantConfigurationInput = {
  /** True to have work reassigned in this tenant. SailPoint: configDetails.disabled, the opposite. */
  isEnabled: Scalars['Boolean']['input'];
};

/** Answer of `updateReassignmentTenantConfiguration`. */
export type UpdateReassignmentTenantConfigurationPayload = {
  __typename?: 'UpdateReassignmentTenantConfigurationPayload';
  /** The switch after the change; null when it was not made. */
  tenantConfiguration: Maybe<ReassignmentTenantConfiguration>;
  /** What the caller can correct. Empty when the change was made. */
  userErrors: Array<IgaUserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Certification: Certification;
  CertificationCampaign: CertificationCampaign;
  CertificationTask: CertificationTask;
  Identity: Identity;
  ReassignmentConfiguration: ReassignmentConfiguration;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Certification:
    ( { __typename: 'Certification' }
    & GraphQLRecursivePick<FederationTypes['Certification'], {"id":true}> );
  CertificationCampaign:
    ( { __typename: 'CertificationCampaign' }
    & GraphQLRecursivePick<FederationTypes['CertificationCampaign'], {"id":true}> );
  CertificationTask:
    ( { __typename: 'CertificationTask' }
    & GraphQLRecursivePick<FederationTypes['CertificationTask'], {"id":true}> );
  Identity:
    ( { __typename: 'Identity' }
    & GraphQLRecursivePick<FederationTypes['Identity'], {"id":true}> );
  ReassignmentConfiguration:
    ( { __typename: 'ReassignmentConfiguration' }
    & GraphQLRecursivePick<FederationTypes['ReassignmentConfiguration'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CertificationTaskTarget:
    | ( CertificationModel )
    | ( CertificationCampaignModel )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessReviewItem: ResolverTypeWrapper<AccessReviewItemModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessReviewPermission: ResolverTypeWrapper<AccessReviewPermissionModel>;
  AccessReviewPermissionConnection: ResolverTypeWrapper<PermissionPage>;
  AccessReviewPermissionEdge: ResolverTypeWrapper<Omit<AccessReviewPermissionEdge, 'node'> & { node?: Maybe<ResolversTypes['AccessReviewPermission']> }>;
  AccessReviewPermissionFilter: AccessReviewPermissionFilter;
  AccessReviewPermissionFilterOperator: AccessReviewPermissionFilterOperator;
  Certification: ResolverTypeWrapper<CertificationModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CertificationCampaign: ResolverTypeWrapper<CertificationCampaignModel>;
  CertificationCampaignCorrelatedStatus: CertificationCampaignCorrelatedStatus;
  CertificationCampaignType: CertificationCampaignType;
  CertificationCampaignWorkload: ResolverTypeWrapper<Omit<CertificationCampaignWorkload, 'campaign'> & { campaign: ResolversTypes['CertificationCampaign'] }>;
  CertificationConnection: ResolverTypeWrapper<CertificationPage>;
  CertificationEdge: ResolverTypeWrapper<Omit<CertificationEdge, 'node'> & { node?: Maybe<ResolversTypes['Certification']> }>;
  CertificationFilter: CertificationFilter;
  CertificationMandatoryCommentRequirement: CertificationMandatoryCommentRequirement;
  CertificationOrder: CertificationOrder;
  CertificationOrderField: CertificationOrderField;
  CertificationPhase: CertificationPhase;
  CertificationProgress: ResolverTypeWrapper<CertificationProgress>;
  CertificationReassignItemInput: CertificationReassignItemInput;
  CertificationReassignItemType: CertificationReassignItemType;
  CertificationReassignment: ResolverTypeWrapper<CertificationReassignmentModel>;
  CertificationReviewerConnection: ResolverTypeWrapper<ReviewerPage>;
  CertificationReviewerEdge: ResolverTypeWrapper<Omit<CertificationReviewerEdge, 'node'> & { node?: Maybe<ResolversTypes['Reviewer']> }>;
  CertificationReviewerFilter: CertificationReviewerFilter;
  CertificationReviewerOrder: CertificationReviewerOrder;
  CertificationReviewerOrderField: CertificationReviewerOrderField;
  CertificationReviewerType: CertificationReviewerType;
  CertificationReviewerWorkload: ResolverTypeWrapper<Omit<CertificationReviewerWorkload, 'reviewer'> & { reviewer: ResolversTypes['Reviewer'] }>;
  CertificationSummary: ResolverTypeWrapper<CertificationSummaryModel>;
  CertificationTask: ResolverTypeWrapper<CertificationTaskModel>;
  CertificationTaskConnection: ResolverTypeWrapper<TaskPage>;
  CertificationTaskEdge: ResolverTypeWrapper<Omit<CertificationTaskEdge, 'node'> & { node?: Maybe<ResolversTypes['CertificationTask']> }>;
  CertificationTaskFilter: CertificationTaskFilter;
  CertificationTaskStatus: CertificationTaskStatus;
  CertificationTaskTarget: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationTaskTarget']>;
  CertificationTaskTargetType: CertificationTaskTargetType;
  CertificationTaskType: CertificationTaskType;
  CertificationWorkloadOrder: CertificationWorkloadOrder;
  CreateReassignmentConfigurationInput: CreateReassignmentConfigurationInput;
  CreateReassignmentConfigurationPayload: ResolverTypeWrapper<SetConfigurationPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteReassignmentConfigurationInput: DeleteReassignmentConfigurationInput;
  DeleteReassignmentConfigurationPayload: ResolverTypeWrapper<DeleteConfigurationPayload>;
  Identity: ResolverTypeWrapper<IdentityModel>;
  IgaInvalidInputError: ResolverTypeWrapper<Omit<IgaInvalidInputError, 'messages'> & { messages: Array<ResolversTypes['IgaMessage']> }>;
  IgaLimitExceededError: ResolverTypeWrapper<Omit<IgaLimitExceededError, 'messages'> & { messages: Array<ResolversTypes['IgaMessage']> }>;
  IgaLocaleOrigin: IgaLocaleOrigin;
  IgaMessage: ResolverTypeWrapper<MessageModel>;
  IgaNotPermittedError: ResolverTypeWrapper<Omit<IgaNotPermittedError, 'messages'> & { messages: Array<ResolversTypes['IgaMessage']> }>;
  IgaOrderDirection: IgaOrderDirection;
  IgaTargetNotFoundError: ResolverTypeWrapper<Omit<IgaTargetNotFoundError, 'messages'> & { messages: Array<ResolversTypes['IgaMessage']> }>;
  IgaTextFilter: IgaTextFilter;
  IgaUpstreamRejectedError: ResolverTypeWrapper<Omit<IgaUpstreamRejectedError, 'messages'> & { messages: Array<ResolversTypes['IgaMessage']> }>;
  IgaUserError: ResolverTypeWrapper<UserError>;
  IgaUserErrorCode: IgaUserErrorCode;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReassignCertificationInput: ReassignCertificationInput;
  ReassignCertificationPayload: ResolverTypeWrapper<ReassignPayload>;
  ReassignmentAuditDetails: ResolverTypeWrapper<AuditDetailsModel>;
  ReassignmentConfigType: ReassignmentConfigType;
  ReassignmentConfigTypeInfo: ResolverTypeWrapper<ReassignmentConfigTypeInfo>;
  ReassignmentConfiguration: ResolverTypeWrapper<ReassignmentConfigurationModel>;
  ReassignmentConfigurationConnection: ResolverTypeWrapper<ConfigurationPage>;
  ReassignmentConfigurationDetail: ResolverTypeWrapper<ConfigurationDetailModel>;
  ReassignmentConfigurationEdge: ResolverTypeWrapper<Omit<ReassignmentConfigurationEdge, 'node'> & { node?: Maybe<ResolversTypes['ReassignmentConfiguration']> }>;
  ReassignmentEvaluation: ResolverTypeWrapper<ReassignmentEvaluationModel>;
  ReassignmentExclusionFilter: ReassignmentExclusionFilter;
  ReassignmentState: ReassignmentState;
  ReassignmentStep: ResolverTypeWrapper<ReassignmentStepModel>;
  ReassignmentTenantConfiguration: ResolverTypeWrapper<TenantConfigurationModel>;
  ReassignmentType: ReassignmentType;
  ReplaceReassignmentConfigurationInput: ReplaceReassignmentConfigurationInput;
  ReplaceReassignmentConfigurationPayload: ResolverTypeWrapper<SetConfigurationPayload>;
  Reviewer: ResolverTypeWrapper<ReviewerModel>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateReassignmentTenantConfigurationInput: UpdateReassignmentTenantConfigurationInput;
  UpdateReassignmentTenantConfigurationPayload: ResolverTypeWrapper<UpdateTenantPayload>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessReviewItem: AccessReviewItemModel;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  AccessReviewPermission: AccessReviewPermissionModel;
  AccessReviewPermissionConnection: PermissionPage;
  AccessReviewPermissionEdge: Omit<AccessReviewPermissionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['AccessReviewPermission']> };
  AccessReviewPermissionFilter: AccessReviewPermissionFilter;
  Certification: CertificationModel;
  Boolean: Scalars['Boolean']['output'];
  CertificationCampaign: CertificationCampaignModel;
  CertificationCampaignWorkload: Omit<CertificationCampaignWorkload, 'campaign'> & { campaign: ResolversParentTypes['CertificationCampaign'] };
  CertificationConnection: CertificationPage;
  CertificationEdge: Omit<CertificationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Certification']> };
  CertificationFilter: CertificationFilter;
  CertificationOrder: CertificationOrder;
  CertificationProgress: CertificationProgress;
  CertificationReassignItemInput: CertificationReassignItemInput;
  CertificationReassignment: CertificationReassignmentModel;
  CertificationReviewerConnection: ReviewerPage;
  CertificationReviewerEdge: Omit<CertificationReviewerEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Reviewer']> };
  CertificationReviewerFilter: CertificationReviewerFilter;
  CertificationReviewerOrder: CertificationReviewerOrder;
  CertificationReviewerWorkload: Omit<CertificationReviewerWorkload, 'reviewer'> & { reviewer: ResolversParentTypes['Reviewer'] };
  CertificationSummary: CertificationSummaryModel;
  CertificationTask: CertificationTaskModel;
  CertificationTaskConnection: TaskPage;
  CertificationTaskEdge: Omit<CertificationTaskEdge, 'node'> & { node?: Maybe<ResolversParentTypes['CertificationTask']> };
  CertificationTaskFilter: CertificationTaskFilter;
  CertificationTaskTarget: ResolversUnionTypes<ResolversParentTypes>['CertificationTaskTarget'];
  CreateReassignmentConfigurationInput: CreateReassignmentConfigurationInput;
  CreateReassignmentConfigurationPayload: SetConfigurationPayload;
  DateTime: Scalars['DateTime']['output'];
  DeleteReassignmentConfigurationInput: DeleteReassignmentConfigurationInput;
  DeleteReassignmentConfigurationPayload: DeleteConfigurationPayload;
  Identity: IdentityModel;
  IgaInvalidInputError: Omit<IgaInvalidInputError, 'messages'> & { messages: Array<ResolversParentTypes['IgaMessage']> };
  IgaLimitExceededError: Omit<IgaLimitExceededError, 'messages'> & { messages: Array<ResolversParentTypes['IgaMessage']> };
  IgaMessage: MessageModel;
  IgaNotPermittedError: Omit<IgaNotPermittedError, 'messages'> & { messages: Array<ResolversParentTypes['IgaMessage']> };
  IgaTargetNotFoundError: Omit<IgaTargetNotFoundError, 'messages'> & { messages: Array<ResolversParentTypes['IgaMessage']> };
  IgaTextFilter: IgaTextFilter;
  IgaUpstreamRejectedError: Omit<IgaUpstreamRejectedError, 'messages'> & { messages: Array<ResolversParentTypes['IgaMessage']> };
  IgaUserError: UserError;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  ReassignCertificationInput: ReassignCertificationInput;
  ReassignCertificationPayload: ReassignPayload;
  ReassignmentAuditDetails: AuditDetailsModel;
  ReassignmentConfigTypeInfo: ReassignmentConfigTypeInfo;
  ReassignmentConfiguration: ReassignmentConfigurationModel;
  ReassignmentConfigurationConnection: ConfigurationPage;
  ReassignmentConfigurationDetail: ConfigurationDetailModel;
  ReassignmentConfigurationEdge: Omit<ReassignmentConfigurationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ReassignmentConfiguration']> };
  ReassignmentEvaluation: ReassignmentEvaluationModel;
  ReassignmentStep: ReassignmentStepModel;
  ReassignmentTenantConfiguration: TenantConfigurationModel;
  ReplaceReassignmentConfigurationInput: ReplaceReassignmentConfigurationInput;
  ReplaceReassignmentConfigurationPayload: SetConfigurationPayload;
  Reviewer: ReviewerModel;
  Subscription: Record<PropertyKey, never>;
  UpdateReassignmentTenantConfigurationInput: UpdateReassignmentTenantConfigurationInput;
  UpdateReassignmentTenantConfigurationPayload: UpdateTenantPayload;
};

export type AccessReviewItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewItem'] = ResolversParentTypes['AccessReviewItem']> = {
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permissions?: Resolver<Maybe<ResolversTypes['AccessReviewPermissionConnection']>, ParentType, ContextType, RequireFields<AccessReviewItemPermissionsArgs, 'first'>>;
};

export type AccessReviewPermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewPermission'] = ResolversParentTypes['AccessReviewPermission']> = {
  rights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessReviewPermissionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewPermissionConnection'] = ResolversParentTypes['AccessReviewPermissionConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['AccessReviewPermissionEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['AccessReviewPermission']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessReviewPermissionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewPermissionEdge'] = ResolversParentTypes['AccessReviewPermissionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['AccessReviewPermission']>, ParentType, ContextType>;
};

export type CertificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification'], FederationReferenceType extends FederationReferenceTypes['Certification'] = FederationReferenceTypes['Certification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Certification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['CertificationCampaign']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasErrors?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCompleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isOverdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['AccessReviewItem']>, ParentType, ContextType, RequireFields<CertificationItemArgs, 'id'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pendingTasks?: Resolver<Maybe<Array<ResolversTypes['CertificationTask']>>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['CertificationPhase']>, ParentType, ContextType>;
  phaseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['CertificationProgress']>, ParentType, ContextType>;
  reassignment?: Resolver<Maybe<ResolversTypes['CertificationReassignment']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  reviewers?: Resolver<Maybe<ResolversTypes['CertificationReviewerConnection']>, ParentType, ContextType, RequireFields<CertificationReviewersArgs, 'first' | 'orderBy'>>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationCampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCampaign'] = ResolversParentTypes['CertificationCampaign'], FederationReferenceType extends FederationReferenceTypes['CertificationCampaign'] = FederationReferenceTypes['CertificationCampaign']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CertificationCampaign']> | FederationReferenceType, FederationReferenceType, ContextType>;
  correlatedStatus?: Resolver<Maybe<ResolversTypes['CertificationCampaignCorrelatedStatus']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mandatoryCommentRequirement?: Resolver<Maybe<ResolversTypes['CertificationMandatoryCommentRequirement']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CertificationCampaignType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationCampaignWorkloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCampaignWorkload'] = ResolversParentTypes['CertificationCampaignWorkload']> = {
  activeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  campaign?: Resolver<ResolversTypes['CertificationCampaign'], ParentType, ContextType>;
  certificationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CertificationProgress'], ParentType, ContextType>;
  signedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stagedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CertificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationConnection'] = ResolversParentTypes['CertificationConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CertificationEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['Certification']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['CertificationSummary']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEdge'] = ResolversParentTypes['CertificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
};

export type CertificationProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationProgress'] = ResolversParentTypes['CertificationProgress']> = {
  decisionsMade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  decisionsRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  decisionsTotal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entitiesCompleted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entitiesRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entitiesTotal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationReassignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReassignment'] = ResolversParentTypes['CertificationReassignment']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  previousReviewer?: Resolver<Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
};

export type CertificationReviewerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReviewerConnection'] = ResolversParentTypes['CertificationReviewerConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CertificationReviewerEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['Reviewer']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationReviewerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReviewerEdge'] = ResolversParentTypes['CertificationReviewerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
};

export type CertificationReviewerWorkloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationReviewerWorkload'] = ResolversParentTypes['CertificationReviewerWorkload']> = {
  certificationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CertificationProgress'], ParentType, ContextType>;
  reviewer?: Resolver<ResolversTypes['Reviewer'], ParentType, ContextType>;
};

export type CertificationSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationSummary'] = ResolversParentTypes['CertificationSummary']> = {
  activeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  campaignWorkloads?: Resolver<Array<ResolversTypes['CertificationCampaignWorkload']>, ParentType, ContextType, RequireFields<CertificationSummaryCampaignWorkloadsArgs, 'first' | 'orderBy'>>;
  certificationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CertificationProgress'], ParentType, ContextType>;
  reviewerWorkloads?: Resolver<Array<ResolversTypes['CertificationReviewerWorkload']>, ParentType, ContextType, RequireFields<CertificationSummaryReviewerWorkloadsArgs, 'first' | 'orderBy'>>;
  signedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stagedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CertificationTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationTask'] = ResolversParentTypes['CertificationTask'], FederationReferenceType extends FederationReferenceTypes['CertificationTask'] = FederationReferenceTypes['CertificationTask']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CertificationTask']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFinished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reassignmentTrail?: Resolver<Array<ResolversTypes['ReassignmentStep']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CertificationTaskStatus']>, ParentType, ContextType>;
  statusName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['CertificationTaskTarget']>, ParentType, ContextType>;
  targetId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  targetType?: Resolver<Maybe<ResolversTypes['CertificationTaskTargetType']>, ParentType, ContextType>;
  targetTypeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CertificationTaskType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificationTaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationTaskConnection'] = ResolversParentTypes['CertificationTaskConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CertificationTaskEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['CertificationTask']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationTaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationTaskEdge'] = ResolversParentTypes['CertificationTaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType>;
};

export type CertificationTaskTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationTaskTarget'] = ResolversParentTypes['CertificationTaskTarget']> = {
  __resolveType: TypeResolveFn<'Certification' | 'CertificationCampaign', ParentType, ContextType>;
};

export type CreateReassignmentConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateReassignmentConfigurationPayload'] = ResolversParentTypes['CreateReassignmentConfigurationPayload']> = {
  configDetail?: Resolver<Maybe<ResolversTypes['ReassignmentConfigurationDetail']>, ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteReassignmentConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteReassignmentConfigurationPayload'] = ResolversParentTypes['DeleteReassignmentConfigurationPayload']> = {
  configuration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  deletedConfigDetailId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity'], FederationReferenceType extends FederationReferenceTypes['Identity'] = FederationReferenceTypes['Identity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Identity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certificationsToReview?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<IdentityCertificationsToReviewArgs, 'first' | 'orderBy'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  reassignmentEvaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType, RequireFields<IdentityReassignmentEvaluationArgs, 'configType' | 'exclusionFilters'>>;
};

export type IgaInvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaInvalidInputError'] = ResolversParentTypes['IgaInvalidInputError']> = {
  code?: Resolver<ResolversTypes['IgaUserErrorCode'], ParentType, ContextType>;
  detailCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  trackingId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IgaLimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaLimitExceededError'] = ResolversParentTypes['IgaLimitExceededError']> = {
  actual?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['IgaUserErrorCode'], ParentType, ContextType>;
  detailCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  trackingId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IgaMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaMessage'] = ResolversParentTypes['IgaMessage']> = {
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localeOrigin?: Resolver<Maybe<ResolversTypes['IgaLocaleOrigin']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IgaNotPermittedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaNotPermittedError'] = ResolversParentTypes['IgaNotPermittedError']> = {
  code?: Resolver<ResolversTypes['IgaUserErrorCode'], ParentType, ContextType>;
  detailCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  requiredScope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trackingId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IgaTargetNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaTargetNotFoundError'] = ResolversParentTypes['IgaTargetNotFoundError']> = {
  code?: Resolver<ResolversTypes['IgaUserErrorCode'], ParentType, ContextType>;
  detailCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  targetId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  trackingId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IgaUpstreamRejectedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaUpstreamRejectedError'] = ResolversParentTypes['IgaUpstreamRejectedError']> = {
  code?: Resolver<ResolversTypes['IgaUserErrorCode'], ParentType, ContextType>;
  detailCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
  trackingId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IgaUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgaUserError'] = ResolversParentTypes['IgaUserError']> = {
  __resolveType: TypeResolveFn<'IgaInvalidInputError' | 'IgaLimitExceededError' | 'IgaNotPermittedError' | 'IgaTargetNotFoundError' | 'IgaUpstreamRejectedError', ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createReassignmentConfiguration?: Resolver<Maybe<ResolversTypes['CreateReassignmentConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationCreateReassignmentConfigurationArgs, 'input'>>;
  deleteReassignmentConfiguration?: Resolver<Maybe<ResolversTypes['DeleteReassignmentConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationDeleteReassignmentConfigurationArgs, 'input'>>;
  reassignCertification?: Resolver<Maybe<ResolversTypes['ReassignCertificationPayload']>, ParentType, ContextType, RequireFields<MutationReassignCertificationArgs, 'input'>>;
  replaceReassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReplaceReassignmentConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationReplaceReassignmentConfigurationArgs, 'input'>>;
  updateReassignmentTenantConfiguration?: Resolver<Maybe<ResolversTypes['UpdateReassignmentTenantConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationUpdateReassignmentTenantConfigurationArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType, RequireFields<QueryCertificationArgs, 'id'>>;
  certificationTask?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType, RequireFields<QueryCertificationTaskArgs, 'id' | 'waitSeconds'>>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<QueryCertificationsArgs, 'first' | 'orderBy'>>;
  igaIdentities?: Resolver<Array<Maybe<ResolversTypes['Identity']>>, ParentType, ContextType, RequireFields<QueryIgaIdentitiesArgs, 'ids'>>;
  pendingCertificationTasks?: Resolver<Maybe<ResolversTypes['CertificationTaskConnection']>, ParentType, ContextType, RequireFields<QueryPendingCertificationTasksArgs, 'first'>>;
  reassignmentConfigTypes?: Resolver<Maybe<Array<ResolversTypes['ReassignmentConfigTypeInfo']>>, ParentType, ContextType>;
  reassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType, RequireFields<QueryReassignmentConfigurationArgs, 'identityId'>>;
  reassignmentConfigurations?: Resolver<Maybe<ResolversTypes['ReassignmentConfigurationConnection']>, ParentType, ContextType, RequireFields<QueryReassignmentConfigurationsArgs, 'first'>>;
  reassignmentEvaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType, RequireFields<QueryReassignmentEvaluationArgs, 'configType' | 'exclusionFilters' | 'identityId'>>;
  reassignmentTenantConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentTenantConfiguration']>, ParentType, ContextType>;
};

export type ReassignCertificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignCertificationPayload'] = ResolversParentTypes['ReassignCertificationPayload']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type ReassignmentAuditDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentAuditDetails'] = ResolversParentTypes['ReassignmentAuditDetails']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
};

export type ReassignmentConfigTypeInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentConfigTypeInfo'] = ResolversParentTypes['ReassignmentConfigTypeInfo']> = {
  configType?: Resolver<Maybe<ResolversTypes['ReassignmentConfigType']>, ParentType, ContextType>;
  configTypeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReassignmentConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentConfiguration'] = ResolversParentTypes['ReassignmentConfiguration'], FederationReferenceType extends FederationReferenceTypes['ReassignmentConfiguration'] = FederationReferenceTypes['ReassignmentConfiguration']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReassignmentConfiguration']> | FederationReferenceType, FederationReferenceType, ContextType>;
  configDetails?: Resolver<Array<ResolversTypes['ReassignmentConfigurationDetail']>, ParentType, ContextType, Partial<ReassignmentConfigurationConfigDetailsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
};

export type ReassignmentConfigurationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentConfigurationConnection'] = ResolversParentTypes['ReassignmentConfigurationConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['ReassignmentConfigurationEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['ReassignmentConfiguration']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReassignmentConfigurationDetailResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentConfigurationDetail'] = ResolversParentTypes['ReassignmentConfigurationDetail']> = {
  auditDetails?: Resolver<Maybe<ResolversTypes['ReassignmentAuditDetails']>, ParentType, ContextType>;
  configType?: Resolver<Maybe<ResolversTypes['ReassignmentConfigType']>, ParentType, ContextType>;
  configTypeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPermanent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReassignmentState'], ParentType, ContextType>;
  targetIdentity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
};

export type ReassignmentConfigurationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentConfigurationEdge'] = ResolversParentTypes['ReassignmentConfigurationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
};

export type ReassignmentEvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentEvaluation'] = ResolversParentTypes['ReassignmentEvaluation']> = {
  assignee?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  configType?: Resolver<ResolversTypes['ReassignmentConfigType'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  isReassigned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reachedDepthLimit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportedAssignee?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  trail?: Resolver<Array<ResolversTypes['ReassignmentStep']>, ParentType, ContextType>;
};

export type ReassignmentStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentStep'] = ResolversParentTypes['ReassignmentStep']> = {
  from?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ReassignmentType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReassignmentTenantConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignmentTenantConfiguration'] = ResolversParentTypes['ReassignmentTenantConfiguration']> = {
  auditDetails?: Resolver<Maybe<ResolversTypes['ReassignmentAuditDetails']>, ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReplaceReassignmentConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceReassignmentConfigurationPayload'] = ResolversParentTypes['ReplaceReassignmentConfigurationPayload']> = {
  configDetail?: Resolver<Maybe<ResolversTypes['ReassignmentConfigurationDetail']>, ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type ReviewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reviewer'] = ResolversParentTypes['Reviewer']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CertificationReviewerType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  certificationTaskProgress?: SubscriptionResolver<Maybe<ResolversTypes['CertificationTask']>, "certificationTaskProgress", ParentType, ContextType, RequireFields<SubscriptionCertificationTaskProgressArgs, 'taskId'>>;
};

export type UpdateReassignmentTenantConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateReassignmentTenantConfigurationPayload'] = ResolversParentTypes['UpdateReassignmentTenantConfigurationPayload']> = {
  tenantConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentTenantConfiguration']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessReviewItem?: AccessReviewItemResolvers<ContextType>;
  AccessReviewPermission?: AccessReviewPermissionResolvers<ContextType>;
  AccessReviewPermissionConnection?: AccessReviewPermissionConnectionResolvers<ContextType>;
  AccessReviewPermissionEdge?: AccessReviewPermissionEdgeResolvers<ContextType>;
  Certification?: CertificationResolvers<ContextType>;
  CertificationCampaign?: CertificationCampaignResolvers<ContextType>;
  CertificationCampaignWorkload?: CertificationCampaignWorkloadResolvers<ContextType>;
  CertificationConnection?: CertificationConnectionResolvers<ContextType>;
  CertificationEdge?: CertificationEdgeResolvers<ContextType>;
  CertificationProgress?: CertificationProgressResolvers<ContextType>;
  CertificationReassignment?: CertificationReassignmentResolvers<ContextType>;
  CertificationReviewerConnection?: CertificationReviewerConnectionResolvers<ContextType>;
  CertificationReviewerEdge?: CertificationReviewerEdgeResolvers<ContextType>;
  CertificationReviewerWorkload?: CertificationReviewerWorkloadResolvers<ContextType>;
  CertificationSummary?: CertificationSummaryResolvers<ContextType>;
  CertificationTask?: CertificationTaskResolvers<ContextType>;
  CertificationTaskConnection?: CertificationTaskConnectionResolvers<ContextType>;
  CertificationTaskEdge?: CertificationTaskEdgeResolvers<ContextType>;
  CertificationTaskTarget?: CertificationTaskTargetResolvers<ContextType>;
  CreateReassignmentConfigurationPayload?: CreateReassignmentConfigurationPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteReassignmentConfigurationPayload?: DeleteReassignmentConfigurationPayloadResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  IgaInvalidInputError?: IgaInvalidInputErrorResolvers<ContextType>;
  IgaLimitExceededError?: IgaLimitExceededErrorResolvers<ContextType>;
  IgaMessage?: IgaMessageResolvers<ContextType>;
  IgaNotPermittedError?: IgaNotPermittedErrorResolvers<ContextType>;
  IgaTargetNotFoundError?: IgaTargetNotFoundErrorResolvers<ContextType>;
  IgaUpstreamRejectedError?: IgaUpstreamRejectedErrorResolvers<ContextType>;
  IgaUserError?: IgaUserErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReassignCertificationPayload?: ReassignCertificationPayloadResolvers<ContextType>;
  ReassignmentAuditDetails?: ReassignmentAuditDetailsResolvers<ContextType>;
  ReassignmentConfigTypeInfo?: ReassignmentConfigTypeInfoResolvers<ContextType>;
  ReassignmentConfiguration?: ReassignmentConfigurationResolvers<ContextType>;
  ReassignmentConfigurationConnection?: ReassignmentConfigurationConnectionResolvers<ContextType>;
  ReassignmentConfigurationDetail?: ReassignmentConfigurationDetailResolvers<ContextType>;
  ReassignmentConfigurationEdge?: ReassignmentConfigurationEdgeResolvers<ContextType>;
  ReassignmentEvaluation?: ReassignmentEvaluationResolvers<ContextType>;
  ReassignmentStep?: ReassignmentStepResolvers<ContextType>;
  ReassignmentTenantConfiguration?: ReassignmentTenantConfigurationResolvers<ContextType>;
  ReplaceReassignmentConfigurationPayload?: ReplaceReassignmentConfigurationPayloadResolvers<ContextType>;
  Reviewer?: ReviewerResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpdateReassignmentTenantConfigurationPayload?: UpdateReassignmentTenantConfigurationPayloadResolvers<ContextType>;
};

