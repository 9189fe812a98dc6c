import type { QueryIgaIdentitiesArgs } from '../generated/types.js';
import { costOf, readForParent, type Costs, type FieldCost } from '../graphql/estimate/cost.js';
import { batchLoader, type Loader } from '../graphql/estimate/loader.js';

/** Looked up behind all other calls. */
const names: Loader = { ...batchLoader('names'), isLast: true };

/** The lookup names the manager. */
const managerTells = new Set(['name']);
const lookup: FieldCost = (use) => readForParent(use, names);

/** The same where names are not looked up (IDENTITY_LOOKUP). */
export const identityCostsWithoutLookup: Costs = {
  'Query.igaIdentities': costOf<QueryIgaIdentitiesArgs>(({ args }) => ({ reads: [], size: args.ids.length })),
};

/** What the fields of identities cost, by their names in the schema: a lookup where the name is not at hand. */
export const identityCosts: Costs = {
  ...identityCostsWithoutLookup,
  'Identity.alias': lookup,
  'Identity.email': lookup,
  'Identity.manager': (use) => ({ ...lookup(use), tells: managerTells }),
  'Identity.name': lookup,
  'Identity.status': lookup,
};
