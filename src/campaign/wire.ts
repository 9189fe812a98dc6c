/** JSON as the upstream sends it: only the fields that are read, every one of them optional (Q17, Q22). */

export interface CampaignWire {
  id: string;
  name: string;
  description: string;
  /** What certifications call `campaignType`. */
  type: string;
  correlatedStatus: string;
  mandatoryCommentRequirement: string;
  status: string;
  deadline: string;
  created: string;
  totalCertifications: number;
  completedCertifications: number;
  emailNotificationEnabled: boolean;
  autoRevokeAllowed: boolean;
  recommendationsEnabled: boolean;
  alerts: AlertWire[];
}

export interface AlertWire {
  level: string;
  localizations: MessageWire[];
}

export interface MessageWire {
  text: string;
  locale: string;
  localeOrigin: string;
}
