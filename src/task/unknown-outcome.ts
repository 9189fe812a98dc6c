import type { GatewayError } from '../errors.js';
import type { CertificationTaskType } from '../generated/types.js';
import type { CertificationTaskModel } from './mapping.js';

/**
 * Of a write of unknown outcome: with the tasks of its kind that are under way. Whether one of them is the caller's own
 * nobody can tell (Q52): they are shown, and taken for nobody's.
 */
export async function withPendingTasks(
  error: GatewayError,
  kind: CertificationTaskType,
  listPending: () => Promise<readonly CertificationTaskModel[]>,
): Promise<GatewayError> {
  try {
    const pending = (await listPending()).filter(({ type }) => type === kind);
    return error.with({ pendingTasks: pending.map(({ id, statusName, createdAt }) => ({ id, status: statusName, createdAt })) });
  } catch {
    return error;
  }
}
