import { hash } from 'node:crypto';

/**
 * Who may share an answer. `viewer`: only the same identity with the same rights. `tenant`: every user of a tenant,
 * and so only for what each of them may read alike: names of identities, nothing else.
 */
export type CacheScope = 'viewer' | 'tenant';

declare const scopeOfKey: unique symbol;
declare const isTagKey: unique symbol;

/** Only a KeySpace makes one, so that no key is without its scope. Holds hashes, never a token. */
export type CacheKey = string & { readonly [scopeOfKey]: CacheScope };

/** Whose key it is. Both are SHA-256 in hex: no claim's text gets into a key. `Viewer` is one. */
export interface KeyOwner {
  readonly tenantKey: string;
  readonly hash: string;
}

/** Names what entries are about, within one tenant: of whichever viewer, resource and generation they are. */
export type TagKey = string & { readonly [isTagKey]: true };

/** The keys of one resource. */
export interface KeySpace {
  readonly scope: CacheScope;
  readonly resource: string;
  keyOf(owner: KeyOwner, id: string): CacheKey;
}

/**
 * `v1:<tenant>:viewer:<viewer>:<resource>:<id>`, with `certification@beta` for a resource whose answers differ by
 * generation. `generation` is null where they do not.
 */
export function viewerKeys(resource: string, generation: string | null): KeySpace {
  return keySpace('viewer', nameOf(resource, generation), (owner) => `${owner.tenantKey}:viewer:${owner.hash}`);
}

/** `v1:<tenant>:tenant:<resource>:<id>`: shared by all users of the tenant. */
export function tenantKeys(resource: string, generation: string | null): KeySpace {
  return keySpace('tenant', nameOf(resource, generation), (owner) => `${owner.tenantKey}:tenant`);
}

/** `v1:<tenant>:tag:<tag>` */
export function tagKeyOf(owner: Pick<KeyOwner, 'tenantKey'>, tag: string): TagKey {
  return `${tenantPrefixOf(owner)}tag:${encodeId(tag)}` as TagKey;
}

/** `v1:<tenant>:all-tags`: the one that everything has which has tags at all. */
export function allTagsKeyOf(owner: Pick<KeyOwner, 'tenantKey'>): TagKey {
  return `${tenantPrefixOf(owner)}all-tags` as TagKey;
}

/** What every key of a tenant begins with. */
export function tenantPrefixOf(owner: Pick<KeyOwner, 'tenantKey'>): string {
  return `v1:${owner.tenantKey}:`;
}

function keySpace(scope: CacheScope, resource: string, ownerPart: (owner: KeyOwner) => string): KeySpace {
  return {
    scope,
    resource,
    keyOf: (owner, id) => `v1:${ownerPart(owner)}:${resource}:${encodeId(id)}` as CacheKey,
  };
}

function nameOf(resource: string, generation: string | null): string {
  const name = generation === null ? resource : `${resource}@${generation}`;
  if (!/^[a-z][a-z0-9-]*(@[a-z0-9]+)?$/.test(name)) throw new RangeError(`"${name}" is no name for a cached resource`);
  return name;
}

const longestId = 120;

/**
 * Ids come from clients: encoded, they can hold neither a colon nor a cluster's braces. Those that are long or no
 * well-formed text are hashed, behind a mark that encoding never writes.
 */
function encodeId(id: string): string {
  if (id.length <= longestId) {
    if (/^[\w.-]+$/.test(id)) return id;
    if (!/\p{Surrogate}/u.test(id)) return encodeURIComponent(id);
  }
  return `%x${hash('sha256', JSON.stringify(id))}`;
}
