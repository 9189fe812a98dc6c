import type {
  AccessCatalogue,
  AuditDetails,
  Campaign,
  Certification,
  ConfigurationDetail,
  Identity,
  PermanentEndDate,
  Task,
} from './model.js';
import { seedAccess } from './seed/access.js';
import { seedCampaigns } from './seed/campaigns.js';
import { findExamples } from './seed/examples.js';
import type { Examples } from './seed/examples.js';
import { people, seedPeople } from './seed/people.js';
import type { PersonKey } from './seed/people.js';
import { seedQuarterEnd } from './seed/quarter-end.js';
import { seedReassignment } from './seed/reassignment.js';
import { dashedId, hexId } from './seed/seeded.js';
import { seedTasks } from './seed/tasks.js';

/** Where the upstream's description and its answers may differ; each may be changed while it runs. */
export interface Behaviour {
  taskTiming: { queuedMs: number; runningMs: number };
  /** `id`, `name`, `created` and `modified` of beta certifications (Q13). */
  betaIdentification: 'present' | 'absent';
  /** documented: beta pages by 20, later generations refuse paging parameters; ignored: `offset` has no effect (Q33). */
  configurationsPaging: 'documented' | 'ignored';
  /** documented: an empty object on beta, 404 later (Q39). */
  nothingSetUp: 'documented' | 'notFound' | 'emptyObject' | 'emptyDetails';
  /** list: what the schema says; object: what the examples show (Q28). */
  evaluationShape: 'object' | 'list';
  /** queried: as in the examples; last: as in the prose (Q29). */
  evaluationReassignToId: 'queried' | 'last';
  /** Some reassignment types end with a comma (Q2). */
  reassignmentTypeCommas: boolean;
  /** How a rule set up without an end is answered (Q23). */
  permanentEndDate: PermanentEndDate;
  /** What happens to items that would go to the identity they are about (Q45). */
  selfReview: 'taskError' | 'refused';
}

export interface TenantOptions extends Partial<Behaviour> {
  /** Epoch milliseconds; all dates are told from here. */
  now?: () => number;
  /** With the campaign `quarterEnd`: three certifications to go through a reviewer's day with. */
  reviewStory?: boolean;
}

export interface Tenant {
  readonly id: string;
  readonly org: string;
  readonly pod: string;
  readonly behaviour: Behaviour;
  readonly identities: Map<string, Identity>;
  readonly campaigns: Map<string, Campaign>;
  readonly certifications: Map<string, Certification>;
  readonly tasks: Map<string, Task>;
  readonly access: AccessCatalogue;
  /** Reassignment configurations by identity. */
  readonly configurations: Map<string, ConfigurationDetail[]>;
  /** To whom the system gives work that would make an identity review itself. */
  readonly selfReviewDelegations: Map<string, string>;
  readonly configurationSwitch: { disabled: boolean; audit: AuditDetails };
  /** Identities of the personas. */
  readonly people: Readonly<Record<PersonKey, string>>;
  /** Ids of objects worth looking at. */
  readonly examples: Examples;
  identity(id: string): Identity;
  campaign(id: string): Campaign;
  certification(id: string): Certification;
  /** A new id, the same in every run. */
  newId(kind: string): string;
}

const defaultBehaviour: Behaviour = {
  taskTiming: { queuedMs: 1500, runningMs: 4000 },
  betaIdentification: 'present',
  configurationsPaging: 'documented',
  nothingSetUp: 'documented',
  evaluationShape: 'object',
  evaluationReassignToId: 'queried',
  reassignmentTypeCommas: true,
  permanentEndDate: 'yearOne',
  selfReview: 'taskError',
};

/** The tenant "acme-sandbox": the same objects in every run, dated from now. */
export function createTenant({ now = Date.now, reviewStory = false, ...behaviour }: TenantOptions = {}): Tenant {
  const nowMs = now();
  const identities = byId(seedPeople(nowMs));
  const { campaigns, certifications } = seedCampaigns([...identities.values()], nowMs);
  if (reviewStory) {
    const story = seedQuarterEnd([...identities.values()], nowMs);
    campaigns.push(story.campaign);
    certifications.push(...story.certifications);
  }
  const seeded = {
    identities,
    campaigns: byId(campaigns),
    certifications: byId(certifications),
    tasks: byId(seedTasks(nowMs)),
    access: seedAccess(nowMs),
    people,
    ...seedReassignment(nowMs),
  };
  let created = 0;

  return {
    id: dashedId('tenant'),
    org: 'acme-sandbox',
    pod: 'sandbox',
    behaviour: { ...defaultBehaviour, ...behaviour },
    ...seeded,
    examples: findExamples(seeded, nowMs),
    identity: (id) => required(identities, id, 'identity'),
    campaign: (id) => required(seeded.campaigns, id, 'campaign'),
    certification: (id) => required(seeded.certifications, id, 'certification'),
    newId: (kind) => hexId(`new ${kind}:${(created += 1)}`),
  };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function required<T>(rows: ReadonlyMap<string, T>, id: string, kind: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new RangeError(`the tenant has no ${kind} '${id}'`);
  return row;
}
