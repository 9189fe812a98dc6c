/** JSON as the upstream sends it: only the fields that are read, every one of them optional (Q13–Q17, Q21, Q22). */

export interface CertificationWire {
  id: string;
  name: string;
  /** Stable; `campaignRef` on beta (Q16). */
  campaign: CampaignReferenceWire;
  campaignRef: CampaignReferenceWire;
  phase: string;
  due: string;
  signed: string;
  reviewer: ReviewerWire;
  reassignment: ReassignmentWire;
  hasErrors: boolean;
  errorMessage: string;
  completed: boolean;
  decisionsMade: number;
  decisionsTotal: number;
  /** Stable; `entities…` on beta (Q16). */
  identitiesCompleted: number;
  identitiesTotal: number;
  entitiesCompleted: number;
  entitiesTotal: number;
  created: string;
  modified: string;
}

export interface CampaignReferenceWire {
  id: string;
  name: string;
  description: string;
  campaignType: string;
  correlatedStatus: string;
  mandatoryCommentRequirement: string;
}

export interface ReviewerWire {
  type: string;
  id: string;
  name: string;
  email: string;
}

export interface ReassignmentWire {
  from: CertificationReferenceWire;
  comment: string;
}

/** Its `type` is not read: beta's own example contradicts its enum (Q7). */
export interface CertificationReferenceWire {
  id: string;
  name: string;
  reviewer: ReviewerWire;
}
