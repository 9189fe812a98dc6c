import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe.each(['beta', 'v2025'] as const)('managers of identities on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test('alias, status and the manager with their name come with the one lookup', async () => {
    const { people, identities } = gateway.upstream.tenant;
    const ids = [people.reviewer, people.otherReviewer, people.manager];
    const answer = await gateway.ask('query ($ids: [ID!]!) { igaIdentities(ids: $ids) { id name alias status manager { id name } } }', { ids });
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(1);
    expect(answer.data.igaIdentities).toEqual(
      ids.map((id) => {
        const { name, alias, status, managerId } = gateway.upstream.tenant.identity(id);
        const manager = managerId === null ? null : { id: managerId, name: identities.get(managerId)?.name };
        return { id, name, alias, status, manager };
      }),
    );
  });

  test("a manager's own e-mail address and manager are one more lookup, for all of them", async () => {
    const { people } = gateway.upstream.tenant;
    const answer = await gateway.ask(
      'query ($ids: [ID!]!) { igaIdentities(ids: $ids) { manager { email manager { id name } } } }',
      { ids: [people.reviewer, people.otherReviewer] },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(2);
    const manager = gateway.upstream.tenant.identity(people.manager);
    expect(answer.data.igaIdentities[0].manager).toMatchObject({ email: manager.email, manager: { id: manager.managerId } });
  });

  test('nobody above the head, and nothing of who is not known', async () => {
    const head = [...gateway.upstream.tenant.identities.values()].find(({ managerId }) => managerId === null);
    const answer = await gateway.ask('query ($ids: [ID!]!) { igaIdentities(ids: $ids) { alias manager { id } } }', { ids: [head?.id, 'nobody'] });
    expect(answer.data.igaIdentities).toEqual([{ alias: head?.alias, manager: null }, { alias: null, manager: null }]);
  });
});
