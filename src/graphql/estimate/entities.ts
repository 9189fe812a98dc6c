import { costOf, referenceCost, referenceTo, type Cost, type Costs, type FieldUse } from './cost.js';

type Representations = readonly unknown[];

interface Named {
  count: number;
  readonly ids: Set<unknown>;
}

/** What every subgraph has: objects of several types, named by their ids. */
export const federationCosts: Costs = { 'Query._entities': costOf(entitiesOf) };

/** Those of one type. Throws as the type's own cost does. */
function entitiesOf(use: FieldUse<{ readonly representations: Representations }>): Cost {
  const named = namedByType(use.args.representations).get(use.typeName);
  if (named === undefined) return { reads: [], size: 0 };
  const [id] = named.ids;
  const isOne = named.ids.size === 1;
  const cost = isOne ? referenceTo(use, 'representations.id', id) : referenceCost({ ...use, count: named.ids.size });
  return { ...cost, size: named.count };
}

const known = new WeakMap<Representations, ReadonlyMap<string, Named>>();

/** Representations come from other subgraphs and may hold anything. A variable can have very many: they are sorted once. */
function namedByType(representations: Representations): ReadonlyMap<string, Named> {
  const before = known.get(representations);
  if (before !== undefined) return before;
  const byType = new Map<string, Named>();
  for (const each of representations) {
    if (typeof each !== 'object' || each === null) continue;
    const typeName = String(Reflect.get(each, '__typename'));
    const named = byType.get(typeName) ?? { count: 0, ids: new Set() };
    byType.set(typeName, named);
    named.count += 1;
    named.ids.add(Reflect.get(each, 'id'));
  }
  known.set(representations, byType);
  return byType;
}
