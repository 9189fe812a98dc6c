import type { Finding, Findings, Table } from './findings.js';

/** Where and when the figures come from. */
export interface Circumstances {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  /** One-minute load average before the first and after the last measurement. */
  readonly load: readonly [number, number];
  readonly command: string;
}

/** The part of docs/performance.md that the bench writes: everything from its first heading on. */
export function markdownOf({ findings, tables, pictures }: Findings, circumstances: Circumstances): string {
  return [
    '## Targets',
    paragraph(circumstances),
    tableOf(['work', 'measured', 'target', ''], findings.map(lineOf)),
    ...pictures.map(({ title, file }) => `![${title}](images/${file}.svg)`),
    '## Figures',
    ...tables.map(sectionOf),
  ].join('\n\n');
}

function paragraph({ date, node, cores, processor, memoryGiB, load, command }: Circumstances): string {
  const [before, after] = load.map((value) => value.toFixed(1));
  return [
    `Measured on ${date} by \`${command}\`: ${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}; load average ${before} before`,
    `and ${after} after, the bench's own included.`,
  ].join(' ');
}

function lineOf({ work, measured, target, isMet }: Finding): string[] {
  return [work, measured, target, isMet ? 'met' : '**missed**'];
}

function sectionOf({ title, note, head, rows }: Table): string {
  return [`### ${title}`, ...(note === undefined ? [] : [note]), tableOf(head, rows)].join('\n\n');
}

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
