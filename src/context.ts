import type { Viewer } from './auth/viewer.js';
import { CertificationClient } from './certification/client.js';
import { CertificationDataSource } from './certification/data-source.js';
import { IdentityClient } from './identity/client.js';
import { IdentityDataSource } from './identity/data-source.js';
import type { Logger } from './logger.js';
import type { Upstream, UpstreamCalls } from './upstream/upstream.js';

/** What lives for one GraphQL request, and belongs to one caller. */
export interface Context {
  readonly requestId: string;
  readonly logger: Logger;
  readonly upstreamCalls: UpstreamCalls;
  readonly dataSources: DataSources;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface DataSources {
  readonly certification: CertificationDataSource;
  readonly identity: IdentityDataSource;
}

export interface ContextSettings {
  readonly upstream: Upstream;
  readonly isIdentityLookupOn: boolean;
  readonly now: () => number;
}

export interface RequestFacts {
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly logger: Logger;
  /** Aborts when the request's time is up or its client has left. */
  readonly signal: AbortSignal;
}

export function createContext(settings: ContextSettings, facts: RequestFacts): Context {
  const upstreamCalls = settings.upstream.callsFor(facts);
  return {
    requestId: facts.requestId,
    logger: facts.logger,
    upstreamCalls,
    dataSources: {
      certification: new CertificationDataSource(new CertificationClient(upstreamCalls)),
      identity: new IdentityDataSource(new IdentityClient(upstreamCalls), settings.isIdentityLookupOn),
    },
    now: settings.now,
  };
}
