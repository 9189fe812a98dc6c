import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startGatewayProcess, type GatewayProcess } from '../security/gateway-process.js';
import { allOf, eventClient, socketClient } from '../server/streams.js';
import { until } from '../support/until.js';
import { startCollector, type Collector, type ReceivedSpan } from './collector.js';
import { describeWithSdk, register } from './sdk.js';

const board = '{ certifications(first: 3) { nodes { id name reviewers { nodes { id name } } } } }';
const list = '{ certifications(first: 1) { nodes { id } } }';
const follow = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status target { ... on Certification { name } } } }';

describeWithSdk('a gateway that was started with an SDK of OpenTelemetry', () => {
  let upstream: Upstream;
  let collector: Collector;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    [upstream, collector] = await Promise.all([startUpstream({ rateLimit: 'off' }), startCollector()]);
    const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test' };
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'), variables, [register]);
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
    await collector.stop();
  });

  /** The caller's trace and span, another for each test. */
  let caller: { traceId: string; spanId: string };
  let undo: () => void;
  /** Of an OAuth client of the test's own, for which nothing is remembered. */
  let token: string;
  beforeEach(() => {
    upstream.clearRequests();
    caller = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
    undo = () => undefined;
    token = upstream.tokens.issue({ client_id: randomBytes(8).toString('hex') });
  });
  afterEach(() => undo());
  const traceparent = (flags = '01') => `00-${caller.traceId}-${caller.spanId}-${flags}`;

  /** All of the operation's trace: its own span is the last that ends. */
  async function spansOf(traceId = caller.traceId): Promise<{ all: readonly ReceivedSpan[]; operation: ReceivedSpan; named: (name: string) => ReceivedSpan[] }> {
    const all = () => collector.spans.filter((span) => span.traceId === traceId);
    const operation = () => all().find(({ kind }) => kind === 'server');
    await until(() => operation() !== undefined);
    return { all: all(), operation: operation() as ReceivedSpan, named: (name) => all().filter((span) => span.name === name) };
  }

  async function ask(query: string, headers: Readonly<Record<string, string>> = { traceparent: traceparent() }): Promise<string> {
    const body = JSON.stringify({ query });
    const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers };
    const response = await fetch(`${gateway.origin}/graphql`, { method: 'POST', headers: all, body });
    return response.headers.get('x-request-id') ?? '';
  }

  test('shows an operation below its caller’s span, and its look-ups and calls below that', async () => {
    await ask(board);
    const { all, operation, named } = await spansOf();
    expect(operation).toMatchObject({ name: 'query certifications', parentSpanId: caller.spanId, hasFailed: false });
    expect(operation.attributes).toMatchObject({
      'graphql.operation.type': 'query',
      'http.response.status_code': 200,
      'certification_gateway.transport': 'http',
      'certification_gateway.outcome': 'ok',
      'certification_gateway.root_fields': ['certifications'],
      'certification_gateway.upstream_calls': 4,
    });
    const others = all.filter((span) => span !== operation);
    expect(new Set(others.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([operation.spanId]));
    for (const { startNanos, endNanos } of others) expect(endNanos).toBeGreaterThanOrEqual(startNanos);
    expect(named('cache reviewers@v2025')).toMatchObject([{ kind: 'internal', attributes: { 'certification_gateway.cache.keys': 3 } }]);
    const calls = [...named('listCertifications'), ...named('listCertificationReviewers')];
    expect(calls).toHaveLength(4);
    for (const call of calls) {
      expect(call).toMatchObject({ kind: 'client', events: [{ name: 'sent' }] });
      expect(call.attributes).toMatchObject({
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'certification_gateway.call.line': 'single',
        'certification_gateway.call.attempts': 1,
        'certification_gateway.call.wait_ms': expect.any(Number),
      });
    }
    expect(collector.resources[0]).toMatchObject({ 'service.name': 'certification-gateway', 'deployment.environment.name': 'test' });
  });

  test('sends each upstream call the context of its own span, and the caller’s state as it came', async () => {
    await ask(board, { traceparent: traceparent(), tracestate: 'vendor=1' });
    const { all } = await spansOf();
    const calls = all.filter(({ kind }) => kind === 'client').map(({ spanId }) => `00-${caller.traceId}-${spanId}-01`);
    expect(upstream.requests.map(({ headers }) => headers['traceparent']).toSorted()).toEqual(calls.toSorted());
    expect(new Set(upstream.requests.map(({ headers }) => headers['tracestate']))).toEqual(new Set(['vendor=1']));
  });

  test('begins a trace where the caller has none, and names it in the log', async () => {
    const requestId = await ask(list, {});
    const lineOf = () => gateway.output().split('\n').find((text) => text.includes(requestId) && text.includes('graphql request'));
    await until(() => lineOf() !== undefined);
    const { traceId } = JSON.parse(lineOf() ?? '{}');
    expect((await spansOf(traceId)).operation.parentSpanId).toBe('');
    expect(upstream.requests[0]?.headers['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  });

  test('records nothing for a caller who does not, and lets the upstream know', async () => {
    await ask(list, { traceparent: traceparent('00') });
    expect(upstream.requests[0]?.headers['traceparent']).toMatch(new RegExp(`^00-${caller.traceId}-[0-9a-f]{16}-00$`));
    const unrecorded = caller.traceId;
    caller = { ...caller, traceId: randomBytes(16).toString('hex') };
    await ask(list);
    await spansOf();
    expect(collector.spans.filter(({ traceId }) => traceId === unrecorded)).toEqual([]);
  });

  test('shows what was repeated, and why', async () => {
    undo = upstream.inject({ operation: 'listIdentityCertifications', status: 503, times: 1 });
    await ask(list);
    const { named } = await spansOf();
    expect(named('listCertifications')).toMatchObject([
      {
        hasFailed: false,
        attributes: { 'certification_gateway.call.attempts': 2, 'http.response.status_code': 200 },
        events: [{ name: 'sent' }, { name: 'repeated', attributes: { 'certification_gateway.repeat.reason': '503' } }, { name: 'sent' }],
      },
    ]);
  });

  test('shows what has failed: the call by its answer, the operation by its code', async () => {
    undo = upstream.inject({ operation: 'listCertificationReviewers', status: 500 });
    await ask(board);
    const { operation, named } = await spansOf();
    for (const call of named('listCertificationReviewers')) {
      expect(call).toMatchObject({ hasFailed: true, attributes: { 'error.type': '5xx', 'http.response.status_code': 500 } });
    }
    expect(operation).toMatchObject({ hasFailed: true, attributes: { 'certification_gateway.outcome': 'partial', 'error.type': 'UPSTREAM_UNAVAILABLE' } });
  });

  test('shows a mistake of the client as no failure of the gateway', async () => {
    await ask('{ nothingLikeThis }');
    expect((await spansOf()).operation).toMatchObject({
      name: 'graphql',
      hasFailed: false,
      attributes: { 'certification_gateway.outcome': 'refused', 'certification_gateway.error_codes': ['GRAPHQL_VALIDATION_FAILED'], 'http.response.status_code': 200 },
    });
  });

  test('shows an operation over a WebSocket below the span that has opened it', async () => {
    const { WebSocket } = await import('ws');
    class Traced extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers: { traceparent: traceparent() } });
      }
    }
    const client = socketClient(gateway, token, { webSocketImpl: Traced });
    await allOf(client, list);
    await client.dispose();
    const { operation, named } = await spansOf();
    expect(operation).toMatchObject({ name: 'query certifications', parentSpanId: caller.spanId, attributes: { 'certification_gateway.transport': 'websocket' } });
    expect(named('cache certification-list@v2025')).toHaveLength(1);
  });

  test('shows a subscription, each of its events, and the calls of each', async () => {
    const client = eventClient(gateway, token);
    const results = await allOf(client, follow, { taskId: upstream.tenant.examples.tasks.succeeded });
    client.dispose();
    const ownTraces = () => collector.spans.filter(({ name }) => name === 'subscription certificationTaskProgress');
    await until(() => ownTraces().length > 0);
    const { operation, all, named } = await spansOf(ownTraces()[0]?.traceId);
    expect(operation.attributes).toMatchObject({ 'certification_gateway.transport': 'event-stream', 'certification_gateway.outcome': 'ok' });
    expect(named('event')).toHaveLength(results.length);
    expect(named('event').every(({ parentSpanId }) => parentSpanId === operation.spanId)).toBe(true);
    expect(all.some(({ kind, parentSpanId }) => kind === 'client' && parentSpanId === operation.spanId)).toBe(true);
  });
});
