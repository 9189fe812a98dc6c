import { expect, test } from '@jest/globals';
import { startTestGateway } from '../support/gateway.js';

const secret = 'the clock of 10.0.0.1 stands still';

/** A gateway whose clock can be broken for so many looks at it: nothing handles that. */
async function startWithClock() {
  let brokenLooks = 0;
  const gateway = await startTestGateway({
    now: () => {
      if (brokenLooks === 0) return Date.now();
      brokenLooks -= 1;
      throw new Error(secret);
    },
  });
  return {
    gateway,
    /** When the upstream is asked. */
    breakClock: (looks: number) => gateway.upstream.inject({ when: () => (brokenLooks = looks) > 0, times: 1, latencyMs: 1 }),
    repair: () => (brokenLooks = 0),
    ask: () => gateway.ask('{ certifications { nodes { id } } }', {}, { headers: { 'x-request-id': 'odd' } }),
    unexpected: () => gateway.logLines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'unexpected error'),
  };
}

test('what nobody expected of a field is shown as a reference, and logged by it under the request’s id and viewer', async () => {
  const { gateway, breakClock, ask, unexpected } = await startWithClock();
  breakClock(1);
  const answer = await ask();
  await gateway.stop();
  const [error] = answer.errors ?? [];
  expect(error).toMatchObject({ path: ['certifications'], extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) } });
  expect(JSON.stringify(answer)).not.toContain(secret);
  expect(unexpected()).toEqual([
    expect.objectContaining({ reference: error?.extensions['reference'], requestId: 'odd', viewer: expect.stringMatching(/^[0-9a-f]{12}$/) }),
  ]);
});

test('what nobody expected elsewhere is told no other way, and is logged under the request’s id', async () => {
  const { gateway, breakClock, repair, ask, unexpected } = await startWithClock();
  breakClock(Infinity);
  const answer = await ask();
  repair();
  await gateway.stop();
  expect(answer.status).toBe(500);
  expect(answer.data).toBeNull();
  expect(answer.errors).toEqual([{ message: expect.any(String), extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) } }]);
  expect(JSON.stringify(answer)).not.toContain(secret);
  // That of the field has a reference.
  expect(unexpected().filter(({ requestId, reference }) => requestId === 'odd' && reference === undefined)).toEqual([
    expect.objectContaining({ err: expect.objectContaining({ message: secret }) }),
  ]);
});
