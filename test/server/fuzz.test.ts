import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { noPause } from '../support/manual-clock.js';
import { createRandom, RandomOperations } from '../support/random-operations.js';

/** Another seed, or more documents: FUZZ_SEED=7 FUZZ_DOCUMENTS=20000. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const documents = Number(process.env['FUZZ_DOCUMENTS'] ?? 2000);
const atOnce = 20;

/** Everything that this schema may ever ask the upstream for. */
const operations = new Set([
  'listCertifications', 'listIdentityCertifications', 'getIdentityCertification', 'listCertificationReviewers',
  'getIdentityCertificationItemPermissions', 'getIdentityCertificationPendingTasks', 'getIdentityCertificationTaskStatus',
  'getPendingCertificationTasks', 'getCertificationTask', 'submitReassignCertsAsync', 'getPublicIdentities',
  'listReassignmentConfigurations', 'createReassignmentConfiguration', 'getReassignmentConfigTypes', 'getReassignmentConfiguration',
  'putReassignmentConfig', 'deleteReassignmentConfiguration', 'getEvaluateReassignmentConfiguration', 'getTenantConfigConfiguration',
  'putTenantConfiguration', 'listIdentityAccessReviewItems', 'getIdentityDecisionSummary', 'getIdentitySummaries', 'getIdentityAccessSummaries',
  'makeIdentityDecision', 'signOffIdentityCertification', 'reassignIdentityCertifications', 'getActiveCampaigns', 'move',
]);

let executed = 0;
let gateway: TestGateway;
let random: RandomOperations;
beforeAll(async () => {
  gateway = await startTestGateway({ taskPolling: { pause: noPause } });
  const { data } = await gateway.ask(getIntrospectionQuery({ oneOf: true }));
  const { certifications, campaigns, tasks, identities } = gateway.upstream.tenant;
  const ids = [certifications, campaigns, tasks, identities].flatMap((objects) => [...objects.keys()].slice(0, 8));
  random = new RandomOperations(buildClientSchema(data as IntrospectionQuery), createRandom(seed), ids);
});
afterAll(() => gateway.stop());

/** What is wrong with an answer, or null. */
function faultOf(query: string, { status, errors, data }: Answer): object | null {
  const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
  const text = JSON.stringify([errors, data]);
  const leaks = /eyJ[\w-]+\.|Bearer |127\.0\.0\.1|node_modules|\.ts:\d/.exec(text)?.[0];
  return status >= 500 || codes.includes('INTERNAL_SERVER_ERROR') || leaks !== undefined ? { query, status, errors, leaks } : null;
}

async function run(write: () => string): Promise<object[]> {
  const faults: object[] = [];
  for (let done = 0; done < documents / 2 && faults.length === 0; done += atOnce) {
    const queries = Array.from({ length: atOnce }, write);
    const answers = await Promise.all(queries.map((query, i) => gateway.ask(query, {}, { as: i % 2 === 0 ? 'reviewer' : 'administrator' })));
    executed += answers.filter(({ data }) => data !== null).length;
    answers.forEach((answer, i) => faults.push(...[faultOf(queries[i] ?? '', answer)].filter((fault) => fault !== null)));
    // Their bodies would fill the memory.
    const asked = gateway.upstream.requests.filter(({ operation }) => operation === null || !operations.has(operation));
    expect(asked.map(({ method, path }) => [method, path])).toEqual([]);
    gateway.upstream.clearRequests();
  }
  return faults;
}

test(`random operations (seed ${seed}) never fail the gateway, leak, or reach another operation of the upstream`, async () => {
  expect(await run(() => random.next())).toEqual([]);
  // Enough of them get that far.
  expect(executed).toBeGreaterThan(documents / 8);
}, 240_000);

test(`random texts (seed ${seed}) never do, either`, async () => {
  expect(await run(() => random.broken())).toEqual([]);
}, 240_000);
