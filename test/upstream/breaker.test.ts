import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const board = '{ certifications(first: 20) { nodes { id reviewers { nodes { id } } } } }';
const single = 'query ($id: ID!) { certification(id: $id) { id name } }';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const openId = () => ({ id: gateway.upstream.tenant.examples.certifications.open });
const downLines = () => gateway.logLines.filter((line) => line.includes('the upstream is down'));

describe('the breaker', () => {
  test('stays closed after a request whose own deadline has ended its calls', async () => {
    gateway = await startTestGateway({ server: { requestTimeoutMs: 700 } });
    await gateway.ask(single, openId());
    const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', hang: true });
    const late = await gateway.ask(board);
    // Twice as many as would open it.
    expect(late.errors).toHaveLength(20);
    heal();
    const other = await gateway.ask(single, openId(), { as: 'reviewer' });
    expect(other.errors).toBeUndefined();
    expect(other.upstreamCalls).toBe(1);
    expect(downLines()).toEqual([]);
  });

  test('opens after calls that the upstream has not answered within their own time', async () => {
    gateway = await startTestGateway({ settings: { upstreamTimeoutMs: 200 } });
    await gateway.ask(single, openId());
    gateway.upstream.inject({ operation: 'listCertificationReviewers', hang: true });
    await gateway.ask(board);
    expect(downLines()).toHaveLength(1);
    await until(() => gateway.upstream.requests.every(({ finishedAt }) => finishedAt !== null));
  });
});
