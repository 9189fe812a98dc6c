import type {
  AccessReviewRecommendationInput,
  CertificationDecision,
  CertificationOrderField,
  CertificationReviewerOrderField,
} from '../generated/types.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import { listParameters, textTerms } from '../graphql/list-parameters.js';
import { listAnswer, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import type { Contract } from '../upstream/generation.js';
import { equals, isOneOf, type FilterTerm } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { UpstreamAnswer, UpstreamCalls } from '../upstream/upstream-calls.js';
import type { CertificationQuery, ReviewerQuery } from './list-query.js';
import {
  readCampaignOf,
  readCertification,
  readReviewerRow,
  type CertificationModel,
  type ReviewerModel,
} from './mapping.js';
import type { CertificationWire } from './wire.js';

export const listCertifications: Operation = {
  name: 'listCertifications',
  scopes: { beta: ['sp:scopes:all'], stable: ['idn:campaign:read'] },
};

export const getIdentityCertification: Operation = {
  name: 'getIdentityCertification',
  scopes: { beta: [], stable: ['idn:campaign:read'] },
};

export const listCertificationReviewers: Operation = {
  name: 'listCertificationReviewers',
  scopes: { beta: ['idn:certification:read'], stable: ['idn:campaign:read'] },
};

const managing = { beta: [], stable: ['idn:campaign:manage'] } as const;

export const makeIdentityDecision: Operation = { name: 'makeIdentityDecision', scopes: managing, takesLanguage: true };

export const signOffIdentityCertification: Operation = { name: 'signOffIdentityCertification', scopes: managing, takesLanguage: true };

/** A verdict as it is sent. */
export interface DecisionRequest {
  readonly itemId: string;
  readonly decision: CertificationDecision;
  readonly comments: string | null;
  readonly revokeAt: string | null;
  readonly isBulk: boolean;
  readonly recommendation: AccessReviewRecommendationInput | null;
}

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
    const parameters = listParameters(call, this.#filterTerms(query), query.order, certificationSorters);
    if (query.reviewerId !== null) parameters.set(this.#spelling.reviewer, query.reviewerId);
    const answer = await this.#list(parameters);
    return listAnswer(call, answer, this.#rows(answer));
  }

  /** `GET /certifications?filters=id in (…)`: those that the list serves, in any order. At most 100 ids. */
  async listByIds(ids: readonly string[]): Promise<CertificationModel[]> {
    const answer = await this.#list(new URLSearchParams({ filters: isOneOf('id', ids), limit: '250' }), ids.length);
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
      query: listParameters(call, terms, query.order, reviewerSorters),
    });
    return listAnswer(call, answer, answer.reader.list(readReviewerRow));
  }

  /** `POST /certifications/{id}/decide`, stable generations only; 1 to 250. Null for an answer without a body. */
  decide(certificationId: string, requests: readonly DecisionRequest[]): Promise<CertificationModel | null> {
    return this.#change(certificationId, { operation: makeIdentityDecision, action: 'decide', body: requests.map(decisionBody) });
  }

  /** `POST /certifications/{id}/sign-off`, stable generations only. Null for an answer without a body. */
  signOff(certificationId: string): Promise<CertificationModel | null> {
    return this.#change(certificationId, { operation: signOffIdentityCertification, action: 'sign-off' });
  }

  #change(id: string, { operation, action, body }: { operation: Operation; action: string; body?: unknown }): Promise<CertificationModel | null> {
    return this.#calls.send({ operation, method: 'POST', segments: ['certifications', id, action], body }, (reader) =>
      reader === null ? null : reader.one((wire: JsonObject<CertificationWire>) => readCertification(wire, id)),
    );
  }

  get #spelling() {
    return spelling[this.generation.contract];
  }

  #list(query: URLSearchParams, batch = 1): Promise<UpstreamAnswer> {
    return this.#calls.get({ operation: listCertifications, segments: ['certifications'], query, batch });
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

/** `bulk` is required in each (Q48); what was not given is left out. */
function decisionBody({ itemId, decision, comments, revokeAt, isBulk, recommendation }: DecisionRequest): object {
  return {
    id: itemId,
    decision,
    bulk: isBulk,
    ...(comments === null ? {} : { comments }),
    ...(revokeAt === null ? {} : { proposedEndDate: revokeAt }),
    ...(recommendation === null ? {} : { recommendation: recommendationBody(recommendation) }),
  };
}

function recommendationBody({ recommendation, reasons, recommendedAt }: AccessReviewRecommendationInput): object {
  return { recommendation: recommendation ?? null, reasons: reasons ?? [], timestamp: recommendedAt ?? null };
}
