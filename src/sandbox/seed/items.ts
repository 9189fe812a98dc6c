import type { AccessReference, AccessReviewItem, Campaign, Permission } from '../model.js';
import { accessProfiles, databaseAccess, entitlements, roles } from './access.js';
import { hexId, Seeded } from './seeded.js';

export type Progress = 'untouched' | 'begun' | 'decided' | 'signed';

interface ItemsPlan {
  readonly certificationId: string;
  readonly reviewerId: string;
  readonly progress: Progress;
  readonly identityIds: readonly string[];
  readonly mandatoryCommentRequirement: Campaign['mandatoryCommentRequirement'];
  readonly choices: Seeded;
}

/** What most of the campaigns are about: drawn from, so its length and order are part of the seed. */
const commonAccess = [...entitlements.slice(0, 4), ...accessProfiles.slice(0, 2), ...roles.slice(0, 2)];

const remarks = ['Needed for the job.', 'Has changed teams.', 'Not used for "months" – see ticket #4711.', 'Agreed with the owner.'];

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
  const items = reviewed.flatMap((identityId) => {
    const access = choices.sample(commonAccess, choices.integer(1, 4));
    return itemsAbout(identityId, certificationId, access);
  });
  decide(items, plan.progress, choices);
  givePermissions(items, certificationId);
  remark(items, plan);
  return items;
}

/** Open items, one for each access of the identity. */
export function itemsAbout(
  identityId: string,
  certificationId: string,
  access: readonly AccessReference[],
): AccessReviewItem[] {
  const label = `${certificationId}:${identityId}`;
  const identitySummaryId = hexId(`summary:${label}`);
  return access.map((reviewed) => ({
    id: hexId(`item:${label}:${reviewed.name}`),
    identitySummaryId,
    identityId,
    access: reviewed,
    newAccess: false,
    decision: null,
    comments: null,
    permissions: [],
  }));
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
  first.permissions = [...databasePermissions(choices), ...(hasLongList ? longList() : [])];
}

export function databasePermissions(choices: Seeded): Permission[] {
  return [
    { target: 'SYS.GV_$TRANSACTION', rights: ['SELECT'] },
    ...choices.sample(otherPermissions, choices.integer(1, 4)),
  ];
}

/** Comments where the campaign asks for them, and now and then where it does not. */
function remark(items: readonly AccessReviewItem[], { certificationId, mandatoryCommentRequirement }: ItemsPlan): void {
  const choices = new Seeded(`remarks:${certificationId}`);
  for (const item of items) {
    item.newAccess = choices.chance(0.15);
    const isAsked =
      mandatoryCommentRequirement === 'ALL_DECISIONS' ||
      (mandatoryCommentRequirement === 'REVOKE_ONLY_DECISIONS' && item.decision === 'REVOKE');
    const hasComment = choices.chance(0.2) || isAsked;
    if (hasComment && item.decision !== null) item.comments = choices.pick(remarks);
  }
}

function longList(): Permission[] {
  return Array.from({ length: longListLength }, (_, index) => ({
    target: `SYS.WRH$_TABLE_${String(index).padStart(3, '0')}`,
    rights: index % 3 === 0 ? ['SELECT', 'INSERT'] : ['SELECT'],
  }));
}
