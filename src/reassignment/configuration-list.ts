import type { Cached } from '../cache/cached.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { orEnd } from '../graphql/list-loader.js';
import { eachAlone } from '../graphql/loaders.js';
import {
  checkedPage,
  checkedSize,
  emptyListAnswer,
  type ListAnswer,
  type ListCall,
  type Page,
  type PageArguments,
} from '../graphql/pagination.js';
import { runAsk } from '../meter/work.js';
import type { ReassignmentClient } from './client.js';
import type { ReassignmentConfigurationModel } from './mapping.js';

type Answer = ListAnswer<ReassignmentConfigurationModel>;

const defaultPageSize = 20;
/** Each 20 cost a call. */
const largestConnectionPage = 100;
/** Beta answers no more at a time. */
export const upstreamPageSize = 20;
/** An answer of just this many rows may be a page of a server that pages without saying so. */
const pageSizes = new Set([upstreamPageSize, 250]);
const mostPages = 250;
/** Pages that are looked through for single configurations. */
const mostKnownPages = 10;
/** The name of a list that is not paged. */
const whole = 'all';

export interface ConfigurationListParts {
  readonly client: ReassignmentClient;
  readonly cache: CacheReader;
  readonly cached: Cached<Answer>;
  readonly onRead: (configuration: ReassignmentConfigurationModel) => void;
}

/** Throws BAD_USER_INPUT. */
export function checkedConfigurationPage(args: PageArguments): Page {
  checkedSize(args.first ?? defaultPageSize, largestConnectionPage);
  return checkedPage(args, ['reassignmentConfigurations'], defaultPageSize);
}

/**
 * The tenant's list of configurations, for one request. The upstream cannot count it (Q33): beta pages by 20 until a
 * page is short, later generations document no paging and are read whole.
 */
export class ConfigurationList {
  readonly #client: ReassignmentClient;
  readonly #cache: CacheReader;
  readonly #cached: Cached<Answer>;
  readonly #onRead: (configuration: ReassignmentConfigurationModel) => void;
  readonly #pages = new Map<number, Promise<Answer>>();
  #whole: Promise<Answer> | null = null;

  /** `onRead` is told of every configuration that came. */
  constructor({ client, cache, cached, onRead }: ConfigurationListParts) {
    this.#client = client;
    this.#cache = cache;
    this.#cached = cached;
    this.#onRead = onRead;
  }

  async read(page: Page, looksAhead: boolean): Promise<Answer> {
    if (this.#client.generation.contract === 'beta') return this.#readRange(page, page.size + (looksAhead ? 1 : 0));
    const { rows, end } = await runAsk(this, whole, () => (this.#whole ??= this.#readWhole()));
    return { rows: rows.filter((row) => row.position >= page.offset), end, isLast: true, totalCount: null };
  }

  /**
   * The configurations that are known without a call, by identity. Who is not among them may have none, or may be
   * somebody whose configuration the caller must not see: the list does not tell these apart.
   */
  async findKnown(): Promise<ReadonlyMap<string, ReassignmentConfigurationModel>> {
    const known = new Map<string, ReassignmentConfigurationModel>();
    for (let offset = 0, pages = 0, isLast = false; !isLast && pages < mostKnownPages; pages += 1) {
      const page = await this.#cache.find(this.#cached, this.#client.generation.contract === 'beta' ? String(offset) : whole);
      for (const { model } of page?.rows ?? []) known.set(model.id, model);
      isLast = page === null || page.isLast || page.end <= offset;
      offset = page?.end ?? offset;
    }
    return known;
  }

  forget(): void {
    this.#pages.clear();
    this.#whole = null;
  }

  /** Pages in turn, from `page.offset` on, until there are enough rows or no more. */
  async #readRange(page: Page, wanted: number): Promise<Answer> {
    let answer: Answer = emptyListAnswer(page.offset);
    for (let isLast = false; !isLast && answer.end < page.offset + wanted; isLast = answer.isLast) {
      const call = { offset: answer.end, limit: upstreamPageSize, count: false };
      const isFollowing = page.isContinuation || answer.end > page.offset;
      answer = joined(answer, await (isFollowing ? orEnd(call, this.#page(call)) : this.#page(call)));
    }
    return answer;
  }

  #page(call: ListCall): Promise<Answer> {
    return runAsk(this, call.offset, () => this.#pageFrom(call));
  }

  #pageFrom(call: ListCall): Promise<Answer> {
    const page = this.#pages.get(call.offset) ?? this.#told(String(call.offset), () => this.#client.listConfigurations(call));
    this.#pages.set(call.offset, page);
    return page;
  }

  #readWhole(): Promise<Answer> {
    return this.#told(whole, () => this.#readToTheEnd());
  }

  async #readToTheEnd(): Promise<Answer> {
    let answer = await this.#client.listAllConfigurations();
    const size = answer.end;
    if (!pageSizes.has(size)) return answer;
    // It may be a page after all: the next ones, until one is short, refused or brings nothing new.
    for (let isLast = false, pages = 1; !isLast && pages < mostPages; isLast = answer.isLast, pages += 1) {
      const call = { offset: answer.end, limit: size, count: false };
      answer = joined(answer, await orEnd(call, this.#client.listConfigurations(call)));
    }
    return { ...answer, isLast: true };
  }

  async #told(id: string, read: () => Promise<Answer>): Promise<Answer> {
    const [answer] = await this.#cache.getMany<Answer>(this.#cached, [id], (missing) => eachAlone(missing, read));
    if (answer instanceof Error) throw answer;
    const { rows } = answer as Answer;
    for (const { model } of rows) this.#onRead(model);
    return answer as Answer;
  }
}

/**
 * Two pages as one. A page of rows that are all there already comes from a server that has ignored the offset, and would
 * answer it for ever: the list has ended before it.
 */
function joined(before: Answer, next: Answer): Answer {
  const seen = new Set(before.rows.map(({ model }) => model.id));
  const fresh = next.rows.filter(({ model }) => !seen.has(model.id));
  if (fresh.length === 0 && next.rows.length > 0) return { ...before, isLast: true };
  return { rows: [...before.rows, ...fresh], end: next.end, isLast: next.isLast, totalCount: null };
}
