import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { ConfigError, readConfig } from '../../src/config.js';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { gatewaySchema } from '../../src/server/gateway-schema.js';
import { defaultLimits } from '../../src/server/limits/limits.js';
import { readManifest } from '../../src/server/persisted-operations/manifest.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { startProcess } from '../support/process.js';
import { writeManifest, type Manifest } from '../support/manifest.js';
import { askedScreens, followedScreens, textOf } from '../support/screens.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'persisted-operations-'));

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(folder, 'file-')), 'manifest.json');
  writeFileSync(path, text);
  return path;
}

/** A folder with these files in it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(folder, 'folder-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

async function manifestOf(path: string): Promise<Manifest> {
  const output = join(mkdtempSync(join(folder, 'written-')), 'manifest.json');
  const { code, output: said } = await writeManifest(path, output);
  if (code !== 0) throw new Error(said);
  return { path: output, ...(JSON.parse(readFileSync(output, 'utf8')) as Omit<Manifest, 'path'>) };
}

let screens: Manifest;
beforeAll(async () => {
  screens = await manifestOf(examples);
});
const idOf = (name: string) => screens.operations.find((operation) => operation.name === name)?.id ?? 'none';
const operationsOf = (path: string) => readManifest(path, { schema: gatewaySchema(), limits: defaultLimits, isIntrospectionOn: false });

describe('PERSISTED_OPERATIONS=require', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ settings: { persistedOperations: operationsOf(screens.path) } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  async function send(request: { body?: object; search?: Record<string, string> }) {
    const search = new URLSearchParams(request.search ?? {});
    const response = await fetch(`${gateway.origin}/graphql${search.size === 0 ? '' : `?${search.toString()}`}`, {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.upstream.persona('reviewer').token}` },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: { message: string; extensions: object }[] }) };
  }

  const apollo = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const asTexts = (parameters: object) => Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));

  test.each([
    ['as Apollo’s clients do', () => apollo(idOf('MyCampaigns'))],
    ['as the draft of GraphQL over HTTP does', () => ({ documentId: `sha256:${idOf('MyCampaigns')}` })],
    ['as the draft does without a hash', () => ({ documentId: idOf('MyCampaigns') })],
  ])('answers an operation that is named %s, by POST and by GET', async (_how, parameters) => {
    for (const request of [{ body: parameters() }, { search: asTexts(parameters()) }]) {
      const answer = await send(request);
      expect(answer).toMatchObject({ status: 200, data: { certifications: expect.anything() } });
    }
  });

  test.each(['{ __typename }', '', '{', getIntrospectionQuery(), '{ _service { sdl } }'])('refuses a text, whatever it is: %s', async (query) => {
    for (const more of [{}, apollo(idOf('MyCampaigns')), { documentId: idOf('MyCampaigns') }]) {
      for (const request of [{ body: { query, ...more } }, { search: asTexts({ query, ...more }) }]) {
        expect(await send(request)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
      }
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('refuses the text of the manifest itself: what is asked is asked by its id', async () => {
    const { id, body: query } = screens.operations[0] ?? { id: '', body: '' };
    expect(await send({ body: { query, ...apollo(id) } })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
  });

  test('refuses a request that names nothing', async () => {
    for (const body of [{}, { variables: {} }, { extensions: {} }, { operationName: 'MyCampaigns' }]) {
      expect(await send({ body })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
    }
  });

  test('knows no other id, and learns none', async () => {
    const query = '{ __typename }';
    const hash = createHash('sha256').update(query).digest('hex');
    const { errors } = await send({ body: { query, ...apollo(hash) } });
    expect(errors?.[0]?.message).toContain('is not in the manifest');
    for (const id of [hash, '__proto__', 'constructor', '', 'MyCampaigns', `sha256:${idOf('MyCampaigns')}`]) {
      expect(await send({ body: apollo(id) })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('tells which form an id must have', async () => {
    for (const persistedQuery of [null, 1, 'a', {}, { version: 2, sha256Hash: 'a' }, { version: 1 }, { version: 1, sha256Hash: { toString: 1 } }]) {
      const { status, errors } = await send({ body: { extensions: { persistedQuery } } });
      expect([status, errors?.[0]?.extensions]).toEqual([400, { code: 'BAD_USER_INPUT' }]);
      expect(errors?.[0]?.message).toContain('"version": 1');
    }
  });

  test('no mutation is answered by GET', async () => {
    const { status } = await send({ search: asTexts({ ...apollo(idOf('SetTenantSwitch')), variables: { isEnabled: true } }) });
    expect(status).toBe(405);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('logs the operation’s name as ever', async () => {
    await send({ body: apollo(idOf('MyCampaigns')) });
    expect(gateway.logLines.at(-1)).toContain('"operationName":"MyCampaigns"');
  });
});

describe('all screens by id', () => {
  test.each(askedScreens)('%s takes the calls that its text takes', async (name) => {
    const [byText, byId] = await Promise.all([startTestGateway(), startTestGateway({ settings: { persistedOperations: operationsOf(screens.path) } })]);
    const variables = sampleVariables(byText.upstream.tenant)[name];
    const text = await byText.ask(textOf(name), variables);
    const response = await fetch(`${byId.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${byId.upstream.persona('administrator').token}` },
      body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(name) } } }),
    });
    const answer = (await response.json()) as { data: object; errors?: object[] };
    await Promise.all([byText.stop(), byId.stop()]);
    expect(answer.errors).toBeUndefined();
    expect(Object.keys(answer.data)).toEqual(Object.keys(text.data as object));
    expect(Number(response.headers.get('x-upstream-calls'))).toBe(text.upstreamCalls);
    expect(text.upstreamCalls).toBeGreaterThan(0);
  });
});

describe('the settings', () => {
  const problemsOf = (environment: Record<string, string>): string[] => {
    try {
      readConfig({ SAILPOINT_API_URL: 'https://example.api.identitynow.com/v2025', ...environment });
    } catch (error) {
      if (error instanceof ConfigError) return error.message.split('\n');
      throw error;
    }
    return [];
  };
  const problemsWith = (manifest: unknown) =>
    problemsOf({ PERSISTED_OPERATIONS: 'require', PERSISTED_OPERATIONS_MANIFEST: fileOf(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)) });
  const format = 'apollo-persisted-query-manifest';
  const operation = (more: object = {}) => ({ id: 'a', name: 'A', type: 'query', body: 'query A { certifications { totalCount } }', ...more });

  test('take a manifest, with what else stands in it', () => {
    const operations = [operation({ clientName: null })];
    const path = fileOf(JSON.stringify({ format, version: 1, operations, generatedBy: 'a tool' }));
    const config = readConfig({ SAILPOINT_API_URL: 'https://t.example.com/v2025', PERSISTED_OPERATIONS: 'require', PERSISTED_OPERATIONS_MANIFEST: path });
    expect([...(config.persistedOperations ?? [])]).toEqual([['a', operations[0]?.body]]);
  });

  test('that do not belong together are refused', () => {
    expect(problemsOf({ PERSISTED_OPERATIONS: 'on' })).toEqual(['PERSISTED_OPERATIONS must be off or require']);
    expect(problemsOf({ PERSISTED_OPERATIONS: 'require' })[0]).toContain('PERSISTED_OPERATIONS_MANIFEST is not set');
    expect(problemsOf({ PERSISTED_OPERATIONS_MANIFEST: screens.path })[0]).toContain('has no effect unless PERSISTED_OPERATIONS is require');
    expect(problemsOf({ PERSISTED_OPERATIONS: 'require', PERSISTED_OPERATIONS_MANIFEST: '/no/such/file' })).toEqual([
      'PERSISTED_OPERATIONS_MANIFEST names a file that cannot be read (ENOENT)',
    ]);
  });

  test.each([
    ['{', 'is not JSON'],
    [[], 'must be a JSON object'],
    [{ format: 'x', version: 1, operations: [operation()] }, 'format must be "apollo-persisted-query-manifest"'],
    [{ format, version: 2, operations: [operation()] }, 'version must be 1'],
    [{ format, version: 1 }, 'operations must be a list'],
    [{ format, version: 1, operations: [] }, 'operations is empty'],
    [{ format, version: 1, operations: [operation({ body: 5 })] }, 'operations 0 body must be a text'],
    [{ format, version: 1, operations: [operation({ id: 'a b' })] }, 'operations 0 id must be 1 to 256 visible'],
    [{ format, version: 1, operations: [operation({ id: 'sha256:a' })] }, 'operations 0 id must be 1 to 256 visible'],
    [{ format, version: 1, operations: [operation({ type: 'thing' })] }, 'operations 0 type must be "query"'],
  ])('with %j for a manifest say what is wrong with it', (manifest, says) => {
    expect(problemsWith(manifest)).toEqual([expect.stringContaining(`PERSISTED_OPERATIONS_MANIFEST ${says}`)]);
  });

  test('name each document that a client could not send either, and the other problems with them', () => {
    const deep = `query A { certification(id: "a") { ${'reassignment { from { '.repeat(7)} id ${'} }'.repeat(7)} } }`;
    const operations = [
      operation({ id: '1', body: 'query A { nothing }' }),
      operation({ id: '2', body: 'query A {' }),
      operation({ id: '3', body: deep }),
      operation({ id: '4', name: 'B' }),
      operation({ id: '5', type: 'mutation' }),
      operation({ id: '6', body: 'query A { certifications { totalCount } } query B { __typename }' }),
      operation({ id: '7', body: 'fragment F on Query { __typename }' }),
      operation({ id: '8', body: 'query A { __schema { queryType { name } } }' }),
      operation({ id: '9', body: 'query A { _service { sdl } }' }),
      operation({ id: '1' }),
      operation({ id: 'good' }),
    ];
    const path = fileOf(JSON.stringify({ format, version: 1, operations }));
    const problems = problemsOf({ PORT: 'x', PERSISTED_OPERATIONS: 'require', PERSISTED_OPERATIONS_MANIFEST: path });
    const of = (id: string, name = 'A') => `PERSISTED_OPERATIONS_MANIFEST operation "${name}" (${id}) `;
    expect(problems).toEqual([
      'PORT must be a whole number from 0 to 65535',
      `${of('1')}is not valid: Cannot query field "nothing" on type "Query".`,
      expect.stringContaining(`${of('2')}does not parse: Syntax Error`),
      `${of('3')}has 16 fields below one another; 15 are allowed`,
      `${of('4', 'B')}is not the query that its body holds`,
      `${of('5')}is not the mutation that its body holds`,
      `${of('6')}must hold exactly one operation`,
      `${of('7')}must hold exactly one operation`,
      expect.stringContaining(`${of('8')}is not valid: GraphQL introspection has been disabled`),
      expect.stringContaining(`${of('9')}is not valid: Introspection is off`),
      `${of('1')}has the id of an operation before it`,
    ]);
  });

  test('hold in the process that they start', async () => {
    const gateway = startProcess('src/main.ts', { SAILPOINT_API_URL: 'http://127.0.0.1:9/v2025', PORT: '0', PERSISTED_OPERATIONS: 'require', PERSISTED_OPERATIONS_MANIFEST: screens.path });
    const origin = await gateway.waitFor(/ready at (\S+)\/graphql/);
    const ask = async (body: object) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer a' };
      const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as { errors: { extensions: { code: string } }[] };
    };
    expect(await ask({ query: '{ __typename }' })).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
    expect(await ask({ documentId: idOf('TenantSwitch') })).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
    gateway.kill('SIGTERM');
    expect(await gateway.exitCode).toBe(0);
  });
});

describe('npm run persisted-operations', () => {
  test('writes the operations of a folder, sorted, each under the hash of its text, the same each time', async () => {
    expect(screens).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
    const names = screens.operations.map(({ name }) => name);
    expect(names).toEqual([...askedScreens, ...followedScreens].toSorted());
    for (const { id, body, type, name } of screens.operations) {
      expect(id).toBe(createHash('sha256').update(body).digest('hex'));
      expect(parse(body).definitions[0]).toMatchObject({ operation: type, name: { value: name } });
    }
    const again = await manifestOf(examples);
    expect(readFileSync(again.path, 'utf8')).toBe(readFileSync(screens.path, 'utf8'));
  });

  test('takes fragments from wherever in the folder they are, those that are used and no others', async () => {
    const { operations } = await manifestOf(
      folderOf({
        'queries/A.graphql': 'query A { certification(id: "a") { ...Row } } fragment Mine on Certification { phase }',
        'fragments/row.graphql': 'fragment Row on Certification { id ...Mine reviewer { id } }',
        'unused.graphql': 'fragment Unused on Certification { name }',
      }),
    );
    expect(operations).toHaveLength(1);
    expect(operations[0]?.body.match(/fragment \w+/g)).toEqual(['fragment Mine', 'fragment Row']);
  });

  test('asks for the type of every object below the root, as clients with a cache do', async () => {
    const { operations } = await manifestOf(folderOf({ 'a.graphql': 'query A { certification(id: "a") { id reviewer { __typename id } } }' }));
    expect(operations[0]?.body.match(/__typename/g)).toHaveLength(2);
  });

  test.each([
    ['an operation without a name', { 'a.graphql': '{ __typename }' }, 'a.graphql: an operation has no name'],
    ['two of one name', { 'a.graphql': 'query A { __typename }', 'b.graphql': 'query A { __typename }' }, 'b.graphql: the operation A is also in a.graphql'],
    ['two fragments of one name', { 'a.graphql': 'query A { ...F } fragment F on Query { __typename }', 'b.graphql': 'fragment F on Query { __typename }' }, 'b.graphql: the fragment F is also in a.graphql'],
    ['a field that the schema has not', { 'a.graphql': 'query A { nothing }' }, 'a.graphql: A: Cannot query field "nothing"'],
    ['a fragment that is nowhere', { 'a.graphql': 'query A { ...Nowhere }' }, 'a.graphql: A: Unknown fragment "Nowhere"'],
    ['fragments in a circle', { 'a.graphql': 'query A { ...F } fragment F on Query { ...G } fragment G on Query { ...F }' }, 'Cannot spread fragment'],
    ['what is no GraphQL', { 'a.graphql': 'query {' }, 'a.graphql: Syntax Error'],
    ['nothing in it', {}, 'there are no operations'],
  ])('refuses a folder with %s, and writes nothing', async (_what, files, says) => {
    const output = join(folder, 'never-written.json');
    const written = await writeManifest(folderOf(files), output);
    expect(written.code).toBe(1);
    expect(written.output).toContain('No manifest was written');
    expect(written.output).toContain(says);
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });
});
