import { describe, expect, test } from '@jest/globals';
import { barChart } from '../../bench/report/bar-chart.js';
import { counted, type Finding, type Findings } from '../../bench/report/findings.js';
import { flameGraph } from '../../bench/report/flame-graph.js';
import { framesOf, sharesOf } from '../../bench/report/frames.js';
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
    pictures: [{ file: 'performance-reading', title: 'Reading', svg: '<svg/>' }],
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
    const svg = barChart({ title: 'CPU & "latency" <ms>', unit: 'ms', groups: [{ name: 'cold', bars }, { name: 'hot', bars: [{ name: 'static', value: 0.03 }] }] });
    const lengths = [...svg.matchAll(/<rect x="130" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(lengths).toHaveLength(3);
    expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 2);
    expect(lengths[2]).toBe(lengths[0]);
    expect(svg).toContain('CPU &amp; &quot;latency&quot; &lt;ms>');
    expect(svg).toContain('0.0300 ms');
  });
});

describe('a profile', () => {
  const called = (id: number, functionName: string, url: string, children: number[] = []) => ({ id, callFrame: { functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 }, children });
  const profile = {
    nodes: [
      called(1, '(root)', '', [2, 7, 8, 10]),
      called(2, 'send', 'file:///app/src/upstream/http.js', [3]),
      called(3, 'request', 'file:///app/node_modules/got/dist/index.js', [4]),
      called(4, 'merge', 'file:///app/node_modules/got/dist/options.js', [5, 6]),
      called(5, 'assign', ''),
      called(6, 'write', 'node:internal/streams/writable'),
      called(7, '(garbage collector)', ''),
      called(8, 'start', 'file:///app/bench/probe.js', [9]),
      called(9, 'post', 'node:inspector'),
      called(10, '(idle)', ''),
    ],
    startTime: 0,
    endTime: 1000,
    samples: [2, 5, 6, 7, 9, 10],
    timeDeltas: [100, 200, 300, 400, 5000, 6000],
  };

  test('is a tree in which each package is one frame and built-in functions count for their callers; idling and the probe are not in it', () => {
    const root = framesOf(profile);
    expect(root.totalMicroseconds).toBe(1000);
    const send = root.callees.get('send upstream/http');
    expect(send).toMatchObject({ owner: 'gateway', totalMicroseconds: 600 });
    expect(send?.callees.get('got')).toMatchObject({ owner: 'got', totalMicroseconds: 500 });
    expect([...(send?.callees.get('got')?.callees.keys() ?? [])]).toEqual(['node:streams']);
    expect(sharesOf(root)).toEqual([
      { owner: 'garbage', share: 0.4 },
      { owner: 'Node', share: 0.3 },
      { owner: 'got', share: 0.2 },
      { owner: 'gateway', share: 0.1 },
    ]);
  });

  test('is drawn as frames as wide as their shares', () => {
    const svg = flameGraph('CPU', framesOf(profile));
    expect(svg).toContain('<title>send upstream/http: 60.0 %</title>\n<rect x="0.0" y="-34" width="720.0"');
    expect(svg).toContain('<title>garbage collector: 40.0 %</title>\n<rect x="720.0" y="-34" width="480.0"');
  });
});
