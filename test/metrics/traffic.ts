import { randomUUID } from 'node:crypto';
import { allOf, eventClient } from '../server/streams.js';
import { freePort } from '../support/redis.js';
import { startCountedGateway, type CountedGateway } from './counted-gateway.js';

export interface Traffic {
  readonly gateways: readonly CountedGateway[];
  /** A little of everything that is counted; each time anew, by callers that nobody has seen. */
  flow(): Promise<void>;
  stop(): Promise<void>;
}

/** A gateway that looks for a Redis where there is none, and one with a manifest. */
export async function startTraffic(): Promise<Traffic> {
  const nowhere = `redis://127.0.0.1:${await freePort()}`;
  const gateway = await startCountedGateway({ remembers: true, settings: { cache: { redisUrls: [nowhere], admissionMs: 300_000 } } });
  const strict = await startCountedGateway({ behind: gateway.upstream, settings: { persistedOperations: new Map([['a', 'query Known { __typename }']]) } });
  return {
    gateways: [gateway, strict],
    flow: async () => {
      await askALittle(gateway);
      await askKnown(strict);
    },
    stop: async () => {
      await strict.stop();
      await gateway.stop();
    },
  };
}

async function askALittle(gateway: CountedGateway): Promise<void> {
  const list = '{ certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }';
  const { upstream } = gateway;
  await gateway.ask(list);
  await gateway.ask(list);
  await gateway.ask('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }');
  await fetch(`${gateway.origin}/graphql`, { method: 'POST' });
  const client = eventClient(gateway, upstream.persona('administrator').token);
  await allOf(client, 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }', { taskId: upstream.tenant.examples.tasks.succeeded });
  client.dispose();
  const token = upstream.tokens.issue({ client_id: randomUUID() });
  const heal = upstream.inject({ operation: 'listIdentityCertifications', rewrite: (rows) => (rows as object[]).map((row) => ({ ...row, name: 7 })) });
  await gateway.ask(list, {}, { token });
  heal();
  const refuse = upstream.inject({ operation: 'listIdentityCertifications', status: 401 });
  for (let asked = 0; asked < 2; asked += 1) await gateway.ask('{ certifications(first: 9) { totalCount } }', {}, { token });
  refuse();
}

async function askKnown({ origin, upstream }: CountedGateway): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${upstream.persona('administrator').token}` };
  await fetch(`${origin}/graphql`, { method: 'POST', headers, body: '{"documentId":"a"}' });
}
