import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import type { ContextSettings } from '../../context.js';
import type { Logger } from '../../logger.js';
import { nobody, type Transport } from '../../observer.js';
import { Trace, type TraceOrigin } from '../../tracing/trace.js';
import type { GraphqlParameters } from '../graphql-parameters.js';
import type { OperationCosts } from '../operation-costs.js';
import { recordOperation, type RecordedOperation, type Recording } from '../record/operation-record.js';
import { requestLogger } from '../record/request-logger.js';
import { Results } from '../record/results.js';
import { Refusal } from '../refusal.js';
import type { RequestRules } from '../request-rules.js';
import { TokenShares } from '../token-shares.js';
import { InvalidOperationError } from './invalid-operation-error.js';
import { OperationRun } from './operation-run.js';
import { Planner } from './plan.js';
import { shownErrorOf, shownRefusal, type ShownError } from './shown-error.js';

export interface OperationsSettings {
  readonly schema: GraphQLSchema;
  readonly context: ContextSettings;
  readonly costs: OperationCosts;
  readonly rules: RequestRules;
  readonly isIntrospectionOn: boolean;
  readonly requestTimeoutMs: number;
  readonly operationsPerToken: number;
  readonly logger: Logger;
  readonly recording?: Recording;
}

/** Who asks, by what connection, and what of it their operation may know. */
export interface Caller {
  readonly viewer: Viewer;
  readonly transport: Transport;
  readonly origin: TraceOrigin;
  readonly language: string | null;
  /** Aborts when nobody waits for results any more. */
  readonly left: AbortSignal;
  readonly onEnd?: (run: OperationRun) => void;
}

/** Why an operation was not begun. All of it is safe to show. */
export class NotBegun {
  readonly errors: readonly ShownError[];
  /** Null where the operation itself is at fault, and not the moment or the request that it came with. */
  readonly refusal: Refusal | null;

  constructor(errors: readonly ShownError[], refusal: Refusal | null) {
    this.errors = errors;
    this.refusal = refusal;
  }
}

/**
 * Operations that come by a connection which stays: subscriptions, and queries and mutations beside them. The rules are
 * those of a POST, in the same order, and its errors, costs and log lines.
 */
export class Operations {
  readonly #settings: OperationsSettings;
  readonly #recording: Recording;
  readonly #planner: Planner;
  readonly #shares: TokenShares;
  #subscriptions = 0;

  constructor(settings: OperationsSettings) {
    this.#settings = settings;
    this.#recording = settings.recording ?? { observer: nobody, hasPersistedOnly: false };
    this.#planner = new Planner(settings);
    this.#shares = new TokenShares(settings.operationsPerToken, 'operations under way over WebSockets and event streams');
  }

  /** Subscriptions that are open. */
  get subscriptions(): number {
    return this.#subscriptions;
  }

  /** Never throws. `onEnd` is called once for an operation that has begun, and not for another. */
  start(given: GraphqlParameters | Refusal, caller: Caller): OperationRun | NotBegun {
    const { rules } = this.#settings;
    const accepted = given instanceof Refusal ? given : rules.accept(given);
    if (accepted instanceof Refusal) return refused(accepted);
    const release = this.#shares.take(caller.viewer.token);
    if (release instanceof Refusal) return refused(release);
    const leave = rules.enter(caller.viewer);
    if (!(leave instanceof Refusal)) return this.#begin(accepted, caller, { leave, release });
    release();
    return refused(leave);
  }

  #begin(accepted: GraphqlParameters, caller: Caller, { leave, release }: Record<'leave' | 'release', () => void>): OperationRun | NotBegun {
    const { viewer, origin, onEnd } = caller;
    const trace = Trace.begin(origin, 'graphql');
    const logger = requestLogger(this.#settings.logger, trace, viewer);
    const startedAtMs = performance.now();
    try {
      const plan = this.#planner.plan(accepted);
      const run: OperationRun = new OperationRun({ ...this.#settings, recording: this.#recording }, plan, {
        ...caller,
        trace,
        logger,
        onUnderWay: leave,
        onEnd: () => {
          release();
          if (run.isSubscription) this.#subscriptions -= 1;
          onEnd?.(run);
        },
      });
      if (run.isSubscription) this.#subscriptions += 1;
      return run;
    } catch (error) {
      leave();
      release();
      const errors = (error instanceof InvalidOperationError ? error.errors : [error]).map((each) => shownErrorOf(each, logger));
      this.#recordRefused(errors, { transport: caller.transport, startedAtMs, logger, trace });
      return new NotBegun(errors, null);
    }
  }

  #recordRefused(errors: readonly ShownError[], facts: Pick<RecordedOperation, 'transport' | 'startedAtMs' | 'logger' | 'trace'>): void {
    const results = new Results();
    results.add({ errors: errors.map((error) => error.toJSON()) });
    const calls = { sent: 0, longestWaitMs: 0, longestCallMs: 0 };
    recordOperation({ ...facts, operation: null, results, outcome: 'refused', calls, cache: {}, more: { results: 0 } }, this.#recording);
  }
}

function refused(refusal: Refusal): NotBegun {
  return new NotBegun([shownRefusal(refusal)], refusal);
}
