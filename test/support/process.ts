import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const tsx = fileURLToPath(import.meta.resolve('tsx'));

export interface RunningProcess {
  /** Everything that it has written so far, to either stream. */
  readonly output: () => string;
  /** Resolves with the first match in its output; throws when it ends without one. */
  waitFor(pattern: RegExp): Promise<string>;
  readonly exitCode: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts one of the project's scripts as a process of its own, with this environment and nothing else. */
export function startProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options: ProcessOptions = {},
): RunningProcess {
  const imports = [tsx, ...(options.before ?? []).map((file) => join(project, file))].flatMap((file) => ['--import', file]);
  return startNode([...imports, join(project, script), ...args], environment, options);
}

export interface ProcessOptions {
  /** For its standard input; nothing if not given. */
  readonly input?: string;
  /** A folder of its own if not given: away from the project, where a .env file is a developer's own. */
  readonly cwd?: string;
  /** Files of the project that it imports first. */
  readonly before?: readonly string[];
}

/** Starts Node with these arguments, this environment and nothing else. */
export function startNode(args: readonly string[], environment: Readonly<Record<string, string>>, options: ProcessOptions = {}): RunningProcess {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? mkdtempSync(join(tmpdir(), 'certification-gateway-')),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  // It may end without having read it.
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  let output = '';
  const listeners = new Set<() => void>();
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    output: () => output,
    exitCode,
    kill: (signal) => child.kill(signal),
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match[1] ?? match[0]);
        };
        listeners.add(look);
        look();
        void exitCode.then((code) => reject(new Error(`ended with ${code} before ${pattern}:\n${output}`)));
      }),
  };
}
