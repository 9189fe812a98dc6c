import type { AccessCatalogue, AccessProfile, AccessReference, DataAccess, Entitlement, Role, Source } from '../model.js';
import { dayMs, people, personId, positions } from './people.js';
import { hexId, Seeded } from './seeded.js';

interface EntitlementPlan {
  readonly name: string;
  readonly source: Source;
  readonly attribute: readonly [name: string, value: string];
  readonly isPrivileged?: boolean;
}

const source = (name: string, type: string): Source => ({ id: hexId(`source:${name}`), name, type });

const directory = source('Active Directory', 'Active Directory - Direct');
const oracle = source('Oracle HR', 'Oracle Database - Direct');
const sap = source('SAP "P01"', 'SAP - Direct');
const github = source('GitHub Enterprise', 'Web Services');
const aws = source('AWS Production', 'AWS IAM Identity Center');
const payroll = source('Payroll Zürich, 100 %', 'JDBC');

const group = (name: string): readonly [string, string] => ['memberOf', `CN=${name},OU=Groups,DC=acme-sandbox,DC=example`];

const entitlementPlans: readonly EntitlementPlan[] = [
  { name: 'Oracle HR: read', source: oracle, attribute: ['role', 'HR_READ'] },
  { name: 'SAP FI posting', source: sap, attribute: ['role', 'Z_FI_POST'] },
  { name: 'AD Domain Users', source: directory, attribute: group('Domain Users') },
  { name: 'GitHub org owner', source: github, attribute: ['role', 'owner'], isPrivileged: true },
  { name: 'Oracle SYSDBA', source: oracle, attribute: ['role', 'SYSDBA'], isPrivileged: true },
  { name: 'AD Domain Admins', source: directory, attribute: group('Domain Admins'), isPrivileged: true },
  { name: 'AD Backup Operators', source: directory, attribute: group('Backup Operators'), isPrivileged: true },
  { name: 'AD Remote Desktop Users', source: directory, attribute: group('Remote Desktop Users') },
  { name: 'Oracle HR: change salaries', source: oracle, attribute: ['role', 'HR_SALARIES_RW'], isPrivileged: true },
  { name: 'Oracle audit trail', source: oracle, attribute: ['role', 'AUDIT_VIEWER'] },
  { name: 'SAP_ALL', source: sap, attribute: ['profile', 'SAP_ALL'], isPrivileged: true },
  { name: 'SAP vendor master data', source: sap, attribute: ['role', 'Z_MM_VENDOR'] },
  { name: 'SAP payment run', source: sap, attribute: ['role', 'Z_FI_F110'], isPrivileged: true },
  { name: 'GitHub admin of "billing"', source: github, attribute: ['team', 'billing-admins'] },
  { name: 'GitHub Actions runners', source: github, attribute: ['team', 'runners'] },
  { name: 'AWS AdministratorAccess', source: aws, attribute: ['permissionSet', 'AdministratorAccess'], isPrivileged: true },
  { name: 'AWS PowerUserAccess', source: aws, attribute: ['permissionSet', 'PowerUserAccess'], isPrivileged: true },
  { name: 'AWS billing, read only', source: aws, attribute: ['permissionSet', 'Billing'] },
  { name: 'AWS break glass', source: aws, attribute: ['permissionSet', 'BreakGlass'], isPrivileged: true },
  { name: 'AWS cluster-admin', source: aws, attribute: ['group', 'system:masters'], isPrivileged: true },
  { name: 'Payroll: approve runs', source: payroll, attribute: ['function', 'APPROVE_RUN'], isPrivileged: true },
  { name: 'Payroll: change bank details', source: payroll, attribute: ['function', 'EDIT_IBAN'], isPrivileged: true },
  { name: 'Payroll archive', source: payroll, attribute: ['function', 'READ_ARCHIVE'] },
  { name: 'Payroll \\\\fileserver\\lists', source: payroll, attribute: ['share', '\\\\fileserver\\payroll "2026"'] },
];

const accessProfilePlans: readonly (readonly [name: string, of: Source, entitlements: readonly (string | null)[]])[] = [
  ['Payroll clerk', payroll, ['Payroll archive', 'Payroll: change bank details', null]],
  ['VPN and remote desktop', directory, ['AD Domain Users', 'AD Remote Desktop Users']],
  ['Database administration', oracle, ['Oracle SYSDBA', 'Oracle audit trail', 'Oracle HR: read']],
  ['Cloud operations', aws, ['AWS PowerUserAccess', 'AWS cluster-admin']],
  ['Month-end closing', sap, ['SAP FI posting', null, 'SAP payment run']],
  ['Source code administration', github, ['GitHub org owner', 'GitHub Actions runners']],
];

const rolePlans: readonly (readonly [name: string, profiles: readonly string[], entitlements: readonly (string | null)[]])[] = [
  ['Accountant', ['Month-end closing', 'VPN and remote desktop'], ['SAP vendor master data']],
  ['Site reliability engineer', ['Cloud operations', 'Database administration'], [null, 'AWS break glass', 'AD Backup Operators']],
  ['Payroll supervisor', ['Payroll clerk'], []],
];

const accessId = (name: string): string => hexId(`access:${name}`);
const reference = (type: AccessReference['type'], name: string): AccessReference => ({ type, id: accessId(name), name });
const idOrNull = (name: string | null): string | null => (name === null ? null : accessId(name));

/** References to everything in the catalogue, in its order. */
export const entitlements: readonly AccessReference[] = entitlementPlans.map(({ name }) => reference('ENTITLEMENT', name));
export const accessProfiles: readonly AccessReference[] = accessProfilePlans.map(([name]) => reference('ACCESS_PROFILE', name));
export const roles: readonly AccessReference[] = rolePlans.map(([name]) => reference('ROLE', name));

/** The entitlement with permissions behind it. */
export const databaseAccess = reference('ENTITLEMENT', 'Oracle SYSDBA');

export function seedAccess(nowMs: number): AccessCatalogue {
  return {
    entitlements: byId(entitlementPlans.map(entitlement)),
    accessProfiles: byId(accessProfilePlans.map((plan, index) => accessProfile(plan, index, nowMs))),
    roles: byId(rolePlans.map((plan, index) => role(plan, index, nowMs))),
  };
}

function entitlement({ name, source: of, attribute, isPrivileged = false }: EntitlementPlan, index: number): Entitlement {
  return {
    id: accessId(name),
    name,
    description: oneOf(index, [`${name}, as the owner of ${of.name} describes it.`, `What "${name}" allows.`, null, undefined]),
    privileged: isPrivileged,
    ownerId: index % 5 === 4 ? null : personId(positions.firstDirector + (index % 9)),
    attributeName: attribute[0],
    attributeValue: attribute[1],
    sourceSchemaObjectType: attribute[0] === 'memberOf' ? 'group' : attribute[0],
    source: of,
    revocable: index % 8 !== 2,
    cloudGoverned: of === aws,
    dataAccess: oneOf(index, [undefined, null, isPrivileged ? dataAccess(name) : null]),
  };
}

function dataAccess(name: string): DataAccess {
  const choices = new Seeded(`access:${name}:data`);
  const categories = choices.sample(['PII', 'Financial', 'Health', 'Credentials'], choices.integer(1, 3));
  return {
    policies: choices.sample(['GDPR', 'SOX', 'PCI DSS'], choices.integer(0, 2)).map((value) => ({ value })),
    categories: categories.map((value) => ({ value, matchCount: choices.integer(1, 900) })),
    impactScore: { value: choices.pick(['Low', 'Medium', 'High']) },
  };
}

function accessProfile(
  [name, of, content]: (typeof accessProfilePlans)[number],
  index: number,
  nowMs: number,
): AccessProfile {
  return {
    id: accessId(name),
    name,
    description: `Everything for: ${name}.`,
    privileged: index >= 2,
    cloudGoverned: of === aws,
    endDate: oneOf(index, [null, undefined, iso(nowMs + 45 * dayMs)]),
    ownerId: personId(positions.firstDirector + index),
    source: of,
    entitlementIds: content.map(idOrNull),
    created: iso(nowMs - (700 - index) * dayMs),
    modified: iso(nowMs - (90 - index) * dayMs),
  };
}

function role([name, profiles, content]: (typeof rolePlans)[number], index: number, nowMs: number): Role {
  return {
    id: accessId(name),
    name,
    description: `What every "${name}" needs.`,
    privileged: index > 0,
    ownerId: people.administrator,
    revocable: index !== 2,
    endDate: oneOf(index, [undefined, iso(nowMs + 120 * dayMs)]),
    accessProfileIds: profiles.map(accessId),
    entitlementIds: content.map(idOrNull),
  };
}

/** Each in turn; "nothing" may be among them. */
function oneOf<T>(index: number, from: readonly T[]): T {
  return from[index % from.length] as T;
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
