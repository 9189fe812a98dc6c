import { GatewayError, hasCode } from '../errors.js';

/**
 * Of certifications that a governance group reviews, the upstream serves neither items nor decisions, and its
 * generations say so in different ways (Q49): nothing is refused beforehand, and a refusal is explained. Returns the
 * error to throw: the same, or one of the same code and details with other words.
 */
export async function explainGovernanceGroup(
  error: unknown,
  certificationId: string,
  findReviewerType: (certificationId: string) => Promise<string | null>,
): Promise<unknown> {
  if (!hasCode(error, 'UPSTREAM_REJECTED', 'FORBIDDEN', 'NOT_FOUND')) return error;
  const type = await findReviewerType(certificationId).catch(() => null);
  if (type !== 'GOVERNANCE_GROUP') return error;
  return new GatewayError(
    error.code,
    `Certification ${certificationId} is reviewed by a governance group, and the upstream serves items, decisions, sign-off and reassignment of such certifications to nobody. It said: ${error.message}`,
    error.details,
    { cause: error },
  );
}
