import { nobody, type Observer } from '../observer.js';
import type { GatewayState } from './gateway-state.js';
import { MetricsServer, type MetricsAddress } from './metrics-server.js';
import { Metrics, type MetricsSettings } from './metrics.js';

/** Who counts what happens in one gateway, and where it can be read. */
export interface Counting {
  readonly observer: Observer;
  /** To be told once how to learn what is so at the moment of a scrape. */
  watch(state: () => GatewayState): void;
  /** `http://127.0.0.1:9464/metrics`; null where nobody counts. Throws when the address is taken. */
  listen(): Promise<string | null>;
  close(): void;
}

const notCounting: Counting = {
  observer: nobody,
  watch: () => undefined,
  listen: async () => null,
  close: () => undefined,
};

/** Null: nobody counts. */
export function createCounting(address: MetricsAddress | null, settings: MetricsSettings): Counting {
  if (address === null) return notCounting;
  const metrics = new Metrics(settings);
  const server = new MetricsServer(address, metrics);
  return {
    observer: metrics.observer,
    watch: (state) => metrics.watch(state),
    listen: () => server.listen(),
    close: () => server.close(),
  };
}
