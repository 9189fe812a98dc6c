import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessModel, AccessProfileModel, AccountModel, DataAccessModel, EntitlementModel, OtherAccessModel, RoleModel } from '../review/access.js';
import type { AccessPage, ItemPage, PermissionPage, IdentitySummaryPage } from '../review/data-source.js';
import type { AccessReviewItemModel, AccessReviewPermissionModel, IdentitySummaryModel } from '../review/mapping.js';
import type { ItemReassignment, ReassignItemsPayload } from '../task/item-reassignments.js';
import type { CertificationModel, CertificationReassignmentModel, ReviewerModel } from '../certification/mapping.js';
import type { CertificationCampaignModel, CampaignAlertModel } from '../graphql/certification-campaign.js';
import type { CampaignPage } from '../campaign/data-source.js';
import type { CertificationPage, ReviewerPage } from '../certification/data-source.js';
import type { CertificationSummaryModel } from '../certification/summary.js';
import type { CertificationTaskModel } from '../task/mapping.js';
import type { TaskPage } from '../task/data-source.js';
import type { TaskProgressModel } from '../task/task-progress.js';
import type { SetConfigurationPayload, DeleteConfigurationPayload, ConfigurationPage, UpdateTenantPayload } from '../reassignment/data-source.js';
import type { ChangedCertificationPayload } from '../certification/decisions.js';
import type { IdentityModel } from '../identity/mapping.js';
import type { MessageModel, UserError } from '../graphql/user-errors.js';
import type { ReassignCampaignPayload } from '../task/campaign-reassignments.js';
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

/** Access under review. Without an ID it is left out. */
export type AccessReviewAccess = {
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** ID of the access upstream. */
  id: Scalars['ID']['output'];
  /** True when it is marked as privileged. SailPoint: privileged. */
  isPrivileged: Maybe<Scalars['Boolean']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Who owns it. */
  owner: Maybe<Identity>;
};

/** A page of access under review. */
export type AccessReviewAccessConnection = {
  __typename?: 'AccessReviewAccessConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<AccessReviewAccessEdge>>;
  /** The rows. */
  nodes: Maybe<Array<AccessReviewAccess>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Access in a page. */
export type AccessReviewAccessEdge = {
  __typename?: 'AccessReviewAccessEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The access. */
  node: Maybe<AccessReviewAccess>;
};

/** Which access of a certification to list. All given fields must match. */
export type AccessReviewAccessFilter = {
  /** By the source of the access profile. SailPoint: accessProfile.sourceName. */
  accessProfileSourceName?: InputMaybe<IgaTextFilter>;
  /** By the source of the entitlement. SailPoint: entitlement.sourceName. */
  entitlementSourceName?: InputMaybe<IgaTextFilter>;
  /** With one of these IDs, at most 100. SailPoint: access.id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By whether every item about it is decided. SailPoint: completed. */
  isCompleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** By name. SailPoint: access.name. */
  name?: InputMaybe<IgaTextFilter>;
};

/** An access profile under review. */
export type AccessReviewAccessProfile = AccessReviewAccess & {
  __typename?: 'AccessReviewAccessProfile';
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** When the access ends. SailPoint: endDate. */
  endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Its entitlements; empty when the upstream names none. */
  entitlements: Array<AccessReviewEntitlement>;
  /** ID of the access upstream. */
  id: Scalars['ID']['output'];
  /** True when it is cloud governed. SailPoint: cloudGoverned. */
  isCloudGoverned: Maybe<Scalars['Boolean']['output']>;
  /** True when it is marked as privileged. SailPoint: privileged. */
  isPrivileged: Maybe<Scalars['Boolean']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Who owns it. */
  owner: Maybe<Identity>;
  /** When it last changed. SailPoint: modified. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/** What can be reviewed, by the list it is summarised in. */
export const AccessReviewAccessType = {
  /** Access profiles. */
  AccessProfile: 'ACCESS_PROFILE',
  /** Entitlements. */
  Entitlement: 'ENTITLEMENT',
  /** Roles. */
  Role: 'ROLE'
} as const;

export type AccessReviewAccessType = typeof AccessReviewAccessType[keyof typeof AccessReviewAccessType];
/** The account behind an entitlement under review. */
export type AccessReviewAccount = {
  __typename?: 'AccessReviewAccount';
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Description of the account. */
  description: Maybe<Scalars['String']['output']>;
  /** ID of the account. */
  id: Maybe<Scalars['ID']['output']>;
  /** True when it is disabled. SailPoint: disabled. */
  isDisabled: Maybe<Scalars['Boolean']['output']>;
  /** True when it is locked. SailPoint: locked. */
  isLocked: Maybe<Scalars['Boolean']['output']>;
  /** Name of the account. */
  name: Maybe<Scalars['String']['output']>;
  /** Its name on the source. */
  nativeIdentity: Maybe<Scalars['String']['output']>;
  /** Who owns it, for machine accounts. */
  owner: Maybe<Identity>;
  /** When it last changed. SailPoint: modified. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Days with activity among the last 90; null when not known. SailPoint: activityInsights.usageDays. */
  usageDays: Maybe<Scalars['Int']['output']>;
};

/** What an entitlement opens in governed data. */
export type AccessReviewDataAccess = {
  __typename?: 'AccessReviewDataAccess';
  /** Classification categories; empty when the upstream names none. */
  categories: Array<AccessReviewDataCategory>;
  /** Impact score. */
  impactScore: Maybe<Scalars['String']['output']>;
  /** Classification policies; empty when the upstream names none. */
  policies: Array<Scalars['String']['output']>;
};

/** A classification category and how often it matched. */
export type AccessReviewDataCategory = {
  __typename?: 'AccessReviewDataCategory';
  /** Matches. */
  matchCount: Maybe<Scalars['Int']['output']>;
  /** The category. */
  value: Maybe<Scalars['String']['output']>;
};

/** One verdict. */
export type AccessReviewDecisionInput = {
  /** Comments. Some campaigns require them: see `CertificationCampaign.mandatoryCommentRequirement`. */
  comments?: InputMaybe<Scalars['String']['input']>;
  /** The verdict. */
  decision: CertificationDecision;
  /**
   * True when it is part of a decision on many items at once. When absent: true for more than one verdict.
   * SailPoint: bulk.
   */
  isBulk?: InputMaybe<Scalars['Boolean']['input']>;
  /** The item. SailPoint: id. */
  itemId: Scalars['ID']['input'];
  /** The recommendation that the reviewer was shown, to be kept with the verdict. */
  recommendation?: InputMaybe<AccessReviewRecommendationInput>;
  /** When the access is to end. Only with `REVOKE`. SailPoint: proposedEndDate. */
  revokeAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An entitlement under review. */
export type AccessReviewEntitlement = AccessReviewAccess & {
  __typename?: 'AccessReviewEntitlement';
  /** The account that has it. */
  account: Maybe<AccessReviewAccount>;
  /** Attribute on the source (`memberOf`). */
  attributeName: Maybe<Scalars['String']['output']>;
  /** Value of the attribute. */
  attributeValue: Maybe<Scalars['String']['output']>;
  /** What it opens in governed data, where data access security is in use. */
  dataAccess: Maybe<AccessReviewDataAccess>;
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** True when `AccessReviewItem.permissions` has rows. */
  hasPermissions: Maybe<Scalars['Boolean']['output']>;
  /** ID of the access upstream. */
  id: Scalars['ID']['output'];
  /** True when it is cloud governed. SailPoint: cloudGoverned. */
  isCloudGoverned: Maybe<Scalars['Boolean']['output']>;
  /** True when it stands for an account permission. */
  isPermission: Maybe<Scalars['Boolean']['output']>;
  /** True when it is marked as privileged. SailPoint: privileged. */
  isPrivileged: Maybe<Scalars['Boolean']['output']>;
  /** True when it can be revoked. SailPoint: revocable. */
  isRevocable: Maybe<Scalars['Boolean']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Who owns it. */
  owner: Maybe<Identity>;
  /** ID of the source. */
  sourceId: Maybe<Scalars['ID']['output']>;
  /** Name of the source. */
  sourceName: Maybe<Scalars['String']['output']>;
  /** Schema object type on the source (`groups`). */
  sourceSchemaObjectType: Maybe<Scalars['String']['output']>;
  /** Type of the source. */
  sourceType: Maybe<Scalars['String']['output']>;
};

/** One line of a certification: access held by one subject, to be approved or revoked. */
export type AccessReviewItem = {
  __typename?: 'AccessReviewItem';
  /** The access under review. SailPoint: accessSummary. */
  access: Maybe<AccessReviewAccess>;
  /** The certification it is part of. */
  certification: Certification;
  /** What the reviewer wrote. */
  comments: Maybe<Scalars['String']['output']>;
  /** The verdict; null before, or when the value is newer than this schema. */
  decision: Maybe<CertificationDecision>;
  /** The verdict in the upstream's own word; null before. SailPoint: decision. */
  decisionName: Maybe<Scalars['String']['output']>;
  /**
   * Every entitlement that comes with the access, each once: the entitlement itself, those of the access profile, or
   * those of the role and of its access profiles. For reports that do not walk the tree.
   */
  entitlements: Maybe<Array<AccessReviewEntitlement>>;
  /** The item's ID upstream; unique within its certification. */
  id: Scalars['ID']['output'];
  /** Whose access it is. */
  identitySummary: Maybe<CertificationIdentitySummary>;
  /** True when it is decided. SailPoint: completed. */
  isCompleted: Maybe<Scalars['Boolean']['output']>;
  /** True when the access is new on its source. SailPoint: newAccess. */
  isNewAccess: Maybe<Scalars['Boolean']['output']>;
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

/** A page of items. */
export type AccessReviewItemConnection = {
  __typename?: 'AccessReviewItemConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<AccessReviewItemEdge>>;
  /** The rows. */
  nodes: Maybe<Array<AccessReviewItem>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in a page. */
export type AccessReviewItemEdge = {
  __typename?: 'AccessReviewItemEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Maybe<AccessReviewItem>;
};

/** Which items to list. All given fields must match; lists hold at most 100. */
export type AccessReviewItemFilter = {
  /** About access with one of these IDs. SailPoint: access.id. */
  accessIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By name of the access. SailPoint: access.name. */
  accessName?: InputMaybe<IgaTextFilter>;
  /** About one of these access profiles. SailPoint: access-profiles. */
  accessProfileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By the source of the access profile. SailPoint: accessProfile.sourceName. */
  accessProfileSourceName?: InputMaybe<IgaTextFilter>;
  /** By type of access. SailPoint: access.type. */
  accessType?: InputMaybe<AccessReviewAccessType>;
  /** About one of these entitlements. Only one of the next three lists. SailPoint: entitlements. */
  entitlementIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By the source of the entitlement. SailPoint: entitlement.sourceName. */
  entitlementSourceName?: InputMaybe<IgaTextFilter>;
  /** By ID of the identity summary. SailPoint: identitySummary.id. */
  identitySummaryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By the identity's name. SailPoint: identitySummary.name. */
  identitySummaryName?: InputMaybe<IgaTextFilter>;
  /** With one of these IDs. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By whether it is decided. SailPoint: completed. */
  isCompleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** About one of these roles. SailPoint: roles. */
  roleIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** One sort key of items. */
export type AccessReviewItemOrder = {
  /** The direction. */
  direction?: InputMaybe<IgaOrderDirection>;
  /** The key. */
  field: AccessReviewItemOrderField;
};

/** What items can be sorted by. */
export const AccessReviewItemOrderField = {
  /** Name of the access. */
  AccessName: 'ACCESS_NAME',
  /** Source of the access profile. */
  AccessProfileSourceName: 'ACCESS_PROFILE_SOURCE_NAME',
  /** Type of access. */
  AccessType: 'ACCESS_TYPE',
  /** Source of the entitlement. */
  EntitlementSourceName: 'ENTITLEMENT_SOURCE_NAME',
  /** Name of the identity. */
  IdentitySummaryName: 'IDENTITY_SUMMARY_NAME'
} as const;

export type AccessReviewItemOrderField = typeof AccessReviewItemOrderField[keyof typeof AccessReviewItemOrderField];
/** What became of one item, and through what. */
export type AccessReviewItemReassignment = {
  __typename?: 'AccessReviewItemReassignment';
  /** The item. Named by its ID where it was not found. */
  item: AccessReviewItem;
  /** In words; null when it is `MOVED` or `STARTED`. */
  message: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  outcome: AccessReviewItemReassignmentOutcome;
  /** Who was to get it. */
  reviewer: Identity;
  /** The task that moves it, when it is `STARTED`. */
  task: Maybe<CertificationTask>;
  /** What the upstream refused it with, when it is `REFUSED`. */
  userError: Maybe<IgaUserError>;
};

/** Items of a certification for one reviewer. */
export type AccessReviewItemReassignmentInput = {
  /** Which items; an item is named at most once in the whole input. */
  itemIds: Array<Scalars['ID']['input']>;
  /** The identity that is to review them. SailPoint: reassignTo. */
  reassignToId: Scalars['ID']['input'];
};

/** What became of one item. */
export const AccessReviewItemReassignmentOutcome = {
  /** The new reviewer has it. */
  Moved: 'MOVED',
  /**
   * Not sent: the certification has no such item any more. It has been moved before, also by an earlier call of this
   * mutation; or it never was part of it.
   */
  NotInCertification: 'NOT_IN_CERTIFICATION',
  /** Not sent, because a call before it failed: see `message`. Ask again. */
  NotSent: 'NOT_SENT',
  /** Sent and refused by the upstream, together with all that was in the same call: see `userError`. */
  Refused: 'REFUSED',
  /** Not sent: it is about the new reviewer, and nobody reviews their own access. */
  SelfReview: 'SELF_REVIEW',
  /** A task moves it: see `task`. */
  Started: 'STARTED',
  /** Sent, and it is not known whether it was moved: the upstream did not answer. */
  Unknown: 'UNKNOWN'
} as const;

export type AccessReviewItemReassignmentOutcome = typeof AccessReviewItemReassignmentOutcome[keyof typeof AccessReviewItemReassignmentOutcome];
/** Access of a type that this schema does not describe. */
export type AccessReviewOtherAccess = AccessReviewAccess & {
  __typename?: 'AccessReviewOtherAccess';
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** ID of the access upstream. */
  id: Scalars['ID']['output'];
  /** True when it is marked as privileged. SailPoint: privileged. */
  isPrivileged: Maybe<Scalars['Boolean']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Who owns it. */
  owner: Maybe<Identity>;
  /** The type, in the upstream's own word. SailPoint: access.type. */
  typeName: Maybe<Scalars['String']['output']>;
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
/** A recommendation as it was shown to the reviewer. */
export type AccessReviewRecommendationInput = {
  /** Its reasons. */
  reasons?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The recommendation; null when there was none. */
  recommendation?: InputMaybe<Scalars['String']['input']>;
  /** When it was made. SailPoint: timestamp. */
  recommendedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A role under review. */
export type AccessReviewRole = AccessReviewAccess & {
  __typename?: 'AccessReviewRole';
  /** Its access profiles; empty when the upstream names none. */
  accessProfiles: Array<AccessReviewAccessProfile>;
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** When the access ends. SailPoint: endDate. */
  endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Entitlements that belong to it directly; empty when the upstream names none. */
  entitlements: Array<AccessReviewEntitlement>;
  /** ID of the access upstream. */
  id: Scalars['ID']['output'];
  /** True when it is marked as privileged. SailPoint: privileged. */
  isPrivileged: Maybe<Scalars['Boolean']['output']>;
  /** True when it can be revoked. SailPoint: revocable. */
  isRevocable: Maybe<Scalars['Boolean']['output']>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Who owns it. */
  owner: Maybe<Identity>;
};

/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type Certification = {
  __typename?: 'Certification';
  /** The access under review, each once. */
  accessSummaries: Maybe<AccessReviewAccessConnection>;
  /** The campaign it belongs to. SailPoint: campaignRef (beta), campaign (stable). */
  campaign: Maybe<CertificationCampaign>;
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Decisions by type of access. One upstream call for each certification. */
  decisionSummary: Maybe<CertificationDecisionSummary>;
  /** When it is due. SailPoint: due. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** The fault in words. */
  errorMessage: Maybe<Scalars['String']['output']>;
  /** True when the upstream reports a fault with it. */
  hasErrors: Maybe<Scalars['Boolean']['output']>;
  /** The certification's ID upstream. */
  id: Scalars['ID']['output'];
  /** The identities under review. */
  identitySummaries: Maybe<CertificationIdentitySummaryConnection>;
  /** True when every decision is made. Sign-off is a further step: see `signedAt`. SailPoint: completed. */
  isCompleted: Maybe<Scalars['Boolean']['output']>;
  /** True when `dueAt` has passed and it is not signed. Worked out when it is asked for. */
  isOverdue: Maybe<Scalars['Boolean']['output']>;
  /**
   * One line of the review; null when there is none of this ID. Without a call and unchecked while no more is selected of
   * it than `id`, `certification` and `permissions`; otherwise 100 of one certification are one upstream call.
   */
  item: Maybe<AccessReviewItem>;
  /** Its items. SailPoint: access-review-items. */
  items: Maybe<AccessReviewItemConnection>;
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
export type CertificationAccessSummariesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AccessReviewAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  type: AccessReviewAccessType;
};


/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type CertificationDecisionSummaryArgs = {
  identitySummaryIds: InputMaybe<Array<Scalars['ID']['input']>>;
};


/**
 * One reviewer's share of a campaign: the identities or items whose access the reviewer approves or
 * revokes. Every field but `id` is nullable, as a certification can be named where it may not be read.
 */
export type CertificationIdentitySummariesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationIdentitySummaryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
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
export type CertificationItemsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AccessReviewItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AccessReviewItemOrder>>;
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
 * A campaign: a set of certifications made for one purpose. What certifications tell of their campaign (`name`,
 * `description`, `type`, `correlatedStatus`, `mandatoryCommentRequirement`) costs nothing inside a certification and can be
 * read by every reviewer of it; the other fields are for certification administrators and not on beta.
 */
export type CertificationCampaign = {
  __typename?: 'CertificationCampaign';
  /** What the upstream noticed about it. */
  alerts: Maybe<Array<CertificationCampaignAlert>>;
  /** Its certifications, as far as the caller may see them. */
  certifications: Maybe<CertificationConnection>;
  /** Of these, completed. */
  completedCertifications: Maybe<Scalars['Int']['output']>;
  /** Whether it is about correlated identities; null when the value is newer than this schema. */
  correlatedStatus: Maybe<CertificationCampaignCorrelatedStatus>;
  /** When it was created. SailPoint: created. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What the administrator wrote about it. */
  description: Maybe<Scalars['String']['output']>;
  /** When it is due. SailPoint: deadline. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** The campaign's ID upstream. */
  id: Scalars['ID']['output'];
  /** True when undecided access may be revoked automatically. SailPoint: autoRevokeAllowed. */
  isAutoRevokeAllowed: Maybe<Scalars['Boolean']['output']>;
  /** True when reviewers are told by e-mail. SailPoint: emailNotificationEnabled. */
  isEmailNotificationEnabled: Maybe<Scalars['Boolean']['output']>;
  /** True when recommendations are shown. SailPoint: recommendationsEnabled. */
  isRecommendationsEnabled: Maybe<Scalars['Boolean']['output']>;
  /** For which decisions the reviewer must comment; null when the value is newer than this schema. */
  mandatoryCommentRequirement: Maybe<CertificationMandatoryCommentRequirement>;
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** How it stands; null when the value is newer than this schema. */
  status: Maybe<CertificationCampaignStatus>;
  /** How it stands, in the upstream's own word. SailPoint: status. */
  statusName: Maybe<Scalars['String']['output']>;
  /** Certifications in it. */
  totalCertifications: Maybe<Scalars['Int']['output']>;
  /** What it reviews; null when the value is newer than this schema. SailPoint: campaignType, type. */
  type: Maybe<CertificationCampaignType>;
  /** What it reviews, in the upstream's own word. SailPoint: campaignType, type. */
  typeName: Maybe<Scalars['String']['output']>;
};


/**
 * A campaign: a set of certifications made for one purpose. What certifications tell of their campaign (`name`,
 * `description`, `type`, `correlatedStatus`, `mandatoryCommentRequirement`) costs nothing inside a certification and can be
 * read by every reviewer of it; the other fields are for certification administrators and not on beta.
 */
export type CertificationCampaignCertificationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationOrder>>;
};

/** Something the upstream noticed about a campaign. */
export type CertificationCampaignAlert = {
  __typename?: 'CertificationCampaignAlert';
  /** How serious it is; null when the value is newer than this schema. */
  level: Maybe<CertificationCampaignAlertLevel>;
  /** How serious it is, in the upstream's own word. SailPoint: level. */
  levelName: Maybe<Scalars['String']['output']>;
  /** In words; empty when the upstream has none. SailPoint: localizations. */
  messages: Array<IgaMessage>;
};

/** How serious a campaign alert is. */
export const CertificationCampaignAlertLevel = {
  /** An error. */
  Error: 'ERROR',
  /** For information. */
  Info: 'INFO',
  /** A warning. */
  Warn: 'WARN'
} as const;

export type CertificationCampaignAlertLevel = typeof CertificationCampaignAlertLevel[keyof typeof CertificationCampaignAlertLevel];
/** A page of campaigns. */
export type CertificationCampaignConnection = {
  __typename?: 'CertificationCampaignConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<CertificationCampaignEdge>>;
  /** The rows. */
  nodes: Maybe<Array<CertificationCampaign>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Whether a campaign is about identities that have an account on an authoritative source. */
export const CertificationCampaignCorrelatedStatus = {
  /** Correlated identities. */
  Correlated: 'CORRELATED',
  /** Uncorrelated identities; only source owner campaigns can be. */
  Uncorrelated: 'UNCORRELATED'
} as const;

export type CertificationCampaignCorrelatedStatus = typeof CertificationCampaignCorrelatedStatus[keyof typeof CertificationCampaignCorrelatedStatus];
/** A campaign in a page. */
export type CertificationCampaignEdge = {
  __typename?: 'CertificationCampaignEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The campaign. */
  node: Maybe<CertificationCampaign>;
};

/** Which campaigns to list. All given fields must match. */
export type CertificationCampaignFilter = {
  /** With one of these IDs, at most 100. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By name. */
  name?: InputMaybe<IgaTextFilter>;
  /** In one of these statuses. SailPoint: status. */
  statuses?: InputMaybe<Array<CertificationCampaignStatus>>;
};

/** One sort key of campaigns. */
export type CertificationCampaignOrder = {
  /** The direction. */
  direction?: InputMaybe<IgaOrderDirection>;
  /** The key. */
  field: CertificationCampaignOrderField;
};

/** What campaigns can be sorted by. */
export const CertificationCampaignOrderField = {
  /** Creation date. */
  Created: 'CREATED',
  /** Name. */
  Name: 'NAME'
} as const;

export type CertificationCampaignOrderField = typeof CertificationCampaignOrderField[keyof typeof CertificationCampaignOrderField];
/** How a campaign stands. */
export const CertificationCampaignStatus = {
  /** Being activated. */
  Activating: 'ACTIVATING',
  /** Under review. */
  Active: 'ACTIVE',
  /** Archived. */
  Archived: 'ARCHIVED',
  /** Being cancelled. */
  Canceling: 'CANCELING',
  /** Completed. */
  Completed: 'COMPLETED',
  /** Being completed. */
  Completing: 'COMPLETING',
  /** Failed. */
  Error: 'ERROR',
  /** Being created. */
  Pending: 'PENDING',
  /** Created and not yet active. */
  Staged: 'STAGED'
} as const;

export type CertificationCampaignStatus = typeof CertificationCampaignStatus[keyof typeof CertificationCampaignStatus];
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

/** A reviewer's verdict on one item. */
export const CertificationDecision = {
  /** The access stays. */
  Approve: 'APPROVE',
  /** The access goes. */
  Revoke: 'REVOKE'
} as const;

export type CertificationDecision = typeof CertificationDecision[keyof typeof CertificationDecision];
/** Decisions on one type of access. Null where the upstream does not say. */
export type CertificationDecisionCount = {
  __typename?: 'CertificationDecisionCount';
  /** Approved. */
  approved: Maybe<Scalars['Int']['output']>;
  /** Made. */
  made: Maybe<Scalars['Int']['output']>;
  /** Revoked. */
  revoked: Maybe<Scalars['Int']['output']>;
  /** In all. */
  total: Maybe<Scalars['Int']['output']>;
};

/** Decisions by type of access. */
export type CertificationDecisionSummary = {
  __typename?: 'CertificationDecisionSummary';
  /** On access profiles. SailPoint: accessProfileDecisionsMade and so on. */
  accessProfiles: CertificationDecisionCount;
  /** On accounts. SailPoint: accountDecisionsMade and so on. */
  accounts: CertificationDecisionCount;
  /** On entitlements. SailPoint: entitlementDecisionsMade and so on. */
  entitlements: CertificationDecisionCount;
  /** On roles. SailPoint: roleDecisionsMade and so on. */
  roles: CertificationDecisionCount;
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

/** An identity under review in one certification. */
export type CertificationIdentitySummary = {
  __typename?: 'CertificationIdentitySummary';
  /**
   * ID of the identity's summary in this certification: what `CertificationReassignItemInput` calls
   * `IDENTITY_SUMMARY`.
   */
  id: Scalars['ID']['output'];
  /** The identity. SailPoint: identityId. */
  identity: Maybe<Identity>;
  /** True when every item of it is decided. SailPoint: completed. */
  isCompleted: Maybe<Scalars['Boolean']['output']>;
};

/** A page of identity summaries. */
export type CertificationIdentitySummaryConnection = {
  __typename?: 'CertificationIdentitySummaryConnection';
  /** The rows with their cursors. */
  edges: Maybe<Array<CertificationIdentitySummaryEdge>>;
  /** The rows. */
  nodes: Maybe<Array<CertificationIdentitySummary>>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows match in all. Asked from the upstream only when selected. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An identity summary in a page. */
export type CertificationIdentitySummaryEdge = {
  __typename?: 'CertificationIdentitySummaryEdge';
  /** Position of the row. */
  cursor: Scalars['String']['output'];
  /** The identity summary. */
  node: Maybe<CertificationIdentitySummary>;
};

/** Which identity summaries to list. All given fields must match. */
export type CertificationIdentitySummaryFilter = {
  /** With one of these IDs, at most 100. SailPoint: id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By whether every item is decided. SailPoint: completed. */
  isCompleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** By name. */
  name?: InputMaybe<IgaTextFilter>;
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

/** How far several tasks have come together. */
export type CertificationTaskProgress = {
  __typename?: 'CertificationTaskProgress';
  /** Of these, ended in `ERROR`. */
  failedCount: Scalars['Int']['output'];
  /** Of these, ended. */
  finishedCount: Scalars['Int']['output'];
  /** True when all of them were seen to have ended; so never when one is missing. */
  isFinished: Scalars['Boolean']['output'];
  /** Of these, not in `tasks`: there is none that the caller may see. */
  missingCount: Scalars['Int']['output'];
  /** How many they are: all that were asked for, or started. */
  taskCount: Scalars['Int']['output'];
  /** The tasks. One that the caller may not see is left out. */
  tasks: Array<CertificationTask>;
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

/** Input of `decideAccessReviewItems`. */
export type DecideAccessReviewItemsInput = {
  /** The certification that the items are part of. SailPoint: id. */
  certificationId: Scalars['ID']['input'];
  /** 1 to 250 verdicts, at most one for each item. */
  decisions: Array<AccessReviewDecisionInput>;
};

/** Answer of `decideAccessReviewItems`. */
export type DecideAccessReviewItemsPayload = {
  __typename?: 'DecideAccessReviewItemsPayload';
  /** The certification after the decisions; null when they were not made. */
  certification: Maybe<Certification>;
  /**
   * What the caller can correct. Empty when the decisions were made; otherwise none of them was. Each verdict that
   * lacks a mandatory comment has an error of its own, with the path to it in `field`.
   */
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
  /** Unique name for signing in. Looked up as `name` is. */
  alias: Maybe<Scalars['String']['output']>;
  /** The certifications that this identity is to review, as far as the caller may see them. */
  certificationsToReview: Maybe<CertificationConnection>;
  /** E-mail address. Looked up as `name` is. */
  email: Maybe<Scalars['String']['output']>;
  /** The identity's ID upstream. */
  id: Scalars['ID']['output'];
  /** The manager; null when there is none. Looked up as `name` is, and comes with its name. */
  manager: Maybe<Identity>;
  /**
   * Display name. Taken from the answer that mentioned the identity where it has the name; looked up
   * otherwise, up to 100 identities in one call. Null when the lookup does not know the identity.
   */
  name: Maybe<Scalars['String']['output']>;
  /** Where this identity's work goes, by work type; null when nothing is set up. */
  reassignmentConfiguration: Maybe<ReassignmentConfiguration>;
  /** Who would get this identity's work of one type if it were created now. */
  reassignmentEvaluation: Maybe<ReassignmentEvaluation>;
  /** Lifecycle status, as the tenant names it. Looked up as `name` is. */
  status: Maybe<Scalars['String']['output']>;
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

/** A list in the input is longer than allowed. Nothing was sent. */
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
  /**
   * Approves or revokes up to 250 items of a certification: all of them, or none. A decision can be changed until
   * sign-off. Not on beta, and not for certifications of governance groups.
   */
  decideAccessReviewItems: Maybe<DecideAccessReviewItemsPayload>;
  /** Lets an identity keep its work of one type. */
  deleteReassignmentConfiguration: Maybe<DeleteReassignmentConfigurationPayload>;
  /**
   * Hands any number of items of a certification to one or several reviewers, in as few calls as can be: items of
   * one identity, and items about one access, go to a reviewer in one call, as the upstream would otherwise show
   * them as duplicate reviews. Up to 50 items for a reviewer are moved at once, more by a task. Tells what became
   * of each item, also when only some were moved; it is safe to send the same again: what was moved is left alone.
   * Not on beta, and not for certifications of governance groups.
   */
  reassignAccessReviewItems: Maybe<ReassignAccessReviewItemsPayload>;
  /**
   * Hands up to 250 whole certifications of a campaign to another reviewer. For certification administrators. Not
   * on beta.
   */
  reassignCampaignCertifications: Maybe<ReassignCampaignCertificationsPayload>;
  /**
   * Hands up to 500 items of a certification to another reviewer. The upstream works on it in a task: follow
   * it by `certificationTaskProgress`, or wait for its end by `certificationTask(waitSeconds:)`.
   */
  reassignCertification: Maybe<ReassignCertificationPayload>;
  /** Puts a new reassignment configuration in the place of an identity's present one of the same work type. */
  replaceReassignmentConfiguration: Maybe<ReplaceReassignmentConfigurationPayload>;
  /**
   * Makes all decisions of a certification final. It cannot be undone. Not on beta, and not for certifications of
   * governance groups.
   */
  signOffCertification: Maybe<SignOffCertificationPayload>;
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
export type MutationDecideAccessReviewItemsArgs = {
  input: DecideAccessReviewItemsInput;
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
export type MutationReassignAccessReviewItemsArgs = {
  input: ReassignAccessReviewItemsInput;
};


/**
 * Everything that changes something upstream. Each field takes one `input` and returns one payload
 * with `userErrors` (what the caller can correct) next to the changed objects.
 */
export type MutationReassignCampaignCertificationsArgs = {
  input: ReassignCampaignCertificationsInput;
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
export type MutationSignOffCertificationArgs = {
  input: SignOffCertificationInput;
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
  /**
   * One campaign; null when there is none with this ID that the caller may see. Several of these in one operation
   * become one upstream call.
   */
  certificationCampaign: Maybe<CertificationCampaign>;
  /** Campaigns. For certification administrators. Not on beta. */
  certificationCampaigns: Maybe<CertificationCampaignConnection>;
  /** One task, finished or not; null when there is none with this ID that the caller may see. */
  certificationTask: Maybe<CertificationTask>;
  /**
   * Several tasks together, such as those that `reassignAccessReviewItems` has started. Those that are still under
   * way are read in one upstream call, except on beta.
   */
  certificationTasks: Maybe<CertificationTaskProgress>;
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
export type QueryCertificationCampaignArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read. Root fields are nullable: when one of them fails, the others of the
 * same operation still arrive.
 */
export type QueryCertificationCampaignsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationCampaignFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationCampaignOrder>>;
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
export type QueryCertificationTasksArgs = {
  certificationId: InputMaybe<Scalars['ID']['input']>;
  ids: Array<Scalars['ID']['input']>;
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

/** Input of `reassignAccessReviewItems`. */
export type ReassignAccessReviewItemsInput = {
  /** The certification that the items are part of. SailPoint: id. */
  certificationId: Scalars['ID']['input'];
  /** Why; shown to the new reviewers. Not empty. */
  reason: Scalars['String']['input'];
  /** Which items go to whom: any number of items, at most 20 reviewers, each named once. */
  reassignments: Array<AccessReviewItemReassignmentInput>;
};

/** Answer of `reassignAccessReviewItems`. */
export type ReassignAccessReviewItemsPayload = {
  __typename?: 'ReassignAccessReviewItemsPayload';
  /** The certification, read anew when selected. */
  certification: Maybe<Certification>;
  /** What became of each item, in the order of the input; empty when nothing was sent because of `userErrors`. */
  outcomes: Array<AccessReviewItemReassignment>;
  /** All tasks that were started, together; null when there were none. */
  progress: Maybe<CertificationTaskProgress>;
  /** What the caller can correct in the input as a whole. Nothing was sent when there are any. */
  userErrors: Array<IgaUserError>;
};

/** Input of `reassignCampaignCertifications`. */
export type ReassignCampaignCertificationsInput = {
  /** The campaign. SailPoint: id. */
  campaignId: Scalars['ID']['input'];
  /** Certifications of the campaign, 1 to 250 without duplicates. */
  certificationIds: Array<Scalars['ID']['input']>;
  /** Why; shown to the new reviewer. Not empty. SailPoint: reason. */
  reason: Scalars['String']['input'];
  /** The identity that is to review them. SailPoint: reassignTo.id. */
  reassignToId: Scalars['ID']['input'];
};

/** Answer of `reassignCampaignCertifications`. */
export type ReassignCampaignCertificationsPayload = {
  __typename?: 'ReassignCampaignCertificationsPayload';
  /** The task that does the reassignment; null when it was not started. */
  task: Maybe<CertificationTask>;
  /** What the caller can correct. Empty when the task was started. */
  userErrors: Array<IgaUserError>;
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

/** Input of `signOffCertification`. */
export type SignOffCertificationInput = {
  /** The certification. SailPoint: id. */
  certificationId: Scalars['ID']['input'];
};

/** Answer of `signOffCertification`. */
export type SignOffCertificationPayload = {
  __typename?: 'SignOffCertificationPayload';
  /** The certification after sign-off; null when it was not signed. */
  certification: Maybe<Certification>;
  /** What the caller can correct. Empty when it was signed. */
  userErrors: Array<IgaUserError>;
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
  AccessReviewAccess: ResolverTypeWrapper<AccessModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessReviewAccessConnection: ResolverTypeWrapper<AccessPage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessReviewAccessEdge: ResolverTypeWrapper<Omit<AccessReviewAccessEdge, 'node'> & { node?: Maybe<ResolversTypes['AccessReviewAccess']> }>;
  AccessReviewAccessFilter: AccessReviewAccessFilter;
  AccessReviewAccessProfile: ResolverTypeWrapper<AccessProfileModel>;
  AccessReviewAccessType: AccessReviewAccessType;
  AccessReviewAccount: ResolverTypeWrapper<AccountModel>;
  AccessReviewDataAccess: ResolverTypeWrapper<DataAccessModel>;
  AccessReviewDataCategory: ResolverTypeWrapper<AccessReviewDataCategory>;
  AccessReviewDecisionInput: AccessReviewDecisionInput;
  AccessReviewEntitlement: ResolverTypeWrapper<EntitlementModel>;
  AccessReviewItem: ResolverTypeWrapper<AccessReviewItemModel>;
  AccessReviewItemConnection: ResolverTypeWrapper<ItemPage>;
  AccessReviewItemEdge: ResolverTypeWrapper<Omit<AccessReviewItemEdge, 'node'> & { node?: Maybe<ResolversTypes['AccessReviewItem']> }>;
  AccessReviewItemFilter: AccessReviewItemFilter;
  AccessReviewItemOrder: AccessReviewItemOrder;
  AccessReviewItemOrderField: AccessReviewItemOrderField;
  AccessReviewItemReassignment: ResolverTypeWrapper<ItemReassignment>;
  AccessReviewItemReassignmentInput: AccessReviewItemReassignmentInput;
  AccessReviewItemReassignmentOutcome: AccessReviewItemReassignmentOutcome;
  AccessReviewOtherAccess: ResolverTypeWrapper<OtherAccessModel>;
  AccessReviewPermission: ResolverTypeWrapper<AccessReviewPermissionModel>;
  AccessReviewPermissionConnection: ResolverTypeWrapper<PermissionPage>;
  AccessReviewPermissionEdge: ResolverTypeWrapper<Omit<AccessReviewPermissionEdge, 'node'> & { node?: Maybe<ResolversTypes['AccessReviewPermission']> }>;
  AccessReviewPermissionFilter: AccessReviewPermissionFilter;
  AccessReviewPermissionFilterOperator: AccessReviewPermissionFilterOperator;
  AccessReviewRecommendationInput: AccessReviewRecommendationInput;
  AccessReviewRole: ResolverTypeWrapper<RoleModel>;
  Certification: ResolverTypeWrapper<CertificationModel>;
  CertificationCampaign: ResolverTypeWrapper<CertificationCampaignModel>;
  CertificationCampaignAlert: ResolverTypeWrapper<CampaignAlertModel>;
  CertificationCampaignAlertLevel: CertificationCampaignAlertLevel;
  CertificationCampaignConnection: ResolverTypeWrapper<CampaignPage>;
  CertificationCampaignCorrelatedStatus: CertificationCampaignCorrelatedStatus;
  CertificationCampaignEdge: ResolverTypeWrapper<Omit<CertificationCampaignEdge, 'node'> & { node?: Maybe<ResolversTypes['CertificationCampaign']> }>;
  CertificationCampaignFilter: CertificationCampaignFilter;
  CertificationCampaignOrder: CertificationCampaignOrder;
  CertificationCampaignOrderField: CertificationCampaignOrderField;
  CertificationCampaignStatus: CertificationCampaignStatus;
  CertificationCampaignType: CertificationCampaignType;
  CertificationCampaignWorkload: ResolverTypeWrapper<Omit<CertificationCampaignWorkload, 'campaign'> & { campaign: ResolversTypes['CertificationCampaign'] }>;
  CertificationConnection: ResolverTypeWrapper<CertificationPage>;
  CertificationDecision: CertificationDecision;
  CertificationDecisionCount: ResolverTypeWrapper<CertificationDecisionCount>;
  CertificationDecisionSummary: ResolverTypeWrapper<CertificationDecisionSummary>;
  CertificationEdge: ResolverTypeWrapper<Omit<CertificationEdge, 'node'> & { node?: Maybe<ResolversTypes['Certification']> }>;
  CertificationFilter: CertificationFilter;
  CertificationIdentitySummary: ResolverTypeWrapper<IdentitySummaryModel>;
  CertificationIdentitySummaryConnection: ResolverTypeWrapper<IdentitySummaryPage>;
  CertificationIdentitySummaryEdge: ResolverTypeWrapper<Omit<CertificationIdentitySummaryEdge, 'node'> & { node?: Maybe<ResolversTypes['CertificationIdentitySummary']> }>;
  CertificationIdentitySummaryFilter: CertificationIdentitySummaryFilter;
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
  CertificationTaskProgress: ResolverTypeWrapper<TaskProgressModel>;
  CertificationTaskStatus: CertificationTaskStatus;
  CertificationTaskTarget: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CertificationTaskTarget']>;
  CertificationTaskTargetType: CertificationTaskTargetType;
  CertificationTaskType: CertificationTaskType;
  CertificationWorkloadOrder: CertificationWorkloadOrder;
  CreateReassignmentConfigurationInput: CreateReassignmentConfigurationInput;
  CreateReassignmentConfigurationPayload: ResolverTypeWrapper<SetConfigurationPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideAccessReviewItemsInput: DecideAccessReviewItemsInput;
  DecideAccessReviewItemsPayload: ResolverTypeWrapper<ChangedCertificationPayload>;
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
  ReassignAccessReviewItemsInput: ReassignAccessReviewItemsInput;
  ReassignAccessReviewItemsPayload: ResolverTypeWrapper<ReassignItemsPayload>;
  ReassignCampaignCertificationsInput: ReassignCampaignCertificationsInput;
  ReassignCampaignCertificationsPayload: ResolverTypeWrapper<ReassignCampaignPayload>;
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
  SignOffCertificationInput: SignOffCertificationInput;
  SignOffCertificationPayload: ResolverTypeWrapper<ChangedCertificationPayload>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateReassignmentTenantConfigurationInput: UpdateReassignmentTenantConfigurationInput;
  UpdateReassignmentTenantConfigurationPayload: ResolverTypeWrapper<UpdateTenantPayload>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessReviewAccess: AccessModel;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  AccessReviewAccessConnection: AccessPage;
  Int: Scalars['Int']['output'];
  AccessReviewAccessEdge: Omit<AccessReviewAccessEdge, 'node'> & { node?: Maybe<ResolversParentTypes['AccessReviewAccess']> };
  AccessReviewAccessFilter: AccessReviewAccessFilter;
  AccessReviewAccessProfile: AccessProfileModel;
  AccessReviewAccount: AccountModel;
  AccessReviewDataAccess: DataAccessModel;
  AccessReviewDataCategory: AccessReviewDataCategory;
  AccessReviewDecisionInput: AccessReviewDecisionInput;
  AccessReviewEntitlement: EntitlementModel;
  AccessReviewItem: AccessReviewItemModel;
  AccessReviewItemConnection: ItemPage;
  AccessReviewItemEdge: Omit<AccessReviewItemEdge, 'node'> & { node?: Maybe<ResolversParentTypes['AccessReviewItem']> };
  AccessReviewItemFilter: AccessReviewItemFilter;
  AccessReviewItemOrder: AccessReviewItemOrder;
  AccessReviewItemReassignment: ItemReassignment;
  AccessReviewItemReassignmentInput: AccessReviewItemReassignmentInput;
  AccessReviewOtherAccess: OtherAccessModel;
  AccessReviewPermission: AccessReviewPermissionModel;
  AccessReviewPermissionConnection: PermissionPage;
  AccessReviewPermissionEdge: Omit<AccessReviewPermissionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['AccessReviewPermission']> };
  AccessReviewPermissionFilter: AccessReviewPermissionFilter;
  AccessReviewRecommendationInput: AccessReviewRecommendationInput;
  AccessReviewRole: RoleModel;
  Certification: CertificationModel;
  CertificationCampaign: CertificationCampaignModel;
  CertificationCampaignAlert: CampaignAlertModel;
  CertificationCampaignConnection: CampaignPage;
  CertificationCampaignEdge: Omit<CertificationCampaignEdge, 'node'> & { node?: Maybe<ResolversParentTypes['CertificationCampaign']> };
  CertificationCampaignFilter: CertificationCampaignFilter;
  CertificationCampaignOrder: CertificationCampaignOrder;
  CertificationCampaignWorkload: Omit<CertificationCampaignWorkload, 'campaign'> & { campaign: ResolversParentTypes['CertificationCampaign'] };
  CertificationConnection: CertificationPage;
  CertificationDecisionCount: CertificationDecisionCount;
  CertificationDecisionSummary: CertificationDecisionSummary;
  CertificationEdge: Omit<CertificationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Certification']> };
  CertificationFilter: CertificationFilter;
  CertificationIdentitySummary: IdentitySummaryModel;
  CertificationIdentitySummaryConnection: IdentitySummaryPage;
  CertificationIdentitySummaryEdge: Omit<CertificationIdentitySummaryEdge, 'node'> & { node?: Maybe<ResolversParentTypes['CertificationIdentitySummary']> };
  CertificationIdentitySummaryFilter: CertificationIdentitySummaryFilter;
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
  CertificationTaskProgress: TaskProgressModel;
  CertificationTaskTarget: ResolversUnionTypes<ResolversParentTypes>['CertificationTaskTarget'];
  CreateReassignmentConfigurationInput: CreateReassignmentConfigurationInput;
  CreateReassignmentConfigurationPayload: SetConfigurationPayload;
  DateTime: Scalars['DateTime']['output'];
  DecideAccessReviewItemsInput: DecideAccessReviewItemsInput;
  DecideAccessReviewItemsPayload: ChangedCertificationPayload;
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
  ReassignAccessReviewItemsInput: ReassignAccessReviewItemsInput;
  ReassignAccessReviewItemsPayload: ReassignItemsPayload;
  ReassignCampaignCertificationsInput: ReassignCampaignCertificationsInput;
  ReassignCampaignCertificationsPayload: ReassignCampaignPayload;
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
  SignOffCertificationInput: SignOffCertificationInput;
  SignOffCertificationPayload: ChangedCertificationPayload;
  Subscription: Record<PropertyKey, never>;
  UpdateReassignmentTenantConfigurationInput: UpdateReassignmentTenantConfigurationInput;
  UpdateReassignmentTenantConfigurationPayload: UpdateTenantPayload;
};

export type AccessReviewAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewAccess'] = ResolversParentTypes['AccessReviewAccess']> = {
  __resolveType: TypeResolveFn<'AccessReviewAccessProfile' | 'AccessReviewEntitlement' | 'AccessReviewOtherAccess' | 'AccessReviewRole', ParentType, ContextType>;
};

export type AccessReviewAccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewAccessConnection'] = ResolversParentTypes['AccessReviewAccessConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['AccessReviewAccessEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['AccessReviewAccess']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessReviewAccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewAccessEdge'] = ResolversParentTypes['AccessReviewAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['AccessReviewAccess']>, ParentType, ContextType>;
};

export type AccessReviewAccessProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewAccessProfile'] = ResolversParentTypes['AccessReviewAccessProfile']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entitlements?: Resolver<Array<ResolversTypes['AccessReviewEntitlement']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCloudGoverned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPrivileged?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessReviewAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewAccount'] = ResolversParentTypes['AccessReviewAccount']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isDisabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isLocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nativeIdentity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usageDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessReviewDataAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewDataAccess'] = ResolversParentTypes['AccessReviewDataAccess']> = {
  categories?: Resolver<Array<ResolversTypes['AccessReviewDataCategory']>, ParentType, ContextType>;
  impactScore?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policies?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessReviewDataCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewDataCategory'] = ResolversParentTypes['AccessReviewDataCategory']> = {
  matchCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessReviewEntitlementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewEntitlement'] = ResolversParentTypes['AccessReviewEntitlement']> = {
  account?: Resolver<Maybe<ResolversTypes['AccessReviewAccount']>, ParentType, ContextType>;
  attributeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attributeValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataAccess?: Resolver<Maybe<ResolversTypes['AccessReviewDataAccess']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasPermissions?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCloudGoverned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPermission?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPrivileged?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isRevocable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sourceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceSchemaObjectType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessReviewItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewItem'] = ResolversParentTypes['AccessReviewItem']> = {
  access?: Resolver<Maybe<ResolversTypes['AccessReviewAccess']>, ParentType, ContextType>;
  certification?: Resolver<ResolversTypes['Certification'], ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CertificationDecision']>, ParentType, ContextType>;
  decisionName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entitlements?: Resolver<Maybe<Array<ResolversTypes['AccessReviewEntitlement']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identitySummary?: Resolver<Maybe<ResolversTypes['CertificationIdentitySummary']>, ParentType, ContextType>;
  isCompleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isNewAccess?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  permissions?: Resolver<Maybe<ResolversTypes['AccessReviewPermissionConnection']>, ParentType, ContextType, RequireFields<AccessReviewItemPermissionsArgs, 'first'>>;
};

export type AccessReviewItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewItemConnection'] = ResolversParentTypes['AccessReviewItemConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['AccessReviewItemEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['AccessReviewItem']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessReviewItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewItemEdge'] = ResolversParentTypes['AccessReviewItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['AccessReviewItem']>, ParentType, ContextType>;
};

export type AccessReviewItemReassignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewItemReassignment'] = ResolversParentTypes['AccessReviewItemReassignment']> = {
  item?: Resolver<ResolversTypes['AccessReviewItem'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessReviewItemReassignmentOutcome'], ParentType, ContextType>;
  reviewer?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType>;
  userError?: Resolver<Maybe<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type AccessReviewOtherAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewOtherAccess'] = ResolversParentTypes['AccessReviewOtherAccess']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrivileged?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type AccessReviewRoleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessReviewRole'] = ResolversParentTypes['AccessReviewRole']> = {
  accessProfiles?: Resolver<Array<ResolversTypes['AccessReviewAccessProfile']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entitlements?: Resolver<Array<ResolversTypes['AccessReviewEntitlement']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrivileged?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isRevocable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification'], FederationReferenceType extends FederationReferenceTypes['Certification'] = FederationReferenceTypes['Certification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Certification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accessSummaries?: Resolver<Maybe<ResolversTypes['AccessReviewAccessConnection']>, ParentType, ContextType, RequireFields<CertificationAccessSummariesArgs, 'first' | 'type'>>;
  campaign?: Resolver<Maybe<ResolversTypes['CertificationCampaign']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decisionSummary?: Resolver<Maybe<ResolversTypes['CertificationDecisionSummary']>, ParentType, ContextType, Partial<CertificationDecisionSummaryArgs>>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasErrors?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identitySummaries?: Resolver<Maybe<ResolversTypes['CertificationIdentitySummaryConnection']>, ParentType, ContextType, RequireFields<CertificationIdentitySummariesArgs, 'first'>>;
  isCompleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isOverdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['AccessReviewItem']>, ParentType, ContextType, RequireFields<CertificationItemArgs, 'id'>>;
  items?: Resolver<Maybe<ResolversTypes['AccessReviewItemConnection']>, ParentType, ContextType, RequireFields<CertificationItemsArgs, 'first' | 'orderBy'>>;
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
  alerts?: Resolver<Maybe<Array<ResolversTypes['CertificationCampaignAlert']>>, ParentType, ContextType>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<CertificationCampaignCertificationsArgs, 'first' | 'orderBy'>>;
  completedCertifications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  correlatedStatus?: Resolver<Maybe<ResolversTypes['CertificationCampaignCorrelatedStatus']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAutoRevokeAllowed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isEmailNotificationEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isRecommendationsEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  mandatoryCommentRequirement?: Resolver<Maybe<ResolversTypes['CertificationMandatoryCommentRequirement']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CertificationCampaignStatus']>, ParentType, ContextType>;
  statusName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalCertifications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CertificationCampaignType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificationCampaignAlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCampaignAlert'] = ResolversParentTypes['CertificationCampaignAlert']> = {
  level?: Resolver<Maybe<ResolversTypes['CertificationCampaignAlertLevel']>, ParentType, ContextType>;
  levelName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['IgaMessage']>, ParentType, ContextType>;
};

export type CertificationCampaignConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCampaignConnection'] = ResolversParentTypes['CertificationCampaignConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CertificationCampaignEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['CertificationCampaign']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationCampaignEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationCampaignEdge'] = ResolversParentTypes['CertificationCampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CertificationCampaign']>, ParentType, ContextType>;
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

export type CertificationDecisionCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationDecisionCount'] = ResolversParentTypes['CertificationDecisionCount']> = {
  approved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  made?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revoked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationDecisionSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationDecisionSummary'] = ResolversParentTypes['CertificationDecisionSummary']> = {
  accessProfiles?: Resolver<ResolversTypes['CertificationDecisionCount'], ParentType, ContextType>;
  accounts?: Resolver<ResolversTypes['CertificationDecisionCount'], ParentType, ContextType>;
  entitlements?: Resolver<ResolversTypes['CertificationDecisionCount'], ParentType, ContextType>;
  roles?: Resolver<ResolversTypes['CertificationDecisionCount'], ParentType, ContextType>;
};

export type CertificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationEdge'] = ResolversParentTypes['CertificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
};

export type CertificationIdentitySummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationIdentitySummary'] = ResolversParentTypes['CertificationIdentitySummary']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  isCompleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type CertificationIdentitySummaryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationIdentitySummaryConnection'] = ResolversParentTypes['CertificationIdentitySummaryConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['CertificationIdentitySummaryEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['CertificationIdentitySummary']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CertificationIdentitySummaryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationIdentitySummaryEdge'] = ResolversParentTypes['CertificationIdentitySummaryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CertificationIdentitySummary']>, ParentType, ContextType>;
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

export type CertificationTaskProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificationTaskProgress'] = ResolversParentTypes['CertificationTaskProgress']> = {
  failedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isFinished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['CertificationTask']>, ParentType, ContextType>;
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

export type DecideAccessReviewItemsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideAccessReviewItemsPayload'] = ResolversParentTypes['DecideAccessReviewItemsPayload']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type DeleteReassignmentConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteReassignmentConfigurationPayload'] = ResolversParentTypes['DeleteReassignmentConfigurationPayload']> = {
  configuration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  deletedConfigDetailId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity'], FederationReferenceType extends FederationReferenceTypes['Identity'] = FederationReferenceTypes['Identity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Identity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  alias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificationsToReview?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<IdentityCertificationsToReviewArgs, 'first' | 'orderBy'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType>;
  reassignmentEvaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType, RequireFields<IdentityReassignmentEvaluationArgs, 'configType' | 'exclusionFilters'>>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  decideAccessReviewItems?: Resolver<Maybe<ResolversTypes['DecideAccessReviewItemsPayload']>, ParentType, ContextType, RequireFields<MutationDecideAccessReviewItemsArgs, 'input'>>;
  deleteReassignmentConfiguration?: Resolver<Maybe<ResolversTypes['DeleteReassignmentConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationDeleteReassignmentConfigurationArgs, 'input'>>;
  reassignAccessReviewItems?: Resolver<Maybe<ResolversTypes['ReassignAccessReviewItemsPayload']>, ParentType, ContextType, RequireFields<MutationReassignAccessReviewItemsArgs, 'input'>>;
  reassignCampaignCertifications?: Resolver<Maybe<ResolversTypes['ReassignCampaignCertificationsPayload']>, ParentType, ContextType, RequireFields<MutationReassignCampaignCertificationsArgs, 'input'>>;
  reassignCertification?: Resolver<Maybe<ResolversTypes['ReassignCertificationPayload']>, ParentType, ContextType, RequireFields<MutationReassignCertificationArgs, 'input'>>;
  replaceReassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReplaceReassignmentConfigurationPayload']>, ParentType, ContextType, RequireFields<MutationReplaceReassignmentConfigurationArgs, 'input'>>;
  signOffCertification?: Resolver<Maybe<ResolversTypes['SignOffCertificationPayload']>, ParentType, ContextType, RequireFields<MutationSignOffCertificationArgs, 'input'>>;
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
  certificationCampaign?: Resolver<Maybe<ResolversTypes['CertificationCampaign']>, ParentType, ContextType, RequireFields<QueryCertificationCampaignArgs, 'id'>>;
  certificationCampaigns?: Resolver<Maybe<ResolversTypes['CertificationCampaignConnection']>, ParentType, ContextType, RequireFields<QueryCertificationCampaignsArgs, 'first' | 'orderBy'>>;
  certificationTask?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType, RequireFields<QueryCertificationTaskArgs, 'id' | 'waitSeconds'>>;
  certificationTasks?: Resolver<Maybe<ResolversTypes['CertificationTaskProgress']>, ParentType, ContextType, RequireFields<QueryCertificationTasksArgs, 'ids' | 'waitSeconds'>>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<QueryCertificationsArgs, 'first' | 'orderBy'>>;
  igaIdentities?: Resolver<Array<Maybe<ResolversTypes['Identity']>>, ParentType, ContextType, RequireFields<QueryIgaIdentitiesArgs, 'ids'>>;
  pendingCertificationTasks?: Resolver<Maybe<ResolversTypes['CertificationTaskConnection']>, ParentType, ContextType, RequireFields<QueryPendingCertificationTasksArgs, 'first'>>;
  reassignmentConfigTypes?: Resolver<Maybe<Array<ResolversTypes['ReassignmentConfigTypeInfo']>>, ParentType, ContextType>;
  reassignmentConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentConfiguration']>, ParentType, ContextType, RequireFields<QueryReassignmentConfigurationArgs, 'identityId'>>;
  reassignmentConfigurations?: Resolver<Maybe<ResolversTypes['ReassignmentConfigurationConnection']>, ParentType, ContextType, RequireFields<QueryReassignmentConfigurationsArgs, 'first'>>;
  reassignmentEvaluation?: Resolver<Maybe<ResolversTypes['ReassignmentEvaluation']>, ParentType, ContextType, RequireFields<QueryReassignmentEvaluationArgs, 'configType' | 'exclusionFilters' | 'identityId'>>;
  reassignmentTenantConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentTenantConfiguration']>, ParentType, ContextType>;
};

export type ReassignAccessReviewItemsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignAccessReviewItemsPayload'] = ResolversParentTypes['ReassignAccessReviewItemsPayload']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  outcomes?: Resolver<Array<ResolversTypes['AccessReviewItemReassignment']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['CertificationTaskProgress']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type ReassignCampaignCertificationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReassignCampaignCertificationsPayload'] = ResolversParentTypes['ReassignCampaignCertificationsPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['CertificationTask']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
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

export type SignOffCertificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOffCertificationPayload'] = ResolversParentTypes['SignOffCertificationPayload']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  certificationTaskProgress?: SubscriptionResolver<Maybe<ResolversTypes['CertificationTask']>, "certificationTaskProgress", ParentType, ContextType, RequireFields<SubscriptionCertificationTaskProgressArgs, 'taskId'>>;
};

export type UpdateReassignmentTenantConfigurationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateReassignmentTenantConfigurationPayload'] = ResolversParentTypes['UpdateReassignmentTenantConfigurationPayload']> = {
  tenantConfiguration?: Resolver<Maybe<ResolversTypes['ReassignmentTenantConfiguration']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IgaUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccessReviewAccess?: AccessReviewAccessResolvers<ContextType>;
  AccessReviewAccessConnection?: AccessReviewAccessConnectionResolvers<ContextType>;
  AccessReviewAccessEdge?: AccessReviewAccessEdgeResolvers<ContextType>;
  AccessReviewAccessProfile?: AccessReviewAccessProfileResolvers<ContextType>;
  AccessReviewAccount?: AccessReviewAccountResolvers<ContextType>;
  AccessReviewDataAccess?: AccessReviewDataAccessResolvers<ContextType>;
  AccessReviewDataCategory?: AccessReviewDataCategoryResolvers<ContextType>;
  AccessReviewEntitlement?: AccessReviewEntitlementResolvers<ContextType>;
  AccessReviewItem?: AccessReviewItemResolvers<ContextType>;
  AccessReviewItemConnection?: AccessReviewItemConnectionResolvers<ContextType>;
  AccessReviewItemEdge?: AccessReviewItemEdgeResolvers<ContextType>;
  AccessReviewItemReassignment?: AccessReviewItemReassignmentResolvers<ContextType>;
  AccessReviewOtherAccess?: AccessReviewOtherAccessResolvers<ContextType>;
  AccessReviewPermission?: AccessReviewPermissionResolvers<ContextType>;
  AccessReviewPermissionConnection?: AccessReviewPermissionConnectionResolvers<ContextType>;
  AccessReviewPermissionEdge?: AccessReviewPermissionEdgeResolvers<ContextType>;
  AccessReviewRole?: AccessReviewRoleResolvers<ContextType>;
  Certification?: CertificationResolvers<ContextType>;
  CertificationCampaign?: CertificationCampaignResolvers<ContextType>;
  CertificationCampaignAlert?: CertificationCampaignAlertResolvers<ContextType>;
  CertificationCampaignConnection?: CertificationCampaignConnectionResolvers<ContextType>;
  CertificationCampaignEdge?: CertificationCampaignEdgeResolvers<ContextType>;
  CertificationCampaignWorkload?: CertificationCampaignWorkloadResolvers<ContextType>;
  CertificationConnection?: CertificationConnectionResolvers<ContextType>;
  CertificationDecisionCount?: CertificationDecisionCountResolvers<ContextType>;
  CertificationDecisionSummary?: CertificationDecisionSummaryResolvers<ContextType>;
  CertificationEdge?: CertificationEdgeResolvers<ContextType>;
  CertificationIdentitySummary?: CertificationIdentitySummaryResolvers<ContextType>;
  CertificationIdentitySummaryConnection?: CertificationIdentitySummaryConnectionResolvers<ContextType>;
  CertificationIdentitySummaryEdge?: CertificationIdentitySummaryEdgeResolvers<ContextType>;
  CertificationProgress?: CertificationProgressResolvers<ContextType>;
  CertificationReassignment?: CertificationReassignmentResolvers<ContextType>;
  CertificationReviewerConnection?: CertificationReviewerConnectionResolvers<ContextType>;
  CertificationReviewerEdge?: CertificationReviewerEdgeResolvers<ContextType>;
  CertificationReviewerWorkload?: CertificationReviewerWorkloadResolvers<ContextType>;
  CertificationSummary?: CertificationSummaryResolvers<ContextType>;
  CertificationTask?: CertificationTaskResolvers<ContextType>;
  CertificationTaskConnection?: CertificationTaskConnectionResolvers<ContextType>;
  CertificationTaskEdge?: CertificationTaskEdgeResolvers<ContextType>;
  CertificationTaskProgress?: CertificationTaskProgressResolvers<ContextType>;
  CertificationTaskTarget?: CertificationTaskTargetResolvers<ContextType>;
  CreateReassignmentConfigurationPayload?: CreateReassignmentConfigurationPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecideAccessReviewItemsPayload?: DecideAccessReviewItemsPayloadResolvers<ContextType>;
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
  ReassignAccessReviewItemsPayload?: ReassignAccessReviewItemsPayloadResolvers<ContextType>;
  ReassignCampaignCertificationsPayload?: ReassignCampaignCertificationsPayloadResolvers<ContextType>;
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
  SignOffCertificationPayload?: SignOffCertificationPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpdateReassignmentTenantConfigurationPayload?: UpdateReassignmentTenantConfigurationPayloadResolvers<ContextType>;
};

