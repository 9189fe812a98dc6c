import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { limitTable } from '../../src/server/limits/limits.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const repeated = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const change = 'updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } }';
const from = (depth: number): string => (depth === 0 ? 'id' : `reassignment { from { ${from(depth - 1)} } }`);

/** Fragments that spread the next one twice: few characters, 2^60 fields. */
const bomb = `{ ...F0 } ${repeated(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Query { __typename }`;

describe('a document', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test.each([
    ['of too many tokens', `{ ${repeated(10_001, () => '__typename')} }`, 'tokens', 10_000, 10_001],
    ['of brackets inside brackets', `{ a ${'{ a '.repeat(5000)}`, 'nesting', 60, 61],
    ['of lists inside lists', `{ a(b: ${'['.repeat(3000)} }`, 'nesting', 60, 61],
    ['too deep', `{ certification(id: "a") { ${from(7)} } }`, 'depth', 15, 16],
    ['too deep by its fragments', `{ certification(id: "a") { ...F } } fragment F on Certification { ${from(7)} }`, 'depth', 15, 16],
    ['of too many aliases', `{ ${repeated(51, (i) => `a${i}: __typename`)} }`, 'aliases', 50, 51],
    ['of aliases in a fragment that is used again and again', `{ ${repeated(11, () => '...F')} } fragment F on Query { ${repeated(5, (i) => `a${i}: __typename`)} }`, 'aliases', 50, 55],
    ['of fragments that double', bomb, 'fields', 2000, 2 ** 60],
    ['of too many repeated fields', `{ ${repeated(102, () => '__typename')} }`, 'repeats', 100, 101],
    ['of too many directives at one place', `{ __typename ${repeated(6, () => '@include(if: true)')} }`, 'directivesEach', 5, 6],
    ['of too many directives', `{ ${repeated(21, (index) => `t${index}: __typename ${repeated(5, () => '@include(if: true)')}`)} }`, 'directives', 100, 105],
    ['of too many changes', `mutation { ${repeated(11, (i) => `m${i}: ${change}`)} }`, 'mutationFields', 10, 11],
    ['of too many changes in fragments', `mutation { ...F ...F } fragment F on Mutation { ${repeated(6, (i) => `m${i}: ${change}`)} }`, 'mutationFields', 10, 12],
  ])('%s is refused before it is executed, and told why', async (_what, query, measure, limit, actual) => {
    const answer = await gateway.ask(query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([{ message: expect.stringContaining(`${limit} are allowed`), extensions: { code: 'COST_LIMIT_EXCEEDED', measure, limit, actual } }]);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('in the address is limited as well', async () => {
    const query = `{ ${repeated(51, (i) => `a${i}: __typename`)} }`;
    const response = await fetch(`${gateway.origin}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${gateway.upstream.persona('reviewer').token}` },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED', measure: 'aliases' } }] });
  });

  test('in the address is limited wherever it stands there', async () => {
    const query = encodeURIComponent(`{ ${repeated(51, (i) => `a${i}: __typename`)} }`);
    for (const address of [`${'a&'.repeat(1500)}query=${query}`, `%71uery=${query}`, `query=${query}&query=%7B__typename%7D`]) {
      const response = await fetch(`${gateway.origin}/graphql?${address}`, {
        headers: { authorization: `Bearer ${gateway.upstream.persona('reviewer').token}` },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).not.toHaveProperty('data');
    }
  });

  test.each([
    ['introspection', getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true, schemaDescription: true, specifiedByUrl: true })],
    ['50 aliases', `{ ${repeated(50, (i) => `a${i}: __typename`)} }`],
  ])('within the limits passes: %s', async (_what, query) => {
    expect((await gateway.ask(query)).errors).toBeUndefined();
    expect((await gateway.ask(query)).errors).toBeUndefined();
  });

  test('whose fragments go in a circle, or that does not parse, is told so', async () => {
    const circle = await gateway.ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
    expect(circle.errors?.[0]).toMatchObject({ message: expect.stringContaining('Cannot spread fragment'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    for (const query of ['{', '{ a(b: "', '}', '{ a(b: \\u0000) }', '\u0000', '{ ...Nowhere }']) {
      const broken = await gateway.ask(query);
      expect(broken.status).toBe(200);
      expect(broken.errors?.[0]?.extensions.code).toMatch(/GRAPHQL_(PARSE|VALIDATION)_FAILED/);
    }
  });
});

const nestedLists = `{ certification(id: "a") { name } a(b: ${'['.repeat(9)}${']'.repeat(9)}) { c } }`;
const query = (fields: number) => `{ certification(id: "a") { ${repeated(fields, () => 'id')} } }`;
/** So that it is not the repeats. */
const manyRepeats = { repeats: 100_000 };

test.each([
  ['tokens', 100, query(93), 101],
  ['nesting', 10, nestedLists, 11],
  ['depth', 3, '{ certification(id: "a") { reviewers { nodes { id } } } }', 4],
  ['aliases', 1, '{ a: __typename b: __typename }', 2],
  ['fields', 10, query(10), 11],
  ['repeats', 0, query(2), 1],
  ['directivesEach', 1, '{ __typename @skip(if: true) @include(if: true) }', 2],
  ['directives', 1, '{ __typename @skip(if: true) ...F @skip(if: true) } fragment F on Query { __typename }', 2],
  ['mutationFields', 1, `mutation { a: ${change} b: ${change} }`, 2],
] as const)('the limit of %s can be set', async (measure, limit, text, actual) => {
  const gateway = await startTestGateway({ limits: { ...(measure === 'repeats' ? {} : manyRepeats), [measure]: limit } });
  const answer = await gateway.ask(text);
  const { least } = limitTable[measure];
  await gateway.stop();
  expect(limit).toBe(least);
  expect(answer.status).toBe(400);
  expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'COST_LIMIT_EXCEEDED', measure, limit, actual }]);
});

test('the limit of a body can be set', async () => {
  const gateway = await startTestGateway({ limits: { bodyBytes: 2000 } });
  const within = await gateway.ask('{ __typename }', { text: 'a'.repeat(1900) });
  const beyond = await gateway.ask('{ __typename }', { text: 'a'.repeat(2000) });
  await gateway.stop();
  expect(within.errors).toBeUndefined();
  expect(beyond.status).toBe(413);
  expect(beyond.errors).toEqual([{ message: 'The body has more than 2000 bytes.', extensions: { code: 'BAD_USER_INPUT', measure: 'bodyBytes', limit: 2000 } }]);
});

test('the limit of headers can be set', async () => {
  const gateway = await startTestGateway({ limits: { headerBytes: 5000 } });
  const within = await gateway.ask('{ __typename }', {}, { headers: { 'x-long': 'a'.repeat(3000) } });
  const beyond = await gateway.ask('{ __typename }', {}, { headers: { 'x-long': 'a'.repeat(5000) } });
  await gateway.stop();
  expect(within.errors).toBeUndefined();
  expect(beyond.status).toBe(431);
  expect(beyond.errors).toEqual([{ message: 'The headers have more than 5000 bytes.', extensions: { code: 'BAD_USER_INPUT', measure: 'headerBytes', limit: 5000 } }]);
});
