import { CertificationDecision } from '../generated/types.js';
import type { IdentityReference } from '../graphql/identity-reference.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { AccessModel, EntitlementModel } from './access.js';
import { readAccess } from './read-access.js';
import type {
  AccessReviewItemWire,
  AccessSummaryWire,
  CountedAccess,
  DecisionSummaryWire,
  IdentitySummaryWire,
  PermissionWire,
} from './wire.js';

/** One line of a certification. */
export interface AccessReviewItemModel {
  readonly id: string;
  readonly certificationId: string;
  /** False for a reference, an item that was named and not read. */
  readonly isRead: boolean;
  readonly access: AccessModel | null;
  readonly identitySummary: IdentitySummaryModel | null;
  readonly isCompleted: boolean | null;
  readonly isNewAccess: boolean | null;
  readonly decision: CertificationDecision | null;
  readonly decisionName: string | null;
  readonly comments: string | null;
}

export interface IdentitySummaryModel {
  readonly id: string;
  readonly identity: IdentityReference | null;
  readonly isCompleted: boolean | null;
}

export interface AccessReviewPermissionModel {
  readonly target: string | null;
  readonly rights: readonly string[];
}

export interface DecisionSummaryModel {
  readonly entitlements: DecisionCountModel;
  readonly accessProfiles: DecisionCountModel;
  readonly roles: DecisionCountModel;
  readonly accounts: DecisionCountModel;
}

export interface DecisionCountModel {
  readonly made: number | null;
  readonly total: number | null;
  readonly approved: number | null;
  readonly revoked: number | null;
}

const decisions = new Set(Object.values(CertificationDecision));

/** An item that is named and not read. */
export function itemReference(id: string, certificationId: string): AccessReviewItemModel {
  return {
    id,
    certificationId,
    isRead: false,
    access: null,
    identitySummary: null,
    isCompleted: null,
    isNewAccess: null,
    decision: null,
    decisionName: null,
    comments: null,
  };
}

/** Null when it has no id. */
export function readItem(wire: JsonObject<AccessReviewItemWire>, certificationId: string): AccessReviewItemModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  const accessSummary = wire.object<AccessSummaryWire>('accessSummary');
  const identitySummary = wire.object<IdentitySummaryWire>('identitySummary');
  const decision = wire.word('decision', decisions);
  return {
    id,
    certificationId,
    isRead: true,
    access: accessSummary === null ? null : readAccess(accessSummary),
    identitySummary: identitySummary === null ? null : readIdentitySummary(identitySummary),
    isCompleted: wire.flag('completed'),
    isNewAccess: wire.flag('newAccess'),
    decision: decision.value,
    decisionName: decision.word,
    comments: wire.text('comments'),
  };
}

/** Null when it has no id. */
export function readIdentitySummary(wire: JsonObject<IdentitySummaryWire>): IdentitySummaryModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  const identityId = wire.id('identityId');
  return {
    id,
    identity: identityId === null ? null : { id: identityId, name: wire.text('name'), email: null },
    isCompleted: wire.flag('completed'),
  };
}

export function readDecisionSummary(wire: JsonObject<DecisionSummaryWire>): DecisionSummaryModel {
  return {
    entitlements: readDecisionCount(wire, 'entitlement'),
    accessProfiles: readDecisionCount(wire, 'accessProfile'),
    roles: readDecisionCount(wire, 'role'),
    accounts: readDecisionCount(wire, 'account'),
  };
}

function readDecisionCount(wire: JsonObject<DecisionSummaryWire>, of: CountedAccess): DecisionCountModel {
  return {
    made: wire.count(`${of}DecisionsMade`),
    total: wire.count(`${of}DecisionsTotal`),
    approved: wire.count(`${of}sApproved`),
    revoked: wire.count(`${of}sRevoked`),
  };
}

/** Every entitlement that comes with the access, each once; null where the access does not tell. */
export function entitlementsOf(access: AccessModel | null): EntitlementModel[] | null {
  switch (access?.__typename) {
    case 'AccessReviewEntitlement':
      return [access];
    case 'AccessReviewAccessProfile':
      return eachOnce(access.entitlements);
    case 'AccessReviewRole':
      return eachOnce([...access.entitlements, ...access.accessProfiles.flatMap(({ entitlements }) => entitlements)]);
    case 'AccessReviewOtherAccess':
    case undefined:
      return null;
  }
}

function eachOnce(entitlements: readonly EntitlementModel[]): EntitlementModel[] {
  const byId = new Map(entitlements.map((entitlement) => [entitlement.id, entitlement]));
  return [...byId.values()];
}

export function readPermission(wire: JsonObject<PermissionWire>): AccessReviewPermissionModel {
  return { target: wire.text('target'), rights: wire.texts('rights') };
}
