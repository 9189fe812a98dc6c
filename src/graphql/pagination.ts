import { createHash } from 'node:crypto';
import { badUserInput } from '../errors.js';
import type { Row } from '../upstream/answer-reader.js';
import type { UpstreamAnswer } from '../upstream/upstream.js';

/** The most rows that the upstream answers in one call; without a limit it answers just as many (Q34). */
export const largestPage = 250;
const largestOffset = 2 ** 31 - 1 - largestPage;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

/** Rows `offset` to `offset + size - 1` of a list. `listHash` ties cursors to the list's filter and order. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  readonly listHash: string;
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
}

/** What came back: the rows that could be read, by their position in the whole list. */
export interface ListAnswer<Model> {
  readonly rows: readonly Row<Model>[];
  /** The position after the last row that was sent, readable or not. */
  readonly end: number;
  /** True when fewer rows came than were asked for: the list ends here. */
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
  return {
    rows: rows.map((row) => ({ position: call.offset + row.position, model: row.model })),
    end: call.offset + answer.reader.length,
    isLast: answer.reader.length < call.limit,
    totalCount: answer.totalCount,
  };
}

/** The answer to an offset past the end, however the upstream put it. */
export function emptyListAnswer(call: ListCall): ListAnswer<never> {
  return { rows: [], end: call.offset, isLast: true, totalCount: null };
}

/**
 * Checks `first`, `after` and `offset`. `list` is everything that decides which rows the list has and in which order.
 * Throws BAD_USER_INPUT.
 */
export function checkedPage(args: PageArguments, list: unknown, defaultSize: number): Page {
  const size = args.first ?? defaultSize;
  if (size < 1 || size > largestPage) {
    throw badUserInput('first', `first is ${size}; 1 to ${largestPage} are allowed.`);
  }
  const listHash = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 10);
  const { after, offset } = args;
  if (after !== null && after !== undefined) {
    if (offset !== null && offset !== undefined) {
      throw badUserInput('after', 'after and offset cannot be given together; use one of them.');
    }
    return { offset: positionAfter(after, listHash), size, listHash, isContinuation: true };
  }
  if ((offset ?? 0) < 0 || (offset ?? 0) > largestOffset) {
    throw badUserInput('offset', `offset is ${offset}; 0 to ${largestOffset} are allowed.`);
  }
  return { offset: offset ?? 0, size, listHash, isContinuation: false };
}

/**
 * The call for a page. One row more than the page shows whether another page follows; at the upstream's most there is
 * no such row, and the total is asked for instead. A total alone takes no rows at all (Q35).
 */
export function callForPage(page: Page, selected: SelectedParts): ListCall {
  if (!selected.rows && !selected.hasNextPage && selected.totalCount) return { offset: 0, limit: 0, count: true };
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
  readonly #hasNextPage: boolean;

  /** `answer` holds the page's rows, its look-ahead row where one was asked for, and nothing before `page.offset`. */
  constructor(page: Page, answer: ListAnswer<Model>) {
    this.#page = page;
    this.#rows = answer.rows.filter((row) => row.position < page.offset + page.size);
    this.totalCount = answer.totalCount;
    this.#hasNextPage = followsAnother(page, answer);
  }

  get nodes(): Model[] {
    return this.#rows.map((row) => row.model);
  }

  get edges(): Edge<Model>[] {
    return this.#rows.map((row) => ({ cursor: this.#cursor(row), node: row.model }));
  }

  get pageInfo(): PageInfo {
    const first = this.#rows[0];
    const last = this.#rows.at(-1);
    return {
      hasNextPage: this.#hasNextPage,
      hasPreviousPage: this.#page.offset > 0,
      startCursor: first === undefined ? null : this.#cursor(first),
      endCursor: last === undefined ? null : this.#cursor(last),
    };
  }

  #cursor(row: Row<Model>): string {
    return Buffer.from(`${row.position}:${this.#page.listHash}`).toString('base64url');
  }
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

function followsAnother<Model>(page: Page, answer: ListAnswer<Model>): boolean {
  const end = page.offset + page.size;
  if (answer.end > end) return true;
  if (answer.isLast) return false;
  // A full page and no count: only a further call could tell.
  return answer.totalCount === null || answer.totalCount > end;
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
