import { hasUnknownOutcome } from '../errors.js';
import type { ReassignCertificationInput } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import { invalidInput, limitExceeded, userErrorOf, type UserError } from '../graphql/user-errors.js';
import { checkedIdempotencyKey } from './arguments.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient } from './client.js';
import type { CertificationTaskModel } from './mapping.js';
import type { Once } from './once.js';
import { withPendingTasks } from './unknown-outcome.js';

/** In one call; the upstream says so in prose only (Q44). */
const mostItems = 500;

export interface ReassignPayload {
  readonly task: CertificationTaskModel | null;
  /** What has changed; null when nothing was started. */
  readonly certificationId: string | null;
  readonly userErrors: UserError[];
}

export interface ReassignmentsParts {
  readonly client: TaskClient;
  readonly certificationOf: CertificationOfTask;
  readonly once: Once;
  readonly listPendingOf: (certificationId: string) => Promise<CertificationTaskModel[]>;
  /** Told of a certification that has changed, or may have. */
  readonly onReassigned: (certificationId: string) => Promise<void>;
}

/** Hands items to another reviewer, for one caller. */
export class Reassignments {
  readonly #parts: ReassignmentsParts;

  constructor(parts: ReassignmentsParts) {
    this.#parts = parts;
  }

  /**
   * Checks first, then sends once. Throws BAD_USER_INPUT for ids that are none and keys that are none or were used for
   * something else; otherwise as the upstream fails.
   */
  async start(input: ReassignCertificationInput): Promise<ReassignPayload> {
    const { certificationOf, listPendingOf, onReassigned } = this.#parts;
    const certificationId = checkedId('input.certificationId', input.certificationId);
    checkedId('input.reassignToId', input.reassignToId);
    for (const [index, { id }] of input.items.entries()) checkedId(`input.items.${index}.id`, id);
    const key = checkedIdempotencyKey('input.idempotencyKey', input.idempotencyKey);
    const problems = problemsOf(input);
    if (problems.length > 0) return { task: null, certificationId: null, userErrors: problems };
    try {
      const task = await this.#send(key, input);
      certificationOf.remember(task.id, certificationId);
      await onReassigned(certificationId);
      return { task, certificationId, userErrors: [] };
    } catch (error) {
      // A write of unknown outcome counts as done for what is read behind it.
      if (hasUnknownOutcome(error)) {
        await onReassigned(certificationId);
        throw await withPendingTasks(error, 'REASSIGN', () => listPendingOf(certificationId));
      }
      return { task: null, certificationId: null, userErrors: [userErrorOf(error)] };
    }
  }

  #send(key: string | null, { certificationId, items, reassignToId, reason }: ReassignCertificationInput): Promise<CertificationTaskModel> {
    const request = { items: items.map(({ id, type }) => ({ id, type })), reassignToId, reason };
    const send = () => this.#parts.client.reassign(certificationId, request);
    return key === null ? send() : this.#parts.once.start(key, [certificationId, request], send);
  }
}

function problemsOf({ items, reason }: ReassignCertificationInput): UserError[] {
  if (items.length > mostItems) return [limitExceeded(['items'], mostItems, items.length)];
  const problems: UserError[] = [];
  if (items.length === 0) problems.push(invalidInput(['items'], 'items is empty; name what to reassign.'));
  const seen = new Set<string>();
  for (const [index, { id, type }] of items.entries()) {
    const key = `${type} ${id}`;
    if (seen.has(key)) problems.push(invalidInput(['items', String(index), 'id'], `items names ${id} twice.`));
    seen.add(key);
  }
  if (reason.trim() === '') problems.push(invalidInput(['reason'], 'reason is empty; the new reviewer is shown it.'));
  return problems;
}
