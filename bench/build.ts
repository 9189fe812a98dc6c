import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));

export interface Build {
  /** Of a module, as `src/main.js`. */
  readonly path: (module: string) => string;
  readonly remove: () => void;
}

/**
 * What `npm run build` makes, and the bench's own servers with it, in a folder of its own: `dist/` may be in use. Types
 * are not checked: `npm run check` does that.
 */
export function build(): Build {
  const folder = mkdtempSync(join(tmpdir(), 'certification-gateway-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const compiler = join(project, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [compiler, '-p', join(project, 'bench/tsconfig.json'), '--outDir', folder, '--noCheck'], { stdio: ['ignore', process.stderr.fd, process.stderr.fd] });
    for (const name of ['node_modules', 'schema', 'package.json']) symlinkSync(join(project, name), join(folder, name));
  } catch (error) {
    remove();
    throw error;
  }
  return { path: (module) => join(folder, module), remove };
}
