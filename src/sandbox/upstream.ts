import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnswerer } from './admission.js';
import { createExchange } from './exchange.js';
import { createFaultBox } from './faults.js';
import type { Fault } from './faults.js';
import { basePath } from './generation.js';
import type { GenerationName } from './generation.js';
import { createPersonas } from './personas.js';
import type { Persona } from './personas.js';
import { createRateLimiter } from './rate-limit.js';
import type { RateLimit } from './rate-limit.js';
import type { RecordedRequest } from './recorded-request.js';
import { createTenant } from './tenant.js';
import type { Tenant } from './tenant.js';
import type { PersonaKey, TokenIssuer, TokenRegistry } from './tokens.js';

export type { Fault, GenerationName, Persona, PersonaKey, RateLimit, RecordedRequest, Tenant, TokenIssuer };

export interface UpstreamOptions {
  /** 0: a free one. Always on loopback. */
  port?: number;
  /** For each client id and generation; the vendor's own numbers if not given. */
  rateLimit?: RateLimit | 'off';
  latencyMs?: number;
  tenant?: Tenant;
  /** Epoch milliseconds. */
  now?: () => number;
}

export interface Upstream {
  readonly origin: string;
  /** The base URL of a generation; the origin for the per-resource one. */
  readonly apiUrl: (generation: GenerationName) => string;
  readonly personas: readonly Persona[];
  readonly persona: (key: PersonaKey) => Persona;
  readonly tokens: TokenIssuer;
  readonly tenant: Tenant;
  /** Every request received, refused and faulted ones too, in the order they came. */
  readonly requests: readonly RecordedRequest[];
  readonly clearRequests: () => void;
  /** Returns a function that takes the fault away again. */
  readonly inject: (fault: Fault) => () => void;
  readonly stop: () => Promise<void>;
}

const vendorRateLimit: RateLimit = { calls: 100, windowMs: 10_000 };

/** Starts a stand-in for the upstream: its certification and work reassignment APIs over a tenant in memory. */
export async function startUpstream(options: UpstreamOptions = {}): Promise<Upstream> {
  const { port = 0, rateLimit = vendorRateLimit, latencyMs = 0, now = Date.now } = options;
  const tenant = options.tenant ?? createTenant({ now });
  const { personas, tokens } = createPersonas(tenant, now);
  const requests: RecordedRequest[] = [];
  const faults = createFaultBox();
  const stopping = new AbortController();
  // Every request that is held up listens, and takes its listener away: no leak that Node 20 would have to warn of.
  setMaxListeners(0, stopping.signal);
  const rateLimiter = rateLimit === 'off' ? null : createRateLimiter(rateLimit);
  const exchange = createExchange({
    requests,
    faults,
    latencyMs,
    now,
    personaOf: personaReader(personas, tokens),
    answer: createAnswerer({ tenant, tokens, rateLimiter, now }),
    signal: stopping.signal,
  });

  const server = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: 65_536 }, (request, response) => {
    exchange(request, response).catch((error: unknown) => {
      // Nothing to tell when the client has gone or the upstream stops; otherwise a fault's function has thrown.
      if (!stopping.signal.aborted && !request.destroyed) console.error(error);
      response.destroy();
    });
  });
  const origin = await listen(server, port);

  return {
    origin,
    apiUrl: (generation) => `${origin}${basePath(generation)}`,
    personas,
    persona: (key) => required(personas, key),
    tokens,
    tenant,
    requests,
    clearRequests: () => void requests.splice(0),
    inject: faults.inject,
    stop: () => stop(server, stopping),
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function stop(server: Server, stopping: AbortController): Promise<void> {
  stopping.abort();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function required(personas: readonly Persona[], key: PersonaKey): Persona {
  const persona = personas.find((candidate) => candidate.key === key);
  if (persona === undefined) throw new RangeError(`there is no persona '${key}'`);
  return persona;
}

/** By the very token first: the expired one is refused, and its persona is still worth knowing. */
function personaReader(
  personas: readonly Persona[],
  tokens: TokenRegistry,
): (authorization: string | undefined) => PersonaKey | null {
  return (authorization) => {
    const exact = personas.find(({ token }) => authorization === `Bearer ${token}`);
    if (exact !== undefined) return exact.key;
    try {
      const { identity_id: identityId } = tokens.verify(authorization);
      return personas.find((persona) => persona.identityId === identityId)?.key ?? null;
    } catch {
      return null;
    }
  };
}
