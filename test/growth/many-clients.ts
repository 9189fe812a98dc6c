import { Agent, request } from 'node:http';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createLogger } from '../../src/logger.js';
import { startUpstream } from '../../src/sandbox/upstream.js';
import { startGateway } from '../../src/server/gateway.js';
import { defaultLimits } from '../../src/server/limits/limits.js';
import { parseApiUrl } from '../../src/upstream/generation.js';
import { measure, tell, type Held } from './measure.js';

export interface Measured {
  /** After each round; the first one fills what has a bound. */
  readonly rounds: readonly Held[];
  /** Node's own, as of too many listeners. */
  readonly warnings: readonly string[];
}

const rounds = 3;
const requestsEach = 700;
const socketsEach = 350;
/** A new caller with as many requests. */
const requestsOfOneToken = 5;
const atOnce = 8;

const inbox = '{ certifications(reviewerId: "me", first: 3) { totalCount nodes { id name reviewers { nodes { id name } } } } }';
const progress = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }';

const warnings: string[] = [];
process.on('warning', ({ name, message }) => warnings.push(`${name}: ${message}`));
const upstream = await startUpstream({ rateLimit: 'off' });
upstream.tenant.behaviour.taskTiming = { queuedMs: 0, runningMs: 0 };
const gateway = await startGateway(
  {
    generation: parseApiUrl(upstream.apiUrl('v2025'), false),
    server: { host: '127.0.0.1', port: 0, isIntrospectionOn: false, isGraphiqlOn: false, isCallMeterOn: false, corsOrigins: [], requestTimeoutMs: 28_000, keepAliveMs: 75_000 },
    upstreamTimeoutMs: 10_000,
    budget: { calls: 100_000, windowMs: 1000 },
    limits: defaultLimits,
    persistedOperations: null,
    cache: { redisUrls: [], admissionMs: 300_000 },
    isIdentityLookupOn: true,
    metrics: null,
  },
  // Its memory is full after the first round.
  { logger: createLogger({ level: 'silent', isReadable: false }), bounds: { memoryBytes: 2 ** 20 } },
);

function tokenOf(caller: string): string {
  return upstream.tokens.issue({ authorities: ['ORG_ADMIN', caller] }, 'administrator');
}

function post(agent: Agent, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(`${gateway.origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${response.statusCode}`))));
    });
    sent.once('error', reject);
    sent.end(JSON.stringify({ query: inbox }));
  });
}

/** Half of them hear a task's end; the others leave while one goes on. */
async function subscribe(token: string, staysToTheEnd: boolean): Promise<void> {
  const { succeeded, running } = upstream.tenant.examples.tasks;
  const client = createClient({ url: `${gateway.origin.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
  for await (const { errors } of client.iterate({ query: progress, variables: { taskId: staysToTheEnd ? succeeded : running } })) {
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join());
    if (staysToTheEnd) continue;
    client.terminate();
    break;
  }
  await client.dispose();
}

async function atATime(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work((next += 1));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function round(name: number): Promise<Held> {
  const agent = new Agent({ keepAlive: true });
  let token = '';
  await atATime(requestsEach, async (index) => {
    if (token === '' || index % requestsOfOneToken === 0) token = tokenOf(`${name}-${index}`);
    await post(agent, token);
  });
  await atATime(socketsEach, (index) => subscribe(token, index % 2 === 0));
  agent.destroy();
  upstream.clearRequests();
  return measure();
}

const task = upstream.tenant.tasks.get(upstream.tenant.examples.tasks.running);
Object.assign(task ?? {}, { finishesAt: Infinity });
const held: Held[] = [];
for (let name = 0; name < rounds; name += 1) held.push(await round(name));
tell({ rounds: held, warnings } satisfies Measured);
await gateway.stop();
await upstream.stop();
