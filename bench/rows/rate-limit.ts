import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../connection.js';
import { ask, graphqlOf, WrongAnswerError } from '../load.js';
import type { ServerProcess } from '../processes.js';
import { times, type Finding, type Findings } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import { median } from '../statistics.js';
import { certificationsWithReviewers } from './operation.js';

const windowMs = 10_000;
const clientId = 'everybody';
const board = '150 certifications with reviewers under 100 calls / 10 s';

/** The vendor's 100 calls in 10 seconds: what becomes of more, and of somebody who wants one thing beside it. */
export async function rateLimit(stage: Stage): Promise<Findings> {
  const upstream = await stage.upstream({ isLimited: true });
  const apiUrl = `${upstream.origin}/v2025`;
  const gateway = await stage.gateway(apiUrl, { UPSTREAM_CALLS: '95' });
  const boardToken = await upstream.token({ clientId });
  const clicks = new Clicks(upstream, gateway.origin);
  // These are other clients: their budgets are not the board's.
  await clicks.measure('nobody', stage.isQuick ? 10 : 40, () => false);
  const idle = await clicks.measure('nobody-else', stage.isQuick ? 3 : 10, () => false);
  let isBoardDone = false;
  const { refused, result } = await upstream.during(async () => {
    const asked = ask(gateway.origin, certificationsWithReviewers(150, boardToken)).finally(() => {
      isBoardDone = true;
    });
    const beside = await clicks.measure(clientId, 10, () => isBoardDone);
    return { answer: await asked, beside };
  });
  const ratio = median(result.beside) / median(idle);
  const { answered, windows } = outcome(result.answer);
  return {
    findings: [
      { work: board, measured: `${answered} of 150 answered; the peer ${await answeredByPeer(stage, upstream, apiUrl)}`, target: 'all', kind: 'count', isMet: answered === 150 },
      { work: 'the same', measured: `${(result.answer.ms / 1000).toFixed(1)} s: ${windows} windows`, target: 'two windows', kind: 'time', isMet: windows <= 2 },
      { work: 'the same', measured: `${refused} refused calls`, target: 'at most 5', kind: 'count', isMet: refused <= 5 },
      {
        work: 'one certification, clicked while that runs',
        measured: `${median(result.beside).toFixed(0)} ms, ${times(ratio)} an idle gateway’s`,
        target: '≤ 2 ×',
        kind: 'time',
        isMet: ratio <= 2,
      },
      ...(stage.isQuick ? [] : await threeReplicas(stage)),
    ],
    tables: [],
    pictures: [],
  };
}

async function answeredByPeer(stage: Stage, upstream: UpstreamProcess, apiUrl: string): Promise<number> {
  const peer = await stage.server('bench/peer/main.js', { SAILPOINT_API_URL: apiUrl });
  return outcome(await ask(peer.origin, certificationsWithReviewers(150, await upstream.token({ clientId: 'the-peer' })))).answered;
}

/** Each for another certification, so that none is cached; a second between them, as people do. */
class Clicks {
  readonly #upstream: UpstreamProcess;
  readonly #origin: string;
  #made = 0;

  constructor(upstream: UpstreamProcess, origin: string) {
    this.#upstream = upstream;
    this.#origin = origin;
  }

  async measure(client: string, count: number, isOver: () => boolean): Promise<number[]> {
    const ids = await this.#upstream.ask<string[]>('certificationIds');
    const token = await this.#upstream.token({ clientId: client });
    const latenciesMs: number[] = [];
    while (latenciesMs.length < count && !isOver()) {
      if (client === clientId) await delay(900);
      this.#made += 1;
      const answer = await ask(this.#origin, {
        query: 'query Click($id: ID!) { certification(id: $id) { id name phase dueAt } }',
        variables: { id: ids.at(-this.#made) },
        token,
      });
      const { data, errors } = graphqlOf(answer);
      if (errors !== undefined || data?.['certification'] === null) throw new WrongAnswerError(`a click was not answered: ${errors?.[0]?.message ?? 'null'}`);
      latenciesMs.push(answer.ms);
    }
    return latenciesMs;
  }
}

/** Three boards of 50 rows at once, one at each replica, for three viewers of one client: 153 calls. */
async function threeReplicas(stage: Stage): Promise<Finding[]> {
  const redis = await stage.findRedis();
  if (redis === null) return [];
  const upstream = await stage.upstream({ isLimited: true });
  const environment = { REDIS_URL: redis.url, UPSTREAM_CALLS: '95' };
  const replicas: ServerProcess[] = [];
  for (let count = 0; count < 3; count += 1) replicas.push(await stage.gateway(`${upstream.origin}/v2025`, environment));
  const tokens = await upstream.tokens({ count: replicas.length, like: 'administrator', clientId });
  const { refused, result: answers } = await upstream.during(() =>
    Promise.all(replicas.map(({ origin }, index) => ask(origin, certificationsWithReviewers(50, tokens[index] ?? '')))),
  );
  const slowestMs = Math.max(...answers.map(({ ms }) => ms));
  const answered = answers.map(outcome).reduce((total, { answered: some }) => total + some, 0);
  const work = 'three replicas, 50 rows each at once, one client, 100 calls / 10 s';
  return [
    { work, measured: `${answered} of 150 answered`, target: 'all', kind: 'count', isMet: answered === 150 },
    { work: 'the same', measured: `${(slowestMs / 1000).toFixed(1)} s, ${refused} refused calls`, target: 'at most 5 refused', kind: 'count', isMet: refused <= 5 },
  ];
}

/** How many certifications came with their reviewers, and in how many of the upstream's windows. */
function outcome(answer: Answer): { answered: number; windows: number } {
  const { data } = graphqlOf(answer);
  const { nodes = [] } = (data?.['certifications'] ?? {}) as { nodes?: { reviewers: { nodes: unknown[] } | null }[] };
  return { answered: nodes.filter(({ reviewers }) => reviewers !== null).length, windows: Math.ceil(answer.ms / windowMs) };
}
