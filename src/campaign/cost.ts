import type { QueryCertificationCampaignArgs } from '../generated/types.js';
import { campaignDetailFields, campaignToldFields } from '../graphql/certification-campaign.js';
import { costOf, pageOf, readForParent, readWhenSelected, referenceTo, stableOnly, type Cost, type Costs, type FieldUse } from '../graphql/estimate/cost.js';
import { batchLoader, listLoader, singleLoader } from '../graphql/estimate/loader.js';
import type { PageArguments } from '../graphql/pagination.js';
import { selectedParts } from '../graphql/selected-parts.js';

const lists = listLoader('campaigns');
/** As certifications tell them. */
const told = singleLoader('campaign as told');
const detailsById = batchLoader('campaign');
const everyField = new Set([...campaignToldFields, ...campaignDetailFields]);
/** Those that certifications have told lack them; the campaigns' own lists tell all. */
const detail = stableOnly((use) => readForParent(use, detailsById));

const details: Costs = Object.fromEntries(campaignDetailFields.map((field) => [`CertificationCampaign.${field}`, detail]));

/** What the fields of campaigns cost, by their names in the schema. */
export const campaignCosts: Costs = {
  ...details,
  'CertificationCampaign.__resolveReference': campaign,
  'Query.certificationCampaign': costOf<QueryCertificationCampaignArgs>((use) => referenceTo(use, 'id', use.args.id)),
  'Query.certificationCampaigns': stableOnly(costOf<PageArguments>(campaignList)),
};

/** Later generations have two ways to it, and where the first does not lead there the second is gone as well. */
function campaign(use: FieldUse): Cost {
  const read = readWhenSelected(use, told, everyField);
  const [first] = read.reads;
  if (first === undefined || use.generation.contract === 'beta') return read;
  return { ...read, reads: [{ ...first, loader: detailsById }, first] };
}

function campaignList(use: FieldUse<PageArguments>): Cost {
  return { ...pageOf(use, lists, selectedParts(use.info)), tells: everyField };
}
