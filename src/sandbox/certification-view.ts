import type { Campaign, Certification, Counters, ReviewerReference } from './model.js';
import type { Contract } from './operation.js';
import type { Tenant } from './tenant.js';

/** A certification as the list and by-id answers of a contract show it. */
export function presentCertification(tenant: Tenant, certification: Certification, contract: Contract): unknown {
  return contract === 'beta' ? presentBeta(tenant, certification) : presentStable(tenant, certification);
}

export function countersOf({ items, counters }: Certification): Counters {
  const open = items.filter((item) => item.decision === null);
  const entities = new Set(items.map((item) => item.identitySummaryId));
  const openEntities = new Set(open.map((item) => item.identitySummaryId));
  return {
    decisionsMade: items.length - open.length,
    decisionsTotal: items.length,
    entitiesCompleted: entities.size - openEntities.size,
    entitiesTotal: entities.size,
    completed: open.length === 0,
    ...counters,
  };
}

export function identityReference(tenant: Tenant, id: string): unknown {
  const { name, email } = tenant.identity(id);
  return { type: 'IDENTITY', id, name, email };
}

function presentStable(tenant: Tenant, certification: Certification): unknown {
  const { decisionsMade, decisionsTotal, entitiesCompleted, entitiesTotal, completed } = countersOf(certification);
  return {
    ...identification(certification),
    campaign: presentCampaign(tenant.campaign(certification.campaignId)),
    completed,
    identitiesCompleted: entitiesCompleted,
    identitiesTotal: entitiesTotal,
    decisionsMade,
    decisionsTotal,
    ...progress(certification),
    reviewer: stableReviewer(tenant, certification.reviewer),
    reassignment: presentReassignment(tenant, certification, (reviewer) => stableReviewer(tenant, reviewer)),
  };
}

function presentBeta(tenant: Tenant, certification: Certification): unknown {
  const { decisionsMade, decisionsTotal, entitiesCompleted, entitiesTotal, completed } = countersOf(certification);
  const campaign = tenant.campaign(certification.campaignId);
  const owner = tenant.identity(campaign.ownerId);
  return {
    ...(tenant.behaviour.betaIdentification === 'present' && identification(certification)),
    campaignRef: presentCampaign(campaign),
    campaignOwner: { id: owner.id, displayName: owner.name, email: owner.email },
    completed,
    entitiesCompleted,
    entitiesTotal,
    decisionsMade,
    decisionsTotal,
    ...progress(certification),
    reviewer: betaReviewer(tenant, certification.reviewer),
    reassignment: presentReassignment(tenant, certification, (reviewer) => betaReviewer(tenant, reviewer)),
  };
}

/** What beta's list sends and its contract leaves out (Q13). */
function identification({ id, name, created, modified }: Certification): object {
  return { id, name, created, modified };
}

function progress({ phase, due, signed, errorMessage }: Certification): object {
  return { phase, due, signed, hasErrors: errorMessage !== null, errorMessage };
}

function presentCampaign(campaign: Campaign): unknown {
  const { id, name, campaignType, description, correlatedStatus, mandatoryCommentRequirement } = campaign;
  return { id, name, type: 'CAMPAIGN', campaignType, description, correlatedStatus, mandatoryCommentRequirement };
}

function betaReviewer(tenant: Tenant, { type, id, name }: ReviewerReference): object {
  if (type === 'GOVERNANCE_GROUP') return { type, id, name, email: null };
  const identity = tenant.identity(id);
  return { type, id, name: identity.name, email: identity.email };
}

function stableReviewer(tenant: Tenant, reviewer: ReviewerReference): object {
  const identity = reviewer.type === 'IDENTITY' ? tenant.identity(reviewer.id) : null;
  return {
    ...betaReviewer(tenant, reviewer),
    created: identity?.created ?? null,
    modified: identity?.modified ?? null,
  };
}

function presentReassignment(
  tenant: Tenant,
  { reassignment }: Certification,
  presentReviewer: (reviewer: ReviewerReference) => unknown,
): unknown {
  if (reassignment === null) return null;
  const { id, name, reviewer } = tenant.certification(reassignment.fromId);
  return {
    from: { type: 'CERTIFICATION', id, name, reviewer: presentReviewer(reviewer) },
    comment: reassignment.comment,
  };
}
