import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { BearerToken } from './bearer-token.js';

/**
 * Claims of a SailPoint token that matter here. Nobody here can verify them (HS256, no published key): they are
 * hints until the upstream has accepted this very token.
 */
const claimsShape = z.object({
  tenant_id: z.string().min(1),
  identity_id: z.string().min(1),
  client_id: z.string().nullish(),
  authorities: z.array(z.string()).nullish(),
  scope: z.union([z.array(z.string()), z.string()]).nullish(),
});

/** Read on its own: an expired token has expired whatever else it says. */
const expiryShape = z.object({ exp: z.number() });

/** The calling identity. */
export interface Viewer {
  readonly token: BearerToken;
  /** Names the viewer in logs and cache keys: a hash, the same for all tokens of one identity with the same rights. */
  readonly hash: string;
  /** Names the viewer's tenant in cache keys: a hash. Of a token without readable claims it is the token's own. */
  readonly tenantKey: string;
  /** Names the OAuth client whose calls the upstream counts: a hash; null when the token does not say. */
  readonly clientKey: string | null;
  /** Milliseconds since 1970; null when the token does not say. */
  readonly expiresAtMs: number | null;
}

type Claims = Omit<Viewer, 'token'>;

/** By the token's hash, of those that came last: a token comes with many requests and says the same each time. */
const known = new LRUCache<string, Claims>({ max: 2000 });

/** Never throws: a token without readable claims is its own viewer, in a tenant of its own. */
export function viewerOf(token: BearerToken): Viewer {
  const found = known.get(token.hash);
  if (found !== undefined) return { token, ...found };
  const claims = readClaims(token);
  known.set(token.hash, claims);
  return { token, ...claims };
}

function readClaims(token: BearerToken): Claims {
  const payload = readPayload(token);
  const exp = expiryShape.safeParse(payload).data?.exp;
  const expiresAtMs = exp === undefined ? null : exp * 1000;
  const claims = claimsShape.safeParse(payload).data;
  if (claims === undefined) return { hash: token.hash, tenantKey: token.hash, clientKey: null, expiresAtMs };
  const rights = [claims.authorities ?? [], claims.scope ?? [], claims.client_id ?? ''];
  return {
    hash: hashOf([claims.tenant_id, claims.identity_id, rights]),
    tenantKey: hashOf([claims.tenant_id]),
    clientKey: claims.client_id == null ? null : hashOf([claims.client_id]),
    expiresAtMs,
  };
}

function hashOf(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts));
}

function readPayload(token: BearerToken): unknown {
  const segment = token.claimsSegment();
  if (segment === null) return null;
  try {
    return JSON.parse(Buffer.from(segment, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
