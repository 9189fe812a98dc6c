import type { ReviewerInboxQuery } from './generated/operations.js';

/** What both clients answer has one type: that of the operation. */
export function printInbox(inbox: ReviewerInboxQuery['certifications'] | undefined): void {
  console.log(`${inbox?.totalCount ?? 0} open certifications`);
  for (const { name, progress } of inbox?.nodes ?? []) console.log(`- ${name}: ${progress?.decisionsMade} of ${progress?.decisionsTotal}`);
}
