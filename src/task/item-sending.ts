import { GatewayError, hasCode, hasUnknownOutcome } from '../errors.js';
import type { AccessReviewItemReassignmentOutcome } from '../generated/types.js';
import { userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { Deadline } from '../upstream/deadline.js';
import type { ReassignRequest, TaskClient } from './client.js';
import type { ItemCall } from './item-groups.js';
import type { CertificationTaskModel } from './mapping.js';

/** What became of an item, and of all that were in the same call. */
export interface ItemResult {
  readonly outcome: AccessReviewItemReassignmentOutcome;
  readonly task: CertificationTaskModel | null;
  readonly userError: UserError | null;
  /** In words; null when it went well. */
  readonly message: string | null;
}

/** Items of one certification for one reviewer. */
export interface PlannedCall extends ItemCall {
  readonly reassignToId: string;
}

export interface ItemSendingParts {
  readonly client: TaskClient;
  /** Of the request. */
  readonly deadline: Deadline;
  readonly certificationId: string;
  readonly reason: string;
  /** Finds better words for a refusal, where there are any. */
  readonly explain: (error: unknown) => Promise<unknown>;
}

interface Sent {
  readonly result: ItemResult;
  /** What becomes of all that would follow; null: it is sent. */
  readonly behind: ItemResult | null;
}

/** What a call may take, and what the request needs behind it: with less left, none is begun. */
const callWithinMs = 3000;
const answerWithinMs = 2000;

/** Sends planned calls one after the other, for one caller, and keeps what became of each item. */
export class ItemSending {
  /** By item. */
  readonly results = new Map<string, ItemResult>();
  readonly #parts: ItemSendingParts;

  constructor(parts: ItemSendingParts) {
    this.#parts = parts;
  }

  /**
   * A call that is refused is one of several; behind one that fails none is sent. Throws what the first one fails with, where
   * nothing can have been done; everything else is a result.
   */
  async sendInTurn(calls: readonly PlannedCall[]): Promise<void> {
    let stopped: ItemResult | null = null;
    for (const call of calls) {
      if (stopped === null && !this.#hasTime()) stopped = notSent('The time of the request is nearly up.');
      const { result, behind }: Sent = stopped === null ? await this.#send(call) : { result: stopped, behind: stopped };
      for (const id of call.itemIds) this.results.set(id, result);
      stopped = behind;
    }
  }

  #hasTime(): boolean {
    return this.#isFirst || this.#parts.deadline.atMs - performance.now() > callWithinMs + answerWithinMs;
  }

  get #isFirst(): boolean {
    return this.results.size === 0;
  }

  async #send(call: PlannedCall): Promise<Sent> {
    try {
      return { result: await this.#sendOnce(call), behind: null };
    } catch (error) {
      if (hasCode(error, 'UPSTREAM_REJECTED', 'FORBIDDEN', 'NOT_FOUND')) {
        const userError = userErrorOf(await this.#parts.explain(error));
        return { result: { outcome: 'REFUSED', task: null, userError, message: userError.message }, behind: null };
      }
      if (!(error instanceof GatewayError)) throw error;
      const behind = notSent(error.message, error.details.retryAfterSeconds);
      if (hasUnknownOutcome(error)) return { result: unknown(error), behind };
      if (this.#isFirst) throw error;
      return { result: behind, behind };
    }
  }

  async #sendOnce({ isAtOnce, itemIds, reassignToId }: PlannedCall): Promise<ItemResult> {
    const { client, certificationId, reason } = this.#parts;
    const request: ReassignRequest = { items: itemIds.map((id) => ({ id, type: 'ITEM' })), reassignToId, reason };
    if (!isAtOnce) return { outcome: 'STARTED', task: await client.reassign(certificationId, request), userError: null, message: null };
    await client.reassignAtOnce(certificationId, request);
    return { outcome: 'MOVED', task: null, userError: null, message: null };
  }
}

export function mayHaveMoved({ outcome }: ItemResult): boolean {
  return outcome === 'MOVED' || outcome === 'STARTED' || outcome === 'UNKNOWN';
}

function unknown({ message }: GatewayError): ItemResult {
  return { outcome: 'UNKNOWN', task: null, userError: null, message: `Sent, and it is not known whether it was moved. ${message}` };
}

function notSent(reason: string, retryAfterSeconds?: number): ItemResult {
  const when = retryAfterSeconds === undefined ? '' : ` in ${retryAfterSeconds} seconds`;
  return { outcome: 'NOT_SENT', task: null, userError: null, message: `Not sent; ask again${when}. ${reason}` };
}
