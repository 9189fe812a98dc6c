import type { JsonObject } from '../upstream/answer-reader.js';
import type { IdentityReferenceWire, PublicIdentityWire } from './wire.js';

/** An identity as some answer named it; what that answer did not say is null and can be looked up. */
export interface IdentityModel {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** An identity as the lookup knows it. */
export interface PublicIdentityModel extends IdentityModel {
  readonly alias: string | null;
  readonly status: string | null;
  readonly manager: IdentityModel | null;
}

export function readPublicIdentity(wire: JsonObject<PublicIdentityWire>): PublicIdentityModel | null {
  const id = wire.id('id');
  if (id === null) return null;
  return {
    id,
    name: wire.text('name'),
    email: wire.text('email'),
    alias: wire.text('alias'),
    status: wire.text('status'),
    manager: readReference(wire.object('manager')),
  };
}

function readReference(wire: JsonObject<IdentityReferenceWire> | null): IdentityModel | null {
  const id = wire?.id('id') ?? null;
  return wire === null || id === null ? null : { id, name: wire.text('name'), email: null };
}
