import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A thing of the cluster, of any kind. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

const require = createRequire(import.meta.url);
const models = dirname(require.resolve('kubernetes-models/package.json'));
const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

/**
 * What the Kubernetes API would refuse, as far as its schema tells. By its JSON schema, for values, and by its types,
 * for fields that it does not know: the schema lets those pass, and a cluster drops them.
 */
export async function problemsOf(manifests: readonly Manifest[]): Promise<string[]> {
  const problems = await findUnknownFields(manifests);
  // One after the other: jest loads a module that two ask for at once only half.
  for (const manifest of manifests) problems.push(...(await findWrongValues(manifest)));
  return problems;
}

async function findWrongValues(manifest: Manifest): Promise<string[]> {
  const { apiVersion, kind, metadata } = manifest;
  const module = (await import(`kubernetes-models/${apiVersion}/${kind}`)) as Record<string, new (data: Manifest) => { validate(): void }>;
  const Model = module[kind];
  if (Model === undefined) return [`there is no ${kind} in ${apiVersion}`];
  try {
    new Model(manifest).validate();
    return [];
  } catch (error) {
    return [`${kind} ${metadata.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** The compiler refuses a field in a literal that its type does not have. */
async function findUnknownFields(manifests: readonly Manifest[]): Promise<string[]> {
  const lines = manifests.flatMap(({ apiVersion, kind, ...rest }, index) => [
    `import type { I${kind} as Type${index} } from ${JSON.stringify(join(models, apiVersion, `${kind}.js`))};`,
    `export const object${index}: Type${index} = ${JSON.stringify({ apiVersion, kind, ...rest })};`,
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'certification-gateway-manifests-'));
  try {
    const file = join(folder, 'manifests.mts');
    writeFileSync(file, lines.join('\n'));
    const said = await compile(file);
    return said.split('\n').filter((line) => line !== '').map((line) => line.replace(/^.*?: error /, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(file: string): Promise<string> {
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig', file];
  return new Promise((resolve) => execFile(process.execPath, [compiler, ...options], (_error, stdout) => resolve(stdout)));
}
