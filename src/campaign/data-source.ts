import type DataLoader from 'dataloader';
import type { CacheReader } from '../cache/cache-reader.js';
import type { CertificationCampaignFilter, CertificationCampaignOrder } from '../generated/types.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { checkedIds, checkedList, checkedOrder, checkedTextFilter } from '../graphql/arguments.js';
import {
  campaignDetailFields,
  campaignReference,
  campaignToldFields,
  type CampaignDetailsModel,
  type CertificationCampaignModel,
} from '../graphql/certification-campaign.js';
import { ListLoader, readListsCached, type ListLoad } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { eachAlone, idsPerCall } from '../graphql/loaders.js';
import { checkedPage, Connection, type PageArguments, type SelectedParts } from '../graphql/pagination.js';
import type { Selection } from '../graphql/selection.js';
import { checkStable } from '../graphql/stable-only.js';
import { campaignCache, type CampaignCache } from './cached.js';
import type { CampaignClient, CampaignQuery } from './client.js';

const defaultPageSize = 25;
const detailFields: ReadonlySet<string> = new Set(campaignDetailFields);

export type CampaignPage = Connection<CertificationCampaignModel>;

export interface CampaignQueryArguments {
  readonly filter?: CertificationCampaignFilter | null | undefined;
  readonly orderBy?: readonly CertificationCampaignOrder[] | null | undefined;
}

export interface CampaignDataSourceParts {
  readonly client: CampaignClient;
  readonly cache: CacheReader;
  /** A campaign as certifications name it, which every reviewer of one of them may see; null when there is none. */
  readonly findTold: (id: string) => Promise<CertificationCampaignModel | null>;
}

/** All that resolvers may ask about campaigns, for one request. */
export class CampaignDataSource {
  readonly #client: CampaignClient;
  readonly #findTold: CampaignDataSourceParts['findTold'];
  readonly #cached: CampaignCache;
  /** Batches: 100 ids to a call. Lists fill it. */
  readonly #byId: DataLoader<string, CertificationCampaignModel | null>;
  readonly #lists: ListLoader<CampaignQuery, CertificationCampaignModel>;
  /** Batches the question which way to go: several campaigns are one call to the campaigns' own route. */
  readonly #named: DataLoader<string, CertificationCampaignModel | null>;

  constructor({ client, cache, findTold }: CampaignDataSourceParts) {
    this.#client = client;
    this.#findTold = findTold;
    this.#cached = campaignCache(client.generation);
    this.#byId = new Loader((ids) => cache.getMany(this.#cached.byId, ids, (missing) => this.#readByIds(missing)), { maxBatchSize: idsPerCall });
    const nameOf = ({ query, call }: ListLoad<CampaignQuery>) => JSON.stringify([query, call]);
    this.#lists = new ListLoader(readListsCached(cache, this.#cached.lists, nameOf, (query, call) => client.listCampaigns(query, call)));
    this.#named = new Loader((ids) => eachAlone(ids, (id) => this.#findNamed(id, ids.length)), {
      maxBatchSize: idsPerCall,
    });
  }

  /** Throws BAD_USER_INPUT, also on beta; FORBIDDEN to all but administrators; otherwise as the upstream refuses. */
  async listCampaigns(args: CampaignQueryArguments & PageArguments, selected: SelectedParts): Promise<CampaignPage> {
    checkStable(this.#client.generation, 'Lists of campaigns are');
    const query = checkedCampaignQuery(args);
    const page = checkedPage(args, ['campaigns', query], defaultPageSize);
    const answer = await this.#lists.loadPage(query, page, selected);
    for (const { model } of answer.rows) this.#byId.prime(model.id, model);
    return new Connection(page, answer);
  }

  /**
   * For a field that names one campaign: a reference when no more than that is selected; null when there is none that
   * the caller may see. What a reviewer may know is read where they may read it.
   */
  async findCampaign(id: string, selection: Selection): Promise<CertificationCampaignModel | null> {
    const wantsDetails = this.#client.generation.contract === 'stable' && selection.hasAny(detailFields);
    if (!wantsDetails && !selection.hasAny(campaignToldFields)) return campaignReference(id);
    if (!wantsDetails) return this.#named.load(id);
    return (await nullWhenForbidden(this.#byId.load(id))) ?? this.#findTold(id);
  }

  /** The same, with null also where the caller may not see it. */
  findVisibleCampaign(id: string, selection: Selection): Promise<CertificationCampaignModel | null> {
    return nullWhenForbidden(this.findCampaign(id, selection));
  }

  /** For a campaign that an answer has named: what may not be read is null, its id stays. */
  async completeCampaign(id: string, selection: Selection): Promise<CertificationCampaignModel> {
    return (await this.findVisibleCampaign(id, selection)) ?? campaignReference(id);
  }

  /** After a change: campaigns count their certifications. */
  forget(): void {
    this.#byId.clearAll();
    this.#named.clearAll();
    this.#lists.forget();
  }

  /** What only the campaign's own route tells. Throws BAD_USER_INPUT on beta, FORBIDDEN to all but administrators. */
  async findDetails({ id, details }: CertificationCampaignModel): Promise<CampaignDetailsModel | null> {
    if (details) return details;
    checkStable(this.#client.generation, 'Status, dates and counts of campaigns are');
    return (await this.#byId.load(id))?.details ?? null;
  }

  /**
   * One is read as certifications name it: a call either way, which serves reviewers as well. Several are one call for
   * administrators. Where the one way does not know it, the other one may.
   */
  async #findNamed(id: string, together: number): Promise<CertificationCampaignModel | null> {
    if (this.#client.generation.contract === 'beta') return this.#findTold(id);
    const findOwn = () => nullWhenForbidden(this.#byId.load(id));
    return together === 1 ? ((await this.#findTold(id)) ?? findOwn()) : ((await findOwn()) ?? this.#findTold(id));
  }

  async #readByIds(ids: readonly string[]): Promise<(CertificationCampaignModel | null)[]> {
    const found = new Map((await this.#client.listByIds(ids)).map((campaign) => [campaign.id, campaign]));
    return ids.map((id) => found.get(id) ?? null);
  }
}

/** Throws BAD_USER_INPUT. */
function checkedCampaignQuery({ filter, orderBy }: CampaignQueryArguments): CampaignQuery {
  return {
    ids: checkedIds('filter.ids', filter?.ids),
    name: checkedTextFilter('filter.name', filter?.name),
    statuses: checkedList('filter.statuses', filter?.statuses)?.toSorted() ?? null,
    order: checkedOrder('orderBy', orderBy, 'NAME'),
  };
}
