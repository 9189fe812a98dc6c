import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

const board = '{ certifications(first: 20) { nodes { id reviewers { nodes { id } } } } }';
const single = 'query ($id: ID!) { certification(id: $id) { id name } }';

const probeEveryMs = 1000;

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

  test('lets a caller whose token is known find the upstream again, though strangers keep asking', async () => {
    gateway = await startTestGateway({ settings: { budget: { calls: 95, windowMs: 60_000 } } });
    await gateway.ask(single, openId());
    const { requests, tokens } = gateway.upstream;
    const forge = () => gateway.ask(single, openId(), { token: tokens.forge({}, 'administrator') });
    // Their share is used up: what they ask for from here on never leaves.
    await Promise.all(Array.from({ length: 60 }, forge));
    const heal = gateway.upstream.inject({ operation: /./, status: 503, body: {} });
    await Promise.all(Array.from({ length: 10 }, (_, index) => gateway.ask(`{ certifications(first: ${index + 1}) { nodes { id } } }`)));
    expect(downLines()).toHaveLength(1);
    const openedAtMs = Date.now();
    heal();
    const before = requests.length;
    await until(async () => {
      await forge();
      return Date.now() - openedAtMs > probeEveryMs + 100;
    });
    expect(requests.length).toBe(before);
    expect((await gateway.ask(single, openId())).errors).toBeUndefined();
  });
});
