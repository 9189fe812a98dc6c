import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { unauthorized } from './errors.js';

const lifetimeSeconds = 12 * 60 * 60;

export interface TokenClaims {
  tenant_id: string;
  org: string;
  pod: string;
  identity_id?: string | undefined;
  user_name?: string | undefined;
  user_id?: string | undefined;
  authorities: string[];
  client_id: string;
  scope: string[];
  strong_auth: boolean;
  strong_auth_supported: boolean;
  internal: boolean;
  exp: number;
  jti: string;
}

/** A claim set to undefined is left out of the token. */
export type ClaimOverrides = { [Name in keyof TokenClaims]?: TokenClaims[Name] | undefined };

export type PersonaKey = 'administrator' | 'reviewer' | 'otherReviewer' | 'manager' | 'expired';

export interface TokenIssuer {
  /** A new token; claims not given are those of the persona `like`, 'reviewer' if not given either. */
  issue(claims?: ClaimOverrides, like?: PersonaKey): string;
  /** The same claims under a signature that is not the upstream's. */
  forge(claims?: ClaimOverrides, like?: PersonaKey): string;
  /** From now on the token is refused although it has not expired. */
  revoke(token: string): void;
}

export interface TokenRegistry extends TokenIssuer {
  /** The claims of the token in an `Authorization` header; throws the 401. */
  verify(authorization: string | undefined): TokenClaims;
}

export interface TokenIssuerOptions {
  readonly claimsOf: (persona: PersonaKey) => ClaimOverrides;
  readonly tenant: { readonly id: string; readonly org: string; readonly pod: string };
  readonly now: () => number;
}

export function createTokenRegistry({ claimsOf, tenant, now }: TokenIssuerOptions): TokenRegistry {
  const secret = randomBytes(32);
  const revoked = new Set<string>();
  const nowSeconds = (): number => Math.floor(now() / 1000);

  const complete = (claims: ClaimOverrides, like: PersonaKey): ClaimOverrides => ({
    tenant_id: tenant.id,
    org: tenant.org,
    pod: tenant.pod,
    client_id: 'acme-certification-frontend',
    scope: ['sp:scopes:all'],
    strong_auth: true,
    strong_auth_supported: true,
    internal: false,
    exp: nowSeconds() + lifetimeSeconds,
    jti: randomUUID(),
    ...claimsOf(like),
    ...claims,
  });

  return {
    issue: (claims = {}, like = 'reviewer') => sign(complete(claims, like), secret),
    forge: (claims = {}, like = 'reviewer') => sign(complete(claims, like), randomBytes(32)),
    revoke: (token) => void revoked.add(token),
    verify(authorization) {
      const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw unauthorized('JWT is missing');
      const claims = readVerified(token, secret);
      if (claims.tenant_id !== tenant.id) throw unauthorized('JWT was issued for another tenant');
      if (claims.exp <= nowSeconds()) throw unauthorized('JWT is expired');
      if (revoked.has(token)) throw unauthorized('JWT is revoked');
      return claims;
    },
  };
}

function sign(claims: ClaimOverrides, secret: Buffer): string {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${signature(content, secret).toString('base64url')}`;
}

function readVerified(token: string, secret: Buffer): TokenClaims {
  const [header, payload, signed, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signed === undefined || rest.length > 0)
    throw unauthorized('JWT is not well-formed');
  const expected = signature(`${header}.${payload}`, secret);
  const given = Buffer.from(signed, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw unauthorized('JWT signature is invalid');
  // Only this file signs with the secret, so the payload is what `sign` has written.
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims;
}

function signature(content: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(content).digest();
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
