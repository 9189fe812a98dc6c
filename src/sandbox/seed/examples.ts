import type { AccessType, Certification } from '../model.js';
import { campaignId, certificationId } from './campaigns.js';
import type { CampaignKey } from './campaigns.js';
import { people, personId, positions } from './people.js';
import { quarterEnd } from './quarter-end.js';
import { chains } from './reassignment.js';
import { taskId } from './tasks.js';
import type { SeedTaskKey } from './tasks.js';

/** Ids by what there is to see. Certifications are the persona `reviewer`'s unless their name says otherwise. */
export interface Examples {
  readonly campaigns: Readonly<Record<(typeof campaignKeys)[number], string>>;
  /** The review story and its three certifications; null where the tenant does not have it. */
  readonly quarterEnd: typeof quarterEnd | null;
  readonly certifications: {
    readonly open: string;
    readonly decided: string;
    readonly signed: string;
    readonly staged: string;
    readonly overdue: string;
    readonly reassigned: string;
    readonly withPendingTask: string;
    readonly ofOtherReviewer: string;
    /** The reviewer may look at it, but somebody else reviews it. */
    readonly shared: string;
    /** Has an error; seen by the administrator. */
    readonly withError: string;
    /** In no list; seen by the administrator and by `otherReviewer`. */
    readonly ofGovernanceGroup: string;
  };
  /** The first item of a certification has permissions; `manyPermissions` has more than one page of 250. */
  readonly items: {
    readonly permissions: ExampleItem;
    readonly manyPermissions: ExampleItem;
    /** Open ones, by what they are about. */
    readonly entitlement: ExampleItem;
    readonly accessProfile: ExampleItem;
    readonly role: ExampleItem;
  };
  readonly identitySummaries: {
    /** Has several items, none of them decided. */
    readonly open: ExampleIdentitySummary;
  };
  readonly tasks: Readonly<Record<SeedTaskKey, string>>;
  readonly identities: {
    /** Certifications go on twice from here. */
    readonly shortChain: string;
    /** More often than an evaluation follows. */
    readonly deepChain: string;
    /** Certifications go to another of the manager's reports. */
    readonly rerouted: string;
    /** No rule, but the system prevents self-review. */
    readonly selfReview: string;
    readonly nothingSetUp: string;
  };
}

interface ExampleItem {
  readonly certificationId: string;
  readonly itemId: string;
}

interface ExampleIdentitySummary {
  readonly certificationId: string;
  readonly identitySummaryId: string;
  readonly identityId: string;
}

interface Found {
  readonly certifications: ReadonlyMap<string, Certification>;
}

const campaignKeys = ['managerReview', 'sourceOwner', 'search', 'roleComposition', 'finished'] as const satisfies CampaignKey[];
const taskKeys = ['queued', 'running', 'succeeded', 'failed', 'ofCampaign', 'newerType'] as const;

export function findExamples({ certifications }: Found, nowMs: number): Examples {
  const rows = [...certifications.values()];
  const isMine = ({ reviewer }: Certification): boolean => reviewer.id === people.reviewer;
  const mine = (matches: (row: Certification) => boolean): string => first(rows, (row) => isMine(row) && matches(row)).id;
  const isActive = ({ phase }: Certification): boolean => phase === 'ACTIVE';
  const isDecided = ({ items }: Certification): boolean => items.every(({ decision }) => decision !== null);

  const myActive = rows.filter((row) => isMine(row) && isActive(row));

  return {
    campaigns: toRecord(campaignKeys, campaignId),
    quarterEnd: certifications.has(quarterEnd.ofReviewer) ? quarterEnd : null,
    certifications: {
      open: mine((row) => isActive(row) && !isDecided(row)),
      decided: mine((row) => isActive(row) && isDecided(row)),
      signed: mine(({ phase }) => phase === 'SIGNED'),
      staged: mine(({ phase }) => phase === 'STAGED'),
      overdue: mine((row) => isActive(row) && row.due !== null && Date.parse(row.due) < nowMs),
      reassigned: mine(({ reassignment }) => reassignment !== null),
      withPendingTask: certificationId('managerReview', 0),
      ofOtherReviewer: first(rows, (row) => isActive(row) && row.reviewer.id === people.otherReviewer).id,
      shared: first(rows, (row) => !isMine(row) && row.reviewerIds.includes(people.reviewer)).id,
      withError: first(rows, ({ errorMessage }) => errorMessage !== null).id,
      ofGovernanceGroup: first(rows, ({ reviewer }) => reviewer.type === 'GOVERNANCE_GROUP').id,
    },
    items: {
      permissions: firstItem(first(rows, (row) => isMine(row) && isActive(row))),
      manyPermissions: firstItem(first(rows, (row) => isMine(row) && (row.items[0]?.permissions.length ?? 0) > 250)),
      entitlement: openItem(myActive, 'ENTITLEMENT'),
      accessProfile: openItem(myActive, 'ACCESS_PROFILE'),
      role: openItem(myActive, 'ROLE'),
    },
    identitySummaries: { open: openSummary(myActive) },
    tasks: toRecord(taskKeys, taskId),
    identities: {
      shortChain: personId(chains.shortStart),
      deepChain: personId(chains.deepStart),
      rerouted: personId(positions.firstReport),
      selfReview: personId(chains.selfReview),
      nothingSetUp: people.otherReviewer,
    },
  };
}

function first(rows: readonly Certification[], matches: (row: Certification) => boolean): Certification {
  const row = rows.find(matches);
  if (row === undefined) throw new RangeError('the seed data lacks an example');
  return row;
}

function firstItem({ id, items }: Certification): ExampleItem {
  return { certificationId: id, itemId: items[0]?.id ?? '' };
}

function openItem(rows: readonly Certification[], type: AccessType): ExampleItem {
  for (const { id, items } of rows) {
    const item = items.find(({ access, decision }) => access.type === type && decision === null);
    if (item !== undefined) return { certificationId: id, itemId: item.id };
  }
  throw new RangeError(`the seed data lacks an open item of type ${type}`);
}

function openSummary(rows: readonly Certification[]): ExampleIdentitySummary {
  for (const { id, items } of rows) {
    for (const { identitySummaryId, identityId } of items) {
      const about = items.filter((item) => item.identitySummaryId === identitySummaryId);
      if (about.length > 2 && about.every(({ decision }) => decision === null))
        return { certificationId: id, identitySummaryId, identityId };
    }
  }
  throw new RangeError('the seed data lacks an identity summary with open items');
}

function toRecord<Key extends string>(keys: readonly Key[], value: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, string>;
}
