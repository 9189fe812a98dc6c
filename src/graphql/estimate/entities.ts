import { costOf, referenceCost, referenceTo, type Cost, type Costs, type FieldUse } from './cost.js';

type Representations = readonly unknown[];

/** What every subgraph has: objects of several types, named by their ids. */
export const federationCosts: Costs = { 'Query._entities': costOf(entitiesOf) };

/** Those of one type. Throws as the type's own cost does. */
function entitiesOf(use: FieldUse<{ readonly representations: Representations }>): Cost {
  const ids = idsByType(use.args.representations).get(use.typeName) ?? [];
  const distinct = new Set(ids);
  const [id, ...others] = distinct;
  if (id === undefined) return { reads: [], size: 0 };
  const cost = others.length === 0 ? referenceTo(use, 'representations.id', id) : referenceCost({ ...use, count: distinct.size });
  return { ...cost, size: ids.length };
}

const known = new WeakMap<Representations, ReadonlyMap<string, readonly unknown[]>>();

/** Representations come from other subgraphs and may hold anything. Those of a variable can be many, and are asked for by each type. */
function idsByType(representations: Representations): ReadonlyMap<string, readonly unknown[]> {
  const before = known.get(representations);
  if (before !== undefined) return before;
  const ids = new Map<string, unknown[]>();
  for (const each of representations) {
    if (typeof each !== 'object' || each === null) continue;
    const typeName = String(Reflect.get(each, '__typename'));
    const ofType = ids.get(typeName) ?? [];
    ofType.push(Reflect.get(each, 'id'));
    ids.set(typeName, ofType);
  }
  known.set(representations, ids);
  return ids;
}
