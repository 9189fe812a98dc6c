import type { Question } from '../load.js';

/** The work that most parts of the bench ask for: a list, and one more call for each of its rows. */
const query = `query CertificationsWithReviewers($first: Int!) {
  certifications(first: $first) {
    nodes {
      id
      name
      phase
      dueAt
      isCompleted
      campaign { id name }
      progress { decisionsMade decisionsTotal }
      reviewers { nodes { id name email } }
    }
  }
}`;

export function certificationsWithReviewers(first: number, token: string): Question {
  return { query, variables: { first }, token };
}
