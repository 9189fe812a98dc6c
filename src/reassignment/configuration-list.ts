import { badUserInput } from '../errors.js';
import { orEnd } from '../graphql/list-loader.js';
import { checkedPage, emptyListAnswer, type ListAnswer, type ListCall, type Page, type PageArguments } from '../graphql/pagination.js';
import type { ReassignmentClient } from './client.js';
import type { ReassignmentConfigurationModel } from './mapping.js';

const defaultPageSize = 20;
const largestConnectionPage = 100;
/** Beta answers no more at a time. */
const upstreamPageSize = 20;
/** An answer of just this many rows may be a page of a server that pages without saying so. */
const pageSizes = new Set([upstreamPageSize, 250]);
const mostPages = 250;

/** `first` goes to 100 here: each 20 cost a call. Throws BAD_USER_INPUT. */
export function checkedConfigurationPage(args: PageArguments): Page {
  const size = args.first ?? defaultPageSize;
  if (size > largestConnectionPage) throw badUserInput('first', `first is ${size}; 1 to ${largestConnectionPage} are allowed.`);
  return checkedPage(args, ['reassignmentConfigurations'], defaultPageSize);
}

/**
 * The tenant's list of configurations, for one request. The upstream cannot count it (Q33): beta pages by 20 until a
 * page is short, later generations document no paging and are read whole.
 */
export class ConfigurationList {
  readonly #client: ReassignmentClient;
  readonly #onRead: (configuration: ReassignmentConfigurationModel) => void;
  readonly #pages = new Map<number, Promise<ListAnswer<ReassignmentConfigurationModel>>>();
  #whole: Promise<ListAnswer<ReassignmentConfigurationModel>> | null = null;

  /** `onRead` is told of every configuration that came. */
  constructor(client: ReassignmentClient, onRead: (configuration: ReassignmentConfigurationModel) => void) {
    this.#client = client;
    this.#onRead = onRead;
  }

  async read(page: Page, looksAhead: boolean): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    if (this.#client.generation.contract === 'beta') return this.#readRange(page, page.size + (looksAhead ? 1 : 0));
    this.#whole ??= this.#readWhole();
    const { rows, end } = await this.#whole;
    return { rows: rows.filter((row) => row.position >= page.offset), end, isLast: true, totalCount: null };
  }

  forget(): void {
    this.#pages.clear();
    this.#whole = null;
  }

  /** Pages in turn, from `page.offset` on, until there are enough rows or no more. */
  async #readRange(page: Page, wanted: number): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    let answer = emptyListAnswer({ offset: page.offset, limit: 0, count: false }) as ListAnswer<ReassignmentConfigurationModel>;
    const seen = new Set<string>();
    for (let isLast = false; !isLast && answer.end < page.offset + wanted; ) {
      const call = { offset: answer.end, limit: upstreamPageSize, count: false };
      const isFollowing = page.isContinuation || answer.end > page.offset;
      const next = await (isFollowing ? orEnd(call, this.#page(call)) : this.#page(call));
      const fresh = next.rows.filter(({ model }) => !seen.has(model.id));
      for (const { model } of fresh) seen.add(model.id);
      // Nothing new: the server has ignored the offset and would answer the same page for ever.
      isLast = next.isLast || fresh.length === 0;
      const end = fresh.length === 0 ? answer.end : next.end;
      answer = { rows: [...answer.rows, ...fresh], end, isLast, totalCount: null };
    }
    return answer;
  }

  #page(call: ListCall): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    const page = this.#pages.get(call.offset) ?? this.#readPage(call);
    this.#pages.set(call.offset, page);
    return page;
  }

  async #readPage(call: ListCall): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    const { configurations, length } = await this.#client.listConfigurations(call);
    configurations.forEach(this.#onRead);
    const rows = configurations.map((model, index) => ({ position: call.offset + index, model }));
    return { rows, end: call.offset + length, isLast: length < call.limit, totalCount: null };
  }

  async #readWhole(): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    const first = await this.#client.listConfigurations(null);
    const byId = new Map(first.configurations.map((configuration) => [configuration.id, configuration]));
    if (pageSizes.has(first.length)) await this.#readBehind(first.length, byId);
    const configurations = [...byId.values()];
    configurations.forEach(this.#onRead);
    const rows = configurations.map((model, position) => ({ position, model }));
    return { rows, end: rows.length, isLast: true, totalCount: null };
  }

  /** For a server that has sent just a page: the next ones, until one is short, refused or brings nothing new. */
  async #readBehind(size: number, byId: Map<string, ReassignmentConfigurationModel>): Promise<void> {
    for (let pageNumber = 1; pageNumber < mostPages; pageNumber += 1) {
      const call = { offset: pageNumber * size, limit: size, count: false };
      const { rows, isLast } = await orEnd(call, this.#readPage(call));
      const before = byId.size;
      for (const { model } of rows) if (!byId.has(model.id)) byId.set(model.id, model);
      if (isLast || byId.size === before) return;
    }
  }
}
