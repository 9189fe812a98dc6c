import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildASTSchema, parse } from 'graphql';

/** A directive whose use on something that was there breaks others: a subgraph that relies on it, or a contract. */
const breakingUses: Readonly<Record<string, readonly ('ADDED' | 'REMOVED')[]>> = {
  key: ['REMOVED'],
  shareable: ['REMOVED'],
  tag: ['ADDED', 'REMOVED'],
  inaccessible: ['ADDED'],
};

/** What breaks clients or other subgraphs: `Certification.name`, `Certification.@key`. */
export async function breakingChanges(before: string, after: string): Promise<string[]> {
  const [old, present] = [before, after].map((sdl) => buildASTSchema(parse(sdl), { assumeValidSDL: true }));
  if (old === undefined || present === undefined) throw new TypeError('unreachable: there are two');
  const changes = (await diff(old, present)).filter(isBreaking);
  return [...new Set(changes.map(({ path, message }) => path ?? message))];
}

/** Those that the changelog does not name in backticks below "Breaking" of the part that is not released. */
export function unannounced(changes: readonly string[], changelog: string): string[] {
  const [, unreleased = ''] = /^## \[Unreleased\]\n([^]*?)(?=^## |$(?![^]))/m.exec(changelog) ?? [];
  const [, breaking = ''] = /^### Breaking\n([^]*?)(?=^### |$(?![^]))/m.exec(unreleased) ?? [];
  return changes.filter((change) => !breaking.includes(`\`${change}\``));
}

function isBreaking({ criticality, type, path = '' }: Change): boolean {
  if (criticality.level === CriticalityLevel.Breaking) return true;
  const [, directive = '', argument] = /\.@(\w+)(\.\w+)?$/.exec(path) ?? [];
  const uses = breakingUses[directive];
  // What comes with a type or field that is new is no change of anything.
  if (uses === undefined || criticality.level === CriticalityLevel.NonBreaking) return false;
  return argument !== undefined || uses.some((use) => type.endsWith(use));
}
