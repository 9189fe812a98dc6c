import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { noPause } from '../support/manual-clock.js';
import { createRandom, RandomOperations } from '../support/random-operations.js';
import { estimate, schema } from './support.js';
import { ValidOperations } from './valid-operations.js';

/** Another seed, or more documents: FUZZ_SEED=7 FUZZ_DOCUMENTS=20000. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const documents = Number(process.env['FUZZ_DOCUMENTS'] ?? 400);
/** Beyond that an operation is not asked: it would take the test's time, and tell no more. */
const mostCalls = 150;

describe.each(['beta', 'v2025'] as const)('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    // Nobody is admitted for any time: what one operation has read is not at hand for the next.
    gateway = await startTestGateway({ generation, taskPolling: { pause: noPause }, settings: { cache: { redisUrls: [], admissionMs: 0 } } });
  });
  afterAll(() => gateway.stop());

  /** Asks for operations one after the other; returns how many calls they have taken in all. */
  async function callsFor(write: () => string): Promise<number> {
    let calls = 0;
    for (let done = 0; done < documents / 2; done += 1) {
      const query = write();
      const { calls: estimated, fields } = estimate(query, {}, generation);
      if (estimated > mostCalls) continue;
      gateway.upstream.clearRequests();
      const { upstreamCalls } = await gateway.ask(query);
      calls += upstreamCalls;
      const made = gateway.upstream.requests.map(({ method, path }) => `${method} ${path}`);
      if (upstreamCalls > estimated) expect({ query, made }).toEqual({ estimated, fields });
    }
    return calls;
  }

  test(`random operations (seed ${seed}) never take more calls than were estimated`, async () => {
    const { certifications, campaigns, tasks, identities } = gateway.upstream.tenant;
    const ids = [certifications, campaigns, tasks, identities].flatMap((objects) => [...objects.keys()].slice(0, 8));
    const random = new RandomOperations(schema, createRandom(seed), ids);
    // Enough of them get that far.
    expect(await callsFor(() => random.next())).toBeGreaterThan(documents / 4);
  }, 300_000);

  test(`random operations that are valid (seed ${seed}) never do, either`, async () => {
    const valid = new ValidOperations(schema, createRandom(seed), gateway.upstream.tenant);
    expect(await callsFor(() => valid.next())).toBeGreaterThan(documents);
  }, 300_000);
});
