import { ask, askInTurn, mustAgree, askWithoutEnd, type Answer } from '../load.js';
import type { ServerProcess } from '../processes.js';
import { times, type Finding, type Findings, type Table } from '../report/findings.js';
import type { Stage, UpstreamProcess } from '../stage.js';
import { median, quantile, sum } from '../statistics.js';
import { certificationsWithReviewers } from './operation.js';

interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
  readonly runs: Run[];
}

/** One contestant's turn in one round. */
interface Run {
  readonly latenciesMs: readonly number[];
  readonly cpuMsEach: number;
  readonly callsEach: number;
  readonly perSecond: number;
}

interface Rounds {
  readonly rounds: number;
  /** Requests of each contestant in each round. */
  readonly requests: number;
}

/** 50 certifications with reviewers, and 10, and 250: once with nothing cached, and once with everything. */
export async function reads(stage: Stage): Promise<Findings> {
  const upstream = await stage.upstream();
  const apiUrl = `${upstream.origin}/v2025`;
  const redis = await stage.findRedis();
  const environment = { SAILPOINT_API_URL: apiUrl, ...(redis === null ? {} : { REDIS_URL: redis.url }) };
  const servers = {
    gateway: await stage.gateway(apiUrl),
    ...(redis === null ? {} : { 'gateway, Redis': await stage.gateway(apiUrl, { REDIS_URL: redis.url }) }),
    'got join': await stage.server('bench/floors/got-join.js', environment),
    join: await stage.server('bench/floors/join.js', environment),
    peer: await stage.server('bench/peer/main.js', environment),
  };
  const sizes: readonly (Rounds & { readonly rows: number })[] = stage.isQuick
    ? [{ rows: 50, rounds: 1, requests: 3 }]
    : [
        { rows: 50, rounds: 7, requests: 12 },
        { rows: 10, rounds: 5, requests: 12 },
        { rows: 250, rounds: 5, requests: 4 },
      ];
  // What a process compiles on its first requests is no cost of its later ones.
  const warmUp = { rounds: 1, requests: stage.isQuick ? 1 : 30 };
  await cold(upstream, contestantsOf(servers), 50, warmUp);
  const bySize = new Map<number, readonly Contestant[]>();
  for (const { rows, ...rounds } of sizes) bySize.set(rows, await cold(upstream, contestantsOf(servers), rows, rounds));
  const warm = await hot(stage, upstream, servers);
  return {
    findings: [...coldFindings(bySize.get(50) ?? []), ...hotFindings(warm)],
    tables: [...[...bySize].map(([rows, contestants]) => coldTable(rows, contestants)), hotTable(warm)],
    charts: stage.isQuick ? [] : [growthChart(bySize), cpuChart(bySize.get(50) ?? [], warm)],
  };
}

function contestantsOf(servers: Readonly<Record<string, ServerProcess>>): Contestant[] {
  return Object.entries(servers).map(([name, server]) => ({ name, server, runs: [] }));
}

/** Every request is of a viewer of its own, whom nobody has read anything for. */
async function cold(upstream: UpstreamProcess, contestants: readonly Contestant[], rows: number, { rounds, requests }: Rounds): Promise<readonly Contestant[]> {
  let expected: Answer | null = null;
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, server, runs } of inTurns(contestants, round)) {
      const tokens = await upstream.tokens({ count: requests, like: 'administrator' });
      const questions = tokens.map((token) => certificationsWithReviewers(rows, token));
      const before = await server.usage();
      const { calls, result: answers } = await upstream.during(() => askInTurn(server.origin, questions));
      const after = await server.usage();
      for (const answer of answers) mustAgree(name, answer, (expected ??= answer));
      const latenciesMs = answers.map(({ ms }) => ms);
      runs.push({
        latenciesMs,
        cpuMsEach: (after.cpuMs - before.cpuMs) / requests,
        callsEach: calls / requests,
        perSecond: (1000 * requests) / sum(latenciesMs),
      });
    }
  }
  return contestants;
}

/** One viewer, one question, again and again. */
async function hot(stage: Stage, upstream: UpstreamProcess, servers: Readonly<Record<string, ServerProcess>>): Promise<readonly Contestant[]> {
  const question = certificationsWithReviewers(50, await upstream.token());
  const { join: _join, 'got join': _gotJoin, ...caching } = servers;
  const first = await Promise.all(Object.values(caching).map(({ origin }) => ask(origin, question)));
  const answer = first[0];
  if (answer === undefined) throw new RangeError('nobody answers');
  // The very bytes of an answer from the gateway's cache.
  const cached = await ask(servers['gateway']?.origin ?? '', question);
  const floor = await stage.server('bench/floors/static.js', { BENCH_ANSWER: cached.body.toString('base64') });
  const contestants = contestantsOf({ ...caching, static: floor });
  const connections = 16;
  const forMs = stage.isQuick ? 300 : 3000;
  for (const { server } of contestants) await askWithoutEnd(server.origin, question, { connections, forMs: stage.isQuick ? 100 : 1500 });
  for (let round = 0; round < (stage.isQuick ? 1 : 7); round += 1) {
    for (const { name, server, runs } of inTurns(contestants, round)) {
      const before = await server.usage();
      const { calls, result } = await upstream.during(() => askWithoutEnd(server.origin, question, { connections, forMs }));
      const after = await server.usage();
      mustAgree(name, result.last, cached);
      const count = result.latenciesMs.length;
      runs.push({
        latenciesMs: result.latenciesMs,
        cpuMsEach: (after.cpuMs - before.cpuMs) / count,
        callsEach: calls / count,
        perSecond: result.perSecond,
      });
    }
  }
  return contestants;
}

/** A, B, C, then B, C, A: whatever else the machine does hits all of them alike. */
function inTurns<Item>(items: readonly Item[], round: number): Item[] {
  const first = round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** The median, over the rounds, of what one contestant takes for each that another takes. */
function ratio(contestants: readonly Contestant[], name: string, to: string, figure: (run: Run) => number): number {
  const [runs, others] = [runsOf(contestants, name), runsOf(contestants, to)];
  return median(runs.map((run, round) => figure(run) / figure(others[round] ?? run)));
}

function runsOf(contestants: readonly Contestant[], name: string): readonly Run[] {
  return contestants.find((contestant) => contestant.name === name)?.runs ?? [];
}

const p50 = ({ latenciesMs }: Run) => median(latenciesMs);
const cpu = ({ cpuMsEach }: Run) => cpuMsEach;
const rate = ({ perSecond }: Run) => perSecond;

function coldFindings(contestants: readonly Contestant[]): Finding[] {
  const gateways = contestants.filter(({ name }) => name.startsWith('gateway'));
  const calls = gateways.flatMap(({ runs }) => runs.map(({ callsEach }) => callsEach));
  const figures = gateways.flatMap(({ name }): Finding[] => {
    const latency = ratio(contestants, name, 'got join', p50);
    const cost = ratio(contestants, name, 'got join', cpu);
    const work = `50 certifications with reviewers, cold${name === 'gateway' ? '' : ', with Redis'}`;
    return [
      { work, measured: `${times(latency)} got join’s p50`, target: '≤ 1.10 ×', kind: 'time', isMet: latency <= 1.1 },
      { work, measured: `${times(cost)} got join’s CPU`, target: '≤ 1.25 ×', kind: 'time', isMet: cost <= 1.25 },
    ];
  });
  const most = Math.max(...calls);
  return [...figures, { work: 'the same', measured: `${most} calls each`, target: '51 calls', kind: 'count', isMet: calls.every((each) => each === 51) }];
}

function hotFindings(contestants: readonly Contestant[]): Finding[] {
  const share = ratio(contestants, 'gateway', 'static', rate);
  const cpuMs = median(runsOf(contestants, 'gateway').map(cpu));
  const work = 'the same, hot';
  return [
    { work, measured: `${times(share)} static’s requests/s`, target: '> 0.25 ×; the goal is 0.50 ×', kind: 'time', isMet: share > 0.25 },
    { work, measured: `${cpuMs.toFixed(2)} ms CPU`, target: '< 0.92 ms; the goal is 0.25 ms', kind: 'time', isMet: cpuMs < 0.92 },
  ];
}

const head = ['', 'p50', 'p95', 'p99', 'requests/s', 'CPU each', 'calls each'];

function figuresOf({ name, runs }: Contestant): string[] {
  const all = runs.flatMap(({ latenciesMs }) => latenciesMs);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    name,
    ...[0.5, 0.95, 0.99].map((share) => ms(quantile(all, share))),
    median(runs.map(rate)).toFixed(median(runs.map(rate)) < 100 ? 1 : 0),
    `${median(runs.map(cpu)).toFixed(2)} ms`,
    String(Number(median(runs.map(({ callsEach }) => callsEach)).toFixed(3))),
  ];
}

function coldTable(rows: number, contestants: readonly Contestant[]): Table {
  return { title: `${rows} certifications with reviewers, cold`, head, rows: contestants.map(figuresOf) };
}

function hotTable(contestants: readonly Contestant[]): Table {
  return { title: '50 certifications with reviewers, hot, 16 connections', head, rows: contestants.map(figuresOf) };
}

function growthChart(bySize: ReadonlyMap<number, readonly Contestant[]>) {
  const sizes = [...bySize].toSorted(([a], [b]) => a - b);
  return {
    file: 'performance-growth',
    title: 'Certifications with reviewers, cold: median latency',
    unit: 'ms',
    groups: sizes.map(([rows, contestants]) => ({
      name: `${rows} rows`,
      bars: contestants.map(({ name, runs }) => ({ name, value: median(runs.flatMap(({ latenciesMs }) => latenciesMs)) })),
    })),
  };
}

function cpuChart(coldOnes: readonly Contestant[], hotOnes: readonly Contestant[]) {
  const bars = (contestants: readonly Contestant[]) => contestants.map(({ name, runs }) => ({ name, value: median(runs.map(cpu)) }));
  return {
    file: 'performance-cpu',
    title: '50 certifications with reviewers: CPU for each request',
    unit: 'ms',
    groups: [
      { name: 'cold', bars: bars(coldOnes) },
      { name: 'hot', bars: bars(hotOnes) },
    ],
  };
}
