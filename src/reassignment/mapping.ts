import { ReassignmentConfigType, type ReassignmentState } from '../generated/types.js';
import {
  identityReference,
  readStep,
  type IdentityReference,
  type ReassignmentStepModel,
} from '../graphql/reassignment-step.js';
import type { RequestClock } from '../graphql/request-clock.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type {
  AuditDetailsWire,
  ConfigTypeWire,
  ConfigurationDetailWire,
  ConfigurationWire,
  EvaluationWire,
  IdentityWire,
  LookupStepWire,
  TenantConfigurationWire,
} from './wire.js';

export interface ConfigTypeModel {
  readonly configType: ReassignmentConfigType | null;
  readonly configTypeName: string | null;
  readonly displayName: string | null;
  readonly description: string | null;
  readonly priority: number | null;
}

export interface AuditDetailsModel {
  readonly createdAt: string | null;
  readonly createdBy: IdentityReference | null;
  readonly updatedAt: string | null;
  readonly updatedBy: IdentityReference | null;
}

export interface ConfigurationDetailModel {
  /** `<identity>/<work type>`. */
  readonly id: string;
  readonly configType: ReassignmentConfigType | null;
  readonly configTypeName: string;
  readonly targetIdentity: IdentityReference | null;
  readonly startsAt: string | null;
  /** Null: permanent. */
  readonly endsAt: string | null;
  readonly auditDetails: AuditDetailsModel | null;
}

export interface ReassignmentConfigurationModel {
  /** The identity's id: there is one configuration for each. */
  readonly id: string;
  readonly identity: IdentityReference;
  readonly configDetails: readonly ConfigurationDetailModel[];
}

export interface ReassignmentEvaluationModel {
  readonly configType: ReassignmentConfigType;
  readonly from: IdentityReference;
  readonly assignee: IdentityReference;
  readonly reportedAssignee: IdentityReference | null;
  readonly isReassigned: boolean;
  readonly trail: ReassignmentStepModel[];
  readonly reachedDepthLimit: boolean;
}

export interface TenantConfigurationModel {
  readonly isEnabled: boolean;
  readonly auditDetails: AuditDetailsModel | null;
}

/** How far the upstream follows a chain. */
export const mostSteps = 5;
const configTypes: ReadonlyMap<string, ReassignmentConfigType> = new Map(
  Object.values(ReassignmentConfigType).map((type) => [type, type]),
);

/** Either spelling of a work type, told apart by its letters (Q3, Q4): `accessRequests` → `ACCESS_REQUESTS`. */
function upperSnake(word: string): string {
  return /[a-z]/.test(word) ? word.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase() : word;
}

export function readConfigType(wire: JsonObject<ConfigTypeWire>): ConfigTypeModel {
  const words = [wire.text('internalName'), wire.text('internalNameCamel')].flatMap((word) => (word === null ? [] : [word]));
  const word = words.find((candidate) => !/[a-z]/.test(candidate)) ?? words[0] ?? null;
  const name = word === null ? null : upperSnake(word);
  return {
    configType: configTypes.get(name ?? '') ?? null,
    configTypeName: name,
    displayName: wire.text('displayName'),
    description: wire.text('description'),
    priority: wire.count('priority'),
  };
}

/**
 * Null without an identity, unless the question named one. A configuration without details reads as one: whether that
 * means "nothing set up" is for the caller to say (Q39).
 */
export function readConfiguration(wire: JsonObject<ConfigurationWire>, askedId?: string): ReassignmentConfigurationModel | null {
  const named = readIdentity(wire.object('identity'));
  const identity = askedId === undefined || named?.id === askedId ? named : identityReference(askedId);
  if (identity === null) return null;
  // Whoever asked for one identity's must not be told of another's under that name.
  if (named !== null && named.id !== identity.id) wire.noteOddity('identity', 'not the one asked for');
  const details = wire.objects<ConfigurationDetailWire>('configDetails').flatMap((detail) => {
    const read = readDetail(detail, identity.id);
    return read === null ? [] : [read];
  });
  return { id: identity.id, identity, configDetails: details };
}

/** Null without a work type: there would be no way to name it. */
function readDetail(wire: JsonObject<ConfigurationDetailWire>, identityId: string): ConfigurationDetailModel | null {
  const word = wire.text('configType');
  if (word === null || word === '') return null;
  const name = upperSnake(word);
  return {
    id: `${identityId}/${name}`,
    configType: configTypes.get(name) ?? null,
    configTypeName: name,
    targetIdentity: readIdentity(wire.object('targetIdentity')),
    startsAt: wire.instant('startDate'),
    endsAt: wire.instant('endDate'),
    auditDetails: readAuditDetails(wire.object('auditDetails')),
  };
}

function readAuditDetails(wire: JsonObject<AuditDetailsWire> | null): AuditDetailsModel | null {
  if (wire === null) return null;
  return {
    createdAt: wire.instant('created'),
    createdBy: readIdentity(wire.object('createdBy')),
    updatedAt: wire.instant('modified'),
    updatedBy: readIdentity(wire.object('modifiedBy')),
  };
}

function readIdentity(wire: JsonObject<IdentityWire> | null): IdentityReference | null {
  return wire === null ? null : identityReference(wire.id('id'), wire.text('name'));
}

/**
 * The end of the trail is who ends up with the work: the upstream's own field repeats the queried identity in its
 * examples (Q29). `wire` is null for an empty list: nothing is reassigned (Q28).
 */
export function readEvaluation(
  wire: JsonObject<EvaluationWire> | null,
  identityId: string,
  configType: ReassignmentConfigType,
): ReassignmentEvaluationModel {
  const trail = wire?.objects<LookupStepWire>('lookupTrail').map((step) => readStep(step, 'reassignedFromId', 'reassignedToId')) ?? [];
  const from = { id: identityId, name: null, email: null };
  const reported = identityReference(wire?.id('reassignToId') ?? null);
  const assignee = trail.findLast(({ to }) => to !== null)?.to ?? from;
  if (reported !== null && reported.id !== assignee.id) wire?.noteOddity('reassignToId', 'not the end of the trail');
  return {
    configType,
    from,
    assignee,
    reportedAssignee: reported,
    isReassigned: assignee.id !== identityId,
    trail,
    reachedDepthLimit: trail.length >= mostSteps,
  };
}

/** The upstream's switch is the other way round; what it does not say is as it was `set`, or enabled. */
export function readTenantConfiguration(wire: JsonObject<TenantConfigurationWire> | null, set = true): TenantConfigurationModel {
  const isDisabled = wire?.object<{ disabled: boolean }>('configDetails')?.flag('disabled') ?? null;
  return {
    isEnabled: isDisabled === null ? set : !isDisabled,
    auditDetails: readAuditDetails(wire?.object('auditDetails') ?? null),
  };
}

/** Whether a detail is in its time span; without a start it has begun. */
export function stateOf({ startsAt, endsAt }: ConfigurationDetailModel, clock: RequestClock): ReassignmentState {
  if (endsAt !== null && clock.hasCome(endsAt)) return 'EXPIRED';
  return startsAt !== null && !clock.hasCome(startsAt) ? 'SCHEDULED' : 'ACTIVE';
}
