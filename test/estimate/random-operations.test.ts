import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { createRandom, RandomOperations } from '../support/random-operations.js';
import { estimate, schema } from './support.js';

/** Another seed, or more documents: FUZZ_SEED=7 FUZZ_DOCUMENTS=20000. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const documents = Number(process.env['FUZZ_DOCUMENTS'] ?? 1000);

describe.each(['beta', 'v2025'] as const)('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    // Nobody is admitted for any time: what one operation has read is not at hand for the next.
    gateway = await startTestGateway({ generation, settings: { cache: { redisUrls: [], admissionMs: 0 } } });
  });
  afterAll(() => gateway.stop());
  afterEach(() => gateway.upstream.clearRequests());

  test(`random operations (seed ${seed}) never take more calls than were estimated`, async () => {
    const { certifications, campaigns, tasks, identities } = gateway.upstream.tenant;
    const ids = [certifications, campaigns, tasks, identities].flatMap((objects) => [...objects.keys()].slice(0, 8));
    const random = new RandomOperations(schema, createRandom(seed), ids);
    let calls = 0;
    for (let done = 0; done < documents; done += 1) {
      const query = random.next();
      const answer = await gateway.ask(query);
      const { calls: estimated, fields } = estimate(query, {}, generation);
      calls += answer.upstreamCalls;
      const made = gateway.upstream.requests.map(({ method, path }) => `${method} ${path}`);
      gateway.upstream.clearRequests();
      if (answer.upstreamCalls > estimated) expect({ query, made }).toEqual({ estimated, fields });
    }
    // Enough of them get that far.
    expect(calls).toBeGreaterThan(documents / 2);
  }, 300_000);
});
