import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/write-persisted-operations.mjs', import.meta.url));

export interface Manifest {
  readonly path: string;
  readonly format: string;
  readonly version: number;
  readonly operations: readonly { readonly id: string; readonly name: string; readonly type: string; readonly body: string }[];
}

/** What `npm run persisted-operations` does. */
export function writeManifest(folder: string, output: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, folder, output]);
  let said = '';
  const collect = (chunk: Buffer) => (said += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output: said })));
}
