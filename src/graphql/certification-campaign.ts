import type {
  CertificationCampaignAlertLevel,
  CertificationCampaignCorrelatedStatus,
  CertificationCampaignStatus,
  CertificationCampaignType,
  CertificationMandatoryCommentRequirement,
} from '../generated/types.js';
import type { MessageModel } from './user-errors.js';

/** A campaign as some answer named it. Certifications tell all of this but `details`. */
export interface CertificationCampaignModel {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly type: CertificationCampaignType | null;
  readonly typeName: string | null;
  readonly correlatedStatus: CertificationCampaignCorrelatedStatus | null;
  readonly mandatoryCommentRequirement: CertificationMandatoryCommentRequirement | null;
  /** What only the campaign's own route tells; null where that has not been read. */
  readonly details: CampaignDetailsModel | null;
}

export interface CampaignDetailsModel {
  readonly status: CertificationCampaignStatus | null;
  readonly statusName: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string | null;
  readonly totalCertifications: number | null;
  readonly completedCertifications: number | null;
  readonly isEmailNotificationEnabled: boolean | null;
  readonly isAutoRevokeAllowed: boolean | null;
  readonly isRecommendationsEnabled: boolean | null;
  readonly alerts: CampaignAlertModel[];
}

export interface CampaignAlertModel {
  readonly level: CertificationCampaignAlertLevel | null;
  readonly levelName: string | null;
  readonly messages: MessageModel[];
}

/** A campaign that is named and not read. */
export function campaignReference(id: string): CertificationCampaignModel {
  return {
    id,
    name: null,
    description: null,
    type: null,
    typeName: null,
    correlatedStatus: null,
    mandatoryCommentRequirement: null,
    details: null,
  };
}

/** What certifications tell of their campaign, beside its id. */
export const campaignToldFields: ReadonlySet<string> = new Set(
  Object.keys(campaignReference('')).filter((field) => field !== 'id' && field !== 'details'),
);

/** What only the campaign's own route tells. */
export const campaignDetailFields = [
  'status',
  'statusName',
  'dueAt',
  'createdAt',
  'totalCertifications',
  'completedCertifications',
  'isEmailNotificationEnabled',
  'isAutoRevokeAllowed',
  'isRecommendationsEnabled',
  'alerts',
] as const satisfies readonly (keyof CampaignDetailsModel)[];
