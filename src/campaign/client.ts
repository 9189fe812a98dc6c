import type { CertificationCampaignOrderField, CertificationCampaignStatus } from '../generated/types.js';
import type { SortKey, TextFilter } from '../graphql/arguments.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import { listParameters, textTerms } from '../graphql/list-parameters.js';
import { listAnswer, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import { isOneOf } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamAnswer, UpstreamCalls } from '../upstream/upstream-calls.js';
import { readCampaign } from './mapping.js';

export const getActiveCampaigns: Operation = {
  name: 'getActiveCampaigns',
  scopes: { beta: [], stable: ['idn:campaign:read', 'idn:campaign:manage'] },
};

/** The short form leaves out for which decisions a comment is mandatory. */
const detail = 'FULL';

const sorters: Readonly<Record<CertificationCampaignOrderField, string>> = { NAME: 'name', CREATED: 'created' };

/** Which campaigns, in which order: checked, and in one form for one meaning, as it names cursors and loads. */
export interface CampaignQuery {
  readonly ids: readonly string[] | null;
  readonly name: TextFilter | null;
  readonly statuses: readonly CertificationCampaignStatus[] | null;
  readonly order: readonly SortKey<CertificationCampaignOrderField>[];
}

/** The upstream's campaign operations, one method each; stable generations only. Throws as `UpstreamCalls.get` does. */
export class CampaignClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** `GET /campaigns`. For administrators; others are refused (403). */
  async listCampaigns(query: CampaignQuery, call: ListCall): Promise<ListAnswer<CertificationCampaignModel>> {
    const terms = [
      ...(query.ids === null ? [] : [isOneOf('id', query.ids)]),
      ...textTerms('name', query.name),
      ...(query.statuses === null ? [] : [isOneOf('status', query.statuses)]),
    ];
    const answer = await this.#list(listParameters(call, terms, query.order, sorters));
    return listAnswer(call, answer, answer.reader.list(readCampaign));
  }

  /** `GET /campaigns?filters=id in (…)`: those that there are, in any order. At most 100 ids. */
  async listByIds(ids: readonly string[]): Promise<CertificationCampaignModel[]> {
    const answer = await this.#list(new URLSearchParams({ filters: isOneOf('id', ids), limit: '250' }), ids.length);
    return answer.reader.list(readCampaign).map((row) => row.model);
  }

  #list(query: URLSearchParams, batch = 1): Promise<UpstreamAnswer> {
    query.set('detail', detail);
    return this.#calls.get({ operation: getActiveCampaigns, segments: ['campaigns'], query, batch });
  }
}
