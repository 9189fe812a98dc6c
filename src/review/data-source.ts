import type DataLoader from 'dataloader';
import type { Cached, PlainOnly } from '../cache/cached.js';
import type { CacheReader } from '../cache/cache-reader.js';
import type {
  AccessReviewAccessFilter,
  AccessReviewAccessType,
  AccessReviewPermissionFilter,
  CertificationIdentitySummaryFilter,
} from '../generated/types.js';
import { explainGovernanceGroup } from '../graphql/governance-group.js';
import { ListLoader, partOf, readListsCached, type ReadLists } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { eachAlone } from '../graphql/loaders.js';
import { checkedPage, Connection, type ListAnswer, type ListCall, type PageArguments, type SelectedParts } from '../graphql/pagination.js';
import type { Selection } from '../graphql/selection.js';
import { checkStable } from '../graphql/stable-only.js';
import type { Generation } from '../upstream/generation.js';
import type { AccessModel } from './access.js';
import { reviewCache, type ReviewCache } from './cached.js';
import type { ReviewClient } from './client.js';
import { ItemsById, type ItemName } from './items-by-id.js';
import {
  checkedAccessQuery,
  checkedDecisionSummaryQuery,
  checkedIdentitySummaryQuery,
  checkedItemQuery,
  checkedPermissionQuery,
  type AccessQuery,
  type DecisionSummaryQuery,
  type IdentitySummaryQuery,
  type ItemQuery,
  type ItemQueryArguments,
  type PermissionQuery,
} from './list-query.js';
import {
  itemReference,
  type AccessReviewItemModel,
  type AccessReviewPermissionModel,
  type DecisionSummaryModel,
  type IdentitySummaryModel,
} from './mapping.js';

const defaultPageSize = 25;
const defaultPermissionPageSize = 100;

/** Fields that are read with the item; others need its id and its certification's alone, whoever declares them. */
export const readItemFields: ReadonlySet<string> = new Set(
  [...Object.keys(itemReference('', '')), 'entitlements'].filter((field) => field !== 'id'),
);

export type ItemPage = Connection<AccessReviewItemModel>;
export type IdentitySummaryPage = Connection<IdentitySummaryModel>;
export type AccessPage = Connection<AccessModel>;
export type PermissionPage = Connection<AccessReviewPermissionModel>;

export interface ReviewParts {
  readonly client: ReviewClient;
  readonly cache: CacheReader;
  /** Null when the caller may not see the certification. */
  readonly findReviewerType: (certificationId: string) => Promise<string | null>;
}

/** Throws BAD_USER_INPUT on beta, which has nothing of an item but its permissions. */
export function checkServed(generation: Generation): void {
  checkStable(generation, 'Items of certifications and their summaries are');
}

/** All that resolvers may ask about what is reviewed, for one request. */
export class ReviewDataSource {
  readonly #parts: ReviewParts;
  readonly #itemsById: ItemsById;
  // None of these can be batched: one call for each certification, or item.
  readonly #itemLists: ListLoader<ItemQuery, AccessReviewItemModel>;
  readonly #identitySummaryLists: ListLoader<IdentitySummaryQuery, IdentitySummaryModel>;
  readonly #accessLists: ListLoader<AccessQuery, AccessModel>;
  readonly #decisionSummaries: DataLoader<DecisionSummaryQuery, DecisionSummaryModel | null, string>;
  readonly #permissionLists: ListLoader<PermissionQuery, AccessReviewPermissionModel>;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
    const { client, cache } = parts;
    const cached = reviewCache(client.generation);
    this.#itemsById = new ItemsById(client, cache, cached.items);
    const readItemLists = listsOf(cache, cached.itemLists, (query: ItemQuery, call) => client.listItems(query, call));
    this.#itemLists = new ListLoader(async (loads) => {
      const answers = await readItemLists(loads);
      for (const answer of answers) if (!(answer instanceof Error)) this.#itemsById.prime(answer);
      return answers;
    });
    this.#identitySummaryLists = new ListLoader(
      listsOf(cache, cached.identitySummaries, (query: IdentitySummaryQuery, call) => client.listIdentitySummaries(query, call)),
    );
    this.#accessLists = new ListLoader(
      listsOf(cache, cached.accessSummaries, (query: AccessQuery, call) => client.listAccess(query, call)),
    );
    this.#permissionLists = new ListLoader(
      listsOf(cache, cached.permissions, (query: PermissionQuery, call) => client.listPermissions(query, call)),
    );
    const readDecisionSummaries = (queries: readonly DecisionSummaryQuery[]) => this.#readDecisionSummaries(cached.decisionSummaries, queries);
    this.#decisionSummaries = new Loader(readDecisionSummaries, { cacheKeyFn: nameOf });
  }

  /** Throws BAD_USER_INPUT, also on beta, NOT_FOUND; otherwise as the upstream refuses. So do the other lists. */
  async listItems(certificationId: string, args: ItemQueryArguments & PageArguments, selected: SelectedParts): Promise<ItemPage> {
    checkServed(this.#parts.client.generation);
    const query = checkedItemQuery(certificationId, args);
    const page = checkedPage(args, ['items', query], defaultPageSize);
    return new Connection(page, await this.#explained(certificationId, this.#itemLists.loadPage(query, page, selected)));
  }

  async listIdentitySummaries(
    certificationId: string,
    args: { readonly filter?: CertificationIdentitySummaryFilter | null | undefined } & PageArguments,
    selected: SelectedParts,
  ): Promise<IdentitySummaryPage> {
    checkServed(this.#parts.client.generation);
    const query = checkedIdentitySummaryQuery(certificationId, args.filter);
    const page = checkedPage(args, ['identitySummaries', query], defaultPageSize);
    return new Connection(page, await this.#explained(certificationId, this.#identitySummaryLists.loadPage(query, page, selected)));
  }

  async listAccess(
    certificationId: string,
    args: { readonly type: AccessReviewAccessType; readonly filter?: AccessReviewAccessFilter | null | undefined } & PageArguments,
    selected: SelectedParts,
  ): Promise<AccessPage> {
    checkServed(this.#parts.client.generation);
    const query = checkedAccessQuery(certificationId, args.type, args.filter);
    const page = checkedPage(args, ['accessSummaries', query], defaultPageSize);
    return new Connection(page, await this.#explained(certificationId, this.#accessLists.loadPage(query, page, selected)));
  }

  /** Throws as the lists do. */
  async findDecisionSummary(
    certificationId: string,
    identitySummaryIds: readonly string[] | null | undefined,
  ): Promise<DecisionSummaryModel | null> {
    checkServed(this.#parts.client.generation);
    const query = checkedDecisionSummaryQuery(certificationId, identitySummaryIds);
    return this.#explained(certificationId, this.#decisionSummaries.load(query));
  }

  /**
   * For a field that names one item: a reference when no more than that is selected, else the item; null when the
   * certification has none of this id. Throws BAD_USER_INPUT on beta, NOT_FOUND when there is no such certification;
   * otherwise as the upstream refuses.
   */
  async findItem({ certificationId, itemId }: ItemName, selection: Selection): Promise<AccessReviewItemModel | null> {
    if (!selection.hasAny(readItemFields)) return itemReference(itemId, certificationId);
    checkServed(this.#parts.client.generation);
    return this.#explained(certificationId, this.#itemsById.load({ certificationId, itemId }));
  }

  /**
   * Those of the named items that the certification has, by id: as they are now, whatever is kept, since a change is to
   * follow. One call for up to 100 ids, else as few as it takes. Throws as `findItem` does.
   */
  async readItems(certificationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, AccessReviewItemModel>> {
    checkServed(this.#parts.client.generation);
    return this.#explained(certificationId, this.#itemsById.readAnew(certificationId, ids));
  }

  /** Throws BAD_USER_INPUT, NOT_FOUND; otherwise as the upstream refuses. */
  async listPermissions(
    item: ItemName,
    args: { readonly filter?: AccessReviewPermissionFilter | null | undefined } & PageArguments,
    selected: SelectedParts,
  ): Promise<PermissionPage> {
    const query = checkedPermissionQuery(item, args.filter);
    const page = checkedPage(args, ['permissions', query], defaultPermissionPageSize);
    return new Connection(page, await this.#permissionLists.loadPage(query, page, selected));
  }

  /** After a change to any certification: what this request has read of reviews is old. */
  forget(): void {
    this.#itemsById.forget();
    this.#decisionSummaries.clearAll();
    for (const lists of [this.#itemLists, this.#identitySummaryLists, this.#accessLists, this.#permissionLists]) lists.forget();
  }

  async #readDecisionSummaries(
    cached: ReviewCache['decisionSummaries'],
    queries: readonly DecisionSummaryQuery[],
  ): Promise<(DecisionSummaryModel | null | Error)[]> {
    const { cache, client } = this.#parts;
    const byName = new Map(queries.map((query) => [nameOf(query), query] as const));
    const readOne = async (name: string) => client.getDecisionSummary(byName.get(name) as DecisionSummaryQuery);
    return cache.getMany<DecisionSummaryModel>(cached, [...byName.keys()], (missing) => eachAlone(missing, readOne));
  }

  async #explained<Answer>(certificationId: string, read: Promise<Answer>): Promise<Answer> {
    try {
      return await read;
    } catch (error) {
      throw await explainGovernanceGroup(error, certificationId, this.#parts.findReviewerType);
    }
  }
}

/** Behind the cache, under the certification that they are parts of. */
function listsOf<Query extends { readonly certificationId: string }, Model>(
  cache: CacheReader,
  cached: Cached<ListAnswer<Model>>,
  read: (query: Query, call: ListCall) => Promise<PlainOnly<ListAnswer<Model>>>,
): ReadLists<Query, Model> {
  return readListsCached(cache, cached, ({ query, call }) => partOf(query.certificationId, [query, call]), read);
}

function nameOf(query: DecisionSummaryQuery): string {
  return partOf(query.certificationId, query);
}
