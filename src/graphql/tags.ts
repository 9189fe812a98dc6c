/** Tags that entries of several domains have. */

/** Raised by whatever changes any certification. */
export const certificationsTag = 'certs';

/** Raised by whatever changes this one. */
export function certificationTag(id: string): string {
  return `cert:${id}`;
}

/** Raised when certifications have got other reviewers and nobody knows which they are: what they see of them is old. */
export const reviewersTag = 'reviewers';
