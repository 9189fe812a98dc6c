import type { HTTPGraphQLResponse } from '@apollo/server';
import type { Response } from 'express';
import type { Viewer } from '../../auth/viewer.js';
import type { Cache } from '../../cache/cache.js';
import { CacheOutcomes, witnessOf } from '../../cache/cache-outcomes.js';
import type { WholeAnswers } from '../../cache/whole-answers.js';
import { repeatedReport } from '../../meter/report.js';
import { CallTally } from '../../upstream/call-tally.js';
import type { Upstream } from '../../upstream/upstream.js';
import { costOf } from '../answer-cost.js';
import type { Followed } from '../http-context.js';
import { recordOperation, type KnownOperation, type Recording } from '../record/operation-record.js';
import { Results } from '../record/results.js';
import type { HttpContext, Repeatable } from './answer-draft.js';

/** All of an answer that is the same when it is sent again. */
export interface RepeatedAnswer {
  readonly contentType: string;
  /** JSON, up to the figures of its cost, which are of the moment. */
  readonly beginning: Buffer;
  readonly operation: KnownOperation;
  readonly documentLength: number;
  readonly estimatedCalls: number;
  /** For the call meter; null where it is off. */
  readonly naiveCalls: number | null;
}

export interface RepeatedAnswersSettings {
  readonly cache: Cache;
  readonly upstream: Upstream;
  readonly recording: Recording;
}

export interface AskedAgain extends Followed {
  readonly viewer: Viewer;
  readonly response: Response;
  readonly startedAtMs: number;
}

/**
 * Answers that are sent as they were sent before, to a viewer who asks the same again: without parsing, executing and writing JSON. All
 * that a request has to pass comes before; the cache says whether an answer still holds.
 */
export class RepeatedAnswers {
  readonly #answers: WholeAnswers<RepeatedAnswer>;
  readonly #upstream: Upstream;
  readonly #recording: Recording;

  constructor({ cache, upstream, recording }: RepeatedAnswersSettings) {
    this.#answers = cache.openAnswers(bytesOf);
    this.#upstream = upstream;
    this.#recording = recording;
  }

  find(viewer: Viewer, name: string): Promise<RepeatedAnswer | null> {
    return this.#answers.find(viewer, name);
  }

  /** With the headers, the figures and the record that it would have if it had been executed. */
  async send({ contentType, beginning, operation, estimatedCalls, naiveCalls }: RepeatedAnswer, asked: AskedAgain): Promise<void> {
    const { viewer, response, startedAtMs, logger, trace } = asked;
    const cacheOutcomes = new CacheOutcomes();
    witnessOf(cacheOutcomes, this.#recording.observer, trace)('answer', 1)(new Map([['hit', 1]]));
    const upstreamCalls = { count: 0, findBudget: () => this.#upstream.findBudget(viewer) };
    const cost = await costOf({ upstreamCalls, cacheOutcomes }, { calls: estimatedCalls });
    const metered = naiveCalls === null ? '' : `,"callMeter":${JSON.stringify(repeatedReport(naiveCalls, performance.now() - startedAtMs))}`;
    const end = `${JSON.stringify(cost)}${metered}}}\n`;
    response.setHeader('Content-Type', contentType);
    response.setHeader('Content-Length', beginning.length + Buffer.byteLength(end));
    response.write(beginning);
    response.end(end);
    const facts = { transport: 'http', operation, results: new Results(), outcome: 'ok', calls: new CallTally() } as const;
    recordOperation({ ...facts, cache: cacheOutcomes.counts, startedAtMs, logger, trace, more: { status: response.statusCode } }, this.#recording);
  }

  /** Nothing of an answer that may be another one the next time. */
  keep(viewer: Viewer, name: string, { draft, answerParts, clock, meter }: HttpContext, { status = 200, headers }: HTTPGraphQLResponse): void {
    const { repeatable } = draft;
    const { basis } = answerParts;
    const contentType = headers.get('content-type');
    if (repeatable === null || basis === null || status !== 200 || contentType === undefined) return;
    const { operation, documentLength, estimatedCalls } = repeatable;
    const answer = { contentType, beginning: beginningOf(repeatable), operation, documentLength, estimatedCalls, naiveCalls: meter?.naiveCalls ?? null };
    this.#answers.keep(viewer, name, answer, { ...basis, freshUntilMs: Math.min(basis.freshUntilMs, clock.nextChangeMs) });
  }
}

function beginningOf({ data }: Repeatable): Buffer {
  const text = `{"data":${JSON.stringify(data)},"extensions":{"cost":`;
  // Of its own: a piece of Node's pool would hold on to all of it.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** With the document, which the names of its operation and fields are pieces of. */
function bytesOf({ beginning, documentLength }: RepeatedAnswer): number {
  return beginning.length + 2 * documentLength;
}
