import type { ReassignAccessReviewItemsInput } from '../generated/types.js';
import { checkedId } from '../graphql/arguments.js';
import { checkStable } from '../graphql/stable-only.js';
import { invalidInput, limitExceeded, type UserError } from '../graphql/user-errors.js';
import type { Generation } from '../upstream/generation.js';

const mostReviewers = 20;
/** Of what is wrong, however much there is. */
const mostTold = 100;

/** Where one item is to go. */
export interface ItemAim {
  readonly itemId: string;
  readonly reassignToId: string;
}

/** In the order of the input. Throws BAD_USER_INPUT for ids that are none, and on beta. */
export function checkedItemAims(
  input: ReassignAccessReviewItemsInput,
  generation: Generation,
): { readonly certificationId: string; readonly aims: readonly ItemAim[] } {
  checkStable(generation, 'Reassignments of items to several reviewers are');
  const certificationId = checkedId('input.certificationId', input.certificationId);
  const aims = input.reassignments.flatMap(({ reassignToId, itemIds }, index) => {
    const path = `input.reassignments.${index}`;
    checkedId(`${path}.reassignToId`, reassignToId);
    return itemIds.map((id, place) => ({ itemId: checkedId(`${path}.itemIds.${place}`, id), reassignToId }));
  });
  return { certificationId, aims };
}

/** What the caller can correct before anything is sent. */
export function problemsOf({ reassignments, reason }: ReassignAccessReviewItemsInput): UserError[] {
  if (reassignments.length > mostReviewers) return [limitExceeded(['reassignments'], mostReviewers, reassignments.length)];
  const problems: UserError[] = [];
  if (reassignments.length === 0) problems.push(invalidInput(['reassignments'], 'reassignments is empty; name what to reassign to whom.'));
  const reviewers = new Set<string>();
  const items = new Set<string>();
  for (const [index, { reassignToId, itemIds }] of reassignments.entries()) {
    const path = ['reassignments', String(index)];
    if (reviewers.has(reassignToId)) problems.push(invalidInput([...path, 'reassignToId'], `reassignments names ${reassignToId} twice.`));
    reviewers.add(reassignToId);
    if (itemIds.length === 0) problems.push(invalidInput([...path, 'itemIds'], `itemIds is empty; name what ${reassignToId} is to review.`));
    for (const [place, id] of itemIds.entries()) {
      if (items.has(id) && problems.length < mostTold) problems.push(invalidInput([...path, 'itemIds', String(place)], `reassignments names item ${id} twice.`));
      items.add(id);
    }
  }
  if (reason.trim() === '') problems.push(invalidInput(['reason'], 'reason is empty; the new reviewers are shown it.'));
  return problems;
}
