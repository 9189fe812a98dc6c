import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startNode, startProcess } from '../support/process.js';

export interface SandboxProcess {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** What `npm run example:<name>` does: `examples/<name>.mjs`, against it. */
  runExample(name: string): Promise<{ code: number | null; output: string }>;
  stop(): Promise<void>;
}

/** What `npm run sandbox` does, on a free port: the page is the one that people get to see. */
export async function startSandbox(): Promise<SandboxProcess> {
  const build = fileURLToPath(new URL('../../graphiql/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, '--if-stale']);
  // On beta an inbox takes a call for each row: a few runs, and the sandbox's rate limit answers instead.
  const sandbox = startProcess('src/sandbox/main.ts', { PORT: '0', SANDBOX_API: 'v2025' });
  const origin = await sandbox.waitFor(/(http:\/\/\S+)\/graphiql\n/);
  return {
    origin,
    async runExample(name) {
      const example = startNode([fileURLToPath(new URL(`../../examples/${name}.mjs`, import.meta.url)), origin], {});
      return { code: await example.exitCode, output: example.output() };
    },
    async stop() {
      sandbox.kill('SIGTERM');
      await sandbox.exitCode;
    },
  };
}
