import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { startUpstream } from '../../src/sandbox/upstream.js';
import { startNode, type ProcessOptions, type RunningProcess } from '../support/process.js';
import { installPackage, type Installed } from './installed.js';

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}

let installed: Installed;
let manifest: Manifest;
beforeAll(() => {
  installed = installPackage();
  manifest = JSON.parse(textOf('package.json')) as Manifest;
}, 240_000);
afterAll(() => installed.remove());

const textOf = (file: string) => readFileSync(join(installed.folder, file), 'utf8');

/** What `npx certification-gateway …` runs, in the folder of somebody who has installed it. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}, options: ProcessOptions = {}): RunningProcess {
  const bin = join(installed.folder, manifest.bin['certification-gateway'] ?? '');
  return startNode([bin, ...args], environment, { cwd: installed.app, ...options });
}

test('holds what is needed, and nothing else', () => {
  expect(readdirSync(installed.folder).toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'dist', 'docs', 'examples', 'package.json', 'schema']);
  const kindsIn = (folder: string) => [...new Set(installed.files.filter((file) => file.startsWith(`${folder}/`)).map((file) => extname(file)))].toSorted();
  expect(kindsIn('schema')).toEqual(['.graphql']);
  expect(kindsIn('examples')).toEqual(['.graphql']);
  expect(kindsIn('docs')).toEqual(['.md']);
  expect(kindsIn('dist')).toEqual(['.css', '.graphql', '.html', '.js', '.json', '.svg', '.ttf', '.woff', '.woff2']);
  // Code is compiled from src/, and the page is bundled.
  const rooms = readdirSync(join(installed.folder, 'dist'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const source = readdirSync(new URL('../../src/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).toSorted()).toEqual([...source.map(({ name }) => name), 'graphiql'].toSorted());
});

test('is no larger than it has to be', () => {
  expect(installed.packedBytes).toBeLessThan(2.5 * 2 ** 20);
});

test('nothing that only development has is there to be imported', () => {
  for (const name of ['tsx', 'pino-pretty', 'jest', 'typescript']) expect(existsSync(join(installed.app, 'node_modules', name))).toBe(false);
});

test('--version and --help say what it is', async () => {
  const version = run(['--version']);
  expect([await version.exitCode, version.output()]).toEqual([0, `${manifest.version}\n`]);
  const help = run(['--help']);
  expect(await help.exitCode).toBe(0);
  for (const name of ['start', 'sandbox', 'sdl', 'doctor']) expect(help.output()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
});

test.each([[[]], [['serve']], [['constructor']], [['start', 'serve']], [['sdl', '--serve']]])('%j is refused, and what is allowed is said', async (args) => {
  const refused = run(args);
  expect(await refused.exitCode).toBe(2);
  expect(refused.output()).toMatch(/^certification-gateway: .+\n$/);
  // It may have been a token.
  expect(refused.output()).not.toMatch(/serve|constructor/);
});

test('start refuses without its one setting, and says where all of them are', async () => {
  const refused = run(['start']);
  expect(await refused.exitCode).toBe(1);
  expect(refused.output()).toContain('SAILPOINT_API_URL is not set');
  const [, document = ''] = /All settings: (\S+)/.exec(refused.output()) ?? [];
  expect(installed.files).toContain(document);
});

test('start runs, and stops when it is told to', async () => {
  const gateway = run(['start'], { SAILPOINT_API_URL: 'http://127.0.0.1:9/v2025', PORT: '0', NODE_ENV: 'development' });
  const origin = await gateway.waitFor(/ready at (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  gateway.kill('SIGTERM');
  expect(await gateway.exitCode).toBe(0);
});

test('sandbox answers a persona’s query, serves GraphiQL, and stops when it is told to', async () => {
  const sandbox = run(['sandbox'], { PORT: '0', SANDBOX_API: 'v2025' });
  const origin = await sandbox.waitFor(/(http:\/\/\S+)\/graphiql\n/);
  const token = await sandbox.waitFor(/reviewer \([^\n]*\n {2}(\S+)/);
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ certifications(reviewerId: "me", first: 1) { nodes { name } } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { certifications: { nodes: [{ name: expect.any(String) }] } } });
  const page = await fetch(`${origin}/graphiql`);
  const [, script = ''] = /src="([^"]+)"/.exec(await page.text()) ?? [];
  expect((await fetch(origin + script)).headers.get('content-type')).toContain('javascript');
  sandbox.kill('SIGINT');
  expect(await sandbox.exitCode).toBe(0);
});

test('sdl prints the schema that the package exports; --subgraph, what routers are told', async () => {
  const sdl = run(['sdl']);
  expect(await sdl.exitCode).toBe(0);
  expect(sdl.output()).toBe(textOf('dist/schema.graphql'));
  expect(buildSchema(sdl.output()).getQueryType()?.getFields()).toHaveProperty('certifications');
  const subgraph = run(['sdl', '--subgraph']);
  expect(await subgraph.exitCode).toBe(0);
  expect(parse(subgraph.output()).definitions.length).toBeGreaterThan(10);
  expect(subgraph.output()).toContain('@key(fields: "id")');
});

test('hands out the schema and the possible types, and is itself nothing to import', async () => {
  const script = `
    console.log(import.meta.resolve('certification-gateway/schema.graphql'), import.meta.resolve('certification-gateway/possible-types.json'));
    await import('certification-gateway');`;
  const importing = startNode(['--input-type=module', '--eval', script], {}, { cwd: installed.app });
  expect(await importing.exitCode).toBe(1);
  expect(importing.output()).toMatch(/certification-gateway\/dist\/schema\.graphql .*certification-gateway\/dist\/possible-types\.json\n/);
  expect(importing.output()).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('doctor reads a token from its standard input', async () => {
  const upstream = await startUpstream();
  try {
    const doctor = run(['doctor', '--url', upstream.origin, '--token-stdin'], {}, { input: `${upstream.persona('reviewer').token}\n` });
    expect(await doctor.exitCode).toBe(0);
    expect(doctor.output()).toContain('**Use v2025**');
  } finally {
    await upstream.stop();
  }
});
