import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { row, startTestUpstream } from './support.js';
import type { TestUpstream } from './support.js';

let upstream: TestUpstream;
beforeEach(async () => {
  upstream = await startTestUpstream({ rateLimit: { calls: 3, windowMs: 10_000 } });
});
afterEach(() => upstream.stop());

const call = (generation: 'beta' | 'v3', token = upstream.persona('reviewer').token) =>
  upstream.ask(generation, '/certifications', { limit: '0' }, { token });

test('the window slides, and tells when it has room again', async () => {
  await call('v3');
  upstream.pass(4_000);
  await call('v3');
  await call('v3');
  const refused = await call('v3');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '6']);
  expect(row(refused)).toEqual({ message: ' Rate Limit Exceeded ' });
  upstream.pass(6_000);
  expect((await call('v3')).status).toBe(200);
  expect((await call('v3')).headers.get('retry-after')).toBe('4');
});

test('all users of one client share a bucket in each generation', async () => {
  for (const key of ['reviewer', 'manager', 'administrator'] as const) await call('v3', upstream.persona(key).token);
  expect((await call('v3', upstream.persona('otherReviewer').token)).status).toBe(429);
  expect((await call('beta')).status).toBe(200);
  expect((await call('v3', upstream.tokens.issue({ client_id: 'another' }))).status).toBe(200);
});

test('calls without a valid token cost nobody anything', async () => {
  for (let count = 0; count < 5; count += 1) await call('v3', upstream.tokens.forge());
  expect((await call('v3')).status).toBe(200);
});
