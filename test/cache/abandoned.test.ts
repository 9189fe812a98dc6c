import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

/** Both identities are looked up together: once the second is asked for, the answer for the first is waited for as well. */
const pair = 'query ($ids: [ID!]!) { igaIdentities(ids: $ids) { reassignmentConfiguration { id } } }';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const callsFor = (id: string) => gateway.upstream.requests.filter(({ path }) => path.endsWith(`/${id}`)).length;

describe('one answer that several requests wait for', () => {
  test('comes to the third, though the two that have asked for it before leave one after the other', async () => {
    gateway = await startTestGateway();
    const { tenant, persona } = gateway.upstream;
    await gateway.ask('{ reassignmentConfigTypes { configType } }');
    const sharedId = tenant.examples.identities.shortChain;
    const [firstId = '', secondId = '', thirdId = ''] = [...tenant.identities.keys()].filter((id) => id !== sharedId);
    const isShared = new RegExp(`/${sharedId}$`);
    gateway.upstream.inject({ path: isShared, hang: true, times: 2 });

    const clients = [new AbortController(), new AbortController(), new AbortController()] as const;
    const ask = (ownId: string, { signal }: AbortController) =>
      fetch(`${gateway.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${persona('administrator').token}` },
        body: JSON.stringify({ query: pair, variables: { ids: [sharedId, ownId] } }),
        signal,
      });
    const first = ask(firstId, clients[0]).catch(() => 'left');
    await until(() => callsFor(firstId) === 1);
    const second = ask(secondId, clients[1]).catch(() => 'left');
    await until(() => callsFor(secondId) === 1);
    const third = ask(thirdId, clients[2]);
    await until(() => callsFor(thirdId) === 1);
    expect(callsFor(sharedId)).toBe(1);

    clients[0].abort();
    await until(() => callsFor(sharedId) === 2);
    clients[1].abort();
    expect(await Promise.all([first, second])).toEqual(['left', 'left']);
    const answer = (await (await third).json()) as { data: { igaIdentities: unknown[] }; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(answer.data.igaIdentities[0]).toEqual({ reassignmentConfiguration: { id: sharedId } });
    expect(callsFor(sharedId)).toBe(3);
  });
});
