import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger.js';

type Spans = Parameters<SpanExporter['export']>[0];
type Done = Parameters<SpanExporter['export']>[1];

/** Says once that traces are lost, and once that they are not any more; the SDK itself would say nothing. */
export class ToldExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #logger: Logger;
  #isLosing = false;

  constructor(exporter: SpanExporter, logger: Logger) {
    this.#exporter = exporter;
    this.#logger = logger;
  }

  export(spans: Spans, done: Done): void {
    this.#exporter.export(spans, (result) => {
      if (result.error !== undefined) this.#lose(result.error);
      else if (this.#isLosing) this.#recover();
      done(result);
    });
  }

  forceFlush(): Promise<void> {
    return this.#exporter.forceFlush?.() ?? Promise.resolve();
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  #lose(error: unknown): void {
    if (this.#isLosing) return;
    this.#isLosing = true;
    this.#logger.warn({ reason: reasonOf(error) }, 'traces do not reach their collector; they are dropped until they do');
  }

  #recover(): void {
    this.#isLosing = false;
    this.#logger.info('traces reach their collector again');
  }
}

/** A code only: whole messages hold addresses and what the collector has answered. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) return String(error.code);
  return 'cause' in error ? reasonOf(error.cause) : 'unknown';
}
