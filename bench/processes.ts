import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { PathOf } from './build.js';
import type { Memory, Usage } from './probe.js';
import type { Reply } from './questions.js';

/** A server as a process of its own, with the bench's probe in it. */
export interface ServerProcess {
  readonly origin: string;
  ask<Answer>(name: string, about?: unknown): Promise<Answer>;
  usage(): Promise<Usage>;
  /** After a full collection of garbage. */
  memory(): Promise<Memory>;
  /** Of its CPU, while `work` lasts. */
  profileDuring(work: () => Promise<unknown>): Promise<Profiler.Profile>;
  stop(): Promise<void>;
}

/** Resolves when it says where it listens; throws with what it has written when it ends before. */
export async function startServer(pathOf: PathOf, module: string, environment: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(pathOf(module), [], {
    execArgv: [...flags, '--expose-gc', '--import', pathToFileURL(pathOf('bench/probe.js')).href],
    // Away from the project: a .env file there is a developer's own.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('exit', () => process.off('exit', killNow));
  const origin = await originOf(child, module);
  const ask = questionsTo(child);
  return {
    origin,
    ask,
    usage: () => ask<Usage>('usage'),
    memory: () => ask<Memory>('memory'),
    async profileDuring(work) {
      await ask('startProfile');
      await work();
      return ask<Profiler.Profile>('stopProfile');
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // All that a client waits for has been answered by now: nothing is lost by ending at once.
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function originOf(child: ChildProcess, module: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let isReady = false;
    const collect = (chunk: Buffer) => {
      // Its log is read on, so that it never waits for a reader, and not kept.
      if (isReady) return;
      output += chunk.toString('utf8');
      const [, origin] = /ready at (http:\/\/[\d.:]+)/.exec(output) ?? [];
      if (origin === undefined) return;
      isReady = true;
      resolve(origin);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', (chunk: Buffer) => {
      if (isReady) process.stderr.write(chunk);
      else collect(chunk);
    });
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code} before it was ready:\n${output}`)));
  });
}

function questionsTo(child: ChildProcess) {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', ({ id, result }: Reply) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`a process of the bench ended with ${code}`));
  });
  return async <Answer>(name: string, about: unknown = null): Promise<Answer> => {
    if (!child.connected) throw new Error('a process of the bench has ended');
    asked += 1;
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(asked, { resolve, reject }));
    child.send({ id: asked, name, about });
    return (await answered) as Answer;
  };
}
