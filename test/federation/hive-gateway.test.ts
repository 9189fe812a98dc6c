import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { compose } from '../../examples/supergraph/compose.js';
import { startRouter, type Router } from '../../examples/supergraph/router.js';
import { supergraphOfApollo } from './composers.js';
import { bothFields, routerStories } from './router-stories.js';
import { clientOf, startSubgraphs, type Subgraphs } from './subgraphs.js';

routerStories((parts) => startRouter(compose(parts)), { findsFailedRow: false });

let subgraphs: Subgraphs;
let router: Router;
beforeAll(async () => {
  subgraphs = await startSubgraphs();
  router = await startRouter(compose(subgraphs.parts));
});
afterAll(async () => {
  await router.stop();
  await subgraphs.stop();
});

test.each(bothFields)('both fields of a text filter are refused by the router itself: %s', async (_how, query, variables) => {
  subgraphs.gateway.upstream.clearRequests();
  const { data, errors } = await clientOf(router.url, subgraphs)(query, variables);
  expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('IgaTextFilter') })]);
  expect(data).toBeNull();
  expect(subgraphs.gateway.upstream.requests).toEqual([]);
});

test.each(bothFields)('they are refused here when Apollo’s composer has forgotten @oneOf: %s', async (_how, query, variables, code) => {
  const forgetful = await startRouter(supergraphOfApollo(subgraphs.parts));
  const { errors } = await clientOf(forgetful.url, subgraphs)(query, variables);
  await forgetful.stop();
  expect(errors).toEqual([
    expect.objectContaining({ message: expect.stringContaining('IgaTextFilter'), extensions: expect.objectContaining({ code }) }),
  ]);
});

const progress = `subscription ($taskId: ID!) {
  certificationTaskProgress(taskId: $taskId) { id status target { ... on Certification { id name notes { author { department } } } } }
}`;

async function follow(taskId: string, token: string): Promise<unknown[]> {
  const client = createClient({ url: router.url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
  const results: unknown[] = [];
  for await (const result of client.iterate({ query: progress, variables: { taskId } })) results.push(result);
  client.dispose();
  return results;
}

test('a task is followed through it to its end, with fields of the other subgraphs at each event', async () => {
  const { tenant, persona } = subgraphs.gateway.upstream;
  tenant.behaviour.taskTiming = { queuedMs: 300, runningMs: 1500 };
  const certificationId = tenant.examples.certifications.open;
  const [item] = tenant.certification(certificationId).items;
  const mutation = 'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } } }';
  const input = { certificationId, items: [{ id: item?.id, type: 'ITEM' }], reassignToId: tenant.people.manager, reason: 'away' };
  const { data } = await clientOf(router.url, subgraphs)(mutation, { input }, 'reviewer');
  const { id } = data.reassignCertification.task;
  const events = (await follow(id, persona('reviewer').token)) as { data: { certificationTaskProgress: { status: string } } }[];
  const statuses = events.map((event) => event.data.certificationTaskProgress.status);
  expect(statuses.at(-1)).toBe('SUCCESS');
  expect(new Set(statuses).size).toBe(statuses.length);
  const { name } = tenant.certification(certificationId);
  for (const event of events) {
    const target = { id: certificationId, name, notes: [{ author: { department: tenant.identity(tenant.people.manager).department } }] };
    expect(event).toMatchObject({ data: { certificationTaskProgress: { id, target } } });
  }
});

test('a task that is not the caller’s is not followed', async () => {
  const { tenant, persona } = subgraphs.gateway.upstream;
  const events = await follow(tenant.examples.tasks.running, persona('otherReviewer').token);
  expect(events).toEqual([expect.objectContaining({ data: { certificationTaskProgress: null } })]);
});
