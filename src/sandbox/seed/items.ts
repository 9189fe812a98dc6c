import type { AccessReviewItem, Permission } from '../model.js';
import { hexId, Seeded } from './seeded.js';


export type Progress = 'untouched' | 'begun' | 'decided' | 'signed';

interface ItemsPlan {
  readonly certificationId: string;
  readonly reviewerId: string;
  readonly progress: Progress;
  readonly identityIds: readonly string[];
  readonly choices: Seeded;
}

type Access = AccessReviewItem['access'];

const access: readonly Access[] = [
  aboutAccess('ENTITLEMENT', 'Oracle HR: read'),
  aboutAccess('ENTITLEMENT', 'SAP FI posting'),
  aboutAccess('ENTITLEMENT', 'AD Domain Users'),
  aboutAccess('ENTITLEMENT', 'GitHub org owner'),
  aboutAccess('ACCESS_PROFILE', 'Payroll clerk'),
  aboutAccess('ACCESS_PROFILE', 'VPN and remote desktop'),
  aboutAccess('ROLE', 'Accountant'),
  aboutAccess('ROLE', 'Site reliability engineer'),
];

const databaseAccess = aboutAccess('ENTITLEMENT', 'Oracle SYSDBA');

const otherPermissions: readonly Permission[] = [
  { target: 'SYS.OBJAUTH2', rights: ['CREATE', 'SELECT'] },
  { target: 'HR.EMPLOYEES', rights: ['SELECT', 'UPDATE'] },
  { target: 'hr.salaries (view)', rights: ['select'] },
  { target: '\\\\fileserver\\payroll "2026"', rights: ['Read', 'Full Control'] },
  { target: 'SYS.DBA_USERS', rights: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] },
];

/** So many that one page of 250 is not the whole, as administrators' accounts on databases have. */
const longListLength = 300;

/** Nobody's items are with a reviewer who is the identity they are about. */
export function seedItems(plan: ItemsPlan): AccessReviewItem[] {
  const { certificationId, reviewerId, identityIds, choices } = plan;
  const reviewed = choices.sample(identityIds, choices.integer(2, 6), reviewerId);
  const items = reviewed.flatMap((identityId) => itemsAbout(identityId, certificationId, choices));
  decide(items, plan.progress, choices);
  givePermissions(items, certificationId);
  return items;
}

function itemsAbout(identityId: string, certificationId: string, choices: Seeded): AccessReviewItem[] {
  const label = `${certificationId}:${identityId}`;
  const identitySummaryId = hexId(`summary:${label}`);
  return choices.sample(access, choices.integer(1, 4)).map((reviewed) => ({
    id: hexId(`item:${label}:${reviewed.name}`),
    identitySummaryId,
    identityId,
    access: reviewed,
    decision: null,
    permissions: [],
  }));
}

function aboutAccess(type: Access['type'], name: string): Access {
  return { type, id: hexId(`access:${name}`), name };
}

function decide(items: AccessReviewItem[], progress: Progress, choices: Seeded): void {
  if (progress === 'untouched') return;
  const decidedCount = progress === 'begun' ? choices.integer(1, items.length - 1) : items.length;
  for (const item of items.slice(0, decidedCount)) item.decision = choices.chance(0.8) ? 'APPROVE' : 'REVOKE';
}

/** The first item of every certification is an entitlement with permissions behind it. */
function givePermissions([first]: AccessReviewItem[], certificationId: string): void {
  if (first === undefined) return;
  const choices = new Seeded(`permissions:${certificationId}`);
  const hasLongList = choices.chance(0.05);
  first.access = databaseAccess;
  first.permissions = [
    { target: 'SYS.GV_$TRANSACTION', rights: ['SELECT'] },
    ...choices.sample(otherPermissions, choices.integer(1, 4)),
    ...(hasLongList ? longList() : []),
  ];
}

function longList(): Permission[] {
  return Array.from({ length: longListLength }, (_, index) => ({
    target: `SYS.WRH$_TABLE_${String(index).padStart(3, '0')}`,
    rights: index % 3 === 0 ? ['SELECT', 'INSERT'] : ['SELECT'],
  }));
}
