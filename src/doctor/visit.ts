import { randomUUID } from 'node:crypto';
import type { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { createLogger } from '../logger.js';
import { deadlineIn } from '../upstream/deadline.js';
import type { Generation } from '../upstream/generation.js';
import { Upstream } from '../upstream/upstream.js';
import { UpstreamCalls } from '../upstream/upstream-calls.js';
import { clientsOver } from './clients.js';
import type { Known } from './known.js';
import { questions } from './observations.js';
import { judge, notAsked, type Asked } from './outcome.js';
import type { Probe } from './probes.js';
import { ReadOnlyClient } from './read-only-client.js';
import type { Observation, TokenFacts } from './report.js';
import { SeenAnswer } from './seen-answer.js';
import { Trace } from '../tracing/trace.js';

export interface VisitSettings {
  readonly generation: Generation;
  readonly viewer: Viewer;
  readonly admission: Admission;
  readonly token: TokenFacts;
  readonly known: Known;
}

/** Longest wait for one question, with what a 429 asks for and repeated calls. */
const longestMs = 30_000;
const timeoutMs = 10_000;
/** Of one generation, which a gateway may be using meanwhile. */
const limit = { calls: 50, windowMs: 10_000 };

/** One generation of a tenant, asked one question after the other. */
export class Visit {
  readonly generation: Generation;
  readonly observations: Observation[] = [];
  readonly #settings: VisitSettings;
  readonly #upstream: Upstream;
  readonly #logger = createLogger({ level: 'silent', isReadable: false });
  #calls = 0;

  constructor(settings: VisitSettings) {
    const { generation, admission } = settings;
    this.generation = generation;
    this.#settings = settings;
    this.#upstream = new Upstream({ generation, admission, timeoutMs, limit, redis: null, logger: this.#logger });
  }

  /** Sent so far, repeated ones included. */
  get calls(): number {
    return this.#calls;
  }

  /** Never throws for what the upstream does. */
  async ask(probe: Probe): Promise<Asked> {
    const { generation, known, token } = this.#settings;
    const question = { operation: probe.operation, generation, token };
    let answer: SeenAnswer | null = null;
    const calls = this.#callsThrough((seen) => (answer = seen));
    let error: Error | null = null;
    try {
      const asking = probe.ask(clientsOver(calls), known);
      if (asking === null) return { report: notAsked(probe.operation, generation, `needs ${probe.needs ?? 'more rows'}`), stop: null, failure: null };
      await asking;
    } catch (thrown) {
      error = thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
    }
    this.#calls += calls.count;
    const asked = judge(question, answer, error);
    if (answer !== null) this.#observe(probe, answer);
    return asked;
  }

  close(): void {
    this.#upstream.close();
  }

  #observe(probe: Probe, answer: SeenAnswer): void {
    const { known, generation } = this.#settings;
    for (const [question, found] of probe.observe?.(answer, known, generation) ?? []) {
      if (found !== null) this.observations.push({ question: questions[question], generation: generation.name, answer: found });
    }
  }

  #callsThrough(onAnswer: (answer: SeenAnswer) => void): UpstreamCalls {
    const { connection } = this.#upstream;
    const client = new ReadOnlyClient(connection.client, (answer) => onAnswer(new SeenAnswer(answer)));
    return new UpstreamCalls(
      { ...connection, client },
      {
        viewer: this.#settings.viewer,
        logger: this.#logger,
        deadline: deadlineIn(longestMs),
        left: new AbortController().signal,
        language: null,
        trace: Trace.begin({ requestId: randomUUID(), caller: { traceparent: null, tracestate: null } }, 'doctor'),
      },
    );
  }
}
