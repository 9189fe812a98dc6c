import { z } from 'zod';
import type { BearerToken } from '../auth/bearer-token.js';
import type { TokenFacts } from './report.js';

const texts = z.array(z.string());

/** One by one: a token that says one thing oddly may say the others well. */
const claimShapes = {
  identity_id: z.string().min(1),
  authorities: texts,
  scope: z.union([texts, z.string().transform((text) => text.split(' ').filter((scope) => scope !== ''))]),
  exp: z.number(),
};

type Claims = { readonly [Name in keyof typeof claimShapes]?: z.infer<(typeof claimShapes)[Name]> | undefined };

export interface TokenClaims {
  readonly facts: TokenFacts;
  /** To ask about the caller's own rules; no part of a report. */
  readonly identityId: string | null;
  readonly isExpired: boolean;
}

/** User levels that open operations of this gateway. */
const knownLevels: ReadonlySet<string> = new Set(['ORG_ADMIN', 'CERT_ADMIN']);
const everything = 'sp:scopes:all';
const generalScopes = [everything, 'sp:scopes:default'];

/** Never throws: what cannot be read is not known. `knownScopes` are those that operations ask for. */
export function readTokenClaims(token: BearerToken, knownScopes: ReadonlySet<string>, nowMs: number): TokenClaims {
  const claims = claimsOf(token);
  const scopes = shownOf(claims?.scope, (scope) => knownScopes.has(scope) || generalScopes.includes(scope));
  const levels = shownOf(claims?.authorities, (level) => knownLevels.has(level));
  const expiresInMs = claims?.exp === undefined ? null : claims.exp * 1000 - nowMs;
  return {
    identityId: claims?.identity_id ?? null,
    isExpired: expiresInMs !== null && expiresInMs <= 0,
    facts: {
      hasUser: claims === null ? null : claims.identity_id !== undefined,
      levels: levels.known,
      otherLevels: levels.others,
      scopes: scopes.known,
      otherScopes: scopes.others,
      expiresInMinutes: expiresInMs === null ? null : Math.floor(expiresInMs / 60_000),
    },
  };
}

/** Words of a token that may be shown, and how many may not. */
function shownOf(words: readonly string[] | undefined, isKnown: (word: string) => boolean): { known: string[] | null; others: number } {
  if (words === undefined) return { known: null, others: 0 };
  const known = words.filter((word) => isKnown(word)).toSorted();
  return { known, others: words.length - known.length };
}

/** Whether the token claims one of the scopes; null where it claims none at all. */
export function hasScope({ scopes }: TokenFacts, wanted: readonly string[]): boolean | null {
  return scopes === null ? null : scopes.some((scope) => scope === everything || wanted.includes(scope));
}

/** Null for a token that is no JWT. */
function claimsOf(token: BearerToken): Claims | null {
  const payload = payloadOf(token.claimsSegment());
  if (payload === null) return null;
  const entries = Object.entries(claimShapes).map(([name, shape]) => [name, shape.safeParse(payload[name]).data]);
  return Object.fromEntries(entries) as Claims;
}

function payloadOf(segment: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const payload: unknown = segment === null ? null : JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return z.record(z.string(), z.unknown()).nullable().catch(null).parse(payload);
  } catch {
    return null;
  }
}
