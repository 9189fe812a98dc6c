/** JSON as the upstream sends it: only the fields that are read, every one of them optional (Q19–Q22). */

export interface AccessReviewItemWire {
  id: string;
  accessSummary: AccessSummaryWire;
  identitySummary: IdentitySummaryWire;
  completed: boolean;
  newAccess: boolean;
  /** Undecided items have none (Q20). */
  decision: string;
  comments: string;
}

export interface IdentitySummaryWire {
  /** Of the summary, not of the identity. */
  id: string;
  name: string;
  identityId: string;
  completed: boolean;
}

/** One of the last three is filled, as `access.type` says. */
export interface AccessSummaryWire {
  access: AccessReferenceWire;
  entitlement: EntitlementWire;
  accessProfile: AccessProfileWire;
  role: RoleWire;
}

export interface AccessReferenceWire {
  type: string;
  id: string;
  name: string;
}

/** What entitlements, access profiles and roles have in common. */
export interface AccessWire {
  id: string;
  name: string;
  description: string;
  privileged: boolean;
  owner: OwnerWire;
}

export interface OwnerWire {
  id: string;
  name: string;
  email: string;
}

export interface EntitlementWire extends AccessWire {
  attributeName: string;
  attributeValue: string;
  sourceId: string;
  sourceName: string;
  sourceType: string;
  sourceSchemaObjectType: string;
  hasPermissions: boolean;
  isPermission: boolean;
  revocable: boolean;
  cloudGoverned: boolean;
  account: AccountWire;
  dataAccess: DataAccessWire;
}

export interface AccountWire {
  id: string;
  name: string;
  description: string;
  nativeIdentity: string;
  disabled: boolean;
  locked: boolean;
  created: string;
  modified: string;
  owner: AccountOwnerWire;
  activityInsights: ActivityInsightsWire;
}

export interface AccountOwnerWire {
  id: string;
  displayName: string;
}

export interface ActivityInsightsWire {
  usageDays: number;
  usageDaysState: string;
}

export interface DataAccessWire {
  policies: ValueWire[];
  categories: DataCategoryWire[];
  impactScore: ValueWire;
}

export interface ValueWire {
  value: string;
}

export interface DataCategoryWire extends ValueWire {
  matchCount: number;
}

export interface AccessProfileWire extends AccessWire {
  cloudGoverned: boolean;
  endDate: string;
  created: string;
  modified: string;
  entitlements: EntitlementWire[];
}

export interface RoleWire extends AccessWire {
  revocable: boolean;
  endDate: string;
  accessProfiles: AccessProfileWire[];
  entitlements: EntitlementWire[];
}

/** Sixteen counters: `entitlementDecisionsMade`, `entitlementsApproved` and so on. */
export type DecisionSummaryWire = Record<`${CountedAccess}${'DecisionsMade' | 'DecisionsTotal' | 'sApproved' | 'sRevoked'}`, number>;

export type CountedAccess = 'entitlement' | 'accessProfile' | 'role' | 'account';

export interface PermissionWire {
  target: string;
  /** Shown as a single text in later examples (Q31). */
  rights: string[];
}
