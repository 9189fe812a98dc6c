import { AccessReviewAccessType } from '../generated/types.js';
import type { IdentityReference } from '../graphql/identity-reference.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { Access, AccessModel, AccessProfileModel, AccountModel, DataAccessModel, EntitlementModel, RoleModel } from './access.js';
import type {
  AccessProfileWire,
  AccessReferenceWire,
  AccessSummaryWire,
  AccessWire,
  AccountOwnerWire,
  AccountWire,
  ActivityInsightsWire,
  DataAccessWire,
  DataCategoryWire,
  EntitlementWire,
  OwnerWire,
  RoleWire,
  ValueWire,
} from './wire.js';

type Reference = Pick<Access, 'id' | 'name'>;
/** Null for an object that is not there, or makes no access. */
type ReadAccess = (summary: JsonObject<AccessSummaryWire>, told: Reference | null) => AccessModel | null;

const readAs: Readonly<Record<AccessReviewAccessType, ReadAccess>> = {
  ENTITLEMENT: (summary, told) => readEntitlement(summary.object('entitlement'), told),
  ACCESS_PROFILE: (summary, told) => readAccessProfile(summary.object('accessProfile'), told),
  ROLE: (summary, told) => readRole(summary.object('role'), told),
};

const accessTypes = new Set(Object.values(AccessReviewAccessType));

/**
 * The access of an item, or of a row of access summaries: as its type says, or where that is not told, as the object
 * that is there. Null when nothing has an id.
 */
export function readAccess(summary: JsonObject<AccessSummaryWire>): AccessModel | null {
  const reference = summary.object<AccessReferenceWire>('access');
  const id = reference?.id('id') ?? null;
  const told = reference === null || id === null ? null : { id, name: reference.text('name') };
  const type = reference?.word('type', accessTypes) ?? { value: null, word: null };
  const possible = type.word === null ? Object.values(readAs) : type.value === null ? [] : [readAs[type.value]];
  for (const read of possible) {
    const access = read(summary, told);
    if (access !== null) return access;
  }
  if (told === null) return null;
  return { __typename: 'AccessReviewOtherAccess', ...told, description: null, isPrivileged: null, owner: null, typeName: type.word };
}

function readEntitlement(wire: JsonObject<EntitlementWire> | null, told: Reference | null): EntitlementModel | null {
  const access = readCommon(wire, told);
  if (wire === null || access === null) return null;
  return {
    __typename: 'AccessReviewEntitlement',
    ...access,
    attributeName: wire.text('attributeName'),
    attributeValue: wire.text('attributeValue'),
    sourceId: wire.id('sourceId'),
    sourceName: wire.text('sourceName'),
    sourceType: wire.text('sourceType'),
    sourceSchemaObjectType: wire.text('sourceSchemaObjectType'),
    hasPermissions: wire.flag('hasPermissions'),
    isPermission: wire.flag('isPermission'),
    isRevocable: wire.flag('revocable'),
    isCloudGoverned: wire.flag('cloudGoverned'),
    account: readAccount(wire.object('account')),
    dataAccess: readDataAccess(wire.object('dataAccess')),
  };
}

function readAccessProfile(wire: JsonObject<AccessProfileWire> | null, told: Reference | null): AccessProfileModel | null {
  const access = readCommon(wire, told);
  if (wire === null || access === null) return null;
  return {
    __typename: 'AccessReviewAccessProfile',
    ...access,
    isCloudGoverned: wire.flag('cloudGoverned'),
    endsAt: wire.instant('endDate'),
    createdAt: wire.instant('created'),
    updatedAt: wire.instant('modified'),
    entitlements: readParts(wire, 'entitlements', readEntitlement),
  };
}

function readRole(wire: JsonObject<RoleWire> | null, told: Reference | null): RoleModel | null {
  const access = readCommon(wire, told);
  if (wire === null || access === null) return null;
  return {
    __typename: 'AccessReviewRole',
    ...access,
    isRevocable: wire.flag('revocable'),
    endsAt: wire.instant('endDate'),
    accessProfiles: readParts(wire, 'accessProfiles', readAccessProfile),
    entitlements: readParts(wire, 'entitlements', readEntitlement),
  };
}

/** What has no id is left out, like elements that are null (Q19). */
function readParts<Wire, PartWire, Part>(
  wire: JsonObject<Wire>,
  field: keyof Wire & string,
  read: (part: JsonObject<PartWire>, told: null) => Part | null,
): Part[] {
  return wire.objects<PartWire>(field).flatMap((element) => {
    const part = read(element, null);
    if (part !== null) return [part];
    wire.noteOddity(field, 'dropped');
    return [];
  });
}

/** `told` is what the reference beside the object says: filters go by its id. */
function readCommon(wire: JsonObject<AccessWire> | null, told: Reference | null): Access | null {
  const id = told?.id ?? wire?.id('id') ?? null;
  if (wire === null || id === null) return null;
  return {
    id,
    name: wire.text('name') ?? told?.name ?? null,
    description: wire.text('description'),
    isPrivileged: wire.flag('privileged'),
    owner: readOwner(wire.object('owner')),
  };
}

function readOwner(wire: JsonObject<OwnerWire> | null): IdentityReference | null {
  const id = wire?.id('id') ?? null;
  return wire === null || id === null ? null : { id, name: wire.text('name'), email: wire.text('email') };
}

function readAccount(wire: JsonObject<AccountWire> | null): AccountModel | null {
  if (wire === null) return null;
  return {
    id: wire.id('id'),
    name: wire.text('name'),
    description: wire.text('description'),
    nativeIdentity: wire.text('nativeIdentity'),
    isDisabled: wire.flag('disabled'),
    isLocked: wire.flag('locked'),
    createdAt: wire.instant('created'),
    updatedAt: wire.instant('modified'),
    owner: readAccountOwner(wire.object('owner')),
    usageDays: readUsageDays(wire.object('activityInsights')),
  };
}

function readAccountOwner(wire: JsonObject<AccountOwnerWire> | null): IdentityReference | null {
  const id = wire?.id('id') ?? null;
  return wire === null || id === null ? null : { id, name: wire.text('displayName'), email: null };
}

/** Zero days that nobody has counted are not known. */
function readUsageDays(wire: JsonObject<ActivityInsightsWire> | null): number | null {
  return wire === null || wire.text('usageDaysState') === 'UNKNOWN' ? null : wire.count('usageDays');
}

function readDataAccess(wire: JsonObject<DataAccessWire> | null): DataAccessModel | null {
  if (wire === null) return null;
  return {
    policies: wire.objects<ValueWire>('policies').flatMap((policy) => policy.text('value') ?? []),
    categories: wire
      .objects<DataCategoryWire>('categories')
      .map((category) => ({ value: category.text('value'), matchCount: category.count('matchCount') })),
    impactScore: wire.object<ValueWire>('impactScore')?.text('value') ?? null,
  };
}
