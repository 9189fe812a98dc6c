import examples from 'virtual:examples';
import { readOperations } from './operations.js';
import { SCREENS } from './screens.js';

export interface ScreenTab {
  query: string;
  variables: string;
}

/** One tab for each screen, its variables filled from the sandbox's ids where the operation declares the name. */
export function createTabs(known: Readonly<Record<string, unknown>>): ScreenTab[] {
  return SCREENS.flatMap((name) => {
    const example = examples[name];
    if (!example) return [];
    return [{ query: example.query.trimEnd(), variables: fillVariables(example.query, { ...example.variables, ...known }) }];
  });
}

function fillVariables(query: string, values: Readonly<Record<string, unknown>>): string {
  const filled = declaredNames(query)
    .filter((name) => name in values)
    .map((name) => [name, values[name]]);
  return filled.length > 0 ? JSON.stringify(Object.fromEntries(filled), null, 2) : '';
}

function declaredNames(query: string): string[] {
  return readOperations(query).flatMap(({ variableDefinitions = [] }) =>
    variableDefinitions.map(({ variable }) => variable.name.value),
  );
}
