import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type SandboxProcess } from './graphiql/sandbox.js';

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

test('the example starts a reassignment in the sandbox and shows it to its end', async () => {
  const { code, output } = await sandbox.runExample('reassign');
  expect(output).toMatch(/task [0-9a-f]{32}\n(.+\n)*.+QUEUED\n.+IN_PROGRESS\n.+SUCCESS\n$/);
  expect(code).toBe(0);
});
