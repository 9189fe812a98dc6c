import DataLoader from 'dataloader';
import type { CertificationReviewerType, DecideAccessReviewItemsInput } from '../generated/types.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import type { CertificationCampaignModel } from '../graphql/certification-campaign.js';
import { ListLoader, partOf, readListsCached, type ListLoad } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { cachedOneByOne, eachAlone, idsPerCall } from '../graphql/loaders.js';
import {
  callForPage,
  checkedPage,
  Connection,
  type ListAnswer,
  type Page,
  type PageArguments,
  type SelectedParts,
} from '../graphql/pagination.js';
import { certificationsTag, certificationTag, reviewersTag } from '../graphql/tags.js';
import type { Selection } from '../graphql/selection.js';
import type { Generation } from '../upstream/generation.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { certificationCache, type CertificationCache } from './cached.js';
import type { CertificationClient } from './client.js';
import { Decisions, type ChangedCertificationPayload } from './decisions.js';
import {
  checkedCertificationQuery,
  checkedReviewerQuery,
  type CertificationQuery,
  type CertificationQueryArguments,
  type ReviewerQuery,
  type ReviewerQueryArguments,
} from './list-query.js';
import {
  certificationReference,
  type CertificationModel,
  type ReviewerModel,
} from './mapping.js';
import { WholeLists, type AllCertifications } from './whole-list.js';

const defaultPageSize = 25;
/** Reads of single certifications in one request, for those that the list does not serve. */
export const mostSingleReads = 5;
/** Fields that are read with the certification; others need its id alone, whoever declares them. */
export const readFields: ReadonlySet<string> = new Set([...Object.keys(certificationReference('')), 'isOverdue'].filter((field) => field !== 'id'));

/** A page that knows its list, so that its summary can be read when it is asked for. */
export class CertificationPage extends Connection<CertificationModel> {
  readonly query: CertificationQuery;

  constructor(query: CertificationQuery, page: Page, answer: ListAnswer<CertificationModel>) {
    super(page, answer);
    this.query = query;
  }
}

export type ReviewerPage = Connection<ReviewerModel>;

export interface SelectedCertificationParts extends SelectedParts {
  readonly summary: boolean;
}

/** All that resolvers may ask about certifications, for one request. */
export class CertificationDataSource {
  readonly #client: CertificationClient;
  readonly #generation: Generation;
  readonly #cache: CacheReader;
  readonly #cached: CertificationCache;
  #singleReadsLeft = mostSingleReads;

  readonly #decisions: Decisions;
  /** Batches: 100 ids to a call. Lists fill it. */
  readonly #byId: DataLoader<string, CertificationModel | null>;
  /** The same certifications, each by a call of its own: it also serves what the list leaves out. */
  readonly #aloneById: DataLoader<string, CertificationModel | null>;
  /** Cannot be batched: one call for each campaign. Lists fill it. */
  readonly #campaignById: DataLoader<string, CertificationCampaignModel | null>;
  readonly #lists: ListLoader<CertificationQuery, CertificationModel>;
  readonly #wholeLists: WholeLists;
  /** Cannot be batched: one call for each certification. */
  readonly #reviewerLists: ListLoader<ReviewerQuery, ReviewerModel>;

  /** `onChanged` is told of a certification that a decision has changed, or may have: all that is known of it is old. */
  constructor(client: CertificationClient, cache: CacheReader, onChanged: (certificationId: string) => Promise<void>) {
    this.#client = client;
    this.#generation = client.generation;
    this.#cache = cache;
    this.#cached = certificationCache(client.generation);
    const { byId, campaigns, reviewers } = this.#cached;
    const readByIds = (ids: readonly string[]) => cache.getMany(byId, ids, (missing) => this.#readByIds(missing));
    const cacheMap = new Map<string, Promise<CertificationModel | null>>();
    this.#byId = new Loader(readByIds, { maxBatchSize: idsPerCall, cacheMap });
    // For explanations of the gateway's own: no field has asked.
    this.#aloneById = new DataLoader(readByIds, { batch: false, cacheMap });
    this.#decisions = new Decisions({
      client,
      findCertification: (id) => this.#byId.load(id),
      onChanged,
      onAnswered: (certification) => this.#keep(certification),
    });
    this.#campaignById = cachedOneByOne(cache, campaigns, (id) => client.findCampaign(id));
    this.#lists = new ListLoader((loads) => this.#readLists(loads));
    this.#wholeLists = new WholeLists(this.#lists);
    this.#reviewerLists = new ListLoader(
      readListsCached(cache, reviewers, ({ query, call }) => partOf(query.certificationId, [query, call]), (query, call) => client.listReviewers(query, call)),
    );
  }

  /** Throws BAD_USER_INPUT; otherwise as the upstream refuses. */
  async listCertifications(
    args: CertificationQueryArguments & PageArguments,
    selected: SelectedCertificationParts,
  ): Promise<CertificationPage> {
    const query = checkedCertificationQuery(args, this.#generation);
    const page = checkedPage(args, ['certifications', query], defaultPageSize);
    const isShown = callForPage(page, selected) !== null;
    const answer = selected.summary ? this.#wholeLists.readPage(query, page, isShown) : this.#lists.loadPage(query, page, selected);
    return new CertificationPage(query, page, await answer);
  }

  /** As `WholeLists.readAll`. */
  readAll(query: CertificationQuery): Promise<AllCertifications> {
    return this.#wholeLists.readAll(query);
  }

  /**
   * For a field that names one certification: a reference when no more than that is selected, else the certification;
   * null when there is none that the caller may see. Throws FORBIDDEN where the upstream says so.
   */
  async findCertification(id: string, selection: Selection): Promise<CertificationModel | null> {
    return selection.hasAny(readFields) ? this.#byId.load(id) : certificationReference(id);
  }

  /** The same, with null also where the caller may not see it. */
  findVisibleCertification(id: string, selection: Selection): Promise<CertificationModel | null> {
    return nullWhenForbidden(this.findCertification(id, selection));
  }

  /**
   * For a certification that an answer has named: read when something is selected that the answer did not tell. What
   * may not be read is null, what was told stays.
   */
  async complete(reference: CertificationModel, selection: Selection): Promise<CertificationModel> {
    const isTold = (field: string) => field in reference && reference[field as keyof CertificationModel] !== null;
    const isEnough = reference.isRead || !selection.hasAny(new Set([...readFields].filter((field) => !isTold(field))));
    return isEnough ? reference : ((await nullWhenForbidden(this.#byId.load(reference.id))) ?? reference);
  }

  /** The same for one that is named by its id alone. */
  completeById(id: string, selection: Selection): Promise<CertificationModel> {
    return this.complete(certificationReference(id), selection);
  }

  /** After a change: what this request or anybody has read of it, or of lists that it is in, is old. */
  async forget(id: string): Promise<void> {
    this.#byId.clear(id);
    this.#campaignById.clearAll();
    this.#lists.forget();
    this.#reviewerLists.forget();
    await this.#cache.invalidate([certificationsTag, certificationTag(id)]);
  }

  /** The same for certifications that get another reviewer; null: nobody knows which they are. */
  async forgetReviewers(ids: readonly string[] | null): Promise<void> {
    this.#byId.clearAll();
    this.#campaignById.clearAll();
    this.#lists.forget();
    this.#reviewerLists.forget();
    await this.#cache.invalidate([certificationsTag, ...(ids === null ? [reviewersTag] : ids.map(certificationTag))]);
  }

  /** As `Decisions.decide`. */
  decide(input: DecideAccessReviewItemsInput): Promise<ChangedCertificationPayload> {
    return this.#decisions.decide(input);
  }

  /** As `Decisions.signOff`. */
  signOff(certificationId: string): Promise<ChangedCertificationPayload> {
    return this.#decisions.signOff(certificationId);
  }

  /** Null when the caller may not see it, or it has none. */
  async findReviewerType(id: string): Promise<CertificationReviewerType | null> {
    return (await nullWhenForbidden(this.#aloneById.load(id)))?.reviewer?.type ?? null;
  }

  /** The answer of a change is what is so now. */
  async #keep(certification: CertificationModel): Promise<void> {
    this.#byId.prime(certification.id, certification);
    await this.#cache.keep(this.#cached.byId, certification.id, certification);
  }

  /** A campaign as one of its certifications names it; null when the caller may see none of them. */
  findCampaign(id: string): Promise<CertificationCampaignModel | null> {
    return this.#campaignById.load(id);
  }

  /** Throws BAD_USER_INPUT, NOT_FOUND; otherwise as the upstream refuses. */
  async listReviewers(
    certificationId: string,
    args: ReviewerQueryArguments & PageArguments,
    selected: SelectedParts,
  ): Promise<ReviewerPage> {
    const query = checkedReviewerQuery(certificationId, args);
    const page = checkedPage(args, ['reviewers', query], defaultPageSize);
    return new Connection(page, await this.#reviewerLists.loadPage(query, page, selected));
  }

  async #readLists(loads: readonly ListLoad<CertificationQuery>[]): Promise<(ListAnswer<CertificationModel> | Error)[]> {
    const answers = new Map<ListLoad<CertificationQuery>, ListAnswer<CertificationModel> | Error>();
    const read = async (cached: CertificationCache['lists'], some: readonly ListLoad<CertificationQuery>[]) => {
      if (some.length === 0) return;
      const idOf = ({ query, call }: ListLoad<CertificationQuery>) => JSON.stringify([query, call]);
      const readAll = readListsCached(this.#cache, cached, idOf, (query: CertificationQuery, call) => this.#client.listCertifications(query, call));
      for (const [index, answer] of (await readAll(some)).entries()) answers.set(some[index] as ListLoad<CertificationQuery>, answer);
    };
    const isOfAll = ({ call }: ListLoad<CertificationQuery>) => call.isOfAll === true;
    await Promise.all([read(this.#cached.summaries, loads.filter(isOfAll)), read(this.#cached.lists, loads.filter((load) => !isOfAll(load)))]);
    for (const answer of answers.values()) if (!(answer instanceof Error)) this.#prime(answer);
    return loads.map((load) => answers.get(load) as ListAnswer<CertificationModel> | Error);
  }

  #prime({ rows }: ListAnswer<CertificationModel>): void {
    for (const { model } of rows) {
      this.#byId.prime(model.id, model);
      if (model.campaign !== null) this.#campaignById.prime(model.campaign.id, model.campaign);
    }
  }

  async #readByIds(ids: readonly string[]): Promise<(CertificationModel | null | Error)[]> {
    const [first] = ids;
    // One id costs one call either way, and the single read also serves what the list leaves out.
    if (ids.length === 1 && first !== undefined && this.#generation.contract === 'stable') {
      return [await this.#client.findCertification(first)];
    }
    const found = new Map((await this.#client.listByIds(ids)).map((certification) => [certification.id, certification]));
    return eachAlone(ids, async (id) => found.get(id) ?? this.#readMissing(id));
  }

  /** The list leaves out certifications of governance groups: one missing there may exist all the same. */
  async #readMissing(id: string): Promise<CertificationModel | null> {
    if (this.#generation.contract === 'beta' || this.#singleReadsLeft === 0) return null;
    this.#singleReadsLeft -= 1;
    return this.#client.findCertification(id);
  }
}
