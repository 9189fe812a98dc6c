import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat: string;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly Target[];
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

const read = (file: string) => readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');

export const dashboard = JSON.parse(read('grafana/certification-gateway.json')) as Dashboard;

/** What each panel asks for, with a name to tell it by. */
export const targets = dashboard.panels.flatMap(({ id, title, targets: all = [] }) => all.map((target) => [`${title} ${id}${target.refId}`, target] as const));

const { groups } = parse(read('prometheus/alerts.yaml')) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
export const rules = groups.flatMap((group) => group.rules);

const variables: Readonly<Record<string, string>> = { $__rate_interval: '5m', $__interval: '1m', $job: '.*', $instance: '.*' };

/** With Grafana's variables filled in, as when nothing was chosen. */
export function written(expr: string): string {
  return expr.replaceAll(/\$\w+/g, (name) => variables[name] ?? name);
}
