import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startGatewayProcess, type GatewayProcess } from '../security/gateway-process.js';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';
import { startCollector, type Collector } from './collector.js';
import { describeWithSdk, register } from './sdk.js';

const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describeWithSdk('the process of a gateway with src/telemetry/register.ts before it', () => {
  let upstream: Upstream;
  let collector: Collector;
  let gateway: GatewayProcess | null = null;
  beforeAll(async () => {
    [upstream, collector] = await Promise.all([startUpstream({ rateLimit: 'off' }), startCollector()]);
  });
  afterEach(async () => {
    await gateway?.stop();
    gateway = null;
  });
  afterAll(async () => {
    await upstream.stop();
    await collector.stop();
  });

  async function startWith(environment: Readonly<Record<string, string>>): Promise<GatewayProcess> {
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'), environment, [register]);
    return gateway;
  }

  /** The status of the answer. By a connection of its own: a gateway waits for clients that keep theirs. */
  function ask({ origin }: GatewayProcess): Promise<number | undefined> {
    const token = upstream.tokens.issue({ client_id: randomBytes(8).toString('hex') });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, traceparent: parent };
    return new Promise((resolve, reject) => {
      const sent = request(`${origin}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      });
      sent.once('error', reject).end('{"query":"{ certifications(first: 1) { nodes { id } } }"}');
    });
  }

  test('makes no spans without variables, and sends the caller’s context on as it came', async () => {
    const started = await startWith({ OTEL_SERVICE_NAME: 'gateway' });
    upstream.clearRequests();
    expect(await ask(started)).toBe(200);
    expect(upstream.requests.map(({ headers }) => headers['traceparent'])).toEqual([parent]);
  });

  test('sends its last spans before it ends', async () => {
    const started = await startWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_BSP_SCHEDULE_DELAY: '600000' });
    const before = collector.spans.length;
    await ask(started);
    expect(collector.spans).toHaveLength(before);
    expect(await started.stop()).toBe(0);
    expect(collector.spans.slice(before).map(({ name }) => name)).toContain('query certifications');
  });

  test('goes on without its collector, says so once, and ends', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const started = await startWith({ OTEL_EXPORTER_OTLP_ENDPOINT: nowhere, OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_EXPORTER_OTLP_TIMEOUT: '50' });
    const warnings = () => started.output().split('\n').filter((line) => line.includes('traces do not reach their collector'));
    expect(await ask(started)).toBe(200);
    await until(() => warnings().length > 0);
    expect(await ask(started)).toBe(200);
    expect(await started.stop()).toBe(0);
    expect(warnings()).toHaveLength(1);
    expect(started.output()).not.toContain(nowhere);
  });

  test('tells what of the variables it does not do, and starts all the same', async () => {
    const started = await startWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_TRACES_SAMPLER: 'xray', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' });
    for (const says of ['OTEL_TRACES_SAMPLER can be always_on', 'OTEL_EXPORTER_OTLP_PROTOCOL can be http/protobuf here']) {
      await until(() => started.output().includes(says));
    }
    expect(await ask(started)).toBe(200);
  });
});
