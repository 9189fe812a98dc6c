import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/sandbox/upstream.js';
import { until } from '../support/until.js';
import { risen, startCountedGateway, type CountedGateway } from './counted-gateway.js';

const list = '{ certifications(first: 3) { nodes { id } } }';
const board = '{ certifications(first: 10) { nodes { id reviewers { nodes { id } } } } }';
const listing = 'listIdentityCertifications';

describe('upstream calls', () => {
  let gateway: CountedGateway;
  let undo: (() => void)[];
  let token: string;
  let clients = 0;
  beforeAll(async () => {
    gateway = await startCountedGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    undo = [];
    clients += 1;
    // A 401 is held against a token, a 429 against a client.
    token = gateway.upstream.tokens.issue({ client_id: `client ${clients}` }, 'administrator');
  });
  afterEach(() => undo.forEach((heal) => heal()));

  const inject = (fault: Fault) => void undo.push(gateway.upstream.inject(fault));
  const ask = (query: string) => gateway.ask(query, {}, { token });

  test('are counted by their operation and what was answered, with their time and their wait', async () => {
    const by = await risen(gateway, () => ask(board));
    expect(by('upstream_calls_total')).toBe(11);
    expect(by('upstream_calls_total', { operation: 'listCertificationReviewers', outcome: '2xx' })).toBe(10);
    expect(by('upstream_call_duration_seconds_count', { operation: 'listCertifications' })).toBe(1);
    expect(by('upstream_call_duration_seconds_sum', { operation: 'listCertificationReviewers' })).toBeGreaterThan(0);
    expect(by('upstream_queue_wait_seconds_count', { line: 'single' })).toBe(5);
    expect(by('upstream_queue_wait_seconds_count', { line: 'fan_out' })).toBe(6);
  });

  test.each<[string, Fault]>([
    ['401', { status: 401, body: {} }],
    ['403', { status: 403, body: {} }],
    ['404', { status: 404, body: {} }],
    ['4xx', { status: 409, body: {} }],
    ['3xx', { status: 302, headers: { location: 'http://127.0.0.1:9' } }],
    ['5xx', { status: 500 }],
    ['too_large', { huge: 17_000_000 }],
  ])('are counted as %s', async (outcome, fault) => {
    inject({ operation: listing, ...fault });
    const by = await risen(gateway, () => ask(list));
    expect(by('upstream_calls_total', { operation: 'listCertifications', outcome })).toBe(1);
    expect(by('upstream_calls_total')).toBe(1);
  });

  test('of an operation have been seen without failures before the first of them', async () => {
    await ask(list);
    const { samples } = await gateway.scrape();
    const seen = samples.filter(({ name, labels }) => name.startsWith('certification_gateway_upstream_calls') && labels['operation'] === 'listCertifications');
    const words = seen.flatMap(({ labels: { outcome, reason } }) => outcome ?? reason ?? []);
    for (const word of ['429', '5xx', 'timeout', 'unreachable', 'too_large', 'budget']) expect(words).toContain(word);
  });

  test.each<[string, string, Fault]>([
    ['503', '5xx', { status: 503 }],
    ['unreachable', 'unreachable', { reset: true }],
    ['429', '429', { status: 429, headers: { 'retry-after': '0' } }],
  ])('that are sent again after %s are counted each, and why', async (reason, outcome, fault) => {
    inject({ operation: listing, times: 1, ...fault });
    const by = await risen(gateway, () => ask(list));
    expect(by('upstream_retries_total', { reason })).toBe(1);
    expect(by('upstream_retries_total')).toBe(1);
    expect(by('upstream_calls_total', { outcome })).toBe(1);
    expect(by('upstream_calls_total', { outcome: '2xx' })).toBe(1);
  });

  test('that are not made with a token that was just refused are counted as such', async () => {
    inject({ operation: listing, status: 401, times: 1 });
    const by = await risen(gateway, async () => {
      await ask(list);
      await ask(list);
    });
    expect(by('upstream_calls_total')).toBe(1);
    expect(by('upstream_calls_not_made_total', { operation: 'listCertifications', reason: 'token' })).toBe(1);
    expect(by('admissions_total', { outcome: 'refused' })).toBe(1);
  });

  test('whose answers are odd are counted by field and problem, and by the quirk that it is', async () => {
    inject({ operation: listing, rewrite: (rows) => (rows as object[]).map((row, index) => ({ ...row, ...(index === 0 ? { id: null } : { phase: 'NEW', name: 7, due: 'soon' }) })) });
    const by = await risen(gateway, () => ask('{ certifications(first: 3) { nodes { id name phase dueAt } } }'));
    const operation = 'listCertifications';
    expect(by('upstream_odd_answers_total', { operation, field: '[]', problem: 'dropped', quirk: 'Q19' })).toBe(1);
    expect(by('upstream_odd_answers_total', { operation, field: '[].name', problem: 'not a text', quirk: 'none' })).toBe(2);
    expect(by('upstream_odd_answers_total', { operation, field: '[].phase', problem: 'value newer than the schema', quirk: 'Q6' })).toBe(2);
    expect(by('upstream_odd_answers_total', { operation, field: '[].due', problem: 'not a date', quirk: 'Q24' })).toBe(2);
  });
});

test('calls without an answer in time are counted as timeout', async () => {
  const gateway = await startCountedGateway({ settings: { upstreamTimeoutMs: 100 } });
  try {
    gateway.upstream.inject({ hang: true });
    const by = await risen(gateway, () => gateway.ask(list));
    expect(by('upstream_calls_total', { operation: 'listCertifications', outcome: 'timeout' })).toBe(1);
    expect(by('operation_errors_total', { code: 'UPSTREAM_TIMEOUT' })).toBe(1);
  } finally {
    await gateway.stop();
  }
});

test('the budget is seen as it is: its size, what is left, who waits, and what is not made in vain', async () => {
  const gateway = await startCountedGateway({ settings: { budget: { calls: 8, windowMs: 60_000 } }, server: { requestTimeoutMs: 2000 } });
  try {
    const fresh = await gateway.scrape();
    expect(fresh.value('certification_gateway_upstream_budget_calls')).toBe(8);
    expect(fresh.value('certification_gateway_upstream_budget_left_calls')).toBe(8);
    const heal = gateway.upstream.inject({ operation: 'listCertificationReviewers', latencyMs: 200 });
    gateway.upstream.clearRequests();
    const asked = gateway.ask('{ certifications(first: 6) { nodes { id reviewers { nodes { id } } } } }');
    await until(() => gateway.upstream.requests.length > 1);
    const during = await gateway.scrape();
    expect(during.value('certification_gateway_upstream_budget_left_calls')).toBeLessThan(8);
    expect((await asked).errors).toBeUndefined();
    heal();
    const by = await risen(gateway, () => gateway.ask('{ certifications(first: 2, offset: 9) { nodes { id reviewers { nodes { id } } } } }'));
    expect(by('upstream_calls_not_made_total', { operation: 'listCertifications', reason: 'budget' })).toBe(1);
    expect(by('operation_errors_total', { code: 'RATE_LIMITED' })).toBe(1);
    const after = await gateway.scrape();
    // The last one is for what somebody else waits for.
    expect(after.value('certification_gateway_upstream_budget_left_calls')).toBe(1);
    expect(after.value('certification_gateway_upstream_calls_waiting')).toBe(0);
  } finally {
    await gateway.stop();
  }
});

test('calls that wait are seen in their line', async () => {
  const gateway = await startCountedGateway({ settings: { budget: { calls: 8, windowMs: 3000 } } });
  try {
    const asked = gateway.ask('{ certifications(first: 12) { nodes { id reviewers { nodes { id } } } } }');
    await until(async () => (await gateway.scrape()).value('certification_gateway_upstream_calls_waiting', { line: 'fan_out' }) > 0);
    expect((await asked).errors).toBeUndefined();
    const after = await gateway.scrape();
    expect(after.value('certification_gateway_upstream_calls_waiting')).toBe(0);
    expect(after.value('certification_gateway_upstream_queue_wait_seconds_sum', { line: 'fan_out' })).toBeGreaterThan(1);
  } finally {
    await gateway.stop();
  }
});

test('an upstream that is down is seen, with what is not sent meanwhile', async () => {
  const gateway = await startCountedGateway();
  try {
    const heal = gateway.upstream.inject({ reset: true });
    const token = gateway.upstream.persona('administrator').token;
    for (let asked = 0; asked < 20; asked += 1) await gateway.ask(list, {}, { token });
    const down = await gateway.scrape();
    expect(down.value('certification_gateway_upstream_breaker_open')).toBe(1);
    expect(down.value('certification_gateway_upstream_breaker_openings_total')).toBe(1);
    expect(down.value('certification_gateway_upstream_calls_not_made_total', { reason: 'upstream_down' })).toBeGreaterThan(0);
    heal();
    await until(async () => (await gateway.ask(list, {}, { token })).errors === undefined);
    expect((await gateway.scrape()).value('certification_gateway_upstream_breaker_open')).toBe(0);
  } finally {
    await gateway.stop();
  }
});
