import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, isInputObjectType, Kind, parse, type GraphQLField } from 'graphql';
import { possibleTypesOf, printClientSchema } from '../../src/graphql/printed-schema.js';
import { gatewaySchema } from '../../src/server/gateway-schema.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { startNode } from '../support/process.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const schema = gatewaySchema();

let copy: string;
let gateway: TestGateway;
beforeAll(async () => {
  copy = copyOfExample();
  gateway = await startTestGateway();
  await runTool('@graphql-codegen/cli/esm/bin.js', ['--config', 'codegen.yml']);
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  rmSync(copy, { recursive: true, force: true });
});

/** Elsewhere, beside what the build writes: dist/ may be another test's. */
function copyOfExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'typed-client-'));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true, filter: (path) => basename(path) !== 'generated' });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(modules, join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/schema.graphql'), printClientSchema(schema));
  writeFileSync(join(folder, 'dist/possible-types.json'), JSON.stringify(possibleTypesOf(schema)));
  return folder;
}

/** What a tool has written, if it ends well. */
async function runTool(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const tool = startNode([join(modules, script), ...args], environment, { cwd: join(copy, 'examples/typed-client') });
  expect([await tool.exitCode, tool.output()]).toEqual([0, expect.any(String)]);
  return tool.output();
}

test('every screen gets a typed document, and both clients compile with them', async () => {
  const generated = readFileSync(join(copy, 'examples/typed-client/generated/operations.ts'), 'utf8');
  for (const file of readdirSync(join(copy, 'examples')).filter((name) => name.endsWith('.graphql'))) {
    expect(generated).toContain(`export const ${basename(file, '.graphql')}Document = `);
  }
  // The types are the schema's: of what it does not have, each use is an error.
  const wrong = "import type { ReviewerInboxQuery } from './generated/operations.js';\n\n// @ts-expect-error -- no such field\nexport type Wrong = ReviewerInboxQuery['certificates'];\n";
  writeFileSync(join(copy, 'examples/typed-client/wrong.ts'), wrong);
  await runTool('typescript/bin/tsc', []);
}, 120_000);

test.each(['apollo', 'urql'])('a typed query with %s is answered', async (client) => {
  const environment = { GATEWAY_URL: `${gateway.origin}/graphql`, GATEWAY_TOKEN: gateway.upstream.persona('reviewer').token };
  const output = await runTool('tsx/dist/cli.mjs', [`${client}.ts`], environment);
  expect(output).toMatch(/^49 open certifications\n(- .+: \d+ of \d+\n){3}$/);
});

test('the schema for clients has every field that clients can ask for, and nothing for routers only', () => {
  const text = printClientSchema(schema);
  const forClients = buildSchema(text);
  const fieldsOf = (fields: Readonly<Record<string, GraphQLField<unknown, unknown>>> | undefined) => Object.keys(fields ?? {}).toSorted();
  for (const root of ['Query', 'Mutation', 'Subscription'] as const) {
    const all = fieldsOf(schema[`get${root}Type`]()?.getFields());
    expect(fieldsOf(forClients[`get${root}Type`]()?.getFields())).toEqual(all.filter((name) => !name.startsWith('_')));
  }
  expect(text).not.toMatch(/@(?:key|shareable|tag|link)\b|_Any|_Entity|_Service|FieldSet|federation__|link__/);
  const leftOver: readonly string[] = [Kind.DIRECTIVE_DEFINITION, Kind.SCHEMA_EXTENSION];
  expect(parse(text).definitions.filter(({ kind }) => leftOver.includes(kind))).toEqual([]);
});

test('the schema for clients keeps descriptions, deprecations and @oneOf', () => {
  const forClients = buildSchema(printClientSchema(schema));
  const filter = forClients.getType('IgaTextFilter');
  expect(isInputObjectType(filter) && filter.isOneOf).toBe(true);
  expect(forClients.getQueryType()?.getFields()['certifications']?.description).toBe(schema.getQueryType()?.getFields()['certifications']?.description);
  expect(printClientSchema(schema)).toContain('@deprecated(reason: ');
});

test('the possible types are those of every interface and union, but for routers’ own', () => {
  const possibleTypes = possibleTypesOf(schema);
  expect(possibleTypes).toMatchObject({ CertificationTaskTarget: ['Certification', 'CertificationCampaign'] });
  expect(possibleTypes['IgaUserError']).toContain('IgaNotPermittedError');
  expect(possibleTypes).not.toHaveProperty('_Entity');
});
