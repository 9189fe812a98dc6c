import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SandboxProcess {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** What `npm run sandbox` does, on a free port: the page is the one that people get to see. */
export async function startSandbox(): Promise<SandboxProcess> {
  execFileSync(process.execPath, ['graphiql/build.mjs', '--if-stale'], { cwd: root });
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/main.ts'], {
    cwd: root,
    // Nothing of the environment that the tests happen to run in.
    env: { PATH: process.env['PATH'], PORT: '0' },
  });
  return {
    origin: await readOrigin(child),
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** The address is in what the sandbox prints once it listens. */
function readOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const origin = /(http:\/\/\S+)\/graphiql\n/.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The sandbox ended before it listened:\n${printed}`)));
  });
}
