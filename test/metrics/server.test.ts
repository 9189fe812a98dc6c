import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { startTestGateway } from '../support/gateway.js';
import { startProcess } from '../support/process.js';
import { startCountedGateway, type CountedGateway } from './counted-gateway.js';
import { scrape } from './scrape.js';

const apiUrl = 'https://example.api.identitynow.com/v2025';

describe('/metrics', () => {
  let gateway: CountedGateway;
  beforeAll(async () => {
    gateway = await startCountedGateway();
  });
  afterAll(() => gateway.stop());

  test('is on a port of its own, and not on the clients’', async () => {
    expect(gateway.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    expect(gateway.metricsUrl?.startsWith(gateway.origin)).toBe(false);
    expect((await fetch(`${gateway.origin}/metrics`)).status).toBe(404);
  });

  test('tells which gateway it is, and about its process', async () => {
    const { value, types } = await gateway.scrape();
    expect(value('certification_gateway_info', { generation: 'v2025' })).toBe(1);
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes']) expect([name, types.has(name)]).toEqual([name, true]);
  });

  test('has names as Prometheus advises: one prefix, base units, _total for counters and for nothing else', async () => {
    const { types } = await gateway.scrape();
    const own = [...types].filter(([name]) => !/^(process|nodejs)_/.test(name));
    expect(own.length).toBeGreaterThan(30);
    for (const [name, type] of own) {
      expect(name).toMatch(/^certification_gateway_[a-z_]+$/);
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });

  test('counters of what may never happen are there before it does', async () => {
    const { samples, value } = await gateway.scrape();
    const valuesOf = (name: string, label: string) => samples.filter((sample) => sample.name === `certification_gateway_${name}`).map(({ labels }) => labels[label]);
    expect(valuesOf('operation_errors_total', 'code')).toEqual(expect.arrayContaining(['INTERNAL_SERVER_ERROR', 'UPSTREAM_UNAVAILABLE', 'RATE_LIMITED']));
    expect(valuesOf('upstream_retries_total', 'reason')).toEqual(expect.arrayContaining(['429', '503', 'unreachable']));
    expect(valuesOf('redis_failures_total', 'reason')).toEqual(expect.arrayContaining(['timeout', 'refusal', 'connection']));
    expect(valuesOf('admissions_total', 'outcome')).toEqual(expect.arrayContaining(['admitted', 'refused', 'revoked']));
    expect(value('certification_gateway_operation_errors_total')).toBe(0);
  });

  test('is read, and nothing else is at its port', async () => {
    const url = gateway.metricsUrl ?? '';
    const statusOf = async (address: string, method = 'GET') => (await fetch(address, { method })).status;
    expect(await statusOf(url, 'HEAD')).toBe(200);
    expect(await statusOf(`${url}?name=x`)).toBe(200);
    expect(await statusOf(url, 'POST')).toBe(405);
    for (const path of ['/', '/metrics/', '/graphql', '/health/live']) expect([path, await statusOf(new URL(path, url).href)]).toEqual([path, 404]);
  });
});

test('two gateways of one process count apart', async () => {
  const [one, other] = await Promise.all([startCountedGateway(), startCountedGateway()]);
  try {
    await one.ask('{ __typename }');
    expect((await one.scrape()).value('certification_gateway_operations_total')).toBe(1);
    expect((await other.scrape()).value('certification_gateway_operations_total')).toBe(0);
  } finally {
    await Promise.all([one.stop(), other.stop()]);
  }
});

test('without METRICS_PORT nobody counts', async () => {
  expect(readConfig({ SAILPOINT_API_URL: apiUrl, METRICS_HOST: '0.0.0.0' }).metrics).toBeNull();
  const gateway = await startTestGateway();
  expect(gateway.metricsUrl).toBeNull();
  await gateway.stop();
});

test('METRICS_PORT and METRICS_HOST say where', () => {
  expect(readConfig({ SAILPOINT_API_URL: apiUrl, METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(readConfig({ SAILPOINT_API_URL: apiUrl, METRICS_PORT: '0', METRICS_HOST: '::1' }).metrics).toEqual({ host: '::1', port: 0 });
  expect(() => readConfig({ SAILPOINT_API_URL: apiUrl, METRICS_PORT: '70000' })).toThrow('METRICS_PORT must be a whole number from 0 to 65535');
});

test('a port that is taken keeps the gateway from starting', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(startTestGateway({ settings: { metrics: { host: '127.0.0.1', port } } })).rejects.toThrow('EADDRINUSE');
  await new Promise((resolve) => taken.close(resolve));
});

test('npm start with METRICS_PORT says where it is, and stops with the gateway', async () => {
  const gateway = startProcess('src/main.ts', { SAILPOINT_API_URL: 'http://127.0.0.1:9/v3', PORT: '0', METRICS_PORT: '0' });
  const url = await gateway.waitFor(/metrics at (\S+\/metrics)/);
  expect((await scrape(url)).value('certification_gateway_info', { generation: 'v3' })).toBe(1);
  await gateway.waitFor(/ready at/);
  gateway.kill('SIGTERM');
  expect(await gateway.exitCode).toBe(0);
});
