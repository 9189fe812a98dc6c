import type { SelectedParts } from './pagination.js';
import { Selection, type SelectionInfo } from './selection.js';

/** Which parts of the connection being resolved the operation selects. */
export function selectedParts(info: SelectionInfo): SelectedParts {
  return partsOf(Selection.below(info));
}

export function partsOf(selection: Selection): SelectedParts {
  return {
    rows:
      selection.has('nodes') ||
      selection.has('edges') ||
      selection.hasBelow('pageInfo', 'startCursor') ||
      selection.hasBelow('pageInfo', 'endCursor'),
    hasNextPage: selection.hasBelow('pageInfo', 'hasNextPage'),
    totalCount: selection.has('totalCount'),
  };
}
