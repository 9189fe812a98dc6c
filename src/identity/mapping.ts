import type { JsonObject } from '../upstream/answer-reader.js';
import type { PublicIdentityWire } from './wire.js';

/** An identity as some answer named it; what that answer did not say is null and can be looked up. */
export interface IdentityModel {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

export function readPublicIdentity(wire: JsonObject<PublicIdentityWire>): IdentityModel | null {
  const id = wire.id('id');
  return id === null ? null : { id, name: wire.text('name'), email: wire.text('email') };
}
