import { presentAccount } from './account-view.js';
import { identityReference } from './certification-view.js';
import type { AccessProfile, AccessReference, AccessReviewItem, Entitlement, Role } from './model.js';
import { Seeded } from './seed/seeded.js';
import type { Tenant } from './tenant.js';

/** Whose access is shown: an identity's, or nobody's in particular. */
interface Holding {
  readonly identityId: string | null;
  readonly hasPermissions: boolean;
}

/** One of the three is filled, as `access.type` says; the others are null or not there. */
export function presentAccessSummary(tenant: Tenant, access: AccessReference, holding: Holding): unknown {
  const missing = new Seeded(`summary:${access.id}:${holding.identityId}`).chance(0.5) ? null : undefined;
  const { type, id } = access;
  const { entitlements, accessProfiles, roles } = tenant.access;
  return {
    access: { type, id, name: access.name },
    entitlement: type === 'ENTITLEMENT' ? presentEntitlement(tenant, required(entitlements, id), holding) : missing,
    accessProfile: type === 'ACCESS_PROFILE' ? presentAccessProfile(tenant, required(accessProfiles, id), holding) : missing,
    role: type === 'ROLE' ? presentRole(tenant, required(roles, id), holding) : missing,
  };
}

export function holdingOf({ identityId, permissions }: AccessReviewItem): Holding {
  return { identityId, hasPermissions: permissions.length > 0 };
}

/** The name of the source that an entitlement or access profile is on; null for other types. */
export function sourceNameOf(tenant: Tenant, { type, id }: AccessReference, wanted: AccessReference['type']): string | null {
  if (type !== wanted || type === 'ROLE') return null;
  const { entitlements, accessProfiles } = tenant.access;
  return required<Entitlement | AccessProfile>(type === 'ENTITLEMENT' ? entitlements : accessProfiles, id).source.name;
}

function presentEntitlement(tenant: Tenant, entitlement: Entitlement, { identityId, hasPermissions }: Holding): unknown {
  const { source, ownerId, dataAccess } = entitlement;
  const { id, name, description, privileged, attributeName, attributeValue, sourceSchemaObjectType } = entitlement;
  return {
    id,
    name,
    description,
    privileged,
    owner: ownerId === null ? null : identityReference(tenant, ownerId),
    attributeName,
    attributeValue,
    sourceSchemaObjectType,
    sourceName: source.name,
    sourceType: source.type,
    sourceId: source.id,
    hasPermissions,
    isPermission: false,
    revocable: entitlement.revocable,
    cloudGoverned: entitlement.cloudGoverned,
    containsDataAccess: dataAccess !== null && dataAccess !== undefined,
    dataAccess,
    account: identityId === null ? null : presentAccount(tenant.identity(identityId), source),
  };
}

function presentAccessProfile(tenant: Tenant, accessProfile: AccessProfile, holding: Holding): unknown {
  const { id, name, description, privileged, cloudGoverned, endDate, created, modified } = accessProfile;
  return {
    id,
    name,
    description,
    privileged,
    cloudGoverned,
    endDate,
    owner: identityReference(tenant, accessProfile.ownerId),
    entitlements: presentContent(tenant, accessProfile, holding),
    created,
    modified,
  };
}

function presentRole(tenant: Tenant, role: Role, holding: Holding): unknown {
  const { id, name, description, privileged, revocable, endDate, ownerId, accessProfileIds } = role;
  return {
    id,
    name,
    description,
    privileged,
    owner: identityReference(tenant, ownerId),
    revocable,
    endDate,
    accessProfiles: accessProfileIds.map((accessProfileId) =>
      presentAccessProfile(tenant, required(tenant.access.accessProfiles, accessProfileId), holding),
    ),
    entitlements: presentContent(tenant, role, holding),
  };
}

/** Permissions are told of the entitlement that is reviewed, not of those inside something else. */
function presentContent(tenant: Tenant, { entitlementIds }: AccessProfile | Role, { identityId }: Holding): unknown[] {
  return entitlementIds.map((id) =>
    id === null
      ? null
      : presentEntitlement(tenant, required(tenant.access.entitlements, id), { identityId, hasPermissions: false }),
  );
}

function required<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new RangeError(`the tenant has no access '${id}'`);
  return row;
}
