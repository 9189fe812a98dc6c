import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { allOf, eventClient, socketClient } from './streams.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const query = 'query Board { first: certifications(first: 3) { nodes { id reviewers { nodes { id } } } } ...more } fragment more on Query { certifications(first: 3) { totalCount } __typename }';

describe('the log line of a request', () => {
  let gateway: TestGateway;
  let undo: () => void = () => undefined;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  afterEach(() => undo());

  const token = () => gateway.upstream.persona('administrator').token;

  /** Of what is asked for meanwhile: its only line. */
  async function lineOf(asking: () => Promise<unknown>): Promise<Record<string, unknown>> {
    const before = gateway.logLines.length;
    const lines = () => gateway.logLines.slice(before).map((text) => JSON.parse(text) as Record<string, unknown>).filter(({ msg }) => msg === 'graphql request');
    await asking();
    await until(() => lines().length > 0);
    expect(lines()).toHaveLength(1);
    return lines()[0] ?? {};
  }

  const usual = {
    operationName: 'Board',
    operationType: 'query',
    rootFields: ['certifications', '__typename'],
    outcome: 'ok',
    errorCodes: [],
    upstreamCalls: 4,
    longestWaitMs: expect.any(Number),
    longestCallMs: expect.any(Number),
    cache: { 'certification-list@v2025': expect.any(Object), 'reviewers@v2025': { miss: 3 } },
    durationMs: expect.any(Number),
    requestId: expect.any(String),
    viewer: expect.stringMatching(/^[0-9a-f]{12}$/),
  };

  test('tells what was asked for, what became of it, and what it took', async () => {
    expect(await lineOf(() => gateway.ask(query))).toMatchObject({ ...usual, transport: 'http', status: 200 });
  });

  test.each([
    ['websocket', socketClient],
    ['event-stream', eventClient],
  ] as const)('tells the same over %s', async (transport, clientFor) => {
    const client = clientFor(gateway, token());
    expect(await lineOf(() => allOf(client, query))).toMatchObject({ ...usual, transport, results: 1 });
    await client.dispose();
  });

  test('tells what it waited for', async () => {
    undo = gateway.upstream.inject({ operation: 'listCertificationReviewers', latencyMs: 150, times: 1 });
    const line = await lineOf(() => gateway.ask(query));
    expect(line['longestCallMs']).toBeGreaterThanOrEqual(140);
    expect(line['durationMs']).toBeGreaterThanOrEqual(Number(line['longestCallMs']));
  });

  test.each([
    ['partial', query, 'UPSTREAM_UNAVAILABLE'],
    ['failed', '{ certifications(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
    ['refused', '{ nothingLikeThis }', 'GRAPHQL_VALIDATION_FAILED'],
    ['refused', '{', 'GRAPHQL_PARSE_FAILED'],
  ])('tells that it was %s, and by which code', async (outcome, asked, code) => {
    if (outcome === 'partial') undo = gateway.upstream.inject({ operation: 'listCertificationReviewers', status: 500 });
    expect(await lineOf(() => gateway.ask(asked))).toMatchObject({ outcome, errorCodes: [code] });
    const client = socketClient(gateway, token());
    expect(await lineOf(() => allOf(client, asked).catch(() => undefined))).toMatchObject({ outcome, errorCodes: [code] });
    await client.dispose();
  });

  test('has the caller’s trace, as every line about the request', async () => {
    const before = gateway.logLines.length;
    await gateway.ask(query, {}, { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } });
    const lines = gateway.logLines.slice(before).map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(new Set(lines.map(({ msg }) => msg))).toEqual(new Set(['graphql request', 'upstream call']));
    expect(new Set(lines.map((line) => line['traceId']))).toEqual(new Set([traceId]));
    expect(await lineOf(() => gateway.ask(query))).not.toHaveProperty('traceId');
  });
});
