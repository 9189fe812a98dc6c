import DataLoader from 'dataloader';
import { hasCode, type GatewayError } from '../errors.js';
import { eachAlone } from './loaders.js';
import { callForPage, emptyListAnswer, type ListAnswer, type ListCall, type Page, type SelectedParts } from './pagination.js';

interface ListLoad<Query> {
  readonly query: Query;
  readonly call: ListCall;
}

interface Call<Query, Model> extends ListLoad<Query> {
  readonly answer: Promise<ListAnswer<Model>>;
}

/**
 * One upstream list, for one request. Calls from the same position of the same list are one call: the longest page
 * that somebody wants, counted if anybody wants the total. A list answer says where it ends, so that each asker can
 * cut their page from it. `query` must have one form for one meaning, as its JSON is its name.
 */
export class ListLoader<Query, Model> {
  readonly #read: (query: Query, call: ListCall) => Promise<ListAnswer<Model>>;
  readonly #loads: DataLoader<ListLoad<Query>, ListAnswer<Model>, string>;
  readonly #calls = new Map<string, Call<Query, Model>>();

  constructor(read: (query: Query, call: ListCall) => Promise<ListAnswer<Model>>) {
    this.#read = read;
    this.#loads = new DataLoader<ListLoad<Query>, ListAnswer<Model>, string>((loads) => this.#readTogether(loads), {
      cacheKeyFn: ({ query, call }) => JSON.stringify([query, call]),
    });
  }

  load(query: Query, call: ListCall): Promise<ListAnswer<Model>> {
    return this.#loads.load({ query, call });
  }

  /** The same behind a page that was full: where the list has ended, it is empty. */
  loadNext(query: Query, call: ListCall): Promise<ListAnswer<Model>> {
    return orEnd(call, this.load(query, call));
  }

  loadPage(query: Query, page: Page, selected: SelectedParts): Promise<ListAnswer<Model>> {
    const call = callForPage(page, selected);
    if (call === null) return Promise.resolve(emptyListAnswer(page.offset));
    return page.isContinuation ? this.loadNext(query, call) : this.load(query, call);
  }

  /** After a change: what has been read is old. */
  forget(): void {
    this.#loads.clearAll();
    this.#calls.clear();
  }

  #readTogether(loads: readonly ListLoad<Query>[]): Promise<(ListAnswer<Model> | Error)[]> {
    const wanted = new Map<string, ListLoad<Query>>();
    for (const load of loads) wanted.set(nameOf(load), merged(load, wanted.get(nameOf(load))));
    for (const [name, load] of wanted) {
      const made = this.#calls.get(name);
      if (made === undefined || !covers(made.call, load.call)) {
        this.#calls.set(name, { ...load, answer: this.#read(load.query, load.call) });
      }
    }
    const answers = loads.map((load) => this.#calls.get(nameOf(load))?.answer);
    return eachAlone(answers, async (answer) => (await answer) as ListAnswer<Model>);
  }
}

function nameOf<Query>({ query, call }: ListLoad<Query>): string {
  return JSON.stringify([query, call.offset]);
}

function merged<Query>(load: ListLoad<Query>, other: ListLoad<Query> | undefined): ListLoad<Query> {
  if (other === undefined) return load;
  const limit = Math.max(load.call.limit, other.call.limit);
  return { query: load.query, call: { offset: load.call.offset, limit, count: load.call.count || other.call.count } };
}

function covers(made: ListCall, wanted: ListCall): boolean {
  return made.limit >= wanted.limit && (made.count || !wanted.count);
}

/**
 * For a call that goes on behind a full page: an offset past the end may be answered with 400 or 404 instead of an
 * empty list, and then means the end. 401, 403 and 429 never do.
 */
export async function orEnd<Model>(call: ListCall, answer: Promise<ListAnswer<Model>>): Promise<ListAnswer<Model>> {
  try {
    return await answer;
  } catch (error) {
    if (isPastTheEnd(error)) return emptyListAnswer(call.offset);
    throw error;
  }
}

function isPastTheEnd(error: unknown): boolean {
  return hasCode(error, 'UPSTREAM_REJECTED', 'NOT_FOUND') && [400, 404].includes(statusOf(error) ?? 0);
}

function statusOf(error: GatewayError): number | undefined {
  return error.details.upstream?.status;
}
