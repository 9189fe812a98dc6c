import { hasCode, type GatewayError } from '../errors.js';
import type { Cached } from '../cache/cached.js';
import type { CacheReader, PlainOnly } from '../cache/cache-reader.js';
import { runForKeys, runRegrouped } from '../meter/work.js';
import { Loader } from './loader.js';
import { eachAlone } from './loaders.js';
import { callForPage, emptyListAnswer, type ListAnswer, type ListCall, type Page, type SelectedParts } from './pagination.js';

/** One call of a list that somebody wants. */
export interface ListLoad<Query> {
  readonly query: Query;
  readonly call: ListCall;
}

/** In the order of the loads; one that fails fails alone. */
export type ReadLists<Query, Model> = (loads: readonly ListLoad<Query>[]) => Promise<readonly (ListAnswer<Model> | Error)[]>;

/** `name`: of the list and the position. Worked out once, as it is asked for many times. */
interface NamedLoad<Query> extends ListLoad<Query> {
  readonly name: string;
}

interface Call<Query, Model> extends ListLoad<Query> {
  readonly answer: Promise<ListAnswer<Model> | Error>;
}

/**
 * One upstream list, for one request. Calls from the same position of the same list are one call: the longest page
 * that somebody wants, counted if anybody wants the total. A list answer says where it ends, so that each asker can
 * cut their page from it. `query` must have one form for one meaning, as its JSON is its name.
 */
export class ListLoader<Query, Model> {
  readonly #read: ReadLists<Query, Model>;
  readonly #loads: Loader<NamedLoad<Query>, ListAnswer<Model>, string>;
  readonly #calls = new Map<string, Call<Query, Model>>();

  constructor(read: ReadLists<Query, Model>) {
    this.#read = read;
    this.#loads = new Loader<NamedLoad<Query>, ListAnswer<Model>, string>((loads) => this.#readTogether(loads), {
      cacheKeyFn: ({ name, call }) => `${name} ${call.limit} ${call.count} ${call.isOfAll === true}`,
    });
  }

  load(query: Query, call: ListCall): Promise<ListAnswer<Model>> {
    return this.#loads.load({ query, call, name: JSON.stringify([query, call.offset]) });
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

  #readTogether(loads: readonly NamedLoad<Query>[]): Promise<(ListAnswer<Model> | Error)[]> {
    const wanted = new Map<string, NamedLoad<Query>>();
    for (const load of loads) wanted.set(load.name, merged(load, wanted.get(load.name)));
    const missing = [...wanted.values()].filter(({ name, call }) => !covers(this.#calls.get(name)?.call, call));
    const groupOf = ({ name }: NamedLoad<Query>) => missing.find((load) => load.name === name);
    if (missing.length > 0) runRegrouped(loads, groupOf, () => this.#begin(missing));
    return eachAlone(loads, async ({ name }) => (await this.#calls.get(name)?.answer) as ListAnswer<Model>);
  }

  #begin(loads: readonly NamedLoad<Query>[]): void {
    const answers = this.#read(loads);
    for (const [index, load] of loads.entries()) {
      const answer = answers.then((all) => all[index] as ListAnswer<Model> | Error);
      this.#calls.set(load.name, { ...load, answer });
    }
  }
}

function merged<Query>(load: NamedLoad<Query>, other: NamedLoad<Query> | undefined): NamedLoad<Query> {
  if (other === undefined) return load;
  const limit = Math.max(load.call.limit, other.call.limit);
  const count = load.call.count || other.call.count;
  const isOfAll = load.call.isOfAll === true && other.call.isOfAll === true;
  return { ...load, call: { offset: load.call.offset, limit, count, ...(isOfAll ? { isOfAll } : {}) } };
}

function covers(made: ListCall | undefined, wanted: ListCall): boolean {
  return made !== undefined && made.limit >= wanted.limit && (made.count || !wanted.count);
}

/** Lists behind the cache, many at once: each that is missing there is a call of its own. `idOf` names a list and its part. */
export function readListsCached<Query, Model>(
  cache: CacheReader,
  cached: Cached<ListAnswer<Model>>,
  idOf: (load: ListLoad<Query>) => string,
  read: (query: Query, call: ListCall) => Promise<PlainOnly<ListAnswer<Model>>>,
): ReadLists<Query, Model> {
  return async (loads) => {
    const byId = new Map(loads.map((load) => [idOf(load), load] as const));
    const readOne = async (id: string) => {
      const load = byId.get(id) as ListLoad<Query>;
      return runForKeys([load], () => read(load.query, load.call));
    };
    const answers = await cache.getMany<ListAnswer<Model>>(cached, loads.map(idOf), (missing) => eachAlone(missing, readOne));
    return answers as (ListAnswer<Model> | Error)[];
  };
}

/** Of a list that is about one object: the object's id, a space, and which part of the list it is. */
export function partOf(objectId: string, part: unknown): string {
  return `${objectId} ${JSON.stringify(part)}`;
}

/** The object's id in a name that `partOf` has made. */
export function objectOf(part: string): string {
  return part.slice(0, part.indexOf(' '));
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
