import type { ListLoader } from '../graphql/list-loader.js';
import { emptyListAnswer, largestPage, type ListAnswer, type Page } from '../graphql/pagination.js';
import { runAsk, runUnshown } from '../meter/work.js';
import type { Row } from '../upstream/answer-reader.js';
import type { CertificationQuery } from './list-query.js';
import type { CertificationModel } from './mapping.js';

/** Certifications read for one summary: 20 calls, a fifth of what the upstream allows in ten seconds. */
const mostInSummary = 5000;
const mostCallsBehindFirst = mostInSummary / largestPage - 1;

/** All that a list has, or its first 5000 certifications. */
export interface AllCertifications {
  readonly certifications: readonly CertificationModel[];
  readonly isComplete: boolean;
}

/** Reads lists to their end, to sum them up. */
export class WholeLists {
  readonly #lists: ListLoader<CertificationQuery, CertificationModel>;

  constructor(lists: ListLoader<CertificationQuery, CertificationModel>) {
    this.#lists = lists;
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

  /** A page whose list is summed up as well: its rows come out of the summary's calls, shown or not. */
  readPage(query: CertificationQuery, page: Page, isShown: boolean): Promise<ListAnswer<CertificationModel>> {
    const read = () => this.#readPage(query, page);
    return isShown ? runAsk(this, page, read) : runUnshown(read);
  }

  async #readPage(query: CertificationQuery, page: Page): Promise<ListAnswer<CertificationModel>> {
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
