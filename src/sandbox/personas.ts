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

/** By how many certifications the persona reviews. */
const descriptions: Readonly<Record<PersonaKey, (count: number) => string>> = {
  administrator: () => 'Organisation administrator: sees and may change everything',
  reviewer: (count) => `Reviews ${count} certifications, most of them still open`,
  otherReviewer: (count) => `Reviews ${count} certifications, none of them shared with the first reviewer`,
  manager: (count) => `Has twelve direct reports and reviews ${count} certifications`,
  expired: () => 'The first reviewer with a token that has expired',
};

const keys: readonly PersonaKey[] = ['administrator', 'reviewer', 'otherReviewer', 'manager', 'expired'];

export function createPersonas(tenant: Tenant, now: () => number): { personas: Persona[]; tokens: TokenRegistry } {
  const identityOf = (key: PersonaKey): string => tenant.people[key === 'expired' ? 'reviewer' : key];
  const tokens = createTokenRegistry({ tenant, now, claimsOf: (key) => claims(tenant, identityOf(key), key) });
  const countOf = (identityId: string): number =>
    [...tenant.certifications.values()].filter(({ reviewer }) => reviewer.id === identityId).length;
  const personas = keys.map((key) => ({
    key,
    name: tenant.identity(identityOf(key)).name,
    description: descriptions[key](countOf(identityOf(key))),
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
