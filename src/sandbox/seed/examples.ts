import type { Certification } from '../model.js';
import { campaignId, certificationId } from './campaigns.js';
import type { CampaignKey } from './campaigns.js';
import { people, personId, positions } from './people.js';
import { chains } from './reassignment.js';
import { taskId } from './tasks.js';
import type { SeedTaskKey } from './tasks.js';

/** Ids by what there is to see. Certifications are the persona `reviewer`'s unless their name says otherwise. */
export interface Examples {
  readonly campaigns: Readonly<Record<CampaignKey, string>>;
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
    readonly permissions: { readonly certificationId: string; readonly itemId: string };
    readonly manyPermissions: { readonly certificationId: string; readonly itemId: string };
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

interface Found {
  readonly certifications: ReadonlyMap<string, Certification>;
}

const campaignKeys = ['managerReview', 'sourceOwner', 'search', 'roleComposition', 'finished'] as const;
const taskKeys = ['queued', 'running', 'succeeded', 'failed', 'ofCampaign', 'newerType'] as const;

export function findExamples({ certifications }: Found, nowMs: number): Examples {
  const rows = [...certifications.values()];
  const isMine = ({ reviewer }: Certification): boolean => reviewer.id === people.reviewer;
  const mine = (matches: (row: Certification) => boolean): string => first(rows, (row) => isMine(row) && matches(row)).id;
  const isActive = ({ phase }: Certification): boolean => phase === 'ACTIVE';
  const isDecided = ({ items }: Certification): boolean => items.every(({ decision }) => decision !== null);

  return {
    campaigns: toRecord(campaignKeys, campaignId),
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
    },
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

function firstItem({ id, items }: Certification): { certificationId: string; itemId: string } {
  return { certificationId: id, itemId: items[0]?.id ?? '' };
}

function toRecord<Key extends string>(keys: readonly Key[], value: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, string>;
}
