import { isOneOf } from '../upstream/filter-expression.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamCalls } from '../upstream/upstream-calls.js';
import { readPublicIdentity, type PublicIdentityModel } from './mapping.js';

export const getPublicIdentities: Operation = {
  name: 'getPublicIdentities',
  scopes: { beta: ['sp:scopes:default'], stable: ['sp:scopes:default'] },
};

export class IdentityClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  /** `GET /public-identities?filters=id in (…)`: those that exist, in any order; none where it is not found. At most 100 ids. */
  async listByIds(ids: readonly string[]): Promise<PublicIdentityModel[]> {
    const answer = await this.#calls.find({
      operation: getPublicIdentities,
      generation: this.#calls.generation.forIdentities,
      segments: ['public-identities'],
      query: new URLSearchParams({ filters: isOneOf('id', ids), limit: '250' }),
      batch: ids.length,
    });
    return answer?.reader.list(readPublicIdentity).map((row) => row.model) ?? [];
  }
}
