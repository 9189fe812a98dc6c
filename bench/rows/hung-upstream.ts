import type { Answer } from '../connection.js';
import { askAtOnce, graphqlOf } from '../load.js';
import type { Findings } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import { certificationsWithReviewers } from './operation.js';

const requestTimeoutMs = 500;
/** What the bench and the machine may add to the time that a request may take. */
const slackMs = 1500;
const mostGrowthMiB = 10;

/** Two thousand requests, and an upstream that takes every call and answers none. */
export async function hungUpstream(stage: Stage): Promise<Findings> {
  const upstream = await stage.upstream();
  const gateway = await stage.gateway(`${upstream.origin}/v2025`, { REQUEST_TIMEOUT_MS: String(requestTimeoutMs) });
  const [rounds, waves, each] = stage.isQuick ? [1, 2, 100] : [5, 5, 80];
  await upstream.ask('hang', true);
  const heaps: number[] = [];
  const answers: Answer[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let wave = 0; wave < waves; wave += 1) answers.push(...(await askAll(upstream, gateway.origin, each)));
    heaps.push((await gateway.memory()).heapMiB);
  }
  const requests = rounds * waves * each;
  const failed = answers.filter(isFailure);
  const slowestMs = Math.max(...answers.map(({ ms }) => ms));
  const growthMiB = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
  const work = `${requests.toLocaleString('en')} requests, an upstream that hangs`;
  return {
    findings: [
      { work, measured: `${failed.length.toLocaleString('en')} answered, with an error that says why`, target: 'all', kind: 'count', isMet: failed.length === requests },
      {
        work: 'the same',
        measured: `the slowest after ${slowestMs.toFixed(0)} ms`,
        target: `REQUEST_TIMEOUT_MS, here ${requestTimeoutMs}, and ${slackMs} ms for the machine`,
        kind: 'time',
        isMet: slowestMs <= requestTimeoutMs + slackMs,
      },
      ...(stage.isQuick
        ? []
        : [
            {
              work: 'the same',
              measured: `heap after a full collection ${heaps.map((heap) => heap.toFixed(1)).join(', ')} MiB`,
              target: `grows by at most ${mostGrowthMiB} MiB after the first ${waves * each}`,
              kind: 'time' as const,
              isMet: growthMiB <= mostGrowthMiB,
            },
          ]),
    ],
    tables: [],
    pictures: [],
  };
}

/** Each of a viewer of its own. */
async function askAll(upstream: UpstreamProcess, origin: string, count: number): Promise<Answer[]> {
  const tokens = await upstream.tokens({ count, like: 'administrator' });
  return askAtOnce(origin, tokens.map((token) => certificationsWithReviewers(50, token)));
}

function isFailure(answer: Answer): boolean {
  const code = graphqlOf(answer).errors?.[0]?.extensions?.code ?? '';
  return ['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'RATE_LIMITED'].includes(code);
}
