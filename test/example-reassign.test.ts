import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type SandboxProcess } from './graphiql/sandbox.js';

const script = fileURLToPath(new URL('../examples/reassign.mjs', import.meta.url));

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

/** What `npm run example:reassign` does. */
function runExample(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, sandbox.origin]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test('the example starts a reassignment in the sandbox and shows it to its end', async () => {
  const { code, output } = await runExample();
  expect(output).toMatch(/task [0-9a-f]{32}\n(.+\n)*.+QUEUED\n.+IN_PROGRESS\n.+SUCCESS\n$/);
  expect(code).toBe(0);
});
