import type DataLoader from 'dataloader';
import type { CacheReader } from '../cache/cache-reader.js';
import type { Cached } from '../cache/cached.js';
import { ListLoader, partOf } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { eachAlone, idsPerCall } from '../graphql/loaders.js';
import { largestPage, type ListAnswer } from '../graphql/pagination.js';
import { runAsk } from '../meter/work.js';
import type { ReviewClient } from './client.js';
import { checkedItemQuery, type ItemQuery } from './list-query.js';
import type { AccessReviewItemModel } from './mapping.js';

/** An item is known by its id within its certification. */
export interface ItemName {
  readonly certificationId: string;
  readonly itemId: string;
}

/** Ids of one certification, as many as one call takes. */
interface Batch {
  readonly certificationId: string;
  readonly ids: readonly string[];
}

type Items = Map<string, AccessReviewItemModel>;

/** Items by their ids, for one request. Batches: 100 ids of one certification to a call. Lists fill it. */
export class ItemsById {
  readonly #client: ReviewClient;
  readonly #loads: DataLoader<ItemName, AccessReviewItemModel | null, string>;

  constructor(client: ReviewClient, cache: CacheReader, cached: Cached<AccessReviewItemModel>) {
    this.#client = client;
    this.#loads = new Loader<ItemName, AccessReviewItemModel | null, string>(
      (names) => {
        const byKey = new Map(names.map((name) => [keyOf(name), name] as const));
        const read = (keys: readonly string[]) => this.#read(keys.map((key) => byKey.get(key) as ItemName));
        return cache.getMany<AccessReviewItemModel>(cached, [...byKey.keys()], read);
      },
      { cacheKeyFn: keyOf },
    );
  }

  /** Null when the certification has no such item. */
  load(name: ItemName): Promise<AccessReviewItemModel | null> {
    return this.#loads.load(name);
  }

  prime({ rows }: ListAnswer<AccessReviewItemModel>): void {
    for (const { model } of rows) this.#loads.prime({ certificationId: model.certificationId, itemId: model.id }, model);
  }

  forget(): void {
    this.#loads.clearAll();
  }

  /** Those of the named items that there are, past the cache: one call for up to 100, else as few as it takes. */
  async readAnew(certificationId: string, ids: readonly string[]): Promise<Items> {
    const found = await runAsk(this, certificationId, () => (ids.length <= idsPerCall ? this.#readByIds(certificationId, ids) : this.#readMany(certificationId, ids)));
    const items: Items = new Map();
    for (const itemId of ids) {
      const item = found.get(itemId) ?? null;
      if (item !== null) items.set(itemId, item);
      this.#loads.clear({ certificationId, itemId }).prime({ certificationId, itemId }, item);
    }
    return items;
  }

  /** A page of the certification's items tells how many there are: then the other pages, or what is still missing. */
  async #readMany(certificationId: string, ids: readonly string[]): Promise<Items> {
    const query = checkedItemQuery(certificationId, {});
    const lists = new ListLoader<ItemQuery, AccessReviewItemModel>((loads) =>
      eachAlone(loads, ({ call }) => this.#client.listItems(query, call)),
    );
    const first = await lists.load(query, { offset: 0, limit: largestPage, count: true });
    const found = itemsOf([first]);
    const missing = () => ids.filter((id) => !found.has(id));
    const offsets = offsetsBehind(first);
    if (offsets !== null && offsets.length <= Math.ceil(missing().length / idsPerCall)) {
      const pages = offsets.map((offset) => lists.loadNext(query, { offset, limit: largestPage, count: false }));
      for (const [id, item] of itemsOf(await Promise.all(pages))) found.set(id, item);
      // Fewer than there are: a row has slipped from one page to another meanwhile (Q36).
      if (found.size >= (first.totalCount ?? 0)) return found;
    }
    for (const [id, item] of await this.#readByIds(certificationId, missing())) found.set(id, item);
    return found;
  }

  async #readByIds(certificationId: string, ids: readonly string[]): Promise<Items> {
    const items = await Promise.all(batchesOf(certificationId, ids).map((batch) => this.#readBatch(batch)));
    return new Map(items.flatMap((batch) => [...batch]));
  }

  async #readBatch({ certificationId, ids }: Batch): Promise<Items> {
    const items = await this.#client.listItemsByIds(certificationId, ids);
    return new Map(items.map((item) => [item.id, item]));
  }

  /** In the order of the names; a call that fails fails its own alone. */
  async #read(names: readonly ItemName[]): Promise<(AccessReviewItemModel | null | Error)[]> {
    const certificationIds = [...new Set(names.map(({ certificationId }) => certificationId))];
    const batches = certificationIds.flatMap((id) =>
      batchesOf(id, names.filter(({ certificationId }) => certificationId === id).map(({ itemId }) => itemId)),
    );
    const answers = await eachAlone(batches, (batch) => this.#readBatch(batch));
    const found = new Map<string, AccessReviewItemModel | null | Error>();
    for (const [index, { certificationId, ids }] of batches.entries()) {
      const answer = answers[index];
      const itemIn = (itemId: string) => (answer instanceof Error ? answer : (answer?.get(itemId) ?? null));
      for (const itemId of ids) found.set(keyOf({ certificationId, itemId }), itemIn(itemId));
    }
    return names.map((name) => found.get(keyOf(name)) ?? null);
  }
}

function keyOf({ certificationId, itemId }: ItemName): string {
  return partOf(certificationId, itemId);
}

function batchesOf(certificationId: string, ids: readonly string[]): Batch[] {
  const count = Math.ceil(ids.length / idsPerCall);
  return Array.from({ length: count }, (_, index) => ({ certificationId, ids: ids.slice(index * idsPerCall, (index + 1) * idsPerCall) }));
}

function itemsOf(answers: readonly ListAnswer<AccessReviewItemModel>[]): Items {
  return new Map(answers.flatMap(({ rows }) => rows.map(({ model }) => [model.id, model] as const)));
}

/** Of the pages that follow; null where nobody can tell, as the upstream has not counted or answers fewer rows at a time. */
function offsetsBehind({ end, isLast, totalCount }: ListAnswer<AccessReviewItemModel>): number[] | null {
  if (isLast) return [];
  if (totalCount === null || end < largestPage) return null;
  return Array.from({ length: Math.ceil(totalCount / largestPage) - 1 }, (_, index) => (index + 1) * largestPage);
}
