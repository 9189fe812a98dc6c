import type { Identity, Source } from './model.js';
import { hexId, Seeded } from './seed/seeded.js';

/** An identity's account on a source, the same wherever it is shown; null for the few without. */
export function presentAccount(identity: Identity, source: Source): unknown {
  const label = `account:${identity.id}:${source.id}`;
  const choices = new Seeded(label);
  if (choices.chance(0.08)) return null;
  const id = hexId(label);
  const isLocked = choices.chance(0.05);
  const ownerName = choices.chance(0.8) ? identity.name : null;
  return {
    nativeIdentity: nativeIdentity(identity, source),
    disabled: identity.status === 'INACTIVE',
    locked: isLocked,
    type: 'ACCOUNT',
    id: choices.chance(0.9) ? id : null,
    name: choices.chance(0.9) ? identity.alias : null,
    created: identity.created,
    modified: choices.chance(0.6) ? identity.modified : null,
    activityInsights: insights(id, choices),
    description: choices.chance(0.3) ? `${identity.department}, ${identity.city}` : nothing(choices),
    governanceGroupId: nothing(choices),
    owner: choices.chance(0.7) ? { id: identity.id, type: 'IDENTITY', displayName: ownerName } : nothing(choices),
  };
}

function nativeIdentity({ name, alias }: Identity, { type }: Source): string {
  if (!type.startsWith('Active Directory')) return alias;
  const escaped = name.replaceAll(/["\\,]/g, '\\$&');
  return `CN=${escaped},OU=People,DC=acme-sandbox,DC=example`;
}

function insights(accountID: string, choices: Seeded): unknown {
  if (choices.chance(0.2)) return { accountID, usageDays: 0, usageDaysState: 'UNKNOWN' };
  return { accountID, usageDays: choices.integer(0, 90), usageDaysState: 'COMPLETE' };
}

/** Null or not there, as it comes. */
function nothing(choices: Seeded): null | undefined {
  return choices.chance(0.5) ? null : undefined;
}
