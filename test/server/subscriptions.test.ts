import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import { until } from '../support/until.js';
import { startOwnGateway, type OwnGateway } from './own-schema.js';
import { eventClient, socketClient } from './streams.js';

const follow = { query: 'subscription Follow { tick { number } }' };

describe.each([
  ['websocket', socketClient],
  ['event-stream', eventClient],
] as const)('a subscription over %s', (transport, clientFor) => {
  let gateway: OwnGateway;
  let client: ReturnType<typeof clientFor>;
  beforeEach(async () => {
    gateway = await startOwnGateway();
    client = clientFor(gateway, gateway.token);
  });
  afterEach(async () => {
    await client.dispose();
    await gateway.stop();
  });

  const lines = () => gateway.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'graphql request');

  /** Begins it, and gives what its client gets, and its source. */
  async function begin(request: { query: string } = follow) {
    const results = client.iterate(request);
    const first = results.next();
    await until(() => gateway.sources.length > 0);
    return { results, first, source: gateway.sources[0] };
  }

  test('has one result for each event, in order, and completes with its source', async () => {
    const { results, first, source } = await begin();
    for (const number of [1, 2, 3]) source?.push(number);
    source?.end();
    const all = [(await first).value];
    for await (const result of results) all.push(result);
    expect(all.map(({ data }) => data)).toEqual([1, 2, 3].map((number) => ({ tick: { number } })));
    expect(all.map(({ extensions }) => extensions)).toEqual(Array(3).fill({ cost: expect.objectContaining({ upstreamCalls: 0 }) }));
    await until(() => lines().length === 1);
    expect(lines()[0]).toMatchObject({ transport, operationName: 'Follow', operationType: 'subscription', outcome: 'ok', results: 3, errorCodes: [] });
  });

  test('executes each event in a context of its own, of the same caller and request', async () => {
    const { results, first, source } = await begin();
    for (const number of [1, 2]) source?.push(number);
    source?.end();
    await first;
    while (!(await results.next()).done);
    const [a, b] = gateway.contexts;
    expect(a?.requestId).toBe(b?.requestId);
    expect(a?.upstreamCalls).not.toBe(b?.upstreamCalls);
    for (const name of ['certification', 'task', 'reassignment', 'identity'] as const) expect(a?.dataSources[name]).not.toBe(b?.dataSources[name]);
  });

  test('lets go of its source as soon as its client wants no more', async () => {
    const { results, first, source } = await begin();
    source?.push(1);
    await first;
    await results.return?.();
    await until(() => source?.isReleased === true);
    await until(() => lines().length === 1);
    expect(lines()[0]).toMatchObject({ outcome: 'cancelled', results: 1 });
  });

  test('whose field fails at an event shows it by reference, and goes on', async () => {
    const { results, first, source } = await begin({ query: 'subscription { tick { number } }' });
    source?.push('not a number');
    source?.push(2);
    expect((await first).value).toMatchObject({ errors: [{ path: ['tick', 'number'], extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) } }] });
    expect((await results.next()).value).toMatchObject({ data: { tick: { number: 2 } } });
    await results.return?.();
  });

  test('whose source cannot be begun has one result, which says so, and completes', async () => {
    const results = client.iterate({ query: 'subscription { broken { number } }' });
    const { value } = await results.next();
    expect(value.errors).toEqual([{ message: expect.any(String), path: ['broken'], locations: expect.any(Array), extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) } }]);
    expect(JSON.stringify(value)).not.toContain('of the test');
    expect((await results.next()).done).toBe(true);
  });

  test('whose source fails shows it by reference, and completes', async () => {
    const { results, first, source } = await begin();
    source?.fail(new Error('of the test'));
    expect((await first).value).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) } }] });
    expect((await results.next()).done).toBe(true);
    expect(source?.isReleased).toBe(true);
  });

  test('ends with the event whose token the upstream has refused', async () => {
    const { results, first, source } = await begin();
    source?.push(new GatewayError('UNAUTHENTICATED', 'The upstream has refused this token.'));
    source?.push(2);
    expect((await first).value).toMatchObject({ errors: [{ path: ['tick'], extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await results.next()).done).toBe(true);
    expect(source?.isReleased).toBe(true);
  });
});
