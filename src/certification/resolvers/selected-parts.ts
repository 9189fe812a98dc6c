import type { GraphQLResolveInfo } from 'graphql';
import type { SelectedParts } from '../../graphql/pagination.js';
import { Selection } from '../../graphql/selection.js';
import type { SelectedCertificationParts } from '../data-source.js';

/** Which parts of the connection being resolved the operation selects. */
export function selectedParts(info: GraphQLResolveInfo): SelectedParts {
  return partsOf(Selection.below(info));
}

export function selectedCertificationParts(info: GraphQLResolveInfo): SelectedCertificationParts {
  const selection = Selection.below(info);
  return { ...partsOf(selection), summary: selection.has('summary') };
}

function partsOf(selection: Selection): SelectedParts {
  return {
    rows: selection.has('nodes') || selection.has('edges') || selection.has('pageInfo'),
    hasNextPage: selection.hasBelow('pageInfo', 'hasNextPage'),
    totalCount: selection.has('totalCount'),
  };
}
