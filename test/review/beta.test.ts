import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe('on beta, which has no operation for it,', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation: 'beta' });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test.each([
    'items { totalCount }',
    'items { __typename }',
    'item(id: "a") { decision }',
    'item(id: "a") { entitlements { id } permissions { totalCount } }',
    'identitySummaries { nodes { id } }',
    'accessSummaries(type: ROLE) { nodes { id } }',
    'decisionSummary { roles { total } }',
  ])('%s is refused with the generations that have it, without a call', async (field) => {
    const answer = await gateway.ask(`{ certification(id: "a") { id ${field} } }`);
    const [name = ''] = field.split(/[ (]/);
    expect(answer.data.certification).toEqual({ id: 'a', [name]: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining('not in the beta generation; v3, v2024 and later years'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('an item is a reference for its permissions', async () => {
    const { certificationId, itemId } = gateway.upstream.tenant.examples.items.permissions;
    const answer = await gateway.ask(`{ certification(id: "${certificationId}") { item(id: "${itemId}") { id permissions { totalCount } } } }`);
    expect([answer.errors, answer.upstreamCalls, answer.data.certification.item.id]).toEqual([undefined, 1, itemId]);
  });
});
