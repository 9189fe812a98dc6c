import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { findOnPath } from '../support/on-path.js';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';

const folder = new URL('../../deploy/prometheus/', import.meta.url);
export const rulesFile = fileURLToPath(new URL('alerts.yaml', folder));
export const configurationFile = fileURLToPath(new URL('prometheus.yaml', folder));

const binaries = { prometheus: findOnPath(['prometheus']), promtool: findOnPath(['promtool']) };

/** `describe` where there is a Prometheus with its tool, else skipped, and seen to be; with REQUIRE_PROMETHEUS=1 a failure instead. */
export function describeWithPrometheus(name: string, suite: () => void): void {
  if (binaries.prometheus !== null && binaries.promtool !== null) describe(name, suite);
  else if (process.env['REQUIRE_PROMETHEUS'] === '1') test(`${name}: REQUIRE_PROMETHEUS=1`, failForWantOfPrometheus);
  else describe.skip(`${name} (no prometheus and promtool on PATH)`, suite);
}

/** What it says; throws with that when it is not content. */
export function promtool(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(binaries.promtool ?? failForWantOfPrometheus(), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** A result of a query: its labels, and the value at the moment. */
export interface Answered {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface RuleState {
  readonly name: string;
  readonly health: string;
  readonly lastError?: string;
}

export interface Prometheus {
  /** Throws for what is no PromQL, or cannot be computed. */
  query(promql: string): Promise<readonly Answered[]>;
  rules(): Promise<readonly RuleState[]>;
  stop(): Promise<void>;
}

/** A real one with the project's configuration, hurried; it scrapes these addresses in place of the one that is written there. */
export async function startPrometheus(targets: readonly string[]): Promise<Prometheus> {
  const home = mkdtempSync(join(tmpdir(), 'prometheus-'));
  const config = join(home, 'prometheus.yaml');
  writeFileSync(config, stringify(hurried(targets)));
  const address = `127.0.0.1:${await freePort()}`;
  const settings = [`--config.file=${config}`, `--storage.tsdb.path=${home}/data`, `--web.listen-address=${address}`];
  const server = spawn(binaries.prometheus ?? failForWantOfPrometheus(), settings, { stdio: 'ignore' });
  // No test leaves a server behind, however it ends.
  const killNow = (): void => void server.kill('SIGKILL');
  process.once('exit', killNow);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGKILL');
    await ended;
    process.off('exit', killNow);
    await rm(home, { recursive: true, force: true });
  };
  const isReady = () => fetch(`http://${address}/-/ready`).then(({ ok }) => ok, () => false);
  await until(isReady).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    query: async (promql) => {
      const { result } = await ask<{ result: { metric: Answered['metric']; value: [number, string] }[] }>(address, `query?query=${encodeURIComponent(promql)}`);
      return result.map(({ metric, value: [, value] }) => ({ metric, value: Number(value) }));
    },
    rules: async () => (await ask<{ groups: { rules: RuleState[] }[] }>(address, 'rules')).groups.flatMap(({ rules }) => rules),
    stop,
  };
}

/** Five times a second: a rate needs two scrapes. */
function hurried(targets: readonly string[]): object {
  interface Job {
    readonly static_configs: readonly object[];
  }
  const { scrape_configs: jobs, ...rest } = parse(readFileSync(configurationFile, 'utf8')) as { readonly scrape_configs: readonly Job[] };
  const soon = { scrape_interval: '200ms', scrape_timeout: '200ms' };
  return {
    ...rest,
    global: { evaluation_interval: '200ms' },
    rule_files: [rulesFile],
    scrape_configs: jobs.map((job) => ({ ...job, ...soon, static_configs: [{ targets }] })),
  };
}

async function ask<Data>(address: string, path: string): Promise<Data> {
  const response = await fetch(`http://${address}/api/v1/${path}`);
  const { data, error } = (await response.json()) as { readonly data: Data; readonly error?: string };
  if (error !== undefined) throw new Error(error);
  return data;
}

function failForWantOfPrometheus(): never {
  throw new Error('prometheus and promtool are not both on PATH');
}
