import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

let nowMs: number;
let gateway: TestGateway;

async function start(generation: 'beta' | 'v2025'): Promise<void> {
  nowMs = Date.parse('2026-11-24T12:00:00Z');
  const cache = { redisUrls: [], admissionMs: 58 * minuteMs };
  gateway = await startTestGateway({ generation, remembers: true, now: () => nowMs, upstream: { now: () => nowMs }, settings: { cache } });
  // The token is known, so that what follows is the cache's doing.
  for (const as of ['administrator', 'reviewer'] as const) await gateway.ask('{ certifications(filter: { ids: ["none"] }) { totalCount } }', {}, { as });
}

afterEach(() => gateway.stop());

interface Read {
  readonly query: string;
  readonly variables?: () => Record<string, unknown>;
}

const examples = () => gateway.upstream.tenant.examples;

interface Change {
  readonly what: string;
  readonly mutation: string;
  readonly input: () => Record<string, unknown>;
  /** For faults. */
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Which of `reads` it makes old, for all viewers. */
  readonly drops: readonly (keyof typeof reads)[];
}

const reads = {
  list: { query: '{ certifications(first: 5) { nodes { id } } }' },
  certification: { query: 'query ($id: ID!) { certification(id: $id) { name } }', variables: () => ({ id: reassigned() }) },
  reviewers: { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: () => ({ id: reassigned() }) },
  other: { query: 'query ($id: ID!) { certification(id: $id) { reviewers { nodes { id } } } }', variables: () => ({ id: examples().certifications.open }) },
  configuration: { query: 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }', variables: () => ({ id: configured() }) },
  configurations: { query: '{ reassignmentConfigurations(first: 5) { nodes { id } } }' },
  evaluation: { query: 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: MANUAL_TASKS) { isReassigned } }', variables: () => ({ id: examples().identities.deepChain }) },
  tenant: { query: '{ reassignmentTenantConfiguration { isEnabled } }' },
  types: { query: '{ reassignmentConfigTypes { configType } }' },
} satisfies Record<string, Read>;

const reassigned = () => examples().items.manyPermissions.certificationId;
const configured = () => examples().identities.shortChain;
const delegation = () => ({ identityId: configured(), configType: 'ACCESS_REQUESTS', reassignToId: gateway.upstream.tenant.people.reviewer, endsAt: '2030-01-01T00:00:00Z' });

const changes: readonly Change[] = [
  {
    what: 'reassigning',
    mutation: 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } userErrors { message } } }',
    input: () => ({ certificationId: reassigned(), items: [{ id: examples().items.manyPermissions.itemId, type: 'ITEM' }], reassignToId: gateway.upstream.tenant.people.otherReviewer, reason: 'away' }),
    method: 'POST',
    drops: ['list', 'certification', 'reviewers'],
  },
  {
    what: 'creating a configuration',
    mutation: 'mutation ($input: CreateReassignmentConfigurationInput!) { createReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: delegation,
    method: 'POST',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'replacing a configuration',
    mutation: 'mutation ($input: ReplaceReassignmentConfigurationInput!) { replaceReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: delegation,
    method: 'PUT',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'deleting a configuration',
    mutation: 'mutation ($input: DeleteReassignmentConfigurationInput!) { deleteReassignmentConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ identityId: configured(), configType: 'CERTIFICATIONS' }),
    method: 'DELETE',
    drops: ['configuration', 'configurations', 'evaluation'],
  },
  {
    what: 'the tenant’s switch',
    mutation: 'mutation ($input: UpdateReassignmentTenantConfigurationInput!) { updateReassignmentTenantConfiguration(input: $input) { userErrors { message } } }',
    input: () => ({ isEnabled: false }),
    method: 'PUT',
    drops: ['evaluation', 'tenant'],
  },
];

/** Which of the reads another administrator's cache does not have any more. */
async function dropped(token: string): Promise<string[]> {
  const names: string[] = [];
  for (const [name, read] of Object.entries(reads) as [string, Read][]) {
    const answer = await gateway.ask(read.query, read.variables?.() ?? {}, { token });
    if (answer.upstreamCalls > 0) names.push(name);
  }
  return names;
}

describe.each(['beta', 'v2025'] as const)('what a change makes old on %s, for every viewer', (generation) => {
  let colleague: string;
  beforeEach(async () => {
    await start(generation);
    colleague = gateway.upstream.tokens.issue({ client_id: 'another frontend' }, 'administrator');
    await dropped(colleague);
    expect(await dropped(colleague)).toEqual([]);
  });

  test.each(changes)('$what: what it is about, and nothing else', async ({ mutation, input, drops }) => {
    const answer = await gateway.ask(mutation, { input: input() });
    expect([answer.errors, (Object.values(answer.data as object)[0] as { userErrors: unknown[] }).userErrors]).toEqual([undefined, []]);
    expect(await dropped(colleague)).toEqual(drops);
  });

  test.each(changes)('$what: the same when nobody knows whether it was done', async ({ mutation, input, drops, method }) => {
    const heal = gateway.upstream.inject({ when: (request) => request.method === method, lost: true });
    const answer = await gateway.ask(mutation, { input: input() });
    heal();
    expect(answer.errors?.[0]?.extensions['outcome']).toBe('unknown');
    expect(await dropped(colleague)).toEqual(drops);
  });

  test.each(changes)('$what: nothing when it was refused', async ({ mutation, input, method }) => {
    const heal = gateway.upstream.inject({ when: (request) => request.method === method, status: 400, body: {} });
    await gateway.ask(mutation, { input: input() });
    heal();
    expect(await dropped(colleague)).toEqual([]);
  });

  test('the answer of a change is what its writer reads next, without a call', async () => {
    const [, create] = changes;
    await gateway.ask(create?.mutation ?? '', { input: delegation() });
    const { query, variables } = reads.configuration;
    const answer = await gateway.ask(query, variables());
    expect([answer.upstreamCalls, answer.data.reassignmentConfiguration.id]).toEqual([0, configured()]);
    const [, , , , tenantSwitch] = changes;
    await gateway.ask(tenantSwitch?.mutation ?? '', { input: { isEnabled: false } });
    const tenant = await gateway.ask(reads.tenant.query);
    expect([tenant.upstreamCalls, tenant.data.reassignmentTenantConfiguration.isEnabled]).toEqual([0, false]);
  });

  test('reassigning again when its task is seen finished, once', async () => {
    const [reassigning] = changes;
    const started = await gateway.ask(reassigning?.mutation ?? '', { input: reassigning?.input() });
    const { id } = started.data.reassignCertification.task as { id: string };
    const followed = { query: 'query ($id: ID!, $on: ID!) { certificationTask(id: $id, certificationId: $on) { isFinished } }', variables: () => ({ id, on: reassigned() }) };
    await gateway.ask(followed.query, followed.variables());
    await dropped(colleague);
    nowMs += 14 * secondMs;
    await dropped(colleague);
    expect((await gateway.ask(followed.query, followed.variables())).data.certificationTask.isFinished).toBe(true);
    expect(await dropped(colleague)).toEqual(expect.arrayContaining(['list', 'certification', 'reviewers']));
    // Another viewer who sees the same end drops nothing again.
    await gateway.ask(followed.query, followed.variables(), { token: gateway.upstream.tokens.issue({ client_id: 'third' }, 'administrator') });
    expect(await dropped(colleague)).toEqual([]);
  });
});
