import { createHash } from 'node:crypto';
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
  exp: z.number().nullish(),
});

/** The calling identity. */
export interface Viewer {
  readonly token: BearerToken;
  /** Names the viewer in logs: a hash, the same for all tokens of one identity with the same rights. */
  readonly hash: string;
}

/** Never throws: a token without readable claims is its own viewer. */
export function viewerOf(token: BearerToken): Viewer {
  const claims = readClaims(token);
  if (claims === null) return { token, hash: token.hash };
  const rights = [claims.authorities ?? [], claims.scope ?? [], claims.client_id ?? ''];
  const identity = JSON.stringify([claims.tenant_id, claims.identity_id, rights]);
  return { token, hash: createHash('sha256').update(identity).digest('hex') };
}

function readClaims(token: BearerToken): z.infer<typeof claimsShape> | null {
  const segment = token.claimsSegment();
  if (segment === null) return null;
  try {
    return claimsShape.safeParse(JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
