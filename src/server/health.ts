import type { Express } from 'express';
import { allowMethods, readOnly } from './allow-methods.js';

/** What a load balancer and a person want to know of one replica. */
export interface Readiness {
  readonly status: 'ok' | 'stopping';
  readonly redis: 'off' | 'ok' | 'away';
  readonly upstream: 'ok' | 'down';
  /** For people: why not everything is as it should be. */
  readonly reasons: readonly string[];
}

/**
 * A replica is not ready when it is stopping, and for no other reason: without Redis it still answers, and what SailPoint
 * does not answer to this replica it answers to no other. To take all of them out of service would help nobody.
 */
export function mountHealth(app: Express, readiness: () => Readiness): void {
  app.all('/health/live', allowMethods(readOnly), (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.all('/health/ready', allowMethods(readOnly), (_request, response) => {
    const now = readiness();
    response.status(now.status === 'stopping' ? 503 : 200).json(now);
  });
}
