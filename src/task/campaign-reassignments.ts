import { hasUnknownOutcome } from '../errors.js';
import type { ReassignCampaignCertificationsInput } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import { checkStable } from '../graphql/stable-only.js';
import { invalidInput, limitExceeded, userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { Generation } from '../upstream/generation.js';
import type { TaskClient } from './client.js';
import type { CertificationTaskModel } from './mapping.js';
import { withPendingTasks } from './unknown-outcome.js';

/** In one call. */
const mostCertifications = 250;

export interface ReassignCampaignPayload {
  readonly task: CertificationTaskModel | null;
  readonly userErrors: UserError[];
}

export interface CampaignReassignmentsParts {
  readonly client: TaskClient;
  readonly listPendingOf: (campaignId: string) => Promise<CertificationTaskModel[]>;
  /** Told of certifications that are to have another reviewer, or may be. */
  readonly onReviewerChanged: (certificationIds: readonly string[]) => Promise<void>;
}

/** Hands whole certifications to another reviewer, for one caller. */
export class CampaignReassignments {
  readonly #parts: CampaignReassignmentsParts;

  constructor(parts: CampaignReassignmentsParts) {
    this.#parts = parts;
  }

  /** Checks first, then sends once. Throws BAD_USER_INPUT for ids that are none, and on beta; otherwise as the upstream fails. */
  async start(input: ReassignCampaignCertificationsInput): Promise<ReassignCampaignPayload> {
    const { client, listPendingOf, onReviewerChanged } = this.#parts;
    const { campaignId, certificationIds } = input;
    checkCampaignReassignment(input, client.generation);
    const problems = problemsOf(input);
    if (problems.length > 0) return { task: null, userErrors: problems };
    try {
      const task = await client.reassignCertifications(input);
      await onReviewerChanged(certificationIds);
      return { task, userErrors: [] };
    } catch (error) {
      // A write of unknown outcome counts as done for what is read behind it.
      if (hasUnknownOutcome(error)) {
        await onReviewerChanged(certificationIds);
        throw await withPendingTasks(error, 'ADMIN_REASSIGN', () => listPendingOf(campaignId));
      }
      return { task: null, userErrors: [userErrorOf(error)] };
    }
  }
}

/** Throws BAD_USER_INPUT for ids that are none, and on beta. */
export function checkCampaignReassignment({ campaignId, certificationIds, reassignToId }: ReassignCampaignCertificationsInput, generation: Generation): void {
  checkStable(generation, 'Reassignments of whole certifications are');
  checkedId('input.campaignId', campaignId);
  checkedId('input.reassignToId', reassignToId);
  for (const [index, id] of certificationIds.entries()) checkedId(`input.certificationIds.${index}`, id);
}

function problemsOf({ certificationIds, reason }: ReassignCampaignCertificationsInput): UserError[] {
  if (certificationIds.length > mostCertifications) {
    return [limitExceeded(['certificationIds'], mostCertifications, certificationIds.length)];
  }
  const problems: UserError[] = [];
  if (certificationIds.length === 0) problems.push(invalidInput(['certificationIds'], 'certificationIds is empty; name what to reassign.'));
  const seen = new Set<string>();
  for (const [index, id] of certificationIds.entries()) {
    if (seen.has(id)) problems.push(invalidInput(['certificationIds', String(index)], `certificationIds names ${id} twice.`));
    seen.add(id);
  }
  if (reason.trim() === '') problems.push(invalidInput(['reason'], 'reason is empty; the new reviewer is shown it.'));
  return problems;
}
