import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { startTestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

test('requests beyond those in flight are told at once when to try again, and let in when there is room', async () => {
  const gateway = await startTestGateway({ limits: { inFlight: 2 }, settings: { upstreamTimeoutMs: 2000 } });
  const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', latencyMs: 400 });
  const query = '{ certifications(first: 1) { nodes { id } } }';
  const accepted = [gateway.ask(query), gateway.ask(query, {}, { as: 'reviewer' })];
  await until(() => gateway.upstream.requests.length === 2);
  const refused = await gateway.ask(query, {}, { as: 'manager' });
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 1 });
  for (const answer of await Promise.all(accepted)) expect(answer.errors).toBeUndefined();
  heal();
  expect((await gateway.ask(query)).errors).toBeUndefined();
  expect(gateway.upstream.requests).toHaveLength(3);
  await gateway.stop();
});

test('one token has a quarter of the room, and others go on', async () => {
  const gateway = await startTestGateway({ limits: { inFlight: 8 } });
  const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', latencyMs: 400 });
  const accepted = [1, 2].map((first) => gateway.ask(`{ certifications(first: ${first}) { nodes { id } } }`));
  await until(() => gateway.upstream.requests.length === 2);
  const refused = await gateway.ask('{ __typename }');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 2 });
  expect((await gateway.ask('{ __typename }', {}, { as: 'reviewer' })).errors).toBeUndefined();
  for (const answer of await Promise.all(accepted)) expect(answer.errors).toBeUndefined();
  heal();
  await gateway.stop();
});

test.each([
  ['its headers', 'POST /graphql HTTP/1.1\r\nHost: gateway\r\nX-Slow:'],
  ['its body', 'POST /graphql HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query'],
])('who does not come to an end with %s is cut off', async (_what, beginning) => {
  const gateway = await startTestGateway({ bounds: { arrivalMs: 300 } });
  const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(beginning);
  await closed;
  expect(answer).toContain('408 Request Timeout');
  expect(gateway.upstream.requests).toEqual([]);
  await gateway.stop();
});
