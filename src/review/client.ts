import type { AccessReviewItemOrderField } from '../generated/types.js';
import type { SortKey } from '../graphql/arguments.js';
import { listParameters, textTerms } from '../graphql/list-parameters.js';
import { listAnswer, pageParameters, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import { containsAll, equals, isOneOf, type FilterTerm } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamAnswer, UpstreamCalls } from '../upstream/upstream-calls.js';
import type { AccessModel } from './access.js';
import type { AboutAccess, AccessQuery, DecisionSummaryQuery, IdentitySummaryQuery, ItemQuery, PermissionQuery } from './list-query.js';
import {
  readDecisionSummary,
  readIdentitySummary,
  readItem,
  readPermission,
  type AccessReviewItemModel,
  type AccessReviewPermissionModel,
  type DecisionSummaryModel,
  type IdentitySummaryModel,
} from './mapping.js';
import { readAccess } from './read-access.js';
import type { AccessReviewItemWire } from './wire.js';

/** Beta has no operation of this name. */
const stableRead = (name: string): Operation => ({ name, scopes: { beta: [], stable: ['idn:campaign:read'] } });

export const listIdentityAccessReviewItems = stableRead('listIdentityAccessReviewItems');
export const getIdentitySummaries = stableRead('getIdentitySummaries');
export const getIdentityAccessSummaries = stableRead('getIdentityAccessSummaries');
export const getIdentityDecisionSummary = stableRead('getIdentityDecisionSummary');

export const getIdentityCertificationItemPermissions: Operation = {
  name: 'getIdentityCertificationItemPermissions',
  scopes: { beta: ['idn:certification:read'], stable: ['idn:campaign:read'] },
};

const itemSorters: Readonly<Record<AccessReviewItemOrderField, string>> = {
  IDENTITY_SUMMARY_NAME: 'identitySummary.name',
  ACCESS_NAME: 'access.name',
  ACCESS_TYPE: 'access.type',
  ENTITLEMENT_SOURCE_NAME: 'entitlement.sourceName',
  ACCESS_PROFILE_SOURCE_NAME: 'accessProfile.sourceName',
};

const aboutParameters: Readonly<Record<AboutAccess['list'], string>> = {
  entitlementIds: 'entitlements',
  accessProfileIds: 'access-profiles',
  roleIds: 'roles',
};

const nameSorters = { NAME: 'name' };
const accessNameSorters = { NAME: 'access.name' };
const byName: readonly SortKey<'NAME'>[] = [{ field: 'NAME', isDescending: false }];

/** The upstream's operations on what is reviewed in a certification, one method each. Throws as `UpstreamCalls.get` does. */
export class ReviewClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** `GET /certifications/{id}/access-review-items`. */
  async listItems(query: ItemQuery, call: ListCall): Promise<ListAnswer<AccessReviewItemModel>> {
    const parameters = listParameters(call, itemTerms(query), query.order, itemSorters);
    if (query.about !== null) parameters.set(aboutParameters[query.about.list], query.about.ids.join(','));
    const answer = await this.#listItems(query.certificationId, parameters);
    return listAnswer(call, answer, rowsOf(answer, query.certificationId));
  }

  /** Those of the certification's items that there are, in any order. At most 100 ids. */
  async listItemsByIds(certificationId: string, ids: readonly string[]): Promise<AccessReviewItemModel[]> {
    const answer = await this.#listItems(certificationId, new URLSearchParams({ filters: isOneOf('id', ids), limit: '250' }), ids.length);
    return rowsOf(answer, certificationId).map((row) => row.model);
  }

  /** `GET /certifications/{id}/identity-summaries`. */
  async listIdentitySummaries(query: IdentitySummaryQuery, call: ListCall): Promise<ListAnswer<IdentitySummaryModel>> {
    const terms = [...idTerms('id', query.ids), ...flagTerms(query.isCompleted), ...textTerms('name', query.name)];
    const answer = await this.#calls.get({
      operation: getIdentitySummaries,
      segments: ['certifications', query.certificationId, 'identity-summaries'],
      query: listParameters(call, terms, byName, nameSorters),
    });
    return listAnswer(call, answer, answer.reader.list(readIdentitySummary));
  }

  /** `GET /certifications/{id}/access-summaries/{type}`. */
  async listAccess(query: AccessQuery, call: ListCall): Promise<ListAnswer<AccessModel>> {
    const terms = [
      ...idTerms('access.id', query.ids),
      ...textTerms('access.name', query.name),
      ...flagTerms(query.isCompleted),
      ...textTerms('entitlement.sourceName', query.entitlementSourceName),
      ...textTerms('accessProfile.sourceName', query.accessProfileSourceName),
    ];
    const answer = await this.#calls.get({
      operation: getIdentityAccessSummaries,
      segments: ['certifications', query.certificationId, 'access-summaries', query.type],
      query: listParameters(call, terms, byName, accessNameSorters),
    });
    return listAnswer(call, answer, answer.reader.list(readAccess));
  }

  /** `GET /certifications/{id}/decision-summary`. */
  async getDecisionSummary({ certificationId, identitySummaryIds }: DecisionSummaryQuery): Promise<DecisionSummaryModel> {
    const [filters] = idTerms('identitySummary.id', identitySummaryIds);
    const answer = await this.#calls.get({
      operation: getIdentityDecisionSummary,
      segments: ['certifications', certificationId, 'decision-summary'],
      query: new URLSearchParams(filters === undefined ? {} : { filters }),
    });
    return answer.reader.one(readDecisionSummary);
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

  #listItems(certificationId: string, query: URLSearchParams, batch = 1): Promise<UpstreamAnswer> {
    return this.#calls.get({
      operation: listIdentityAccessReviewItems,
      segments: ['certifications', certificationId, 'access-review-items'],
      query,
      batch,
    });
  }
}

function rowsOf({ reader }: UpstreamAnswer, certificationId: string) {
  return reader.list((wire: JsonObject<AccessReviewItemWire>) => readItem(wire, certificationId));
}

function itemTerms(query: ItemQuery): FilterTerm[] {
  return [
    ...idTerms('id', query.ids),
    ...(query.accessType === null ? [] : [equals('access.type', query.accessType)]),
    ...idTerms('access.id', query.accessIds),
    ...textTerms('access.name', query.accessName),
    ...flagTerms(query.isCompleted),
    ...idTerms('identitySummary.id', query.identitySummaryIds),
    ...textTerms('identitySummary.name', query.identitySummaryName),
    ...textTerms('entitlement.sourceName', query.entitlementSourceName),
    ...textTerms('accessProfile.sourceName', query.accessProfileSourceName),
  ];
}

function idTerms(field: string, ids: readonly string[] | null): FilterTerm[] {
  return ids === null ? [] : [isOneOf(field, ids)];
}

function flagTerms(isCompleted: boolean | null): FilterTerm[] {
  return isCompleted === null ? [] : [equals('completed', isCompleted)];
}
