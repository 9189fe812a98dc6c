import type { CertificationOrderField, CertificationReviewerOrderField } from '../generated/types.js';
import type { SortKey, TextFilter } from '../graphql/arguments.js';
import { listAnswer, pageParameters, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import type { Contract } from '../upstream/generation.js';
import { allOf, containsAll, equals, isOneOf, startsWith, type FilterTerm } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { UpstreamAnswer, UpstreamCalls } from '../upstream/upstream-calls.js';
import type { CertificationQuery, PermissionQuery, ReviewerQuery } from './list-query.js';
import {
  readCampaignOf,
  readCertification,
  readPermission,
  readReviewerRow,
  type AccessReviewPermissionModel,
  type CertificationCampaignModel,
  type CertificationModel,
  type ReviewerModel,
} from './mapping.js';
import type { CertificationWire } from './wire.js';

const listCertifications: Operation = {
  name: 'listCertifications',
  scopes: { beta: ['sp:scopes:all'], stable: ['idn:campaign:read'] },
};

const getIdentityCertification: Operation = {
  name: 'getIdentityCertification',
  scopes: { beta: [], stable: ['idn:campaign:read'] },
};

const listCertificationReviewers: Operation = {
  name: 'listCertificationReviewers',
  scopes: { beta: ['idn:certification:read'], stable: ['idn:campaign:read'] },
};

const getIdentityCertificationItemPermissions: Operation = {
  name: 'getIdentityCertificationItemPermissions',
  scopes: { beta: ['idn:certification:read'], stable: ['idn:campaign:read'] },
};

/** What the two contracts spell differently for the same thing; a wrong parameter would widen the list (Q1). */
const spelling: Readonly<Record<Contract, { readonly reviewer: string; readonly campaignId: string }>> = {
  beta: { reviewer: 'reviewer-identitiy', campaignId: 'campaignRef.id' },
  stable: { reviewer: 'reviewer-identity', campaignId: 'campaign.id' },
};

const certificationSorters: Readonly<Record<CertificationOrderField, string>> = {
  NAME: 'name',
  DUE: 'due',
  SIGNED: 'signed',
};

const reviewerSorters: Readonly<Record<CertificationReviewerOrderField, string>> = { NAME: 'name', EMAIL: 'email' };

/** The upstream's certification operations, one method each. Throws as `UpstreamCalls.get` does. */
export class CertificationClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** `GET /certifications`. */
  async listCertifications(query: CertificationQuery, call: ListCall): Promise<ListAnswer<CertificationModel>> {
    const parameters = parametersOf(call, this.#filterTerms(query), query.order, certificationSorters);
    if (query.reviewerId !== null) parameters.set(this.#spelling.reviewer, query.reviewerId);
    const answer = await this.#list(parameters);
    return listAnswer(call, answer, this.#rows(answer));
  }

  /** `GET /certifications?filters=id in (…)`: those that the list serves, in any order. At most 100 ids. */
  async listByIds(ids: readonly string[]): Promise<CertificationModel[]> {
    const answer = await this.#list(new URLSearchParams({ filters: isOneOf('id', ids), limit: '250' }));
    const onlyId = ids.length === 1 ? ids[0] : undefined;
    return this.#rows(answer, onlyId).map((row) => row.model);
  }

  /** `GET /certifications/{id}`, stable generations only; null when there is none. */
  async findCertification(id: string): Promise<CertificationModel | null> {
    const answer = await this.#calls.find({ operation: getIdentityCertification, segments: ['certifications', id] });
    return answer === null ? null : answer.reader.one((wire: JsonObject<CertificationWire>) => readCertification(wire, id));
  }

  /** A campaign as one of its certifications names it; null when the caller may see none of them. */
  async findCampaign(id: string): Promise<CertificationCampaignModel | null> {
    const filters = equals(this.#spelling.campaignId, id);
    const answer = await this.#list(new URLSearchParams({ filters, limit: '1' }));
    return answer.reader.list(readCampaignOf)[0]?.model ?? null;
  }

  /** `GET /certifications/{id}/reviewers`. */
  async listReviewers(query: ReviewerQuery, call: ListCall): Promise<ListAnswer<ReviewerModel>> {
    const terms = [
      ...(query.ids === null ? [] : [isOneOf('id', query.ids)]),
      ...textTerms('name', query.name),
      ...textTerms('email', query.email),
    ];
    const answer = await this.#calls.get({
      operation: listCertificationReviewers,
      segments: ['certifications', query.certificationId, 'reviewers'],
      query: parametersOf(call, terms, query.order, reviewerSorters),
    });
    return listAnswer(call, answer, answer.reader.list(readReviewerRow));
  }

  /** `GET /certifications/{id}/access-review-items/{itemId}/permissions`. */
  async listPermissions(query: PermissionQuery, call: ListCall): Promise<ListAnswer<AccessReviewPermissionModel>> {
    const terms = [...textTerms('target', query.target), ...(query.rights === null ? [] : [containsAll('rights', query.rights)])];
    const parameters = pageParameters(call);
    // The upstream takes one `and` or `or`, between a target and rights.
    if (terms.length > 0) parameters.set('filters', terms.join(` ${query.operator} `));
    const answer = await this.#calls.get({
      operation: getIdentityCertificationItemPermissions,
      segments: ['certifications', query.certificationId, 'access-review-items', query.itemId, 'permissions'],
      query: parameters,
    });
    return listAnswer(call, answer, answer.reader.list(readPermission));
  }

  get #spelling() {
    return spelling[this.generation.contract];
  }

  #list(query: URLSearchParams): Promise<UpstreamAnswer> {
    return this.#calls.get({ operation: listCertifications, segments: ['certifications'], query });
  }

  /**
   * Beta documents certifications without an id (Q13). Such a row cannot be named, paged or followed, and leaving it
   * out would be a list that lies: the whole list is refused, with the way out.
   */
  #rows({ reader }: UpstreamAnswer, onlyId?: string) {
    let withoutId = 0;
    const rows = reader.list((wire: JsonObject<CertificationWire>) => {
      const certification = readCertification(wire, onlyId);
      if (certification === null) withoutId += 1;
      return certification;
    });
    if (withoutId > 0 && this.generation.contract === 'beta') {
      throw reader.contractBroken(
        'has certifications without an id, as the beta generation documents them; set SAILPOINT_API_URL to a newer generation, such as v2025',
      );
    }
    return rows;
  }

  #filterTerms(query: CertificationQuery): FilterTerm[] {
    return [
      ...(query.ids === null ? [] : [isOneOf('id', query.ids)]),
      ...(query.campaignIds === null ? [] : [isOneOf(this.#spelling.campaignId, query.campaignIds)]),
      ...(query.campaignTypes === null ? [] : [isOneOf('campaignRef.campaignType', query.campaignTypes)]),
      ...(query.phase === null ? [] : [equals('phase', query.phase)]),
      // `ne` was withdrawn from later generations; `eq false` says the same everywhere.
      ...(query.isCompleted === null ? [] : [equals('completed', query.isCompleted)]),
    ];
  }
}

function parametersOf<Field extends string>(
  call: ListCall,
  terms: readonly FilterTerm[],
  order: readonly SortKey<Field>[],
  sorters: Readonly<Record<Field, string>>,
): URLSearchParams {
  const parameters = pageParameters(call);
  const filters = allOf(terms);
  if (filters !== null) parameters.set('filters', filters);
  parameters.set('sorters', order.map(({ field, isDescending }) => (isDescending ? '-' : '') + sorters[field]).join(','));
  return parameters;
}

function textTerms(field: string, filter: TextFilter | null): FilterTerm[] {
  if (filter === null) return [];
  return [filter.operator === 'eq' ? equals(field, filter.value) : startsWith(field, filter.value)];
}
