import { barChart } from '../report/bar-chart.js';
import type { Chart, Findings, Picture, Table } from '../report/findings.js';
import type { Stage } from '../stage.js';
import { median } from '../statistics.js';
import { cold, coldFindings, type ColdLoad } from './cold.js';
import { cpu, figureNames, figuresOf, typical, type Contest, type Contestant } from './contest.js';
import { hot, hotFindings } from './hot.js';

const quickLoads: readonly ColdLoad[] = [{ rows: 50, rounds: 1, requests: 3 }];
const loads: readonly ColdLoad[] = [
  { rows: 10, rounds: 5, requests: 12 },
  { rows: 50, rounds: 9, requests: 12 },
  { rows: 250, rounds: 5, requests: 4 },
];

/** Certifications with their reviewers: with nothing cached, for 10, 50 and 250 of them, and with everything cached. */
export async function reads(stage: Stage): Promise<Findings> {
  const upstream = await stage.upstream();
  const contestants = await startContestants(stage, `${upstream.origin}/v2025`);
  // What a process compiles on its first requests is no cost of its later ones.
  await cold(upstream, contestants, { rows: 50, rounds: 1, requests: stage.isQuick ? 1 : 40 });
  const byRows = new Map<number, Contest>();
  for (const load of stage.isQuick ? quickLoads : loads) byRows.set(load.rows, await cold(upstream, contestants, load));
  const fifty = byRows.get(50) ?? new Map<string, never>();
  const cached = await hot(stage, upstream, contestants.filter(({ isCaching }) => isCaching));
  return {
    findings: [...coldFindings(fifty), ...hotFindings(cached)],
    tables: [
      ...[...byRows].map(([rows, contest]) => ({ title: `${rows} certifications with reviewers, cold`, head: figureNames, rows: figuresOf(contest) })),
      { title: '50 certifications with reviewers, hot, on 16 connections', head: figureNames, rows: figuresOf(cached) },
      await memoryTable(contestants),
    ],
    pictures: stage.isQuick ? [] : [picture('performance-growth', growthChart(byRows)), picture('performance-cpu', cpuChart(fifty, cached))],
  };
}

async function startContestants(stage: Stage, apiUrl: string): Promise<Contestant[]> {
  const redis = await stage.findRedis();
  const shared = redis === null ? {} : { REDIS_URL: redis.url };
  const environment = { SAILPOINT_API_URL: apiUrl, ...shared };
  return [
    { name: 'gateway', server: await stage.gateway(apiUrl), isCaching: true },
    ...(redis === null ? [] : [{ name: 'gateway, Redis', server: await stage.gateway(apiUrl, shared), isCaching: true }]),
    { name: 'got join', server: await stage.server('bench/floors/got-join.js', environment), isCaching: false },
    { name: 'join', server: await stage.server('bench/floors/join.js', environment), isCaching: false },
    // Without Redis it has no cache.
    { name: 'peer', server: await stage.server('bench/peer/main.js', environment), isCaching: redis !== null },
  ];
}

async function memoryTable(contestants: readonly Contestant[]): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, server } of contestants) {
    const { peakRssMiB } = await server.usage();
    const { heapMiB } = await server.memory();
    rows.push([name, `${peakRssMiB.toFixed(0)} MiB`, `${heapMiB.toFixed(0)} MiB`]);
  }
  return { title: 'Memory after all of this', head: ['', 'highest resident memory', 'heap in use, after a full collection'], rows };
}

function picture(file: string, chart: Chart): Picture {
  return { file, title: chart.title, svg: barChart(chart) };
}

function growthChart(byRows: ReadonlyMap<number, Contest>): Chart {
  return {
    title: 'Certifications with reviewers, cold: median latency',
    unit: 'ms',
    groups: [...byRows].map(([rows, contest]) => ({
      name: `${rows} certifications`,
      bars: [...contest].map(([name, turns]) => ({ name, value: median(turns.flatMap(({ latenciesMs }) => latenciesMs)) })),
    })),
  };
}

function cpuChart(uncached: Contest, cached: Contest): Chart {
  const bars = (contest: Contest) => [...contest.keys()].map((name) => ({ name, value: typical(contest, name, cpu) }));
  return {
    title: '50 certifications with reviewers: CPU for each request',
    unit: 'ms',
    groups: [
      { name: 'cold', bars: bars(uncached) },
      { name: 'hot', bars: bars(cached) },
    ],
  };
}
