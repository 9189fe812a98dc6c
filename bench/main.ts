import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.js';
import type { Finding, Findings } from './report/findings.js';
import { markdownOf, tableOf, type Circumstances } from './report/markdown.js';
import { hungUpstream } from './rows/hung-upstream.js';
import { profile } from './rows/profile.js';
import { rateLimit } from './rows/rate-limit.js';
import { reads } from './rows/reads.js';
import { callsOfScreens } from './rows/screens.js';
import { sharing } from './rows/sharing.js';
import { soak } from './rows/soak.js';
import { openStage } from './stage.js';

const mostMiB = 200;
const document = new URL('../docs/performance.md', import.meta.url);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
/** The long run is one for itself. */
const parts = options.soak ? { soak } : { reads, sharing, rateLimit, screens: callsOfScreens, hungUpstream, profile };
if (options.write && (options.quick || options.soak || options.only.length > 0)) throw new RangeError('--write takes the whole bench, without --quick, --soak and --only');
// So that the processes that were started end as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await run();

/** Exit code 1 for wrong answers and for missed targets that are counts. */
async function run(): Promise<void> {
  const unknown = options.only.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new RangeError(`--only knows ${Object.keys(parts).join(', ')}, not ${unknown.join(', ')}`);
  const loadBefore = loadavg()[0] ?? NaN;
  const found = await measure();
  const { findings } = found;
  process.stdout.write(`${tableOf(['work', 'measured', 'target', ''], findings.map(lineOf))}\n`);
  for (const { title, head, rows } of found.tables) process.stdout.write(`\n${title}\n${tableOf(head, rows)}\n`);
  if (options.write) write(found, circumstances(loadBefore));
  if (findings.some(({ kind, isMet }) => kind === 'count' && !isMet)) process.exitCode = 1;
}

/** A few requests to processes that have just started say what is asked upstream, and nothing about time. */
function lineOf({ work, measured, target, kind, isMet }: Finding): string[] {
  return [work, measured, target, options.quick && kind === 'time' ? 'not judged' : isMet ? 'met' : 'MISSED'];
}

async function measure(): Promise<Findings> {
  const pathOf = build();
  const all: Findings[] = [];
  let peakMiB = 0;
  for (const [name, part] of Object.entries(parts)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const startedAtMs = performance.now();
    const stage = openStage(pathOf, options.quick);
    try {
      all.push(await part(stage));
    } finally {
      peakMiB = Math.max(peakMiB, await stage.close());
    }
    process.stderr.write(`${name}: ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s\n`);
  }
  return {
    findings: [...all.flatMap(({ findings }) => findings), ...(options.soak ? [] : [memoryFinding(peakMiB)])],
    tables: all.flatMap(({ tables }) => tables),
    pictures: all.flatMap(({ pictures }) => pictures),
  };
}

function memoryFinding(peakMiB: number): Finding {
  const work = 'resident memory, the highest peak of any gateway above';
  return { work, measured: `${peakMiB.toFixed(0)} MiB`, target: `≤ ${mostMiB} MiB`, kind: 'time', isMet: peakMiB <= mostMiB };
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
  for (const { file, svg } of found.pictures) writeFileSync(new URL(`../docs/images/${file}.svg`, import.meta.url), svg);
}
