import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { allOf, eventClient } from '../server/streams.js';
import { freePort } from '../support/redis.js';
import { startCountedGateway, type CountedGateway } from './counted-gateway.js';
import { readPromql, type Query } from './promql.js';
import type { Sample } from './scrape.js';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string; readonly legendFormat: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string | { readonly query: string } }[] };
  readonly annotations: { readonly list: readonly { readonly expr: string }[] };
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const dashboard = JSON.parse(read('deploy/grafana/certification-gateway.json')) as Dashboard;
const { groups } = parse(read('deploy/prometheus/alerts.yaml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const operations = read('docs/operations.md');

/** By Prometheus, for every target. */
const labelsOfTargets = ['job', 'instance'];
/** Of Prometheus itself. */
const ownMetrics = ['up'];

/** A gateway that has been asked for a little of everything, and one with a manifest: all samples of both. */
async function samplesOfTraffic(): Promise<readonly Sample[]> {
  const nowhere = `redis://127.0.0.1:${await freePort()}`;
  const gateway = await startCountedGateway({ remembers: true, settings: { cache: { redisUrls: [nowhere], admissionMs: 300_000 } } });
  const strict = await startCountedGateway({ behind: gateway.upstream, settings: { persistedOperations: new Map([['a', 'query Known { __typename }']]) } });
  try {
    await askALittle(gateway);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('administrator').token}` };
    await fetch(`${strict.origin}/graphql`, { method: 'POST', headers, body: '{"documentId":"a"}' });
    return [...(await gateway.scrape()).samples, ...(await strict.scrape()).samples];
  } finally {
    await strict.stop();
    await gateway.stop();
  }
}

async function askALittle(gateway: CountedGateway): Promise<void> {
  const list = '{ certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }';
  const { upstream } = gateway;
  await gateway.ask(list);
  await gateway.ask(list);
  await gateway.ask('mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }');
  await fetch(`${gateway.origin}/graphql`, { method: 'POST' });
  const client = eventClient(gateway, upstream.persona('administrator').token);
  await allOf(client, 'subscription ($taskId: ID!) { certificationTaskProgress(taskId: $taskId) { status } }', { taskId: upstream.tenant.examples.tasks.succeeded });
  client.dispose();
  const token = upstream.tokens.issue({ client_id: 'another' });
  const heal = upstream.inject({ operation: 'listIdentityCertifications', rewrite: (rows) => (rows as object[]).map((row) => ({ ...row, name: 7 })) });
  await gateway.ask(list, {}, { token });
  heal();
  const refuse = upstream.inject({ operation: 'listIdentityCertifications', status: 401 });
  for (let asked = 0; asked < 2; asked += 1) await gateway.ask('{ certifications(first: 9) { totalCount } }', {}, { token });
  refuse();
}

describe('what dashboard and alerts ask Prometheus for', () => {
  let samples: readonly Sample[];
  beforeAll(async () => {
    samples = await samplesOfTraffic();
  });

  const variables: Readonly<Record<string, string>> = { $__rate_interval: '5m', $__interval: '1m', $job: 'j', $instance: 'i' };
  const written = (expr: string) => expr.replaceAll(/\$\w+/g, (name) => variables[name] ?? name);

  function expectToBeThere({ selectors, groupings }: Query): void {
    expect(selectors.length).toBeGreaterThan(0);
    for (const { metric, labels } of selectors.filter((selector) => !ownMetrics.includes(selector.metric))) {
      const known = new Set([...labelsOfTargets, ...samples.filter(({ name }) => name === metric).flatMap((sample) => Object.keys(sample.labels))]);
      expect([metric, samples.some(({ name }) => name === metric)]).toEqual([metric, true]);
      for (const label of [...labels, ...groupings]) expect([metric, label, known.has(label)]).toEqual([metric, label, true]);
    }
  }

  const targets = dashboard.panels.flatMap(({ title, targets: all = [] }) => all.map((target) => [`${title} ${target.refId}`, target] as const));
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
