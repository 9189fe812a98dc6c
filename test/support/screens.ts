import { readdirSync, readFileSync } from 'node:fs';

const examples = new URL('../../examples/', import.meta.url);

/** A screen's operation, as people paste it. */
export function textOf(screen: string): string {
  return readFileSync(new URL(`${screen}.graphql`, examples), 'utf8');
}

const all = readdirSync(examples)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));

/** Those of examples/ that are asked by POST. */
export const askedScreens: readonly string[] = all.filter((screen) => !textOf(screen).startsWith('subscription'));

/** Those that are followed, by a transport of their own. */
export const followedScreens: readonly string[] = all.filter((screen) => !askedScreens.includes(screen));
