import type DataLoader from 'dataloader';
import { tenantKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import type { CacheReader } from '../cache/cache-reader.js';
import { Loader } from '../graphql/loader.js';
import { idsPerCall } from '../graphql/loaders.js';
import type { CallsUnderWay } from '../upstream/calls-under-way.js';
import type { IdentityClient } from './client.js';
import type { PublicIdentityModel } from './mapping.js';

const minuteMs = 60_000;

/** Any user of a tenant may look identities up, so all of them share these; they seldom change. */
const names: Cached<PublicIdentityModel> = {
  keys: tenantKeys('identity', null),
  lifetime: { freshMs: 10 * minuteMs, staleMs: 50 * minuteMs },
  absentMs: minuteMs,
  // Earlier releases kept names and e-mail addresses only.
  isValue: (json): json is PublicIdentityModel => typeof json === 'object' && json !== null && 'manager' in json,
};

/** What the lookup knows of identities, for one request. */
export class IdentityDataSource {
  readonly #client: IdentityClient;
  readonly #cache: CacheReader;
  readonly #isLookupOn: boolean;
  readonly #byId: DataLoader<string, PublicIdentityModel | null>;

  /** `isLookupOn` is IDENTITY_LOOKUP: without it nothing is looked up and unknown names stay null. */
  constructor(client: IdentityClient, cache: CacheReader, underWay: CallsUnderWay, isLookupOn: boolean) {
    this.#client = client;
    this.#cache = cache;
    this.#isLookupOn = isLookupOn;
    this.#byId = new Loader<string, PublicIdentityModel | null>(
      (ids) => this.#cache.getMany(names, ids, (missing) => this.#lookUp(missing)),
      // Whoever is named by the answers that are still to come is looked up in the same call.
      { maxBatchSize: idsPerCall, batchScheduleFn: (dispatch) => underWay.afterwards(dispatch) },
    );
  }

  /** Null when the lookup does not know the identity. */
  async findIdentity(id: string): Promise<PublicIdentityModel | null> {
    return this.#isLookupOn ? this.#byId.load(id) : null;
  }

  async #lookUp(ids: readonly string[]): Promise<(PublicIdentityModel | null)[]> {
    const found = new Map((await this.#client.listByIds(ids)).map((identity) => [identity.id, identity]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
