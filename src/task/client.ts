import type { CertificationReassignItemType, CertificationTaskType } from '../generated/types.js';
import { listAnswer, pageParameters, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import { GatewayError } from '../errors.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import { allOf, isOneOf } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamCalls } from '../upstream/upstream-calls.js';
import { readTask, type CertificationTaskModel } from './mapping.js';
import type { CertificationTaskWire } from './wire.js';

type TaskObject = JsonObject<CertificationTaskWire>;

const anyReader = { beta: ['sp:scopes:all'], stable: ['idn:campaign:read'] } as const;

export const getIdentityCertificationPendingTasks: Operation = {
  name: 'getIdentityCertificationPendingTasks',
  scopes: anyReader,
  takesLanguage: true,
};

export const getIdentityCertificationTaskStatus: Operation = {
  name: 'getIdentityCertificationTaskStatus',
  scopes: anyReader,
  takesLanguage: true,
};

export const getPendingCertificationTasks: Operation = {
  name: 'getPendingCertificationTasks',
  scopes: anyReader,
  takesLanguage: true,
};

export const getCertificationTask: Operation = { name: 'getCertificationTask', scopes: anyReader, takesLanguage: true };

export const submitReassignCertsAsync: Operation = {
  name: 'submitReassignCertsAsync',
  scopes: { beta: ['idn:certification:write'], stable: ['idn:campaign:manage'] },
  takesLanguage: true,
};

const onlyStable = { beta: [], stable: ['idn:campaign:manage'] } as const;

export const reassignIdentityCertifications: Operation = { name: 'reassignIdentityCertifications', scopes: onlyStable, takesLanguage: true };

export const move: Operation = { name: 'move', scopes: onlyStable, takesLanguage: true };

export interface TaskQuery {
  readonly reviewerId: string | null;
  readonly ids: readonly string[] | null;
  readonly targetIds: readonly string[] | null;
  readonly types: readonly CertificationTaskType[] | null;
}

/** Items of one certification for another reviewer. */
export interface ReassignRequest {
  readonly items: readonly { readonly id: string; readonly type: CertificationReassignItemType }[];
  readonly reassignToId: string;
  readonly reason: string;
}

/** Whole certifications of one campaign for another reviewer. */
export interface CertificationsRequest {
  readonly campaignId: string;
  readonly certificationIds: readonly string[];
  readonly reassignToId: string;
  readonly reason: string;
}

/** The upstream's task operations, one method each. Throws as `UpstreamCalls` does. */
export class TaskClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** The same with less time. */
  within(ms: number): TaskClient {
    return new TaskClient(this.#calls.within(ms));
  }

  /** Beta: `GET /certifications/{id}/tasks-pending`, which does not page. */
  async listPendingOf(certificationId: string): Promise<CertificationTaskModel[]> {
    const answer = await this.#calls.get({
      operation: getIdentityCertificationPendingTasks,
      segments: ['certifications', certificationId, 'tasks-pending'],
    });
    return answer.reader.list((wire: TaskObject) => readTask(wire, certificationId)).map((row) => row.model);
  }

  /** Beta: `GET /certifications/{id}/tasks/{taskId}`; null when there is none. */
  async findOf(certificationId: string, taskId: string): Promise<CertificationTaskModel | null> {
    const answer = await this.#calls.find({
      operation: getIdentityCertificationTaskStatus,
      segments: ['certifications', certificationId, 'tasks', taskId],
    });
    return answer === null ? null : answer.reader.one((wire: TaskObject) => readTask(wire, certificationId));
  }

  /** Stable: `GET /certification-tasks`, queued and running ones only. The upstream does not sort them. */
  async listPending(query: TaskQuery, call: ListCall): Promise<ListAnswer<CertificationTaskModel>> {
    const parameters = pageParameters(call);
    const filters = allOf([
      ...(query.ids === null ? [] : [isOneOf('id', query.ids)]),
      ...(query.targetIds === null ? [] : [isOneOf('targetId', query.targetIds)]),
      ...(query.types === null ? [] : [isOneOf('type', query.types)]),
    ]);
    if (filters !== null) parameters.set('filters', filters);
    if (query.reviewerId !== null) parameters.set('reviewer-identity', query.reviewerId);
    const answer = await this.#calls.get({
      operation: getPendingCertificationTasks,
      segments: ['certification-tasks'],
      query: parameters,
      batch: (query.ids ?? query.targetIds)?.length ?? 1,
    });
    return listAnswer(call, answer, answer.reader.list((wire: TaskObject) => readTask(wire)));
  }

  /** Stable: `GET /certification-tasks/{id}`, finished or not; null when there is none. */
  async find(taskId: string): Promise<CertificationTaskModel | null> {
    const answer = await this.#calls.find({ operation: getCertificationTask, segments: ['certification-tasks', taskId] });
    return answer === null ? null : answer.reader.one((wire: TaskObject) => readTask(wire));
  }

  /** `POST /certifications/{id}/reassign-async`: starts a task. At most 500 items. */
  reassign(certificationId: string, request: ReassignRequest): Promise<CertificationTaskModel> {
    const asked = this.generation.contract === 'beta' ? certificationId : undefined;
    return this.#start(submitReassignCertsAsync, ['certifications', certificationId, 'reassign-async'], reassignBody(request), asked);
  }

  /** Stable: `POST /certifications/{id}/reassign`, without a task. At most 50 items, and never of a governance group's certification (Q49). */
  async reassignAtOnce(certificationId: string, request: ReassignRequest): Promise<void> {
    const segments = ['certifications', certificationId, 'reassign'];
    await this.#calls.send({ operation: reassignIdentityCertifications, method: 'POST', segments, body: reassignBody(request) }, () => undefined);
  }

  /** Stable: `POST /campaigns/{id}/reassign`: starts a task. At most 250 certifications. `reassignTo` is an object here (Q9). */
  reassignCertifications({ campaignId, certificationIds, reassignToId, reason }: CertificationsRequest): Promise<CertificationTaskModel> {
    const body = { certificationIds, reassignTo: { id: reassignToId, type: 'IDENTITY' }, reason };
    return this.#start(move, ['campaigns', campaignId, 'reassign'], body);
  }

  #start(operation: Operation, segments: readonly string[], body: unknown, askedCertificationId?: string): Promise<CertificationTaskModel> {
    return this.#calls.send({ operation, method: 'POST', segments, body }, (reader) => {
      if (reader === null) throw new GatewayError('UPSTREAM_CONTRACT', 'The upstream has accepted the reassignment and named no task.');
      return reader.one((wire: TaskObject) => readTask(wire, askedCertificationId));
    });
  }
}

/** `reassignTo` is a bare id here (Q9). */
function reassignBody({ items, reassignToId, reason }: ReassignRequest): unknown {
  return { reassign: items.map(({ id, type }) => ({ id, type })), reassignTo: reassignToId, reason };
}
