import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { findOnPath } from './on-path.js';

/** A real server of the test's own. */
export interface TestRedis {
  readonly url: string;
  /** Past the gateway, with a client of its own: to look, to poison, to count. */
  readonly client: Redis;
  /** Accepts what is sent, and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** As if the machine had lost power: what it held is gone. */
  kill(): Promise<void>;
  /** On the same port, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const binary = findOnPath(['redis-server', 'valkey-server']);

export const isRedisHere = binary !== null;

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launchRedis(port);
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  return {
    url,
    client,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill: () => endRedis(server),
    async restart() {
      await endRedis(server);
      server = await launchRedis(port);
    },
    async stop() {
      client.disconnect();
      await endRedis(server);
    },
  };
}

/** For what another process does: asks again and again until it is so, or fails. */
export async function eventually(condition: () => unknown, withinMs = 5000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not so within ${withinMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when it answers; `more` are settings as on its command line. */
export async function launchRedis(port: number, more: readonly string[] = []): Promise<ChildProcess> {
  if (binary === null) failForWantOfRedis();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir(), ...more];
  const server = spawn(binary, settings, { stdio: 'ignore' });
  // No test leaves a server behind, however it ends.
  const killNow = (): void => void server.kill('SIGKILL');
  process.once('exit', killNow);
  server.once('exit', () => process.off('exit', killNow));
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    await eventually(() => server.exitCode === null && client.status === 'ready', 10_000);
    return server;
  } finally {
    client.disconnect();
  }
}

export function endRedis(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    // A frozen one ends as well.
    server.kill('SIGKILL');
  });
}

/** Without a port to listen on it ends at once, and one without TLS stumbles over the setting before. */
export function isRedisWithTls(): boolean {
  if (binary === null) return false;
  const { stdout, stderr } = spawnSync(binary, ['--port', '0', '--tls-port', '0'], { timeout: 5000, cwd: tmpdir(), encoding: 'utf8' });
  return !`${stdout}${stderr}`.includes('Bad directive');
}

export function failForWantOfRedis(): never {
  throw new Error('neither redis-server nor valkey-server is on PATH');
}
