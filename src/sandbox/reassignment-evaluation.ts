import { badRequest, notFound } from './errors.js';
import type { Generation } from './generation.js';
import type { WorkType } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call } from './operation.js';
import { followRules } from './reassignment-rules.js';
import type { Step } from './reassignment-rules.js';
import { knownWorkTypes } from './reassignment-view.js';

const typeTexts: Readonly<Record<WorkType, { camel: string; displayName: string; description: string }>> = {
  ACCESS_REQUESTS: {
    camel: 'accessRequests',
    displayName: 'Access Requests',
    description: 'Reassign Access Request Work Items for an identity',
  },
  CERTIFICATIONS: {
    camel: 'certifications',
    displayName: 'Certifications',
    description: 'Reassign Certification Work Items for an identity',
  },
  MANUAL_TASKS: {
    camel: 'manualTasks',
    displayName: 'Manual Tasks',
    description: 'Reassign Manual Task Work Items for an identity',
  },
  GENERIC_APPROVALS: {
    camel: 'genericApprovals',
    displayName: 'Generic Approvals',
    description: 'Reassign Generic Approval Work Items for an identity',
  },
};

/** The two internal names hold each other's spelling (Q3). */
export function listTypes({ generation }: Call): Answer {
  return ok(
    knownWorkTypes(generation).map((type, index) => ({
      priority: index + 1,
      internalName: typeTexts[type].camel,
      internalNameCamel: type,
      displayName: typeTexts[type].displayName,
      description: typeTexts[type].description,
    })),
  );
}

export function readWorkType(text: string, generation: Generation): WorkType {
  const known = knownWorkTypes(generation);
  const type = known.find((candidate) => candidate === text);
  if (type === undefined) throw badRequest(`configType must be one of ${known.join(', ')}.`);
  return type;
}

/** Anybody may ask where work for an identity ends up: whoever hands work on needs to know. */
export function evaluate(call: Call): Answer {
  const { tenant, nowMs, generation } = call;
  const configType = readWorkType(call.parameter('configType'), generation);
  const identityId = call.parameter('identityId');
  if (!tenant.identities.has(identityId)) throw notFound(`Identity '${identityId}' was not found.`);
  const trail = followRules(tenant, identityId, configType, nowMs, { ignoresSelfReview: readExclusions(call) });
  const { evaluationShape, evaluationReassignToId, reassignmentTypeCommas } = tenant.behaviour;
  const answer = {
    reassignToId: (evaluationReassignToId === 'last' ? trail.at(-1)?.to : undefined) ?? identityId,
    lookupTrail: trail.map((step, index) => presentStep(step, reassignmentTypeCommas && index % 2 === 0)),
  };
  if (evaluationShape === 'object') return ok(answer);
  return ok(trail.length === 0 ? [] : [answer]);
}

/** Repeated keys by the specification, commas by some clients (Q41). */
function readExclusions({ query }: Call): boolean {
  const filters = query.getAll('exclusionFilters').flatMap((value) => value.split(','));
  if (filters.some((filter) => filter !== 'SELF_REVIEW_DELEGATION'))
    throw badRequest('exclusionFilters takes SELF_REVIEW_DELEGATION only.');
  return filters.length > 0;
}

function presentStep({ from, to, type }: Step, hasComma: boolean): unknown {
  const isCommaType = hasComma && type !== 'SELF_REVIEW_DELEGATION';
  return { reassignedFromId: from, reassignedToId: to, reassignmentType: isCommaType ? `${type},` : type };
}
