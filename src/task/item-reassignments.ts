import type { AccessReviewItemReassignmentOutcome, ReassignAccessReviewItemsInput, ResolversParentTypes } from '../generated/types.js';
import { explainGovernanceGroup } from '../graphql/governance-group.js';
import type { IdentityReference } from '../graphql/identity-reference.js';
import { invalidInput, userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { Deadline } from '../upstream/deadline.js';
import type { CertificationOfTask } from './certification-of-task.js';
import type { TaskClient } from './client.js';
import { callsFor } from './item-groups.js';
import { checkedItemAims, problemsOf, type ItemAim } from './item-reassignment-input.js';
import { ItemSending, mayHaveMoved, type ItemResult, type PlannedCall } from './item-sending.js';
import type { CertificationTaskModel } from './mapping.js';
import { progressOf, type TaskProgressModel } from './task-progress.js';

/** An item, as whoever owns items has read or named it. */
export type ReviewItem = ResolversParentTypes['AccessReviewItem'];

/** What became of one item. */
export interface ItemReassignment {
  /** As it was before; named by its id where there was none. */
  readonly item: ReviewItem;
  readonly reviewer: IdentityReference;
  readonly outcome: AccessReviewItemReassignmentOutcome;
  readonly task: CertificationTaskModel | null;
  readonly userError: UserError | null;
  readonly message: string | null;
}

export interface ReassignItemsPayload {
  readonly outcomes: ItemReassignment[];
  readonly progress: TaskProgressModel | null;
  /** Null when the input was refused as a whole. */
  readonly certificationId: string | null;
  readonly userErrors: UserError[];
}

/** What others know of items and their certifications. */
export interface ReviewItems {
  /** Those of them that the certification has, as they are now. Throws as the upstream refuses, in words of its own for governance groups. */
  readonly read: (certificationId: string, itemIds: readonly string[]) => Promise<ReadonlyMap<string, ReviewItem>>;
  /** By its id alone. */
  readonly name: (certificationId: string, itemId: string) => ReviewItem;
  readonly findReviewerType: (certificationId: string) => Promise<string | null>;
}

export interface ItemReassignmentsParts {
  readonly client: TaskClient;
  readonly certificationOf: CertificationOfTask;
  /** Of the request. */
  readonly deadline: Deadline;
  readonly reviewItems: ReviewItems;
  readonly listPendingOf: (certificationId: string) => Promise<CertificationTaskModel[]>;
  /** Told of a certification that has changed, or may have. */
  readonly onReassigned: (certificationId: string) => Promise<void>;
}

const selfReview: ItemResult = {
  outcome: 'SELF_REVIEW',
  task: null,
  userError: null,
  message: 'It is about the new reviewer, and nobody reviews their own access.',
};

const notThere: ItemResult = {
  outcome: 'NOT_IN_CERTIFICATION',
  task: null,
  userError: null,
  message: 'The certification has no such item any more: it has been moved before, or never was part of it.',
};

/** Hands any number of items to one or several reviewers, for one caller. */
export class ItemReassignments {
  readonly #parts: ItemReassignmentsParts;

  constructor(parts: ItemReassignmentsParts) {
    this.#parts = parts;
  }

  /**
   * Checks and reads first, then sends as few calls as can be, one after the other. Throws BAD_USER_INPUT for ids that
   * are none, and on beta; otherwise as the upstream fails, unless something has been sent before: then the outcomes tell.
   */
  async start(input: ReassignAccessReviewItemsInput): Promise<ReassignItemsPayload> {
    const { certificationId, aims } = checkedItemAims(input, this.#parts.client.generation);
    const problems = problemsOf(input);
    if (problems.length > 0) return refused(problems);
    const found = await this.#read(certificationId, aims);
    if (Array.isArray(found)) return refused(found);
    const known = knownBefore(aims, found);
    const sent = await this.#send(certificationId, input.reason, plannedCalls(input, found, known));
    const outcomes = aims.map(({ itemId, reassignToId }): ItemReassignment => ({
      item: found.get(itemId) ?? this.#parts.reviewItems.name(certificationId, itemId),
      reviewer: { id: reassignToId, name: null, email: null },
      ...(known.get(itemId) ?? (sent.get(itemId) as ItemResult)),
    }));
    const tasks = new Map(outcomes.flatMap(({ task }) => (task === null ? [] : [[task.id, task]])));
    return { outcomes, progress: tasks.size === 0 ? null : progressOf([...tasks.values()]), certificationId, userErrors: [] };
  }

  /** The items that there are; or why none can be sent. While a task moves some of them, it is not known which. */
  async #read(certificationId: string, aims: readonly ItemAim[]): Promise<ReadonlyMap<string, ReviewItem> | UserError[]> {
    const { listPendingOf, reviewItems } = this.#parts;
    try {
      const moving = (await listPendingOf(certificationId)).filter(({ type }) => type === 'REASSIGN');
      if (moving.length > 0) return [beingReassigned(moving)];
      return await reviewItems.read(certificationId, aims.map(({ itemId }) => itemId));
    } catch (error) {
      return [userErrorOf(error)];
    }
  }

  async #send(certificationId: string, reason: string, calls: readonly PlannedCall[]): Promise<ReadonlyMap<string, ItemResult>> {
    const { client, certificationOf, deadline, reviewItems, onReassigned } = this.#parts;
    const explain = (error: unknown) => explainGovernanceGroup(error, certificationId, reviewItems.findReviewerType);
    const sending = new ItemSending({ client, deadline, certificationId, reason, explain });
    try {
      await sending.sendInTurn(calls);
    } finally {
      const results = [...sending.results.values()];
      for (const { task } of results) if (task !== null) certificationOf.remember(task.id, certificationId);
      // Once is enough: nothing has been read in between.
      if (results.some(mayHaveMoved)) await onReassigned(certificationId);
    }
    return sending.results;
  }
}

function refused(userErrors: UserError[]): ReassignItemsPayload {
  return { outcomes: [], progress: null, certificationId: null, userErrors };
}

function beingReassigned(tasks: readonly CertificationTaskModel[]): UserError {
  const named = tasks.map(({ id }) => id).join(', ');
  return invalidInput(['certificationId'], `Items of this certification are being reassigned (${named}). Ask again when that has ended: what is moved twice is reviewed twice.`);
}

/** What becomes of items that are not sent. */
function knownBefore(aims: readonly ItemAim[], found: ReadonlyMap<string, ReviewItem>): ReadonlyMap<string, ItemResult> {
  const known = new Map<string, ItemResult>();
  for (const { itemId, reassignToId } of aims) {
    const item = found.get(itemId);
    if (item === undefined) known.set(itemId, notThere);
    else if (item.identitySummary?.identity?.id === reassignToId) known.set(itemId, selfReview);
  }
  return known;
}

/** In a fixed order: reviewers as they were named. */
function plannedCalls(
  { reassignments }: ReassignAccessReviewItemsInput,
  found: ReadonlyMap<string, ReviewItem>,
  known: ReadonlyMap<string, ItemResult>,
): PlannedCall[] {
  return reassignments.flatMap(({ reassignToId, itemIds }) => {
    const items = itemIds.filter((id) => !known.has(id)).map((id) => found.get(id) as ReviewItem);
    return callsFor(items).map((call) => ({ ...call, reassignToId }));
  });
}
