import { hash } from 'node:crypto';
import { badUserInput } from '../errors.js';
import type { Row } from '../upstream/answer-reader.js';
import type { UpstreamAnswer } from '../upstream/upstream-calls.js';

/** The most rows that the upstream answers in one call; without a limit it answers just as many (Q34). */
export const largestPage = 250;
const largestOffset = 2 ** 31 - 1 - largestPage;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

/** Rows `offset` to `offset + size - 1` of a list. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  /** Everything that decides which rows the list has and in which order: what cursors are tied to. */
  readonly list: unknown;
  /** True when it was asked for by a cursor, that is, after a row that the client has seen. */
  readonly isContinuation: boolean;
}

/** Which parts of a connection the client selected: what is not selected is not asked for. */
export interface SelectedParts {
  readonly rows: boolean;
  readonly hasNextPage: boolean;
  readonly totalCount: boolean;
}

/** One upstream call for a part of a list: its `limit`, `offset` and `count` parameters. */
export interface ListCall {
  readonly offset: number;
  readonly limit: number;
  readonly count: boolean;
  /** One of the calls that read the whole list, to sum it up. */
  readonly isOfAll?: true;
}

/** What came back: the rows that could be read, by their position in the whole list. */
export interface ListAnswer<Model> {
  readonly rows: readonly Row<Model>[];
  /** The position after the last row that was sent, readable or not. */
  readonly end: number;
  /** True when the list ends here: by its total, or because fewer rows came than were asked for. */
  readonly isLast: boolean;
  readonly totalCount: number | null;
}

/** The standard parameters of an upstream list. */
export function pageParameters(call: ListCall): URLSearchParams {
  const parameters = new URLSearchParams({ limit: String(call.limit), offset: String(call.offset) });
  // Counting is dear upstream: the parameter is there only where the total is wanted.
  if (call.count) parameters.set('count', 'true');
  return parameters;
}

/** Puts an upstream list answer at its place in the whole list. */
export function listAnswer<Model>(call: ListCall, answer: UpstreamAnswer, rows: readonly Row<Model>[]): ListAnswer<Model> {
  const { length } = answer.reader;
  const end = call.offset + length;
  // A total knows better than a short page: the upstream may answer fewer rows than it was asked for.
  const isLast = length === 0 || (answer.totalCount === null ? length < call.limit : end >= answer.totalCount);
  return {
    rows: rows.map((row) => ({ position: call.offset + row.position, model: row.model })),
    end,
    isLast,
    totalCount: answer.totalCount,
  };
}

/** The answer to an offset past the end, however the upstream put it. */
export function emptyListAnswer(offset: number): ListAnswer<never> {
  return { rows: [], end: offset, isLast: true, totalCount: null };
}

/**
 * Checks `first`, `after` and `offset`. `list` is everything that decides which rows the list has and in which order.
 * Throws BAD_USER_INPUT.
 */
export function checkedPage(args: PageArguments, list: unknown, defaultSize: number): Page {
  const size = checkedSize(args.first ?? defaultSize, largestPage);
  const { after, offset } = args;
  if (after !== null && after !== undefined) {
    if (offset !== null && offset !== undefined) {
      throw badUserInput('after', 'after and offset cannot be given together; use one of them.');
    }
    return { offset: positionAfter(after, hashOf(list)), size, list, isContinuation: true };
  }
  if ((offset ?? 0) < 0 || (offset ?? 0) > largestOffset) {
    throw badUserInput('offset', `offset is ${offset}; 0 to ${largestOffset} are allowed.`);
  }
  return { offset: offset ?? 0, size, list, isContinuation: false };
}

/** Throws BAD_USER_INPUT. */
export function checkedSize(first: number, largest: number): number {
  if (first >= 1 && first <= largest) return first;
  throw badUserInput('first', `first is ${first}; 1 to ${largest} are allowed.`);
}

/**
 * The call for a page; null when nothing is selected that needs one. One row more than the page shows whether another page follows; at the upstream's most there is
 * no such row, and the total is asked for instead. A total alone takes no rows at all (Q35).
 */
export function callForPage(page: Page, selected: SelectedParts): ListCall | null {
  if (!selected.rows && !selected.hasNextPage) return selected.totalCount ? { offset: 0, limit: 0, count: true } : null;
  const looksAhead = selected.hasNextPage && page.size < largestPage;
  return {
    offset: page.offset,
    limit: page.size + (looksAhead ? 1 : 0),
    count: selected.totalCount || (selected.hasNextPage && !looksAhead),
  };
}

export interface Edge<Model> {
  readonly cursor: string;
  readonly node: Model;
}

/** A page of a list as GraphQL shows it. Worked out on reading: most clients select `nodes` or `edges`, not both. */
export class Connection<Model> {
  readonly totalCount: number | null;
  readonly #page: Page;
  readonly #rows: readonly Row<Model>[];
  /** Position after the page's last row, whether that could be read or not. */
  readonly #end: number;
  readonly #hasNextPage: boolean;
  #listHash: string | null = null;

  /** `answer` holds the page's rows, its look-ahead row where one was asked for, and nothing before `page.offset`. */
  constructor(page: Page, answer: ListAnswer<Model>) {
    this.#page = page;
    this.#rows = answer.rows.filter((row) => row.position < page.offset + page.size);
    this.#end = Math.min(answer.end, page.offset + page.size);
    this.totalCount = answer.totalCount;
    this.#hasNextPage = followsAnother(page, answer);
  }

  get nodes(): Model[] {
    return this.#rows.map((row) => row.model);
  }

  get edges(): Edge<Model>[] {
    return this.#rows.map((row) => ({ cursor: this.#cursor(row.position), node: row.model }));
  }

  get pageInfo(): PageInfo {
    const { offset } = this.#page;
    const isEmpty = this.#end <= offset;
    return {
      hasNextPage: this.#hasNextPage,
      hasPreviousPage: offset > 0,
      startCursor: isEmpty ? null : this.#cursor(this.#rows[0]?.position ?? offset),
      // Of the last row that was sent, also when it could not be read: the next page begins behind it.
      endCursor: isEmpty ? null : this.#cursor(this.#end - 1),
    };
  }

  #cursor(position: number): string {
    // Most clients select no cursor.
    this.#listHash ??= hashOf(this.#page.list);
    return Buffer.from(`${position}:${this.#listHash}`).toString('base64url');
  }
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

function followsAnother<Model>(page: Page, answer: ListAnswer<Model>): boolean {
  // Behind a full page without a count only a further call could tell.
  return answer.end > page.offset + page.size || !answer.isLast;
}

function hashOf(list: unknown): string {
  return hash('sha256', JSON.stringify(list), 'base64url').slice(0, 10);
}

function positionAfter(cursor: string, listHash: string): number {
  const [, position = '', hash] = /^(\d{1,10}):([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (position === '' || Number(position) >= largestOffset) {
    throw badUserInput('after', 'after is no cursor; take one from edges.cursor or pageInfo.endCursor.');
  }
  if (hash !== listHash) {
    throw badUserInput('after', 'after is a cursor of a list with another filter or order; begin that list anew without after.');
  }
  return Number(position) + 1;
}
