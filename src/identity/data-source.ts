import DataLoader from 'dataloader';
import type { CallsUnderWay } from '../upstream/calls-under-way.js';
import type { IdentityClient } from './client.js';
import type { IdentityModel } from './mapping.js';

/** 100 ids of 32 characters make an address of some 4 KB; many proxies take no more than 8 KB. */
const idsPerCall = 100;

/** Names and e-mail addresses of identities, for one request. */
export class IdentityDataSource {
  readonly #byId: DataLoader<string, IdentityModel | null>;

  /** `isLookupOn` is IDENTITY_LOOKUP: without it nothing is looked up and unknown names stay null. */
  constructor(client: IdentityClient, isLookupOn: boolean, underWay: CallsUnderWay) {
    this.#byId = new DataLoader<string, IdentityModel | null>(
      async (ids) => {
        if (!isLookupOn) return ids.map(() => null);
        const found = new Map((await client.listByIds(ids)).map((identity) => [identity.id, identity]));
        return ids.map((id) => found.get(id) ?? null);
      },
      // Whoever is named by the answers that are still to come is looked up in the same call.
      { maxBatchSize: idsPerCall, batchScheduleFn: (dispatch) => underWay.afterwards(dispatch) },
    );
  }

  /** Null when the lookup does not know the identity. */
  findIdentity(id: string): Promise<IdentityModel | null> {
    return this.#byId.load(id);
  }
}
