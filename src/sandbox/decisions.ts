import { identityCertification } from './access-review-items.js';
import { readInstant, readRecord, readText } from './body.js';
import { presentCertification } from './certification-view.js';
import { writeScope } from './certifications.js';
import { badRequest } from './errors.js';
import type { AccessReviewItem, Campaign, Certification } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation } from './operation.js';

const maxDecisions = 250;

export const decisionOperations: readonly Operation[] = [
  {
    name: 'makeIdentityDecision',
    method: 'POST',
    path: '/certifications/{id}/decide',
    scopes: [writeScope.stable],
    handle: decide,
  },
  {
    name: 'signOffIdentityCertification',
    method: 'POST',
    path: '/certifications/{id}/sign-off',
    scopes: [writeScope.stable],
    isBodiless: true,
    handle: signOff,
  },
];

interface Decision {
  readonly id: string;
  readonly decision: 'APPROVE' | 'REVOKE';
  readonly comments: string | null;
  readonly proposedEndDate: string | null;
}

/** All of the decisions, or none where one is wrong. */
function decide(call: Call): Answer {
  const { tenant, nowMs, body } = call;
  const certification = identityCertification(call);
  if (certification.phase !== 'ACTIVE')
    throw badRequest(`Certification '${certification.id}' is ${certification.phase}; only active ones can be decided on.`);
  const decisions = readDecisions(body);
  const { mandatoryCommentRequirement } = tenant.campaign(certification.campaignId);
  const items = new Map(certification.items.map((item) => [item.id, item]));
  const faults = decisions.flatMap((decision) => faultsOf(decision, items.has(decision.id), mandatoryCommentRequirement));
  if (faults.length > 0) throw badRequest(...faults);

  for (const { id, decision, comments } of decisions) Object.assign(items.get(id) as AccessReviewItem, { decision, comments });
  certification.modified = new Date(nowMs).toISOString();
  return answerWith(call, certification);
}

function readDecisions(body: unknown): Decision[] {
  if (!Array.isArray(body) || body.length === 0) throw badRequest('The request must be a list of at least one decision.');
  if (body.length > maxDecisions) throw badRequest(`The request must not have more than ${maxDecisions} decisions.`);
  const decisions = body.map(readDecision);
  const twice = decisions.find(({ id }, index) => decisions.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw badRequest(`Item '${twice.id}' is decided on more than once.`);
  return decisions;
}

function readDecision(entry: unknown): Decision {
  const fields = ['id', 'decision', 'bulk', 'comments', 'proposedEndDate', 'recommendation'];
  const record = readRecord(entry, fields, 'a decision');
  const id = readText(record, 'id');
  const { decision, bulk, comments = null, recommendation = null } = record;
  if (decision !== 'APPROVE' && decision !== 'REVOKE') throw badRequest(`decision of item '${id}' must be APPROVE or REVOKE.`);
  if (typeof bulk !== 'boolean') throw badRequest(`bulk of item '${id}' must be true or false.`);
  if (comments !== null && typeof comments !== 'string') throw badRequest(`comments of item '${id}' must be a text.`);
  if (recommendation !== null) checkRecommendation(recommendation);
  return {
    id,
    decision,
    comments: comments === null || comments.trim() === '' ? null : comments,
    proposedEndDate: readInstant(record, 'proposedEndDate'),
  };
}

function checkRecommendation(value: unknown): void {
  const record = readRecord(value, ['recommendation', 'reasons', 'timestamp'], 'recommendation');
  const { recommendation = null, reasons = [] } = record;
  if (recommendation !== null && typeof recommendation !== 'string') throw badRequest('recommendation must be a text.');
  const areTexts = Array.isArray(reasons) && reasons.every((reason) => typeof reason === 'string');
  if (!areTexts) throw badRequest('reasons must be a list of texts.');
  readInstant(record, 'timestamp');
}

function faultsOf(
  { id, decision, comments, proposedEndDate }: Decision,
  isKnown: boolean,
  requirement: Campaign['mandatoryCommentRequirement'],
): string[] {
  if (!isKnown) return [`Item '${id}' is not part of the certification.`];
  const faults: string[] = [];
  const mustComment = requirement === 'ALL_DECISIONS' || (requirement === 'REVOKE_ONLY_DECISIONS' && decision === 'REVOKE');
  if (mustComment && comments === null) faults.push(`comments of item '${id}' are mandatory: the campaign asks for ${requirement}.`);
  if (decision === 'APPROVE' && proposedEndDate !== null) faults.push(`proposedEndDate of item '${id}' is allowed with REVOKE only.`);
  return faults;
}

/** Makes it read-only. */
function signOff(call: Call): Answer {
  const certification = identityCertification(call);
  const { id, phase, items } = certification;
  if (phase !== 'ACTIVE') throw badRequest(`Certification '${id}' is ${phase}; only active ones can be signed off.`);
  const openCount = items.filter(({ decision }) => decision === null).length;
  if (openCount > 0) throw badRequest(`Certification '${id}' has ${openCount} open decisions.`);
  const signed = new Date(call.nowMs).toISOString();
  Object.assign(certification, { phase: 'SIGNED', signed, modified: signed } satisfies Partial<Certification>);
  return answerWith(call, certification);
}

function answerWith({ tenant, generation }: Call, certification: Certification): Answer {
  return ok(presentCertification(tenant, certification, generation.contract));
}
