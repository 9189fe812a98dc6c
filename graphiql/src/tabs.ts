import examples from 'virtual:examples';
import type { PageConfig } from './config.js';
import { SCREENS } from './screens.js';

export interface ScreenTab {
  query: string;
  variables: string;
}

/** One tab for each screen. The running sandbox's variables go before those that lie beside the example. */
export function createTabs(samples: PageConfig['variables']): ScreenTab[] {
  return SCREENS.flatMap((name) => {
    const example = examples[name];
    if (!example) return [];
    const variables = { ...example.variables, ...samples[name] };
    const isEmpty = Object.keys(variables).length === 0;
    return [{ query: example.query.trimEnd(), variables: isEmpty ? '' : JSON.stringify(variables, null, 2) }];
  });
}
