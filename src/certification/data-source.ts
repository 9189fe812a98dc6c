import DataLoader from 'dataloader';
import type { AccessReviewPermissionFilter } from '../generated/types.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { ListLoader, partOf, readListsCached, type ListLoad } from '../graphql/list-loader.js';
import { cachedOneByOne, idsPerCall } from '../graphql/loaders.js';
import {
  checkedPage,
  Connection,
  emptyListAnswer,
  largestPage,
  type ListAnswer,
  type Page,
  type PageArguments,
  type SelectedParts,
} from '../graphql/pagination.js';
import type { Selection } from '../graphql/selection.js';
import type { Row } from '../upstream/answer-reader.js';
import type { Generation } from '../upstream/generation.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { certificationCache, certificationsTag, certificationTag, type CertificationCache } from './cached.js';
import type { CertificationClient } from './client.js';
import {
  checkedCertificationQuery,
  checkedPermissionQuery,
  checkedReviewerQuery,
  type CertificationQuery,
  type CertificationQueryArguments,
  type PermissionQuery,
  type ReviewerQuery,
  type ReviewerQueryArguments,
} from './list-query.js';
import {
  campaignReference,
  certificationReference,
  type AccessReviewPermissionModel,
  type CertificationCampaignModel,
  type CertificationModel,
  type ReviewerModel,
} from './mapping.js';

const defaultPageSize = 25;
const defaultPermissionPageSize = 100;
/** Reads of single certifications in one request, for those that the list does not serve. */
export const mostSingleReads = 5;
/** Certifications read for one summary: 20 calls, a fifth of what the upstream allows in ten seconds. */
const mostInSummary = 5000;
const mostCallsBehindFirst = mostInSummary / largestPage - 1;

/** Fields that are read with the certification; others need its id alone, whoever declares them. */
export const readFields: ReadonlySet<string> = new Set([...Object.keys(certificationReference('')), 'isOverdue'].filter((field) => field !== 'id'));
export const campaignReadFields: ReadonlySet<string> = new Set(Object.keys(campaignReference('')).filter((field) => field !== 'id'));

/** A page that knows its list, so that its summary can be read when it is asked for. */
export class CertificationPage extends Connection<CertificationModel> {
  readonly query: CertificationQuery;

  constructor(query: CertificationQuery, page: Page, answer: ListAnswer<CertificationModel>) {
    super(page, answer);
    this.query = query;
  }
}

export type ReviewerPage = Connection<ReviewerModel>;
export type PermissionPage = Connection<AccessReviewPermissionModel>;

export interface SelectedCertificationParts extends SelectedParts {
  readonly summary: boolean;
}

/** All that a list has, or its first 5000 certifications. */
export interface AllCertifications {
  readonly certifications: readonly CertificationModel[];
  readonly isComplete: boolean;
}

/** All that resolvers may ask about certifications, for one request. */
export class CertificationDataSource {
  readonly #client: CertificationClient;
  readonly #generation: Generation;
  readonly #cache: CacheReader;
  readonly #cached: CertificationCache;
  #singleReadsLeft = mostSingleReads;

  /** Batches: 100 ids to a call. Lists fill it. */
  readonly #byId: DataLoader<string, CertificationModel | null>;
  /** Cannot be batched: one call for each campaign. Lists fill it. */
  readonly #campaignById: DataLoader<string, CertificationCampaignModel | null>;
  readonly #lists: ListLoader<CertificationQuery, CertificationModel>;
  /** Cannot be batched: one call for each certification. */
  readonly #reviewerLists: ListLoader<ReviewerQuery, ReviewerModel>;
  /** Cannot be batched: one call for each item. */
  readonly #permissionLists: ListLoader<PermissionQuery, AccessReviewPermissionModel>;

  constructor(client: CertificationClient, cache: CacheReader) {
    this.#client = client;
    this.#generation = client.generation;
    this.#cache = cache;
    this.#cached = certificationCache(client.generation);
    const { byId, campaigns, reviewers, permissions } = this.#cached;
    this.#byId = new DataLoader((ids) => cache.getMany(byId, ids, (missing) => this.#readByIds(missing)), { maxBatchSize: idsPerCall });
    this.#campaignById = cachedOneByOne(cache, campaigns, (id) => client.findCampaign(id));
    this.#lists = new ListLoader((loads) => this.#readLists(loads));
    this.#reviewerLists = new ListLoader(
      readListsCached(cache, reviewers, ({ query, call }) => partOf(query.certificationId, [query, call]), (query, call) => client.listReviewers(query, call)),
    );
    this.#permissionLists = new ListLoader(
      readListsCached(cache, permissions, ({ query, call }) => partOf(query.certificationId, [query, call]), (query, call) => client.listPermissions(query, call)),
    );
  }

  /** Throws BAD_USER_INPUT; otherwise as the upstream refuses. */
  async listCertifications(
    args: CertificationQueryArguments & PageArguments,
    selected: SelectedCertificationParts,
  ): Promise<CertificationPage> {
    const query = checkedCertificationQuery(args, this.#generation);
    const page = checkedPage(args, ['certifications', query], defaultPageSize);
    const answer = selected.summary ? this.#pageOfAll(query, page) : this.#lists.loadPage(query, page, selected);
    return new CertificationPage(query, page, await answer);
  }

  /** Every certification of a list: one call for 250, all after the first at once. */
  async readAll(query: CertificationQuery): Promise<AllCertifications> {
    const first = await this.#chunk(query, 0);
    const { totalCount } = first;
    const rest = totalCount === null ? this.#chunksInTurn(query, first) : this.#chunksAtOnce(query, offsetsBehind(first, totalCount));
    const certifications = withoutRepeats([first, ...(await rest)]).map(({ model }) => model);
    const isComplete = totalCount === null ? certifications.length < mostInSummary : certifications.length >= totalCount;
    return { certifications, isComplete };
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
    this.#lists.forget();
    this.#reviewerLists.forget();
    await this.#cache.invalidate([certificationsTag, certificationTag(id)]);
  }

  /** A campaign by id, as one of its certifications names it; null when the caller may see none of them. */
  async findVisibleCampaign(id: string, selection: Selection): Promise<CertificationCampaignModel | null> {
    return selection.hasAny(campaignReadFields) ? nullWhenForbidden(this.#campaignById.load(id)) : campaignReference(id);
  }

  /** For a campaign that an answer has named: what may not be read is null, its id stays. */
  async completeCampaign(id: string, selection: Selection): Promise<CertificationCampaignModel> {
    return (await this.findVisibleCampaign(id, selection)) ?? campaignReference(id);
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

  /** Throws BAD_USER_INPUT, NOT_FOUND; otherwise as the upstream refuses. */
  async listPermissions(
    item: { readonly certificationId: string; readonly itemId: string },
    args: { readonly filter?: AccessReviewPermissionFilter | null | undefined } & PageArguments,
    selected: SelectedParts,
  ): Promise<PermissionPage> {
    const query = checkedPermissionQuery(item, args.filter);
    const page = checkedPage(args, ['permissions', query], defaultPermissionPageSize);
    return new Connection(page, await this.#permissionLists.loadPage(query, page, selected));
  }

  /** A page whose list is summed up as well: its rows come out of the summary's calls. */
  async #pageOfAll(query: CertificationQuery, page: Page): Promise<ListAnswer<CertificationModel>> {
    const first = await this.#chunk(query, 0);
    const end = Math.min(page.offset + page.size, first.totalCount ?? Infinity);
    const step = chunkSize(first);
    const from = page.offset - (page.offset % step);
    const chunks = await this.#chunksAtOnce(query, stepsBetween(from, first.isLast ? Math.min(end, first.end) : end, step));
    const last = chunks.at(-1) ?? emptyListAnswer(page.offset);
    return {
      rows: withoutRepeats(chunks).filter(({ position }) => position >= page.offset),
      end: last.end,
      // Only the first chunk was counted.
      isLast: first.totalCount === null ? last.isLast : last.end >= first.totalCount,
      totalCount: first.totalCount,
    };
  }

  #chunk(query: CertificationQuery, offset: number): Promise<ListAnswer<CertificationModel>> {
    const call = { offset, limit: largestPage, count: offset === 0, isOfAll: true } as const;
    return offset === 0 ? this.#lists.load(query, call) : this.#lists.loadNext(query, call);
  }

  #chunksAtOnce(query: CertificationQuery, offsets: readonly number[]): Promise<ListAnswer<CertificationModel>[]> {
    return Promise.all(offsets.map((offset) => this.#chunk(query, offset)));
  }

  /** For an upstream that did not count. */
  async #chunksInTurn(
    query: CertificationQuery,
    first: ListAnswer<CertificationModel>,
  ): Promise<ListAnswer<CertificationModel>[]> {
    const chunks: ListAnswer<CertificationModel>[] = [];
    for (let last = first; !last.isLast && last.end < mostInSummary; ) {
      last = await this.#chunk(query, last.end);
      chunks.push(last);
    }
    return chunks;
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
    return Promise.all(ids.map(async (id) => found.get(id) ?? this.#readMissing(id)));
  }

  /** The list leaves out certifications of governance groups: one missing there may exist all the same. */
  async #readMissing(id: string): Promise<CertificationModel | null | Error> {
    if (this.#generation.contract === 'beta' || this.#singleReadsLeft === 0) return null;
    this.#singleReadsLeft -= 1;
    return this.#client.findCertification(id).catch((error: Error) => error);
  }
}

/** How many rows the upstream answers at a time: fewer than were asked for, where the total says that there are more. */
function chunkSize(first: ListAnswer<CertificationModel>): number {
  return first.end > 0 && !first.isLast ? first.end : largestPage;
}

function offsetsBehind(first: ListAnswer<CertificationModel>, totalCount: number): number[] {
  const step = chunkSize(first);
  return stepsBetween(step, Math.min(totalCount, mostInSummary), step).slice(0, mostCallsBehindFirst);
}

function stepsBetween(from: number, end: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((end - from) / step)) }, (_, index) => from + index * step);
}

/** A row can slip onto the next page while pages are read (Q36): each counts once. */
function withoutRepeats(chunks: readonly ListAnswer<CertificationModel>[]): Row<CertificationModel>[] {
  const seen = new Set<string>();
  return chunks
    .flatMap(({ rows }) => rows)
    .filter(({ model }) => !seen.has(model.id) && seen.add(model.id));
}
