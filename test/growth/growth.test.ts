import { expect, test } from '@jest/globals';
import { startProcess } from '../support/process.js';
import type { Measured as OfClients } from './many-clients.js';
import type { Measured as OfViewers } from './many-viewers.js';
import type { Held } from './measure.js';

const withinMs = 120_000;

/** In a process of its own: a test run's heap holds the test run. */
async function measuredBy<Measured>(script: string): Promise<Measured> {
  const started = startProcess(`test/growth/${script}.ts`, {});
  const result = JSON.parse(await started.waitFor(/^result (.+)$/m)) as Measured;
  expect(await started.exitCode).toBe(0);
  return result;
}

test('the cache holds its bound under ten thousand viewers with a hundred thousand answers', async () => {
  const { boundMiB, before, half, end, viewersKept } = await measuredBy<OfViewers>('many-viewers');
  const took = end.heapMiB - before.heapMiB;
  expect(took).toBeLessThan(boundMiB);
  // The bound is what is used, and not much less: answers are counted for what they take.
  expect(took).toBeGreaterThan(boundMiB / 2);
  expect(end.heapMiB - half.heapMiB).toBeLessThan(4);
  // The newest; the others have made room.
  expect(viewersKept).toBeGreaterThan(1000);
  expect(viewersKept).toBeLessThan(5000);
}, withinMs);

test('thousands of requests, and WebSockets that come and go, leave nothing behind', async () => {
  const { rounds, warnings } = await measuredBy<OfClients>('many-clients');
  const [, second, third] = rounds as [Held, Held, Held];
  // A thousand came and went in between: what is left of each, however little, shows. A few may still be closing.
  expect(third.resources - second.resources).toBeLessThan(20);
  expect(third.listeners - second.listeners).toBeLessThan(20);
  expect(third.heapMiB - second.heapMiB).toBeLessThan(4);
  expect(warnings).toEqual([]);
}, withinMs);
