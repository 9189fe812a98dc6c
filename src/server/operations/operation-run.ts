import { createSourceEventStream, execute, OperationTypeNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { CacheOutcomes } from '../../cache/cache-outcomes.js';
import { createContext, type Context, type ContextSettings, type RequestFacts } from '../../context.js';
import { CallMeter } from '../../meter/call-meter.js';
import type { Transport } from '../../observer.js';
import type { Trace } from '../../tracing/trace.js';
import { CallTally } from '../../upstream/call-tally.js';
import { deadlineIn, type Deadline } from '../../upstream/deadline.js';
import { costOf } from '../answer-cost.js';
import { knownOperation, recordOperation, type Recording } from '../record/operation-record.js';
import { Results } from '../record/results.js';
import type { Plan } from './plan.js';
import { shownErrorOf, type ShownResult } from './shown-error.js';
import { untilAborted } from './until-aborted.js';

export interface RunSettings {
  readonly schema: GraphQLSchema;
  readonly context: ContextSettings;
  readonly requestTimeoutMs: number;
  readonly recording: Recording;
}

export interface RunFacts extends Omit<RequestFacts, 'deadline' | 'answerType'> {
  readonly transport: Transport;
  /** Called once, when the answer is made, or the events of a subscription are on their way. */
  readonly onUnderWay: () => void;
  /** Called once, when there is nothing more to come, whatever the reason. */
  readonly onEnd: () => void;
}

/**
 * One operation being executed: a single result, or one for each event of a subscription. It has begun when it is made,
 * and never rejects. Each event is executed on its own, with fresh loaders and its own deadline: what the last one has
 * read is old.
 */
export class OperationRun implements AsyncIterableIterator<ShownResult, undefined> {
  readonly isSubscription: boolean;
  readonly #settings: RunSettings;
  readonly #plan: Plan;
  readonly #facts: RunFacts;
  readonly #cancelled = new AbortController();
  readonly #left: AbortSignal;
  readonly #results: AsyncGenerator<ShownResult, undefined>;
  readonly #resultsSoFar = new Results();
  readonly #tally = new CallTally();
  readonly #cacheOutcomes = new CacheOutcomes();
  readonly #meter: CallMeter | null;
  #first: Promise<IteratorResult<ShownResult, undefined>> | null;

  constructor(settings: RunSettings, plan: Plan, facts: RunFacts) {
    this.isSubscription = plan.operation.operation === OperationTypeNode.SUBSCRIPTION;
    this.#settings = settings;
    this.#plan = plan;
    this.#facts = facts;
    this.#meter = settings.context.isMetered === true ? new CallMeter() : null;
    this.#left = AbortSignal.any([facts.left, this.#cancelled.signal]);
    this.#results = this.#run(performance.now());
    // At once: what has never begun would have no end either.
    this.#first = this.#results.next();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<ShownResult, undefined>> {
    const first = this.#first;
    this.#first = null;
    return first ?? this.#results.next();
  }

  /** The client wants no more. Waits for nothing: its upstream calls are cancelled. */
  async return(): Promise<IteratorResult<ShownResult, undefined>> {
    this.#cancelled.abort();
    void this.#results.return(undefined);
    return { done: true, value: undefined };
  }

  async *#run(startedAtMs: number): AsyncGenerator<ShownResult, undefined> {
    let isUnderWay = false;
    const underWay = () => {
      if (!isUnderWay) this.#facts.onUnderWay();
      isUnderWay = true;
    };
    try {
      yield* this.isSubscription ? this.#follow(underWay) : this.#answer();
    } catch (error) {
      yield this.#failure(error);
    } finally {
      underWay();
      this.#record(startedAtMs);
      this.#facts.onEnd();
    }
  }

  async *#answer(): AsyncGenerator<ShownResult, undefined> {
    const context = this.#contextUntil(deadlineIn(this.#settings.requestTimeoutMs), this.#facts.trace);
    const result = await execute({ ...this.execution, contextValue: context });
    yield* this.#shown(result, context);
  }

  async *#follow(underWay: () => void): AsyncGenerator<ShownResult, undefined> {
    const source = this.#contextUntil(never(), this.#facts.trace);
    let told = 0;
    const callsBefore = () => source.upstreamCalls.count - told;
    const events = await createSourceEventStream({ ...this.execution, contextValue: source });
    underWay();
    if (!(Symbol.asyncIterator in events)) {
      yield* this.#shown(events, source);
      return;
    }
    try {
      for await (const event of untilAborted(events[Symbol.asyncIterator](), this.#left)) {
        const step = this.#facts.trace.step('event', 'internal');
        const context = this.#contextUntil(deadlineIn(this.#settings.requestTimeoutMs), step);
        const result = await execute({ ...this.execution, rootValue: event, contextValue: context });
        step.end();
        yield* this.#shown(result, context, callsBefore());
        told = source.upstreamCalls.count;
        // No later event can be read with a token that the upstream has refused.
        if (this.#resultsSoFar.codes.has('UNAUTHENTICATED')) return;
      }
    } finally {
      this.#count(source);
    }
  }

  /** What it executes. */
  get execution() {
    const { document, operation, variables } = this.#plan;
    return { schema: this.#settings.schema, document, operationName: operation.name?.value ?? null, variableValues: variables };
  }

  #contextUntil(deadline: Deadline, trace: Trace): Context {
    const { viewer, logger, language } = this.#facts;
    const tally = this.#tally;
    const meter = this.#meter;
    return createContext(this.#settings.context, { viewer, logger, language, trace, tally, meter, deadline, left: this.#left, answerType: 'application/json' });
  }

  /** As the client sees it; nothing for a client that has gone. */
  async *#shown({ data, errors }: ExecutionResult, context: Context, callsBefore = 0): AsyncGenerator<ShownResult, undefined> {
    this.#count(context);
    if (this.#left.aborted) return;
    const shown = errors?.map((error) => shownErrorOf(error, this.#facts.logger));
    this.#resultsSoFar.add({ data, errors: shown?.map((error) => error.toJSON()) });
    const cost = await costOf(context, this.#plan.estimate, callsBefore);
    if (this.isSubscription) this.#settings.recording.observer.eventSent();
    const metered = this.#meter === null ? {} : { callMeter: this.#meter.take() };
    yield { ...(data === undefined ? {} : { data }), ...(shown === undefined ? {} : { errors: shown }), extensions: { cost, ...metered } };
  }

  #failure(error: unknown): ShownResult {
    const shown = shownErrorOf(error, this.#facts.logger);
    this.#resultsSoFar.add({ errors: [shown.toJSON()] });
    return { errors: [shown] };
  }

  #count({ cacheOutcomes }: Context): void {
    for (const [resource, counts] of Object.entries(cacheOutcomes.counts)) {
      for (const [outcome, count] of Object.entries(counts)) this.#cacheOutcomes.add(outcome as keyof typeof counts, resource, count);
    }
  }

  #record(startedAtMs: number): void {
    const { transport, logger, trace } = this.#facts;
    const { document, operation } = this.#plan;
    const results = this.#resultsSoFar;
    const recorded = {
      transport,
      operation: knownOperation(document, operation),
      results,
      outcome: this.#left.aborted ? ('cancelled' as const) : results.outcome,
      calls: this.#tally,
      cache: this.#cacheOutcomes.counts,
      startedAtMs,
      logger,
      trace,
      more: { results: results.count },
    };
    recordOperation(recorded, this.#settings.recording);
  }
}

/** A subscription lasts as long as its client does. */
function never(): Deadline {
  return { signal: new AbortController().signal, atMs: Infinity };
}
