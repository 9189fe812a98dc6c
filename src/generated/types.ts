import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CertificationModel, CertificationCampaignModel, CertificationReassignmentModel, ReviewerModel } from '../certification/mapping.js';
import type { CertificationPage, ReviewerPage } from '../certification/data-source.js';
import type { CertificationSummaryModel } from '../certification/summary.js';
import type { IdentityModel } from '../identity/mapping.js';
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
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
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
   * False when there were more certifications than the gateway is set to read for one summary (5000
   * unless configured); the sums then cover the first of them.
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
/**
 * A person or service known to the tenant. Shared with the rest of the graph: other subgraphs add
 * their fields by `id`. From this subgraph comes the review work of an identity.
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
};


/**
 * A person or service known to the tenant. Shared with the rest of the graph: other subgraphs add
 * their fields by `id`. From this subgraph comes the review work of an identity.
 */
export type IdentityCertificationsToReviewArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationOrder>>;
};

/** Sort direction. */
export const IgaOrderDirection = {
  /** Smallest, earliest or first in the alphabet first. */
  Asc: 'ASC',
  /** Largest, latest or last in the alphabet first. */
  Desc: 'DESC'
} as const;

export type IgaOrderDirection = typeof IgaOrderDirection[keyof typeof IgaOrderDirection];
/** Matches a text. Exactly one of the fields. */
export type IgaTextFilter =
  /** Equal to this text. */
  { eq: Scalars['String']['input']; startsWith?: never; }
  |  /** Begins with this text. SailPoint: sw. */
  { eq?: never; startsWith: Scalars['String']['input']; };

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
  /** Certifications that the caller may see. */
  certifications: Maybe<CertificationConnection>;
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
export type QueryCertificationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CertificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CertificationOrder>>;
  reviewerId: InputMaybe<Scalars['ID']['input']>;
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
  Identity: Identity;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Certification:
    ( { __typename: 'Certification' }
    & GraphQLRecursivePick<FederationTypes['Certification'], {"id":true}> );
  CertificationCampaign:
    ( { __typename: 'CertificationCampaign' }
    & GraphQLRecursivePick<FederationTypes['CertificationCampaign'], {"id":true}> );
  Identity:
    ( { __typename: 'Identity' }
    & GraphQLRecursivePick<FederationTypes['Identity'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Certification: ResolverTypeWrapper<CertificationModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  CertificationReassignment: ResolverTypeWrapper<CertificationReassignmentModel>;
  CertificationReviewerConnection: ResolverTypeWrapper<ReviewerPage>;
  CertificationReviewerEdge: ResolverTypeWrapper<Omit<CertificationReviewerEdge, 'node'> & { node?: Maybe<ResolversTypes['Reviewer']> }>;
  CertificationReviewerFilter: CertificationReviewerFilter;
  CertificationReviewerOrder: CertificationReviewerOrder;
  CertificationReviewerOrderField: CertificationReviewerOrderField;
  CertificationReviewerType: CertificationReviewerType;
  CertificationReviewerWorkload: ResolverTypeWrapper<Omit<CertificationReviewerWorkload, 'reviewer'> & { reviewer: ResolversTypes['Reviewer'] }>;
  CertificationSummary: ResolverTypeWrapper<CertificationSummaryModel>;
  CertificationWorkloadOrder: CertificationWorkloadOrder;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Identity: ResolverTypeWrapper<IdentityModel>;
  IgaOrderDirection: IgaOrderDirection;
  IgaTextFilter: IgaTextFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reviewer: ResolverTypeWrapper<ReviewerModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Certification: CertificationModel;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  CertificationCampaign: CertificationCampaignModel;
  CertificationCampaignWorkload: Omit<CertificationCampaignWorkload, 'campaign'> & { campaign: ResolversParentTypes['CertificationCampaign'] };
  CertificationConnection: CertificationPage;
  CertificationEdge: Omit<CertificationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Certification']> };
  CertificationFilter: CertificationFilter;
  CertificationOrder: CertificationOrder;
  CertificationProgress: CertificationProgress;
  CertificationReassignment: CertificationReassignmentModel;
  CertificationReviewerConnection: ReviewerPage;
  CertificationReviewerEdge: Omit<CertificationReviewerEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Reviewer']> };
  CertificationReviewerFilter: CertificationReviewerFilter;
  CertificationReviewerOrder: CertificationReviewerOrder;
  CertificationReviewerWorkload: Omit<CertificationReviewerWorkload, 'reviewer'> & { reviewer: ResolversParentTypes['Reviewer'] };
  CertificationSummary: CertificationSummaryModel;
  DateTime: Scalars['DateTime']['output'];
  Identity: IdentityModel;
  IgaTextFilter: IgaTextFilter;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Reviewer: ReviewerModel;
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
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['CertificationPhase']>, ParentType, ContextType>;
  phaseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['CertificationProgress']>, ParentType, ContextType>;
  reassignment?: Resolver<Maybe<ResolversTypes['CertificationReassignment']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  reviewers?: Resolver<Maybe<ResolversTypes['CertificationReviewerConnection']>, ParentType, ContextType, RequireFields<CertificationReviewersArgs, 'first' | 'orderBy'>>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity'], FederationReferenceType extends FederationReferenceTypes['Identity'] = FederationReferenceTypes['Identity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Identity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certificationsToReview?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<IdentityCertificationsToReviewArgs, 'first' | 'orderBy'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  certification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType, RequireFields<QueryCertificationArgs, 'id'>>;
  certifications?: Resolver<Maybe<ResolversTypes['CertificationConnection']>, ParentType, ContextType, RequireFields<QueryCertificationsArgs, 'first' | 'orderBy'>>;
};

export type ReviewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reviewer'] = ResolversParentTypes['Reviewer']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CertificationReviewerType']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
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
  DateTime?: GraphQLScalarType;
  Identity?: IdentityResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reviewer?: ReviewerResolvers<ContextType>;
};

