import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Observer } from '../observer.js';
import { cacheMetrics } from './cache-metrics.js';
import type { GatewayState } from './gateway-state.js';
import { Instruments } from './instruments.js';
import { operationMetrics, type RootFieldNames } from './operation-metrics.js';
import { stateMetrics } from './state-metrics.js';
import { upstreamMetrics } from './upstream-metrics.js';

export interface MetricsSettings {
  readonly generationName: string;
  readonly rootFieldNames: RootFieldNames;
}

/** Counts for Prometheus. Each gateway of a process has its own. */
export class Metrics {
  readonly observer: Observer;
  readonly #registry = new Registry();
  readonly #instruments = new Instruments(this.#registry);

  constructor({ generationName, rootFieldNames }: MetricsSettings) {
    collectDefaultMetrics({ register: this.#registry });
    this.#instruments.info('This gateway, always 1.', { version: packageVersion(), generation: generationName });
    this.observer = {
      ...operationMetrics(this.#instruments, rootFieldNames),
      ...upstreamMetrics(this.#instruments),
      ...cacheMetrics(this.#instruments),
    };
  }

  /** To be told once how to learn what is so at the moment. */
  watch(state: () => GatewayState): void {
    stateMetrics(this.#instruments, state);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In the text format of Prometheus. */
  read(): Promise<string> {
    return this.#registry.metrics();
  }
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return version;
}
