import { ask, askWithoutEnd, mustAgree, WrongAnswerError } from '../load.js';
import { times, type Finding } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import { contestOf, cpu, rate, ratio, typical, type Contest, type Contestant } from './contest.js';
import { certificationsWithReviewers } from './operation.js';

const connections = 16;

/** One viewer and one question, again and again, beside a server that has nothing to do but send the answer's bytes. */
export async function hot(stage: Stage, upstream: UpstreamProcess, caching: readonly Contestant[]): Promise<Contest> {
  const question = certificationsWithReviewers(50, await upstream.token());
  for (const { server } of caching) await ask(server.origin, question);
  const [gateway] = caching;
  if (gateway === undefined) throw new WrongAnswerError('there is no gateway to compare with');
  const answer = await ask(gateway.server.origin, question);
  const floor = await stage.server('bench/floors/static.js', { BENCH_ANSWER: answer.body.toString('base64') });
  const contestants = [...caching, { name: 'static', server: floor, isCaching: false }];
  // What a process compiles on its first requests is no cost of its later ones.
  for (const { server } of contestants) await askWithoutEnd(server.origin, question, { connections, forMs: stage.isQuick ? 100 : 1500 });
  return contestOf(upstream, contestants, stage.isQuick ? 1 : 7, async ({ name, server }) => {
    const load = await askWithoutEnd(server.origin, question, { connections, forMs: stage.isQuick ? 300 : 3000 });
    mustAgree(name, load.last, answer);
    return load;
  });
}

export function hotFindings(contest: Contest): Finding[] {
  const share = ratio(contest, 'gateway', 'static', rate);
  const cpuMs = typical(contest, 'gateway', cpu);
  const work = 'the same, hot';
  return [
    { work, measured: `${times(share)} static’s requests/s`, target: '> 0.25 ×; the goal is 0.50 ×', kind: 'time', isMet: share > 0.25 },
    { work, measured: `${cpuMs.toFixed(2)} ms CPU each`, target: '< 0.92 ms; the goal is 0.25 ms', kind: 'time', isMet: cpuMs < 0.92 },
  ];
}
