import type { RehearsalLog, UpstreamCalls } from './rehearsal.js';
import type { Phase } from './tally.js';

const noCalls: UpstreamCalls = { calls: 0, refused: 0 };

/** The log as text: a table of the phases, and what went wrong. */
export function reportOf({ gateways, phases, failures, errorLines, lossesOfRedis, exitCodes, upstream }: RehearsalLog): string {
  const head = ['phase', 'seconds', 'sent', 'answered', 'failed', 'slowest', ...gateways.map((name) => `by ${name}`), 'changes', 'reconnected', 'calls', 'refused'];
  const rows = phases.map((phase, index) => rowOf(phase, gateways, upstream[index] ?? noCalls));
  const calls = { calls: sumOf(upstream, ({ calls }) => calls), refused: sumOf(upstream, ({ refused }) => refused) };
  return [
    ...aligned([head, ...rows, rowOf(totalOf(phases), gateways, calls)]),
    '',
    `Redis was away: ${gateways.map((name, index) => `${name} ${lossesOfRedis[index] ?? 0}`).join(', ')} times; exit codes ${exitCodes.join(', ')}`,
    ...first(failures.map(({ phase, gateway, what }) => `FAILED in "${phase}", by ${gateway}: ${what}`)),
    ...first(errorLines.map((line) => `LOGGED ${line}`)),
    '',
  ].join('\n');
}

function rowOf(phase: Phase, gateways: readonly string[], { calls, refused }: UpstreamCalls): string[] {
  return [
    phase.name,
    ((phase.endedAtMs - phase.startedAtMs) / 1000).toFixed(1),
    String(phase.sent),
    String(phase.answered),
    String(phase.failed),
    `${phase.slowestMs.toFixed(0)} ms`,
    ...gateways.map((name) => String(phase.byGateway.get(name) ?? 0)),
    String(phase.mutations),
    String(phase.reconnected),
    String(calls),
    String(refused),
  ];
}

function totalOf(phases: readonly Phase[]): Phase {
  const sum = (count: (phase: Phase) => number) => sumOf(phases, count);
  const names = new Set(phases.flatMap(({ byGateway }) => [...byGateway.keys()]));
  return {
    name: 'in all',
    startedAtMs: phases[0]?.startedAtMs ?? 0,
    endedAtMs: phases.at(-1)?.endedAtMs ?? 0,
    sent: sum(({ sent }) => sent),
    answered: sum(({ answered }) => answered),
    failed: sum(({ failed }) => failed),
    mutations: sum(({ mutations }) => mutations),
    reconnected: sum(({ reconnected }) => reconnected),
    slowestMs: Math.max(...phases.map(({ slowestMs }) => slowestMs)),
    byGateway: new Map([...names].map((name) => [name, sum(({ byGateway }) => byGateway.get(name) ?? 0)])),
  };
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** The first column to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

const mostLines = 20;

function first(lines: readonly string[]): string[] {
  return lines.length <= mostLines ? [...lines] : [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`];
}
