import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Memory } from '../probe.js';
import type { ServerProcess } from '../processes.js';
import { askInTurn, graphqlOf, WrongAnswerError, type Question } from '../load.js';
import type { Findings } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import { sum } from '../statistics.js';
import { certificationsWithReviewers } from './operation.js';

/** People at work at a time, hour by hour from midnight. */
const people = [1, 1, 1, 1, 1, 2, 4, 8, 12, 12, 10, 8, 8, 10, 12, 12, 10, 6, 4, 3, 2, 2, 1, 1];
const hourMs = 15_000;
const speed = 3_600_000 / hourMs;
/** So many boards of 250 rows fill what the cache may have. */
const boardsBefore = 220;
/** How many hours the first and the last share have that are compared. */
const compared = 8;
const mostGrowthMiB = 10;
const mostMoreResources = 20;

const detail = 'query ($id: ID!) { certification(id: $id) { id name campaign { id name } reviewers { nodes { id name } } pendingTasks { id status } } }';
const turnOn = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }';
const progress = 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }';

interface Counts {
  sessions: number;
  requests: number;
  sockets: number;
}

interface Hour extends Counts {
  /** Of each gateway, in their order. */
  readonly memory: readonly Memory[];
}

interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
}

/**
 * A day's traffic in minutes. The wall clock of one gateway and of the upstream runs faster, so that entries, admissions and
 * tokens run out as in a day; the other gateway has Redis, whose clock nobody can set, and real time.
 */
export async function soak(stage: Stage): Promise<Findings> {
  const clock = stage.fastClock(speed);
  const redis = await stage.findRedis();
  const upstream = await stage.upstream({ latencyMs: 5 }, clock);
  const apiUrl = `${upstream.origin}/v2025`;
  const gateways: Contestant[] = [
    { name: 'fast clock', server: await stage.gateway(apiUrl, clock) },
    ...(redis === null ? [] : [{ name: 'with Redis', server: await stage.gateway(apiUrl, { REDIS_URL: redis.url }) }]),
  ];
  await Promise.all(gateways.map(({ server }) => fill(upstream, server)));
  const day = new Day(upstream, gateways, await upstream.ask<string[]>('certificationIds'), await taskOf(upstream));
  const hours: Hour[] = [];
  for (const atATime of people) hours.push(await day.hour(atATime));
  return { findings: gateways.flatMap(({ name }, index) => findingsOf(name, hours.map(({ memory }) => memory[index] as Memory))), tables: [tableOf(hours, gateways)], pictures: [] };
}

async function fill(upstream: UpstreamProcess, gateway: ServerProcess): Promise<void> {
  const tokens = await upstream.tokens({ count: boardsBefore, like: 'administrator' });
  await askAll(gateway.origin, tokens.map((token) => certificationsWithReviewers(250, token)));
}

async function taskOf(upstream: UpstreamProcess): Promise<string> {
  const { ReassignProgress } = await upstream.ask<Record<string, { taskId?: string }>>('variables');
  if (ReassignProgress?.taskId === undefined) throw new Error('the upstream has no task to follow');
  return ReassignProgress.taskId;
}

/** One after the other, all of them without an error. */
async function askAll(origin: string, questions: readonly Question[]): Promise<number> {
  for (const answer of await askInTurn(origin, questions)) {
    const { errors } = graphqlOf(answer);
    if (answer.status !== 200 || errors !== undefined) throw new WrongAnswerError(`answered ${answer.status}: ${errors?.[0]?.message ?? 'no error'}`);
  }
  return questions.length;
}

class Day {
  readonly #upstream: UpstreamProcess;
  readonly #gateways: readonly Contestant[];
  readonly #certificationIds: readonly string[];
  readonly #taskId: string;
  #sessions = 0;

  constructor(upstream: UpstreamProcess, gateways: readonly Contestant[], certificationIds: readonly string[], taskId: string) {
    this.#upstream = upstream;
    this.#gateways = gateways;
    this.#certificationIds = certificationIds;
    this.#taskId = taskId;
  }

  async hour(atATime: number): Promise<Hour> {
    const counts = { sessions: 0, requests: 0, sockets: 0 };
    const endsAtMs = performance.now() + hourMs;
    const person = async () => {
      while (performance.now() < endsAtMs) await this.#session(counts);
    };
    await Promise.all(Array.from({ length: atATime }, person));
    return { ...counts, memory: await Promise.all(this.#gateways.map(({ server }) => server.memory())) };
  }

  /** Somebody signs in, looks at a list and some of its rows twice, and now and then changes something and follows a task. */
  async #session(counts: Counts): Promise<void> {
    this.#sessions += 1;
    const session = this.#sessions;
    const { origin } = (this.#gateways[session % this.#gateways.length] as Contestant).server;
    const token = await this.#upstream.token();
    const rows = [0, 1, 2].map((row) => ({ query: detail, variables: { id: this.#certificationIds[(session * 3 + row) % this.#certificationIds.length] }, token }));
    const list = certificationsWithReviewers(10, token);
    const changes = session % 8 < 2 ? [{ query: turnOn, token }] : [];
    const answered = await askAll(origin, [list, ...rows, ...changes, list, ...rows]);
    counts.requests += answered;
    if (session % 4 < 2) {
      await this.#follow(origin, token);
      counts.sockets += 1;
    }
    counts.sessions += 1;
  }

  async #follow(origin: string, token: string): Promise<void> {
    const url = `${origin.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
    for await (const { errors } of client.iterate({ query: progress, variables: { taskId: this.#taskId } })) {
      if (errors !== undefined) throw new WrongAnswerError(errors.map(({ message }) => message).join());
    }
    await client.dispose();
  }
}

function findingsOf(name: string, memory: readonly Memory[]): Findings['findings'] {
  const mean = (some: readonly Memory[], of: (memory: Memory) => number) => sum(some.map(of)) / some.length;
  const growth = (of: (memory: Memory) => number) => mean(memory.slice(-compared), of) - mean(memory.slice(0, compared), of);
  const work = `a day in ${((people.length * hourMs) / 60_000).toFixed(0)} minutes, ${name}`;
  const heap = growth(({ heapMiB }) => heapMiB);
  const open = growth(({ resources }) => resources);
  const against = `the last ${compared} hours against the first`;
  return [
    { work, measured: `heap ${signed(heap)} MiB, ${against}`, target: `≤ ${mostGrowthMiB} MiB`, kind: 'time', isMet: heap <= mostGrowthMiB },
    { work: 'the same', measured: `sockets and timers ${signed(open)}, ${against}`, target: `≤ ${mostMoreResources}`, kind: 'time', isMet: open <= mostMoreResources },
  ];
}

function tableOf(hours: readonly Hour[], gateways: readonly Contestant[]): Findings['tables'][number] {
  const rows = hours.map(({ sessions, requests, sockets, memory }, hour) => [
    `${hour}:00`,
    ...[people[hour] ?? 0, sessions, requests, sockets].map((count) => count.toLocaleString('en')),
    ...memory.flatMap(({ heapMiB, rssMiB, resources }) => [`${heapMiB.toFixed(1)} MiB`, `${rssMiB.toFixed(0)} MiB`, String(resources)]),
  ]);
  return {
    title: "A day's traffic; memory after a full collection at the end of each hour",
    head: ['hour', 'at a time', 'sessions', 'requests', 'WebSockets', ...gateways.flatMap(({ name }) => [`${name}: heap`, 'resident', 'sockets and timers'])],
    rows,
  };
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
