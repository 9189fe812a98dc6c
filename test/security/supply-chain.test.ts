import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as unknown;
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, LockedPackage>> };

test('every package is locked to one version and the SHA-512 of its content, from the registry', () => {
  const loose = Object.entries(packages).filter(
    ([path, { version, integrity, resolved, link }]) =>
      path !== '' && (version === undefined || !integrity?.startsWith('sha512-') || resolved !== undefined || link === true),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(500);
});

test('no dependency comes from a repository, an address or a folder', () => {
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })) {
    expect([name, range]).toEqual([name, expect.stringMatching(/^\^\d+\.\d+\.\d+$/)]);
  }
});

test('nothing of the project runs by being installed, and of its dependencies those that are named', () => {
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare', 'prestart', 'poststart']) expect(manifest.scripts).not.toHaveProperty(hook);
  const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
  // Builders and test runners: no dependency of production is among them.
  expect(allowed.map(([name]) => name)).toEqual(['esbuild', 'unrs-resolver']);
});
