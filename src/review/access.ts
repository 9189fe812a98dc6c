import type { IdentityReference } from '../graphql/identity-reference.js';

/** What every kind of access has. */
export interface Access {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly isPrivileged: boolean | null;
  readonly owner: IdentityReference | null;
}

export interface EntitlementModel extends Access {
  readonly __typename: 'AccessReviewEntitlement';
  readonly attributeName: string | null;
  readonly attributeValue: string | null;
  readonly sourceId: string | null;
  readonly sourceName: string | null;
  readonly sourceType: string | null;
  readonly sourceSchemaObjectType: string | null;
  readonly hasPermissions: boolean | null;
  readonly isPermission: boolean | null;
  readonly isRevocable: boolean | null;
  readonly isCloudGoverned: boolean | null;
  readonly account: AccountModel | null;
  readonly dataAccess: DataAccessModel | null;
}

export interface AccountModel {
  readonly id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly nativeIdentity: string | null;
  readonly isDisabled: boolean | null;
  readonly isLocked: boolean | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly owner: IdentityReference | null;
  readonly usageDays: number | null;
}

export interface DataAccessModel {
  readonly policies: string[];
  readonly categories: DataCategoryModel[];
  readonly impactScore: string | null;
}

export interface DataCategoryModel {
  readonly value: string | null;
  readonly matchCount: number | null;
}

export interface AccessProfileModel extends Access {
  readonly __typename: 'AccessReviewAccessProfile';
  readonly isCloudGoverned: boolean | null;
  readonly endsAt: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly entitlements: EntitlementModel[];
}

export interface RoleModel extends Access {
  readonly __typename: 'AccessReviewRole';
  readonly isRevocable: boolean | null;
  readonly endsAt: string | null;
  readonly accessProfiles: AccessProfileModel[];
  readonly entitlements: EntitlementModel[];
}

export interface OtherAccessModel extends Access {
  readonly __typename: 'AccessReviewOtherAccess';
  readonly typeName: string | null;
}

export type AccessModel = EntitlementModel | AccessProfileModel | RoleModel | OtherAccessModel;
