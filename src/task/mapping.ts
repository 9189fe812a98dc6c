import { CertificationTaskStatus, CertificationTaskTargetType, CertificationTaskType } from '../generated/types.js';
import { readStep, type ReassignmentStepModel } from '../graphql/reassignment-step.js';
import { messageOf, type MessageModel } from '../graphql/user-errors.js';
import type { JsonObject, Word } from '../upstream/answer-reader.js';
import type { CertificationTaskWire, ErrorMessageWire, ReassignmentTrailWire } from './wire.js';

export interface CertificationTaskModel {
  readonly id: string;
  readonly type: CertificationTaskType | null;
  readonly typeName: string | null;
  readonly status: CertificationTaskStatus | null;
  readonly statusName: string | null;
  readonly isFinished: boolean;
  readonly targetType: CertificationTaskTargetType | null;
  readonly targetTypeName: string | null;
  readonly targetId: string | null;
  readonly errors: MessageModel[];
  readonly reassignmentTrail: ReassignmentStepModel[];
  readonly createdAt: string | null;
}

const types = new Set(Object.values(CertificationTaskType));
const statuses = new Set(Object.values(CertificationTaskStatus));
const targetTypes = new Set(Object.values(CertificationTaskTargetType));

/**
 * A task of either contract; null without an id. A status newer than the schema is not final. `askedCertificationId` is
 * beta's way to it, which its answer need not repeat.
 */
export function readTask(wire: JsonObject<CertificationTaskWire>, askedCertificationId?: string): CertificationTaskModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  const type = wire.word('type', types);
  const status = wire.word('status', statuses);
  const target = readTarget(wire, askedCertificationId ?? null);
  return {
    id,
    type: type.value,
    typeName: type.word,
    status: status.value,
    statusName: status.word,
    isFinished: status.value === 'SUCCESS' || status.value === 'ERROR',
    targetType: target.type.value,
    targetTypeName: target.type.word,
    targetId: target.id,
    errors: readErrors(wire),
    reassignmentTrail: wire
      .objects<ReassignmentTrailWire>('reassignmentTrailDTOs')
      .map((step) => readStep(step, 'previousOwner', 'newOwner')),
    createdAt: wire.instant('created'),
  };
}

function readTarget(wire: JsonObject<CertificationTaskWire>, asked: string | null): { id: string | null; type: Word<CertificationTaskTargetType> } {
  const certificationId = wire.id('certificationId') ?? asked;
  if (certificationId === null) return { id: wire.id('targetId'), type: wire.word('targetType', targetTypes) };
  return { id: certificationId, type: { value: 'CERTIFICATION', word: 'CERTIFICATION' } };
}

function readErrors(wire: JsonObject<CertificationTaskWire>): MessageModel[] {
  return wire.textsAndObjects<ErrorMessageWire>('errors').flatMap((error) => {
    if (typeof error === 'string') return error.trim() === '' ? [] : [messageOf(error.trim(), null, null)];
    const text = error.text('text')?.trim();
    return text ? [messageOf(text, error.text('locale'), error.text('localeOrigin'))] : [];
  });
}
