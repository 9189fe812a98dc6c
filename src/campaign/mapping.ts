import {
  CertificationCampaignAlertLevel,
  CertificationCampaignCorrelatedStatus,
  CertificationCampaignStatus,
  CertificationCampaignType,
  CertificationMandatoryCommentRequirement,
} from '../generated/types.js';
import type { CampaignAlertModel, CampaignDetailsModel, CertificationCampaignModel } from '../graphql/certification-campaign.js';
import { messageOf, type MessageModel } from '../graphql/user-errors.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { AlertWire, CampaignWire, MessageWire } from './wire.js';

const types = new Set(Object.values(CertificationCampaignType));
const correlatedStatuses = new Set(Object.values(CertificationCampaignCorrelatedStatus));
const commentRequirements = new Set(Object.values(CertificationMandatoryCommentRequirement));
const statuses = new Set(Object.values(CertificationCampaignStatus));
const alertLevels = new Set(Object.values(CertificationCampaignAlertLevel));

/** A campaign as its own route tells it; null without an id. */
export function readCampaign(wire: JsonObject<CampaignWire>): CertificationCampaignModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  const type = wire.word('type', types);
  return {
    id,
    name: wire.text('name'),
    description: wire.text('description'),
    type: type.value,
    typeName: type.word,
    correlatedStatus: wire.word('correlatedStatus', correlatedStatuses).value,
    mandatoryCommentRequirement: wire.word('mandatoryCommentRequirement', commentRequirements).value,
    details: readDetails(wire),
  };
}

function readDetails(wire: JsonObject<CampaignWire>): CampaignDetailsModel {
  const status = wire.word('status', statuses);
  return {
    status: status.value,
    statusName: status.word,
    dueAt: wire.instant('deadline'),
    createdAt: wire.instant('created'),
    totalCertifications: wire.count('totalCertifications'),
    completedCertifications: wire.count('completedCertifications'),
    isEmailNotificationEnabled: wire.flag('emailNotificationEnabled'),
    isAutoRevokeAllowed: wire.flag('autoRevokeAllowed'),
    isRecommendationsEnabled: wire.flag('recommendationsEnabled'),
    alerts: wire.objects<AlertWire>('alerts').map(readAlert),
  };
}

function readAlert(wire: JsonObject<AlertWire>): CampaignAlertModel {
  const level = wire.word('level', alertLevels);
  return { level: level.value, levelName: level.word, messages: wire.objects<MessageWire>('localizations').flatMap(readMessage) };
}

function readMessage(wire: JsonObject<MessageWire>): MessageModel[] {
  const text = wire.text('text')?.trim();
  return text ? [messageOf(text, wire.text('locale'), wire.text('localeOrigin'))] : [];
}
