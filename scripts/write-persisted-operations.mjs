// Writes the manifest for PERSISTED_OPERATIONS_MANIFEST from a folder of .graphql files: each operation with the
// fragments that it uses, wherever in the folder they are defined. docs/persisted-operations.md says how it is used.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, print, validate, visit } from 'graphql';

const schemaFolder = new URL('../schema/', import.meta.url);

function readSchema() {
  const files = readdirSync(schemaFolder).filter((file) => file.endsWith('.graphql'));
  return buildSubgraphSchema(files.map((file) => ({ typeDefs: parse(readFileSync(new URL(file, schemaFolder), 'utf8')) })));
}

/** Every definition of the folder, with the file that it is from. */
function readDefinitions(folder, problems) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.graphql'));
  return files.toSorted().flatMap((file) => {
    try {
      return parse(readFileSync(join(folder, file), 'utf8')).definitions.map((node) => ({ file, node }));
    } catch (error) {
      problems.push(`${file}: ${error.message}`);
      return [];
    }
  });
}

/** By name; anonymous ones and names that are taken are problems. */
function byName(definitions, kind, word, problems) {
  const named = new Map();
  for (const { file, node } of definitions.filter(({ node }) => node.kind === kind)) {
    const name = node.name?.value;
    const taken = named.get(name);
    if (name === undefined) problems.push(`${file}: an operation has no name`);
    else if (taken !== undefined) problems.push(`${file}: the ${word} ${name} is also in ${taken.file}`);
    else named.set(name, { file, node });
  }
  return named;
}

/** The names of all fragments that a definition uses, at any depth. Unknown ones are left to validation. */
function fragmentsOf(node, fragments, found = new Set()) {
  visit(node, {
    FragmentSpread({ name: { value: name } }) {
      if (found.has(name) || !fragments.has(name)) return;
      found.add(name);
      fragmentsOf(fragments.get(name).node, fragments, found);
    },
  });
  return found;
}

/**
 * Clients with a cache by type and id ask for the type of every object below the root; they send no text here, so it
 * has to be in the manifest's.
 */
function withTypeNames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isThere = node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
      if (parent?.kind === Kind.OPERATION_DEFINITION || isThere) return undefined;
      return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
    },
  });
}

function manifestOf(folder, problems) {
  const schema = readSchema();
  const definitions = readDefinitions(folder, problems);
  const fragments = byName(definitions, Kind.FRAGMENT_DEFINITION, 'fragment', problems);
  const operations = byName(definitions, Kind.OPERATION_DEFINITION, 'operation', problems);
  const rows = [...operations].map(([name, { file, node }]) => {
    const used = [...fragmentsOf(node, fragments)].toSorted().map((fragment) => fragments.get(fragment).node);
    const document = withTypeNames({ kind: Kind.DOCUMENT, definitions: [node, ...used] });
    problems.push(...validate(schema, document).map((error) => `${file}: ${name}: ${error.message}`));
    const body = print(document);
    return { id: createHash('sha256').update(body).digest('hex'), name, type: node.operation, body };
  });
  if (rows.length === 0) problems.push(`${folder}: there are no operations in .graphql files`);
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const [folder, output = 'persisted-query-manifest.json', ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  console.error('Usage: npm run persisted-operations -- <folder of .graphql files> [<output file>]');
  process.exit(1);
}
const problems = [];
const manifest = manifestOf(folder, problems);
if (problems.length > 0) {
  console.error(`No manifest was written:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  process.exit(1);
}
writeFileSync(output, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${output}: ${manifest.operations.length} operations`);
