import type { Tenant } from './tenant.js';
import { createTokenRegistry } from './tokens.js';
import type { ClaimOverrides, PersonaKey, TokenRegistry } from './tokens.js';

/** Somebody to be while trying the sandbox. */
export interface Persona {
  readonly key: PersonaKey;
  readonly name: string;
  readonly description: string;
  readonly identityId: string;
  readonly token: string;
}

const descriptions: Readonly<Record<PersonaKey, string>> = {
  administrator: 'Organisation administrator: sees and may change everything',
  reviewer: 'Reviews seventy certifications, most of them still open',
  otherReviewer: 'Reviews eighteen certifications, none of them shared with the first reviewer',
  manager: 'Has twelve direct reports and reviews eight certifications',
  expired: 'The first reviewer with a token that has expired',
};

const keys: readonly PersonaKey[] = ['administrator', 'reviewer', 'otherReviewer', 'manager', 'expired'];

export function createPersonas(tenant: Tenant, now: () => number): { personas: Persona[]; tokens: TokenRegistry } {
  const identityOf = (key: PersonaKey): string => tenant.people[key === 'expired' ? 'reviewer' : key];
  const tokens = createTokenRegistry({ tenant, now, claimsOf: (key) => claims(tenant, identityOf(key), key) });
  const personas = keys.map((key) => ({
    key,
    name: tenant.identity(identityOf(key)).name,
    description: descriptions[key],
    identityId: identityOf(key),
    token: key === 'expired' ? tokens.issue({ exp: Math.floor(now() / 1000) - 3600 }, key) : tokens.issue({}, key),
  }));
  return { personas, tokens };
}

function claims(tenant: Tenant, identityId: string, key: PersonaKey): ClaimOverrides {
  return {
    identity_id: identityId,
    user_name: tenant.identity(identityId).alias,
    user_id: `user-${identityId}`,
    authorities: key === 'administrator' ? ['ORG_ADMIN'] : [],
  };
}
