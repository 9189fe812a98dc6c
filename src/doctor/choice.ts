import type { GenerationReport, Recommendation } from './report.js';

/** What speaks for each generation, the best first: docs/connect-a-tenant.md has the same. */
const preferences: readonly (readonly [name: string, words: string])[] = [
  ['v2025', 'the contract of a year does not change any more'],
  ['v2026', 'the contract of a year does not change any more'],
  ['v2024', 'the contract of a year does not change any more; it lacks the work type GENERIC_APPROVALS'],
  ['v1', 'SailPoint’s newest line, each resource with its own version'],
  ['v3', 'it has no work reassignment, and SailPoint’s support for it ends'],
  ['beta', 'its certification operations are deprecated, and SailPoint’s support for it ends'],
];

/** The usable generation of which most operations can be called; of several, the one to prefer. Null when none is usable. */
export function choose(generations: readonly GenerationReport[]): Recommendation | null {
  const ranked = preferences.flatMap(([name, words]) => {
    const generation = generations.find((candidate) => candidate.name === name);
    return generation?.isUsable === true ? [{ name, words, callable: callableOf(generation), asked: askedOf(generation) }] : [];
  });
  const [best] = ranked.toSorted((a, b) => b.callable - a.callable);
  if (best === undefined) return null;
  return {
    generation: best.name,
    path: best.name === 'v1' ? '' : `/${best.name}`,
    why: `${best.callable} of the ${best.asked} operations asked for can be called, on no generation more; ${best.words}`,
  };
}

function callableOf({ operations }: GenerationReport): number {
  return operations.filter(({ outcome }) => outcome === 'ok').length;
}

function askedOf({ operations }: GenerationReport): number {
  return operations.filter(({ outcome }) => outcome !== 'not asked').length;
}
