// Reads the example operations and holds them to the list in src/screens.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { parse } from 'graphql';

const OPERATION_SUFFIX = '.graphql';
const VARIABLES_SUFFIX = '.variables.json';

/** `{ ReviewerInbox: { query: 'query ReviewerInbox …', variables: {} }, … }`, in the order of the list. */
export async function readExamples(folder, listFile) {
  const names = await readList(listFile);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const problems = findProblems(names, files);
  const examples = {};
  for (const name of names) {
    if (!files.includes(name + OPERATION_SUFFIX)) continue;
    const query = readFileSync(join(folder, name + OPERATION_SUFFIX), 'utf8');
    problems.push(...findOperationProblems(name, query));
    examples[name] = { query, variables: readVariables(join(folder, name + VARIABLES_SUFFIX)) };
  }
  if (problems.length > 0) throw new Error(`The examples and graphiql/src/screens.ts disagree:\n- ${problems.join('\n- ')}`);
  return examples;
}

// Node 20 cannot import TypeScript, so the list passes through esbuild first.
async function readList(listFile) {
  const { code } = await transform(readFileSync(listFile, 'utf8'), { loader: 'ts', format: 'esm' });
  const { SCREENS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return SCREENS;
}

function findProblems(names, files) {
  const having = (suffix) => files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
  const operations = having(OPERATION_SUFFIX);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is listed twice`),
    ...names.filter((name) => !operations.includes(name)).map((name) => `${name} is listed, but there is no examples/${name}.graphql`),
    ...operations.filter((name) => !names.includes(name)).map((name) => `examples/${name}.graphql is not listed`),
    ...having(VARIABLES_SUFFIX)
      .filter((name) => !operations.includes(name))
      .map((name) => `examples/${name}.variables.json has no examples/${name}.graphql`),
  ];
}

// A tab takes its title from the first operation, and Run would ask which one to run if there were two.
function findOperationProblems(name, query) {
  const operations = parse(query).definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return operations.length === 1 && operations[0].name?.value === name
    ? []
    : [`examples/${name}.graphql must hold exactly one operation, named ${name}`];
}

function readVariables(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
