import { hasUnknownOutcome } from '../errors.js';
import type { AccessReviewDecisionInput, CertificationMandatoryCommentRequirement, DecideAccessReviewItemsInput } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import { explainGovernanceGroup } from '../graphql/governance-group.js';
import { checkStable } from '../graphql/stable-only.js';
import { invalidInput, limitExceeded, targetNotFound, userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { CertificationClient, DecisionRequest } from './client.js';
import { certificationReference, type CertificationModel } from './mapping.js';

/** In one call. */
const mostDecisions = 250;

export interface ChangedCertificationPayload {
  /** As it is after the change; null when there was none. */
  readonly certification: CertificationModel | null;
  readonly userErrors: UserError[];
}

export interface DecisionsParts {
  readonly client: CertificationClient;
  readonly findCertification: (id: string) => Promise<CertificationModel | null>;
  /** Told of a certification that has changed, or may have. */
  readonly onChanged: (certificationId: string) => Promise<void>;
  /** Told how it is after a change. */
  readonly onAnswered: (certification: CertificationModel) => Promise<void>;
}

/** Makes decisions and makes them final, for one caller. */
export class Decisions {
  readonly #parts: DecisionsParts;

  constructor(parts: DecisionsParts) {
    this.#parts = parts;
  }

  /**
   * Checks first, then sends all of them in one call, as they are: no verdict is made up, and none is left out. Throws
   * BAD_USER_INPUT for ids that are none, and on beta; otherwise as the upstream fails.
   */
  async decide(input: DecideAccessReviewItemsInput): Promise<ChangedCertificationPayload> {
    const { client } = this.#parts;
    const certificationId = checkedId('input.certificationId', input.certificationId);
    for (const [index, { itemId }] of input.decisions.entries()) checkedId(`input.decisions.${index}.itemId`, itemId);
    checkStable(client.generation, 'Decisions on items are');
    const problems = problemsOf(input.decisions);
    if (problems.length > 0) return unchanged(problems);
    const isBulk = input.decisions.length > 1;
    const requests = input.decisions.map((decision) => requestOf(decision, isBulk));
    return this.#change(certificationId, async () => {
      const uncommented = await this.#missingComments(certificationId, requests);
      return uncommented.length > 0 ? unchanged(uncommented) : client.decide(certificationId, requests);
    });
  }

  /** Once. Throws as `decide`. */
  async signOff(certificationId: string): Promise<ChangedCertificationPayload> {
    const { client } = this.#parts;
    const id = checkedId('input.certificationId', certificationId);
    checkStable(client.generation, 'Sign-offs are');
    return this.#change(id, () => client.signOff(id));
  }

  /** `send` answers the certification, or why it was not sent; null where the upstream has answered without a body. */
  async #change(
    id: string,
    send: () => Promise<CertificationModel | ChangedCertificationPayload | null>,
  ): Promise<ChangedCertificationPayload> {
    const { onChanged, onAnswered } = this.#parts;
    let answer;
    try {
      answer = await send();
    } catch (error) {
      // A write of unknown outcome counts as done for what is read behind it.
      if (hasUnknownOutcome(error)) await onChanged(id);
      return unchanged([userErrorOf(await this.#explained(error, id))]);
    }
    if (answer !== null && 'userErrors' in answer) return answer;
    await onChanged(id);
    if (answer !== null) await onAnswered(answer);
    return { certification: answer ?? (await this.#readChanged(id)), userErrors: [] };
  }

  /** What fails here does not undo the change: then the certification is named and no more. */
  async #readChanged(id: string): Promise<CertificationModel> {
    return (await this.#parts.findCertification(id).catch(() => null)) ?? certificationReference(id);
  }

  /** The campaign may ask for comments (Q47). It is read only where one of them is missing. */
  async #missingComments(certificationId: string, requests: readonly DecisionRequest[]): Promise<UserError[]> {
    if (requests.every(({ comments }) => comments !== null)) return [];
    const certification = await this.#parts.findCertification(certificationId);
    if (certification === null) {
      return [targetNotFound(['certificationId'], certificationId, `There is no certification ${certificationId} that the caller may see.`)];
    }
    const requirement = certification.campaign?.mandatoryCommentRequirement ?? null;
    return requests.flatMap((request, index) =>
      request.comments === null && isCommentMandatory(requirement, request)
        ? [invalidInput(['decisions', String(index), 'comments'], `Item ${request.itemId} has no comments, and its campaign asks for them (${requirement}).`)]
        : [],
    );
  }

  #explained(error: unknown, id: string): Promise<unknown> {
    const findReviewerType = async () => (await this.#parts.findCertification(id))?.reviewer?.type ?? null;
    return explainGovernanceGroup(error, id, findReviewerType);
  }
}

function unchanged(userErrors: UserError[]): ChangedCertificationPayload {
  return { certification: null, userErrors };
}

function isCommentMandatory(requirement: CertificationMandatoryCommentRequirement | null, { decision }: DecisionRequest): boolean {
  return requirement === 'ALL_DECISIONS' || (requirement === 'REVOKE_ONLY_DECISIONS' && decision === 'REVOKE');
}

function requestOf(input: AccessReviewDecisionInput, isOneOfMany: boolean): DecisionRequest {
  const comments = input.comments?.trim() ?? '';
  return {
    itemId: input.itemId,
    decision: input.decision,
    comments: comments === '' ? null : comments,
    revokeAt: input.revokeAt ?? null,
    isBulk: input.isBulk ?? isOneOfMany,
    recommendation: input.recommendation ?? null,
  };
}

function problemsOf(decisions: readonly AccessReviewDecisionInput[]): UserError[] {
  if (decisions.length > mostDecisions) return [limitExceeded(['decisions'], mostDecisions, decisions.length)];
  const problems: UserError[] = [];
  if (decisions.length === 0) problems.push(invalidInput(['decisions'], 'decisions is empty; name what to decide.'));
  const seen = new Set<string>();
  for (const [index, { itemId, decision, revokeAt }] of decisions.entries()) {
    const path = ['decisions', String(index)];
    if (seen.has(itemId)) problems.push(invalidInput([...path, 'itemId'], `decisions names ${itemId} twice.`));
    seen.add(itemId);
    if (revokeAt != null && decision !== 'REVOKE') {
      problems.push(invalidInput([...path, 'revokeAt'], `revokeAt is given for item ${itemId}, which is to be approved.`));
    }
  }
  return problems;
}
