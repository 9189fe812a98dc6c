import type { Answer } from '../connection.js';
import { askInTurn, mustAgree } from '../load.js';
import { times, type Finding } from '../report/findings.js';
import type { UpstreamProcess } from '../stage.js';
import { sum } from '../statistics.js';
import { contestOf, cpu, p50, ratio, type Contest, type Contestant } from './contest.js';
import { certificationsWithReviewers } from './operation.js';

export interface ColdLoad {
  readonly rows: number;
  readonly rounds: number;
  /** Of each contestant in each round. */
  readonly requests: number;
}

/** Every request is of a viewer of its own, for whom nobody has read anything. */
export function cold(upstream: UpstreamProcess, contestants: readonly Contestant[], { rows, rounds, requests }: ColdLoad): Promise<Contest> {
  let expected: Answer | null = null;
  return contestOf(upstream, contestants, rounds, async ({ name, server }) => {
    const tokens = await upstream.tokens({ count: requests, like: 'administrator' });
    const answers = await askInTurn(server.origin, tokens.map((token) => certificationsWithReviewers(rows, token)));
    for (const answer of answers) mustAgree(name, answer, (expected ??= answer));
    const latenciesMs = answers.map(({ ms }) => ms);
    return { latenciesMs, perSecond: (1000 * requests) / sum(latenciesMs) };
  });
}

export function coldFindings(contest: Contest): Finding[] {
  const gateways = [...contest].filter(([name]) => name.startsWith('gateway'));
  const calls = gateways.flatMap(([, turns]) => turns.map(({ callsEach }) => callsEach));
  return [
    ...gateways.flatMap(([name]) => ratioFindings(contest, name)),
    { work: 'the same', measured: `${Math.max(...calls)} calls each`, target: '51 calls', kind: 'count', isMet: calls.every((each) => each === 51) },
  ];
}

function ratioFindings(contest: Contest, name: string): Finding[] {
  const latency = ratio(contest, name, 'got join', p50);
  const cost = ratio(contest, name, 'got join', cpu);
  const work = `50 certifications with reviewers, cold${name === 'gateway' ? '' : ', with Redis'}`;
  return [
    { work, measured: `${times(latency)} got join’s p50`, target: '≤ 1.10 ×', kind: 'time', isMet: latency <= 1.1 },
    { work, measured: `${times(cost)} got join’s CPU`, target: '≤ 1.25 ×', kind: 'time', isMet: cost <= 1.25 },
  ];
}
