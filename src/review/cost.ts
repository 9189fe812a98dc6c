import type { CertificationItemArgs } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import {
  costOf,
  listOf,
  pageOf,
  readFor,
  referenceCost,
  telling,
  type Cost,
  type Costs,
  type FieldCost,
  type FieldUse,
  type Read,
} from '../graphql/estimate/cost.js';
import { listLoader, partsLoader, singleLoader, type Loader } from '../graphql/estimate/loader.js';
import type { PageArguments } from '../graphql/pagination.js';
import { selectedParts } from '../graphql/selected-parts.js';
import { Selection } from '../graphql/selection.js';
import { checkServed, readItemFields } from './data-source.js';

const decisionSummaries = listLoader('decision summaries');
const permissionLists = listLoader('permissions');
/** Of certifications that the upstream refuses to show. */
const refused = singleLoader('refused certifications');

// What access comes with, at the most that is usual: so much that a page of 250 items, read to the ground, is within
// the limit of rows.
const entitlementsOfAccessProfile = 10;
const partsOfRole = 5;
const entitlementsOfItem = 20;
const dataCategories = 2;

/** Whoever owns access is named with it; not everybody has an e-mail address. */
const owner = telling('name');

/** What the fields of reviews cost, by their names in the schema. */
export const reviewCosts: Costs = {
  'AccessReviewAccessProfile.entitlements': listOf(entitlementsOfAccessProfile),
  'AccessReviewAccessProfile.owner': owner,
  'AccessReviewDataAccess.categories': listOf(dataCategories),
  'AccessReviewEntitlement.owner': owner,
  'AccessReviewItem.certification': certificationOfItem,
  'AccessReviewItem.entitlements': listOf(entitlementsOfItem),
  'AccessReviewItem.permissions': costOf<PageArguments>((use) => pageOf(use, permissionLists, selectedParts(use.info))),
  'AccessReviewOtherAccess.owner': owner,
  'AccessReviewRole.accessProfiles': listOf(partsOfRole),
  'AccessReviewRole.entitlements': listOf(partsOfRole),
  'AccessReviewRole.owner': owner,
  'Certification.accessSummaries': list(listLoader('access summaries')),
  'Certification.decisionSummary': (use) => explained(use, readFor(use, decisionSummaries)),
  'Certification.identitySummaries': list(listLoader('identity summaries')),
  'Certification.item': costOf(item),
  'Certification.items': list(listLoader('items')),
  'CertificationIdentitySummary.identity': telling('name'),
};

function list(loader: Loader): FieldCost {
  return costOf<PageArguments>((use) => explained(use, pageOf(use, loader, selectedParts(use.info))));
}

function item(use: FieldUse<CertificationItemArgs>): Cost {
  checkedId('id', use.args.id);
  if (!Selection.below(use.info).hasAny(readItemFields)) return { reads: [] };
  const { parents } = use;
  return explained(use, readFor(use, partsLoader(`items of ${parents.name}`, parents.count)));
}

/** With a read of the certification where it has not been read: a refusal is explained by who reviews it. */
function explained({ generation, parents }: FieldUse, cost: Cost): Cost {
  checkServed(generation);
  if (cost.reads.length === 0 || parents.tells.has('isRead')) return cost;
  const explanation: Read = { loader: refused, key: parents.name, count: parents.count };
  return { ...cost, reads: [...cost.reads, explanation] };
}

/** Back to the certification that the item is of. */
function certificationOfItem(use: FieldUse): Cost {
  const above = aboveItem(use);
  return referenceCost(above === null ? use : { ...use, name: above.name, count: above.count, tells: above.tells });
}

/** Of a page's item, what the page is of; otherwise what the item was named from. */
function aboveItem({ parents: { name, parents } }: FieldUse) {
  // An edge leads to the same objects as its node.
  const above = parents?.name === name ? parents.parents : parents;
  return above === null || above === undefined || above.pageSize === null ? (above ?? null) : above.parents;
}
