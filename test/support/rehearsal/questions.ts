import type { PersonaKey, Upstream } from '../../../src/sandbox/upstream.js';

/** A query and the data that is right for its token, whatever else happens meanwhile. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export type Reader = Exclude<PersonaKey, 'expired' | 'administrator'>;

export const readers: readonly Reader[] = ['reviewer', 'otherReviewer', 'manager'];

const rows = 10;
const inbox = `query Inbox($first: Int!) {
  certifications(reviewerId: "me", filter: { isCompleted: false }, orderBy: [{ field: DUE }], first: $first) {
    totalCount
    nodes { id name reviewers { nodes { id name } } }
  }
}`;
const detail = 'query Detail($id: ID!) { certification(id: $id) { id name campaign { id name } } }';
const names = 'query Names($ids: [ID!]!) { igaIdentities(ids: $ids) { id name email } }';

/** Each reader's own. What is right is taken from the stand-in itself, past the gateway. */
export async function questionsOf(upstream: Upstream): Promise<ReadonlyMap<Reader, readonly Question[]>> {
  return new Map(await Promise.all(readers.map(async (reader) => [reader, await questionsFor(upstream, reader)] as const)));
}

async function questionsFor(upstream: Upstream, reader: Reader): Promise<Question[]> {
  const { tenant } = upstream;
  const { ids, totalCount } = await openCertifications(upstream, reader);
  const identities = [...tenant.identities.values()].slice(0, 3 * rows);
  const nodes = ids.map((id) => {
    const { name, reviewerIds } = tenant.certification(id);
    const reviewers = reviewerIds.map((reviewerId) => ({ id: reviewerId, name: tenant.identity(reviewerId).name }));
    return { id, name, reviewers: { nodes: reviewers.toSorted((one, other) => (one.name < other.name ? -1 : 1)) } };
  });
  return [
    { query: inbox, variables: { first: rows }, data: { certifications: { totalCount, nodes } } },
    ...ids.map((id) => {
      const { name, campaignId } = tenant.certification(id);
      return { query: detail, variables: { id }, data: { certification: { id, name, campaign: { id: campaignId, name: tenant.campaign(campaignId).name } } } };
    }),
    {
      query: names,
      variables: { ids: identities.map(({ id }) => id) },
      data: { igaIdentities: identities.map(({ id, name, email }) => ({ id, name, email })) },
    },
  ];
}

/** As the stand-in answers the reader; with a client id of its own, so that no call of the gateways' is used up. */
async function openCertifications(upstream: Upstream, reader: Reader): Promise<{ ids: string[]; totalCount: number }> {
  const token = upstream.tokens.issue({ client_id: 'reference' }, reader);
  const parameters = new URLSearchParams({ 'reviewer-identity': 'me', filters: 'completed eq false', sorters: 'due', limit: String(rows), count: 'true' });
  const response = await fetch(`${upstream.apiUrl('v2025')}/certifications?${parameters.toString()}`, { headers: { authorization: `Bearer ${token}` } });
  const list = (await response.json()) as { id: string }[];
  return { ids: list.map(({ id }) => id), totalCount: Number(response.headers.get('x-total-count')) };
}
