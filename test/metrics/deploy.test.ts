import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { dashboard, rules, targets, written } from './deployed.js';
import { readPromql, type Query } from './promql.js';
import type { Sample } from './scrape.js';
import { startTraffic } from './traffic.js';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

const operations = read('docs/operations.md');

/** By Prometheus, for every target. */
const labelsOfTargets = ['job', 'instance'];
/** Of Prometheus itself. */
const ownMetrics = ['up'];

/** All samples of gateways that have been asked for a little of everything. */
async function samplesOfTraffic(): Promise<readonly Sample[]> {
  const traffic = await startTraffic();
  try {
    await traffic.flow();
    const scrapes = await Promise.all(traffic.gateways.map((gateway) => gateway.scrape()));
    return scrapes.flatMap(({ samples }) => samples);
  } finally {
    await traffic.stop();
  }
}

describe('what dashboard and alerts ask Prometheus for', () => {
  let samples: readonly Sample[];
  beforeAll(async () => {
    samples = await samplesOfTraffic();
  });

  function expectToBeThere({ selectors, groupings }: Query): void {
    expect(selectors.length).toBeGreaterThan(0);
    for (const { metric, labels } of selectors.filter((selector) => !ownMetrics.includes(selector.metric))) {
      const known = new Set([...labelsOfTargets, ...samples.filter(({ name }) => name === metric).flatMap((sample) => Object.keys(sample.labels))]);
      expect([metric, samples.some(({ name }) => name === metric)]).toEqual([metric, true]);
      for (const label of [...labels, ...groupings]) expect([metric, label, known.has(label)]).toEqual([metric, label, true]);
    }
  }

  test.each(targets)('the panel %s: metrics and labels that a scrape has', (_panel, { expr, legendFormat }) => {
    const query = readPromql(written(expr));
    expectToBeThere(query);
    for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) expect(query.groupings).toContain(label);
  });

  test.each(rules.map((rule) => [rule.alert, rule] as const))('the alert %s: metrics and labels that a scrape has', (_alert, { expr, annotations }) => {
    const query = readPromql(expr);
    expectToBeThere(query);
    const told = new Set([...query.groupings, ...labelsOfTargets]);
    for (const [, label = ''] of Object.values(annotations).join(' ').matchAll(/\$labels\.(\w+)/g)) expect(told.has(label)).toBe(true);
  });

  test('the values of labels that they name are among those of a scrape, or words of the observer', () => {
    const source = read('src/observer.ts') + read('src/errors.ts') + read('src/server/refusal.ts');
    const all = [...targets.map(([, { expr }]) => expr), ...rules.map(({ expr }) => expr)];
    const values = all.flatMap((expr) => [...expr.matchAll(/(?<!job|instance)=~?"([^"$]+)"/g)].flatMap(([, value = '']) => value.split('|')));
    expect(values.length).toBeGreaterThan(10);
    for (const value of new Set(values)) {
      const isKnown = samples.some(({ labels }) => Object.values(labels).includes(value)) || source.includes(`'${value}'`);
      expect([value, isKnown]).toEqual([value, true]);
    }
  });

  test('variables and annotations of the dashboard ask for what there is', () => {
    const queries = dashboard.templating.list.map(({ query }) => (typeof query === 'string' ? query : query.query));
    expect(queries).toEqual(['prometheus', 'label_values(certification_gateway_info, job)', 'label_values(certification_gateway_info{job=~"$job"}, instance)']);
    expect(samples.some(({ name }) => name === 'certification_gateway_info')).toBe(true);
    for (const { expr } of dashboard.annotations.list) expectToBeThere(readPromql(written(expr)));
  });

  test('every metric of the gateway is on the dashboard, or told of in docs/operations.md', () => {
    const shown = new Set(targets.flatMap(([, { expr }]) => readPromql(written(expr)).selectors.map(({ metric }) => metric.replace(/_(bucket|sum|count)$/, ''))));
    const names = new Set(samples.map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')).filter((name) => name.startsWith('certification_gateway_')));
    expect(names.size).toBeGreaterThan(30);
    for (const name of names) expect([name, shown.has(name) || operations.includes(name.replace('certification_gateway_', '…'))]).toEqual([name, true]);
  });
});

describe('the dashboard', () => {
  test('has no two panels of one id, at one place, or outside its 24 columns', () => {
    const places = dashboard.panels.flatMap(({ gridPos: { h, w, x, y } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: h * w }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`);
    });
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

describe('docs/operations.md', () => {
  const headings = [...operations.matchAll(/^### (CertificationGateway\w+)$/gm)].map(([, name]) => name);

  test('explains each alert, in their order, and no other', () => {
    expect(headings).toEqual(rules.map(({ alert }) => alert));
  });

  test.each(rules.map((rule) => [rule.alert, rule] as const))('says of %s what it means, where to look and what to do; the alert leads there', (alert, { annotations, labels }) => {
    const [, section = ''] = operations.split(`\n### ${alert}\n`);
    for (const part of ['**Means**', '**Look**', '**Do**']) expect((section.split('\n### ')[0] ?? '').includes(part)).toBe(true);
    expect(annotations['runbook']).toBe(`docs/operations.md#${alert.toLowerCase()}`);
    expect(annotations['summary']).not.toBe('');
    expect(['page', 'ticket']).toContain(labels['severity']);
  });

  test('lists each metric with its labels', async () => {
    const listed = [...operations.matchAll(/^\| `…(\w+)` \|([^|]*)\|/gm)].map(([, name = '', labels = '']) => [name, [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label)] as const);
    const found = new Map<string, Set<string>>();
    for (const { name, labels } of await samplesOfTraffic()) {
      const metric = name.replace(/_(bucket|sum|count)$/, '').replace('certification_gateway_', '');
      if (!name.startsWith('certification_gateway_')) continue;
      found.set(metric, new Set([...(found.get(metric) ?? []), ...Object.keys(labels).filter((label) => label !== 'le')]));
    }
    expect(listed.map(([name]) => name).toSorted()).toEqual([...found.keys()].toSorted());
    for (const [name, labels] of listed) expect([name, labels.toSorted()]).toEqual([name, [...(found.get(name) ?? [])].toSorted()]);
  });

  test('names files that there are', () => {
    for (const [, file = ''] of operations.matchAll(/`((?:deploy|src)\/[\w./-]+)`/g)) expect([file, existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([file, true]);
  });
});
