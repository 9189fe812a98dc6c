import type { ServerProcess } from '../processes.js';
import type { UpstreamProcess } from '../stage.js';
import { median, quantile } from '../statistics.js';

export interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
  /** Whether it remembers answers. */
  readonly isCaching: boolean;
}

/** One contestant's turn in one round. */
export interface Turn {
  readonly latenciesMs: readonly number[];
  readonly perSecond: number;
  readonly cpuMsEach: number;
  readonly callsEach: number;
}

/** The turns of each contestant, one for each round. */
export type Contest = ReadonlyMap<string, readonly Turn[]>;

export interface Load {
  readonly latenciesMs: readonly number[];
  readonly perSecond: number;
}

/** A, B, C, then B, C, A: whatever else the machine does hits all of them alike. */
export async function contestOf(
  upstream: UpstreamProcess,
  contestants: readonly Contestant[],
  rounds: number,
  load: (contestant: Contestant) => Promise<Load>,
): Promise<Contest> {
  const contest = new Map<string, Turn[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const before = await contestant.server.usage();
      const { calls, result } = await upstream.during(() => load(contestant));
      const after = await contestant.server.usage();
      const requests = result.latenciesMs.length;
      contest.get(contestant.name)?.push({ ...result, cpuMsEach: (after.cpuMs - before.cpuMs) / requests, callsEach: calls / requests });
    }
  }
  return contest;
}

export const p50 = ({ latenciesMs }: Turn): number => median(latenciesMs);
export const cpu = ({ cpuMsEach }: Turn): number => cpuMsEach;
export const rate = ({ perSecond }: Turn): number => perSecond;

/** The median, over the rounds. */
export function typical(contest: Contest, name: string, figure: (turn: Turn) => number): number {
  return median((contest.get(name) ?? []).map(figure));
}

/** The median, over the rounds, of what one contestant takes for each that another takes. */
export function ratio(contest: Contest, name: string, to: string, figure: (turn: Turn) => number): number {
  const others = contest.get(to) ?? [];
  return median((contest.get(name) ?? []).flatMap((turn, round) => (others[round] === undefined ? [] : [figure(turn) / figure(others[round])])));
}

export const figureNames = ['', 'p50', 'p95', 'p99', 'requests/s', 'CPU each', 'calls each'];

/** A row for each contestant. */
export function figuresOf(contest: Contest): string[][] {
  return [...contest].map(([name, turns]) => {
    const latenciesMs = turns.flatMap((turn) => turn.latenciesMs);
    const perSecond = typical(contest, name, rate);
    const calls = typical(contest, name, ({ callsEach }) => callsEach);
    return [
      name,
      ...[0.5, 0.95, 0.99].map((share) => `${quantile(latenciesMs, share).toFixed(1)} ms`),
      perSecond.toFixed(perSecond < 100 ? 1 : 0),
      `${typical(contest, name, cpu).toFixed(2)} ms`,
      String(Number(calls.toFixed(3))),
    ];
  });
}
