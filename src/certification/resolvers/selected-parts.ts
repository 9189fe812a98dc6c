import { partsOf } from '../../graphql/selected-parts.js';
import { Selection, type SelectionInfo } from '../../graphql/selection.js';
import type { SelectedCertificationParts } from '../data-source.js';
import { checkedWorkloadSize } from './CertificationSummary.js';

/** Also checks the arguments below `summary`, which would otherwise be refused when everything has been read for it. */
export function selectedCertificationParts(info: SelectionInfo): SelectedCertificationParts {
  const selection = Selection.below(info);
  const summary = selection.at('summary');
  for (const field of ['reviewerWorkloads', 'campaignWorkloads']) {
    for (const { first } of summary?.argumentsOf(field) ?? []) checkedWorkloadSize(first as number | null | undefined);
  }
  return { ...partsOf(selection), summary: summary !== null };
}
