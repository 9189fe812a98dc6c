import { answerCollection, sortedCollectionParameters } from './collection.js';
import { badRequest, forbidden, localize, notFound } from './errors.js';
import type { FilterFields } from './filters.js';
import type { Campaign } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation } from './operation.js';
import type { SortKeys } from './sorters.js';

const readScopes = ['idn:campaign:read', 'idn:campaign:manage'];

export const campaignOperations: readonly Operation[] = [
  {
    name: 'getActiveCampaigns',
    method: 'GET',
    path: '/campaigns',
    scopes: [...readScopes, 'idn:campaign-report:read', 'idn:campaign-report:manage'],
    query: ['detail', ...sortedCollectionParameters],
    handle: listCampaigns,
  },
  {
    name: 'getCampaign',
    method: 'GET',
    path: '/campaigns/{id}',
    scopes: readScopes,
    query: ['detail'],
    handle: (call) => ok(presenter(call)(administrable(call, call.parameter('id')))),
  },
];

/** The campaign, if the viewer may administer it; throws the 403 or 404. */
export function administrable(call: Call, id: string): Campaign {
  checkAdministrator(call);
  const campaign = call.tenant.campaigns.get(id);
  if (campaign === undefined) throw notFound(`Campaign '${id}' was not found.`);
  return campaign;
}

function checkAdministrator({ viewer }: Call): void {
  if (!viewer.isCertificationAdmin) throw forbidden('Campaigns are for organisation and certification administrators.');
}

function listCampaigns(call: Call): Answer {
  checkAdministrator(call);
  return answerCollection(call, call.tenant.campaigns.values(), { present: presenter(call), fields, sortKeys });
}

const fields: FilterFields<Campaign> = {
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  name: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.name },
  status: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.status },
};

const sortKeys: SortKeys<Campaign> = { name: (row) => row.name, created: (row) => row.created };

function presenter(call: Call): (campaign: Campaign) => unknown {
  const detail = call.query.get('detail') ?? 'SLIM';
  if (detail === 'SLIM') return (campaign) => presentSlim(call, campaign);
  if (detail === 'FULL') return (campaign) => ({ ...presentSlim(call, campaign), ...presentRest(campaign) });
  throw badRequest('detail must be SLIM or FULL.');
}

function presentSlim({ tenant, acceptLanguage }: Call, campaign: Campaign): object {
  const { id, name, description, deadline, campaignType, status, correlatedStatus, created, alerts } = campaign;
  const certifications = [...tenant.certifications.values()].filter(({ campaignId }) => campaignId === id);
  return {
    id,
    name,
    description,
    deadline,
    type: campaignType,
    emailNotificationEnabled: campaign.emailNotificationEnabled,
    autoRevokeAllowed: campaign.autoRevokeAllowed,
    recommendationsEnabled: campaign.recommendationsEnabled,
    status,
    correlatedStatus,
    created,
    totalCertifications: certifications.length,
    completedCertifications: certifications.filter(({ phase }) => phase === 'SIGNED').length,
    alerts: alerts.length === 0 ? null : alerts.map(({ level, text }) => ({ level, localizations: [localize(text, acceptLanguage)] })),
  };
}

/** What only the full detail has. How the campaigns' content was chosen is not part of the tenant. */
function presentRest({ modified, sunsetCommentsRequired, mandatoryCommentRequirement }: Campaign): object {
  return {
    modified,
    sunsetCommentsRequired,
    mandatoryCommentRequirement,
    sourceOwnerCampaignInfo: null,
    searchCampaignInfo: null,
    roleCompositionCampaignInfo: null,
    sourcesWithOrphanEntitlements: [],
  };
}
