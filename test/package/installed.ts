import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The package as `npm pack` makes it, installed into a folder where nothing else is. */
export interface Installed {
  /** A project of somebody who has installed it. */
  readonly app: string;
  /** `app/node_modules/certification-gateway`. */
  readonly folder: string;
  readonly packedBytes: number;
  /** Relative to `folder`. */
  readonly files: readonly string[];
  remove(): void;
}

/** What `npm pack` and `npm install` do, without a registry. */
export function installPackage(): Installed {
  const work = mkdtempSync(join(tmpdir(), 'certification-gateway-package-'));
  const tarball = pack(copyOfProject(join(work, 'project')), work);
  const app = join(work, 'app');
  installDependencies(app);
  const folder = join(app, 'node_modules', 'certification-gateway');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  return {
    app,
    folder,
    packedBytes: statSync(tarball).size,
    files: readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile()),
    remove: () => rmSync(work, { recursive: true, force: true }),
  };
}

/** Elsewhere: packing builds, and a build takes away what other tests run from dist/. */
function copyOfProject(copy: string): string {
  const leftOut = new Set(['node_modules', 'dist', 'coverage', '.git'].map((name) => join(project, name)));
  cpSync(project, copy, { recursive: true, filter: (path) => !leftOut.has(path.replace(/\/$/, '')) });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function pack(folder: string, destination: string): string {
  // npm is beside Node, and asks no registry.
  const environment = { npm_config_offline: 'true', npm_config_update_notifier: 'false', npm_config_cache: join(destination, 'cache') };
  execFileSync('npm', ['pack', '--pack-destination', destination], { cwd: folder, env: { ...process.env, ...environment }, stdio: 'pipe' });
  const [tarball] = readdirSync(destination).filter((file) => file.endsWith('.tgz'));
  return join(destination, tarball ?? '');
}

/** What production needs, by the lockfile: real copies, as links would lead back to everything that development has. */
function installDependencies(app: string): void {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean; readonly optional?: boolean }>>;
  };
  for (const [path, { dev, devOptional, optional }] of Object.entries(packages)) {
    if (path !== '' && !dev && !devOptional && !optional) cpSync(join(project, path), join(app, path), { recursive: true });
  }
}
