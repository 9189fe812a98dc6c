import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { servedSdl } from '../../scripts/served-sdl.js';
import { breakingChanges, unannounced } from './schema-changes.js';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const released = read('docs/schema.released.graphql');
const changelog = read('CHANGELOG.md');

test('nothing breaks since the last release that CHANGELOG.md does not name under Unreleased, Breaking', async () => {
  expect(unannounced(await breakingChanges(released, servedSdl()), changelog)).toEqual([]);
});

const before = `
  directive @oneOf on INPUT_OBJECT
  type Query { list(first: Int = 25, filter: Filter): [Row!] switch: Int @tag(name: "admin") }
  type Row @key(fields: "id") { id: ID! name: String @shareable phase: Phase }
  enum Phase { OPEN SIGNED }
  input Filter { eq: String startsWith: String }
`;

test.each([
  ['a field is taken away', ' phase: Phase }', ' }', 'Row.phase'],
  ['a field can be null that could not', 'id: ID! name', 'id: ID name', 'Row.id'],
  ['a value is taken away', 'OPEN SIGNED', 'SIGNED', 'Phase.OPEN'],
  ['an argument has to be given', 'list(', 'list(reviewerId: ID!, ', 'Query.list.reviewerId'],
  ['an input’s field has to be given', 'eq: String', 'eq: String!', 'Filter.eq'],
  ['only one field of an input may be given', 'input Filter {', 'input Filter @oneOf {', 'Filter.@oneOf'],
  ['a type is no entity any more', '@key(fields: "id") ', '', 'Row.@key'],
  ['an entity is named by something else', '@key(fields: "id")', '@key(fields: "name")', 'Row.@key.fields'],
  ['another subgraph may not have a field as well', ' @shareable', '', 'Row.name.@shareable'],
  ['a contract loses a field', 'phase: Phase', 'phase: Phase @tag(name: "admin")', 'Row.phase.@tag'],
  ['a contract gains what was left out of it', 'switch: Int @tag(name: "admin")', 'switch: Int', 'Query.switch.@tag'],
])('breaking: %s', async (_what, from, to, path) => {
  expect(before).toContain(from);
  const changes = await breakingChanges(before, before.replace(from, to));
  expect(changes).toEqual([path]);
  const named = `# Changelog\n\n## [Unreleased]\n\n### Breaking\n\n- \`${path}\`: use something else.\n\n## [0.1.0]\n`;
  expect(unannounced(changes, named)).toEqual([]);
  expect(unannounced(changes, named.replace('Breaking', 'Added'))).toEqual([path]);
  // A release closes the list: what it has announced says nothing of what follows.
  expect(unannounced(changes, named.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.2.0]\n'))).toEqual([path]);
});

test.each([
  ['a field', 'phase: Phase }', 'phase: Phase dueAt: String }'],
  ['an entity', 'enum Phase', 'type Task @key(fields: "id") { id: ID! @tag(name: "admin") } enum Phase'],
  ['a value: clients have to bear new ones', 'OPEN SIGNED', 'OPEN SIGNED STAGED'],
  ['an argument that may be left out', 'list(', 'list(reviewerId: ID, '],
  ['a field that other subgraphs may have now', 'phase: Phase }', 'phase: Phase @shareable }'],
  ['a deprecation', 'phase: Phase }', 'phase: Phase @deprecated(reason: "Use status.") }'],
])('not breaking: %s', async (_what, from, to) => {
  expect(before).toContain(from);
  expect(await breakingChanges(before, before.replace(from, to))).toEqual([]);
});
