import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));

/** Where a compiled module is: `src/main.js`. */
export type PathOf = (module: string) => string;

/**
 * What `npm run build` makes, and the bench's own servers with it, in a folder of its own: `dist/` may be in use. Types
 * are not checked: `npm run check` does that.
 */
export function build(): PathOf {
  const folder = mkdtempSync(join(tmpdir(), 'certification-gateway-bench-'));
  // However the bench ends.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const compiler = join(project, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(project, 'bench/tsconfig.json'), '--outDir', folder, '--noCheck'], {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  for (const name of ['node_modules', 'schema', 'package.json']) symlinkSync(join(project, name), join(folder, name));
  return (module) => join(folder, module);
}
