import { describe, expect, test } from '@jest/globals';
import { barChart } from '../../bench/report/bar-chart.js';
import { counted, type Finding, type Findings } from '../../bench/report/findings.js';
import { markdownOf } from '../../bench/report/markdown.js';
import { ratio, type Turn } from '../../bench/rows/contest.js';
import { median, quantile } from '../../bench/statistics.js';

const turn = (cpuMsEach: number): Turn => ({ latenciesMs: [], perSecond: 1, cpuMsEach, callsEach: 0 });

describe('figures', () => {
  test('quantiles are values that were measured, by nearest rank', () => {
    const values = [9, 1, 7, 3, 5, 2, 8, 4, 6, 10];
    expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 5, 10, 10]);
    expect(median([30, 10, 20])).toBe(20);
    expect(median([])).toBeNaN();
  });

  test('contestants are compared round by round, so that a slow round of the machine counts for both', () => {
    const contest = new Map([
      ['ours', [turn(12), turn(120), turn(13)]],
      ['floor', [turn(10), turn(100), turn(10)]],
    ]);
    expect(ratio(contest, 'ours', 'floor', ({ cpuMsEach }) => cpuMsEach)).toBeCloseTo(1.2);
  });

  test('a number of calls is right or wrong, on every machine', () => {
    expect(counted('work', 51, 51)).toMatchObject({ kind: 'count', isMet: true });
    expect(counted('work', 52, 51)).toMatchObject({ kind: 'count', isMet: false });
  });
});

describe('the report', () => {
  const finding: Finding = { work: 'reading', measured: '1.30 ×', target: '≤ 1.10 ×', kind: 'time', isMet: false };
  const found: Findings = {
    findings: [finding, { ...finding, measured: '1.00 ×', isMet: true }],
    tables: [{ title: 'Reading', head: ['', 'p50'], rows: [['gateway', '1 ms']] }],
    charts: [{ file: 'performance-reading', title: 'Reading', unit: 'ms', groups: [] }],
  };
  const circumstances = { date: '2026-01-01', node: '24', cores: 2, processor: 'any', memoryGiB: 4, load: [0.1, 2], command: 'npm run bench' } as const;

  test('says which targets are missed, and on what machine', () => {
    const markdown = markdownOf(found, circumstances);
    expect(markdown).toContain('| reading | 1.30 × | ≤ 1.10 × | **missed** |');
    expect(markdown).toContain('| reading | 1.00 × | ≤ 1.10 × | met |');
    expect(markdown).toContain('load average 0.1 before and 2.0 after');
    expect(markdown).toContain('![Reading](images/performance-reading.svg)');
    expect(markdown).toContain('### Reading\n\n|  | p50 |\n| --- | --- |\n| gateway | 1 ms |');
  });

  test('draws bars in proportion, each group by its own longest', () => {
    const bars = [
      { name: 'gateway', value: 20 },
      { name: 'got join', value: 10 },
    ];
    const svg = barChart({ file: 'x', title: 'CPU & "latency" <ms>', unit: 'ms', groups: [{ name: 'cold', bars }, { name: 'hot', bars: [{ name: 'static', value: 0.03 }] }] });
    const lengths = [...svg.matchAll(/<rect x="130" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(lengths).toHaveLength(3);
    expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 2);
    expect(lengths[2]).toBe(lengths[0]);
    expect(svg).toContain('CPU &amp; &quot;latency&quot; &lt;ms>');
    expect(svg).toContain('0.0300 ms');
  });
});
