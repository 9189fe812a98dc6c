import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.js';
import { barChart } from './report/bar-chart.js';
import type { Findings } from './report/findings.js';
import { markdownOf, tableOf, type Circumstances } from './report/markdown.js';
import { hungUpstream } from './rows/hung-upstream.js';
import { rateLimit } from './rows/rate-limit.js';
import { reads } from './rows/reads.js';
import { callsOfScreens } from './rows/screens.js';
import { sharing } from './rows/sharing.js';
import { openStage } from './stage.js';

const mostMiB = 200;
const document = new URL('../docs/performance.md', import.meta.url);
const parts = { reads, sharing, rateLimit, screens: callsOfScreens, hungUpstream };

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
await run();

/** Exit code 1 for wrong answers and for missed targets that are counts. */
async function run(): Promise<void> {
  const unknown = options.only.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new RangeError(`--only knows ${Object.keys(parts).join(', ')}, not ${unknown.join(', ')}`);
  const loadBefore = loadavg()[0] ?? NaN;
  const found = await measure();
  const { findings } = found;
  process.stdout.write(`${tableOf(['work', 'measured', 'target', ''], findings.map(({ work, measured, target, isMet }) => [work, measured, target, isMet ? 'met' : 'MISSED']))}\n`);
  for (const { title, head, rows } of found.tables) process.stdout.write(`\n${title}\n${tableOf(head, rows)}\n`);
  if (options.write) write(found, circumstances(loadBefore));
  if (findings.some(({ kind, isMet }) => kind === 'count' && !isMet)) process.exitCode = 1;
}

async function measure(): Promise<Findings> {
  const built = build();
  const all: Findings[] = [];
  let peakMiB = 0;
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      const startedAtMs = performance.now();
      const stage = openStage(built, options.quick);
      try {
        all.push(await part(stage));
      } finally {
        peakMiB = Math.max(peakMiB, await stage.close());
      }
      process.stderr.write(`${name}: ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s\n`);
    }
  } finally {
    built.remove();
  }
  const memory = { work: 'memory, the highest peak of any gateway above', measured: `${peakMiB.toFixed(0)} MiB`, target: `≤ ${mostMiB} MiB`, kind: 'time', isMet: peakMiB <= mostMiB } as const;
  return {
    findings: [...all.flatMap(({ findings }) => findings), memory],
    tables: all.flatMap(({ tables }) => tables),
    charts: all.flatMap(({ charts }) => charts),
  };
}

function circumstances(loadBefore: number): Circumstances {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: processors.length,
    processor: processors[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: [loadBefore, loadavg()[0] ?? NaN],
    command: 'npm run bench -- --write',
  };
}

/** What people have written stays: everything before the first heading of ours. */
function write(found: Findings, measured: Circumstances): void {
  const [introduction = ''] = readFileSync(document, 'utf8').split('\n## Targets\n');
  writeFileSync(document, `${introduction}\n${markdownOf(found, measured)}\n`);
  for (const chart of found.charts) writeFileSync(new URL(`../docs/images/${chart.file}.svg`, import.meta.url), barChart(chart));
}
