import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { row, rows, startOfTests, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream();
});
afterEach(() => upstream.stop());

const list = () => upstream.ask('v2025', '/certifications', { limit: '2' });
const listRaw = () =>
  fetch(`${upstream.apiUrl('v2025')}/certifications?limit=2`, {
    headers: { authorization: `Bearer ${upstream.persona('administrator').token}` },
  });

describe('a fault', () => {
  test('answers a status and a body as often as it is told to', async () => {
    upstream.inject({ operation: 'listIdentityCertifications', times: 2, status: 502, body: { formatted_msg: 'gone' } });
    expect([await list(), await list(), await list()].map(({ status }) => status)).toEqual([502, 502, 200]);
  });

  test('strikes only what it names, and until it is removed', async () => {
    const remove = upstream.inject({ operation: /Reviewers$/, status: 500, body: {} });
    upstream.inject({ path: /nowhere/, status: 500, body: {} });
    upstream.inject({ when: ({ query }) => query.get('limit') === '3', status: 500, body: {} });
    expect((await list()).status).toBe(200);
    const path = `/certifications/${upstream.tenant.examples.certifications.open}/reviewers`;
    expect((await upstream.ask('v3', path)).status).toBe(500);
    remove();
    expect((await upstream.ask('v3', path)).status).toBe(200);
  });

  test('answers HTML, as proxies do', async () => {
    upstream.inject({ html: true, times: 1 });
    const page = await listRaw();
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html']);
    upstream.inject({ status: 200, body: '<html>Please sign in</html>', times: 1 });
    expect(await (await listRaw()).text()).toContain('Please sign in');
  });

  test('adds headers to the usual answer', async () => {
    upstream.inject({ headers: { 'x-total-count': 'many' } });
    expect((await list()).headers.get('x-total-count')).toBe('many');
  });

  test('rewrites successful answers only, and counts only those', async () => {
    upstream.inject({ times: 1, rewrite: (json) => [null, ...(json as unknown[])] });
    expect((await upstream.ask('v2025', '/certifications', { limit: 'x' })).status).toBe(400);
    expect(rows(await list())[0]).toBeNull();
    expect(rows(await list())[0]).not.toBeNull();
  });

  test('ends the connection before an answer', async () => {
    upstream.inject({ reset: true, times: 1 });
    await expect(list()).rejects.toThrow();
    expect(upstream.requests.at(-1)).toMatchObject({ operation: 'listIdentityCertifications', status: null });
  });

  test('does what was asked for, and loses the answer', async () => {
    const { certificationId, itemId } = upstream.tenant.examples.items.permissions;
    const body = { reassign: [{ id: itemId, type: 'ITEM' }], reassignTo: upstream.tenant.people.manager, reason: 'x' };
    const before = upstream.tenant.tasks.size;
    upstream.inject({ lost: true, operation: 'submitReassignCertsAsync' });
    const answer = upstream.ask('v3', `/certifications/${certificationId}/reassign-async`, {}, { method: 'POST', body });
    await expect(answer).rejects.toThrow();
    expect(upstream.tenant.tasks.size).toBe(before + 1);
  });

  test('cuts the answer in half', async () => {
    upstream.inject({ cut: true, times: 1 });
    const reply = await listRaw();
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
  });

  test('never answers, until the upstream stops', async () => {
    upstream.inject({ hang: true });
    const answer = list();
    const refused = expect(answer).rejects.toThrow();
    await until(() => upstream.requests.length === 1);
    await upstream.stop();
    await refused;
  });

  test('waits before the usual answer', async () => {
    upstream.inject({ latencyMs: 30, times: 1 });
    const startedAt = performance.now();
    expect((await list()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(25);
  });

  test('sends more than anybody wants', async () => {
    upstream.inject({ huge: 200_000 });
    const text = await (await listRaw()).text();
    expect(text.length).toBeGreaterThan(200_000);
    expect(Array.isArray(JSON.parse(text))).toBe(true);
  });
});

describe('the record of requests', () => {
  test('has everything that arrived, in order, with what became of it', async () => {
    await list();
    await upstream.ask('v1', '/certifications/none', { a: '1' }, { as: 'manager', headers: { 'X-Custom': 'yes' } });
    await upstream.ask('beta', '/nowhere', {}, { as: 'expired', method: 'POST', body: { reason: 'ü' } });
    expect(upstream.requests).toMatchObject([
      { operation: 'listIdentityCertifications', generation: 'v2025', status: 200, personaKey: 'administrator' },
      { operation: 'getIdentityCertification', generation: 'v1', status: 400, personaKey: 'manager', at: startOfTests },
      { method: 'POST', operation: null, generation: 'beta', status: 401, personaKey: 'expired', body: { reason: 'ü' } },
    ]);
    expect(upstream.requests[1]?.headers['x-custom']).toBe('yes');
    expect(upstream.requests[1]?.query.get('a')).toBe('1');
    upstream.clearRequests();
    expect(upstream.requests).toHaveLength(0);
  });

  test('has the path as it was sent', async () => {
    await new Promise((resolve) => {
      httpRequest(`${upstream.origin}`, { path: '/beta/certifications/%2e%2e/tasks' }, (response) => {
        response.resume();
        response.on('end', resolve);
      }).end();
    });
    expect(upstream.requests[0]?.path).toBe('/beta/certifications/%2e%2e/tasks');
  });
});

test('two upstreams do not know each other’s tokens', async () => {
  const other = await startTestUpstream();
  const reply = await other.ask('v3', '/certifications', {}, { token: upstream.persona('reviewer').token });
  await other.stop();
  expect(row(reply)['error']).toContain('signature');
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
