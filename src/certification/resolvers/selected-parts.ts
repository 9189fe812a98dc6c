import type { GraphQLResolveInfo } from 'graphql';
import { partsOf } from '../../graphql/selected-parts.js';
import { Selection } from '../../graphql/selection.js';
import type { SelectedCertificationParts } from '../data-source.js';

export function selectedCertificationParts(info: GraphQLResolveInfo): SelectedCertificationParts {
  const selection = Selection.below(info);
  return { ...partsOf(selection), summary: selection.has('summary') };
}
