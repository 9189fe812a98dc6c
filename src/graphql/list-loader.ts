import DataLoader from 'dataloader';
import type { GatewayError} from '../errors.js';
import { hasCode } from '../errors.js';
import { callForPage, emptyListAnswer, type ListAnswer, type ListCall, type Page, type SelectedParts } from './pagination.js';

export interface ListLoad<Query> {
  readonly query: Query;
  readonly call: ListCall;
}

/**
 * One upstream list, for one request: nothing to batch, but equal calls of one request are one call. `query` must have
 * one form for one meaning, as its JSON is the key.
 */
export function createListLoader<Query, Model>(
  load: (query: Query, call: ListCall) => Promise<ListAnswer<Model>>,
): DataLoader<ListLoad<Query>, ListAnswer<Model>, string> {
  return new DataLoader<ListLoad<Query>, ListAnswer<Model>, string>(
    (loads) => Promise.all(loads.map(({ query, call }) => load(query, call))),
    { batch: false, cacheKeyFn: ({ query, call }) => JSON.stringify([query, call]) },
  );
}

/** One page of a list. */
export function loadPage<Query, Model>(
  loader: DataLoader<ListLoad<Query>, ListAnswer<Model>, string>,
  query: Query,
  page: Page,
  selected: SelectedParts,
): Promise<ListAnswer<Model>> {
  const call = callForPage(page, selected);
  const answer = loader.load({ query, call });
  return page.isContinuation ? orEnd(call, answer) : answer;
}

/**
 * For a call that goes on behind a full page: an offset past the end may be answered with 400 or 404 instead of an
 * empty list, and then means the end. 401, 403 and 429 never do.
 */
export async function orEnd<Model>(call: ListCall, answer: Promise<ListAnswer<Model>>): Promise<ListAnswer<Model>> {
  try {
    return await answer;
  } catch (error) {
    if (isPastTheEnd(error)) return emptyListAnswer(call);
    throw error;
  }
}

function isPastTheEnd(error: unknown): boolean {
  return hasCode(error, 'UPSTREAM_REJECTED', 'NOT_FOUND') && [400, 404].includes(statusOf(error) ?? 0);
}

function statusOf(error: GatewayError): number | undefined {
  return error.details.upstream?.status;
}
