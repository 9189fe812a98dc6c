import type { AuditDetails, ConfigurationDetail, PermanentEndDate, WorkType } from '../model.js';
import { dayMs, people, personId, positions } from './people.js';
import { Seeded } from './seeded.js';

/** Go's zero time, which the upstream uses for "not set". */
export const yearOne = '0001-01-01T00:00:00Z';

/** Positions of identities whose rules make the chains that are worth showing. */
export const chains = {
  /** Certifications go on seven times from here: more than an evaluation follows. */
  deepStart: 26,
  deepEnd: 33,
  /** Twice from here. */
  shortStart: 38,
  shortEnd: 40,
  /** Has no rule; the system moves work away to prevent self-review. */
  selfReview: 41,
} as const;

const firstBackground = 42;
const lastConfigured = 77;
/** From here on nobody has rules: what points here ends here. */
const firstTarget = 80;
const lastTarget = 117;

type Validity = 'running' | 'scheduled' | 'expired' | PermanentEndDate;

const validities: readonly Validity[] = ['running', 'null', 'empty', 'yearOne', 'absent', 'scheduled', 'expired'];

export function seedReassignment(nowMs: number): {
  configurations: Map<string, ConfigurationDetail[]>;
  selfReviewDelegations: Map<string, string>;
  configurationSwitch: { disabled: boolean; audit: AuditDetails };
} {
  return {
    configurations: new Map([...chosen(nowMs), ...background(nowMs)]),
    selfReviewDelegations: new Map([[personId(chains.selfReview), personId(positions.firstDirector)]]),
    configurationSwitch: { disabled: false, audit: audit(0, nowMs) },
  };
}

type Entry = [identityId: string, details: ConfigurationDetail[]];

/** The personas' people, and the chains. */
function chosen(nowMs: number): Entry[] {
  const entry = (position: number, ...details: ConfigurationDetail[]): Entry => [personId(position), details];
  const to = (position: number, configType: WorkType, target: number, validity: Validity): ConfigurationDetail =>
    detail({ position, configType, target, validity }, nowMs);
  const { firstReport: first } = positions;

  const reports = [
    entry(positions.reviewer, to(positions.reviewer, 'ACCESS_REQUESTS', 90, 'yearOne')),
    entry(first, to(first, 'CERTIFICATIONS', first + 2, 'running'), to(first, 'MANUAL_TASKS', 91, 'expired')),
    entry(first + 1, to(first + 1, 'CERTIFICATIONS', 92, 'scheduled'), to(first + 1, 'ACCESS_REQUESTS', 93, 'null')),
    entry(first + 2, to(first + 2, 'ACCESS_REQUESTS', 94, 'empty'), to(first + 2, 'GENERIC_APPROVALS', 94, 'running')),
    entry(first + 3, to(first + 3, 'MANUAL_TASKS', 95, 'absent')),
    entry(first + 4, to(first + 4, 'CERTIFICATIONS', 96, 'expired')),
    entry(first + 5, to(first + 5, 'ACCESS_REQUESTS', 97, 'running')),
    entry(first + 6, to(first + 6, 'MANUAL_TASKS', 98, 'scheduled')),
    entry(first + 7, to(first + 7, 'CERTIFICATIONS', 99, 'yearOne'), to(first + 7, 'GENERIC_APPROVALS', 99, 'yearOne')),
  ];
  const links = [...range(chains.deepStart, chains.deepEnd - 1), ...range(chains.shortStart, chains.shortEnd - 1)];
  return [
    ...reports,
    ...links.map((position) =>
      entry(
        position,
        to(position, 'CERTIFICATIONS', position + 1, position % 2 === 0 ? 'yearOne' : 'running'),
        to(position, 'ACCESS_REQUESTS', firstTarget + (position % 10), 'null'),
      ),
    ),
  ];
}

function background(nowMs: number): Entry[] {
  const ends: readonly number[] = [chains.deepEnd, 34, 35, 36, 37, chains.shortEnd];
  return [...ends, ...range(firstBackground, lastConfigured)].map((position) => {
    const choices = new Seeded(`configuration:${position}`);
    // Every generation must have something to show for each identity, and only the newest know the last type.
    const known: WorkType[] = ['ACCESS_REQUESTS', 'MANUAL_TASKS'];
    if (position >= firstBackground) known.push('CERTIFICATIONS');
    const types = choices.sample(known, choices.integer(1, known.length));
    if (position % 4 === 0) types.push('GENERIC_APPROVALS');
    const target = choices.integer(firstTarget, lastTarget);
    const details = types.map((configType, index) => {
      const validity = validities[(position + index) % validities.length] ?? 'null';
      return detail({ position, configType, target, validity }, nowMs);
    });
    return [personId(position), details];
  });
}

interface DetailPlan {
  readonly position: number;
  readonly configType: WorkType;
  readonly target: number;
  readonly validity: Validity;
}

function detail({ position, configType, target, validity }: DetailPlan, nowMs: number): ConfigurationDetail {
  const startMs = nowMs + (validity === 'scheduled' ? 6 : -9) * dayMs;
  const endsAfterDays: Partial<Record<Validity, number>> = { running: 12, scheduled: 20, expired: -2 };
  const days = endsAfterDays[validity];
  return {
    configType,
    targetId: personId(target),
    startDate: written(startMs, position),
    endDate: days === undefined ? null : written(nowMs + days * dayMs, position + 1),
    permanentAs: days === undefined ? (validity as PermanentEndDate) : 'null',
    audit: audit(position, nowMs),
  };
}

/** Some rules were made by the identity itself, and some have never been changed since. */
function audit(position: number, nowMs: number): AuditDetails {
  const created = new Date(nowMs - (10 + position) * dayMs).toISOString();
  const createdById = position % 3 === 0 ? people.administrator : personId(position);
  return position % 2 === 0
    ? { created, createdById, modified: new Date(nowMs - 9 * dayMs).toISOString(), modifiedById: people.administrator }
    : { created, createdById, modified: yearOne, modifiedById: null };
}

/** One instant, three ways to write it (Q26). */
function written(ms: number, variant: number): string {
  const iso = new Date(ms).toISOString();
  if (variant % 3 === 0) return iso;
  if (variant % 3 === 1) return `${iso.slice(0, 19)}Z`;
  return `${new Date(ms + 2 * 60 * 60 * 1000).toISOString().slice(0, 19)}+02:00`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
