import { createTenant } from '../../src/sandbox/tenant.js';
import type { TenantOptions } from '../../src/sandbox/tenant.js';
import { startUpstream } from '../../src/sandbox/upstream.js';
import type { GenerationName, PersonaKey, Upstream, UpstreamOptions } from '../../src/sandbox/upstream.js';

export interface Reply {
  status: number;
  headers: Headers;
  /** Null where there is no body. */
  json: unknown;
}

interface Asking {
  as?: PersonaKey;
  token?: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestUpstream extends Upstream {
  /** `path` as in the documentation of generations with the version before it; query values are encoded here. */
  readonly ask: (
    generation: GenerationName,
    path: string,
    query?: Record<string, string>,
    asking?: Asking,
  ) => Promise<Reply>;
  /** Moves the upstream's clock. */
  readonly pass: (ms: number) => void;
}

export const startOfTests = Date.parse('2026-11-24T12:00:00.000Z');

/** An upstream whose clock stands still until told otherwise. */
export async function startTestUpstream(
  options: UpstreamOptions = {},
  tenantOptions: TenantOptions = {},
): Promise<TestUpstream> {
  let nowMs = startOfTests;
  const now = (): number => nowMs;
  const upstream = await startUpstream({
    rateLimit: 'off',
    now,
    tenant: createTenant({ now, ...tenantOptions }),
    ...options,
  });

  return {
    ...upstream,
    pass: (ms) => void (nowMs += ms),
    async ask(generation, path, query = {}, { as = 'administrator', token, method = 'GET', body, headers } = {}) {
      const url = new URL(addressOf(upstream, generation, path));
      for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token ?? upstream.persona(as).token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
    },
  };
}

export function addressOf(upstream: Upstream, generation: GenerationName, path: string): string {
  if (generation !== 'v1') return upstream.apiUrl(generation) + path;
  return `${upstream.apiUrl(generation)}/${path.slice(1).replace(/^[^/?]+/, '$&/v1')}`;
}

export function rows(reply: Reply): Record<string, unknown>[] {
  if (!Array.isArray(reply.json)) throw new TypeError(`not a list: ${JSON.stringify(reply.json)}`);
  return reply.json as Record<string, unknown>[];
}

export function row(reply: Reply): Record<string, unknown> {
  return reply.json as Record<string, unknown>;
}

/** The concrete reason inside a documented error body. */
export function causeOf(reply: Reply): string {
  const { causes } = reply.json as { causes: { text: string }[] };
  return causes[0]?.text ?? '';
}
