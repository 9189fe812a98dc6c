import { expect, test } from '@jest/globals';
import { exceeded } from '../../src/graphql/estimate/exceeded.js';
import { estimate } from './support.js';

const board = estimate('{ certifications(first: 250) { nodes { reviewers(first: 250) { nodes { id } } } } }');

test('within the limits there is no refusal', () => {
  expect(exceeded(board, { calls: 251, rows: 62_750 })).toBeNull();
});

test('too many calls are refused with the field that makes most of them', () => {
  const refusal = exceeded(board, { calls: 250, rows: 100_000 });
  expect(refusal).toMatchObject({
    code: 'COST_LIMIT_EXCEEDED',
    details: {
      measure: 'calls',
      limit: 250,
      actual: 251,
      estimate: [
        { path: 'certifications.nodes.reviewers', calls: 250 },
        { path: 'certifications', calls: 1 },
      ],
    },
  });
  expect(refusal?.message).toBe(
    'The operation can take 251 upstream calls; 250 are allowed. certifications.nodes.reviewers accounts for 250 of 251 calls; ask for a smaller first or fewer ids, or leave it out.',
  );
});

test('too many rows are refused with the list that has most of them', () => {
  const refusal = exceeded(board, { calls: 1000, rows: 50_000 });
  expect(refusal?.details).toMatchObject({ measure: 'rows', limit: 50_000, actual: 62_750 });
  expect(refusal?.message).toContain('certifications.nodes.reviewers.nodes accounts for 62500 of 62750 rows');
});

test('of a refused operation the ten dearest fields are shown', () => {
  const aliases = Array.from({ length: 20 }, (_, index) => `a${index}: certifications(offset: ${index}) { nodes { id } }`).join(' ');
  expect(exceeded(estimate(`{ ${aliases} }`), { calls: 1, rows: 1000 })?.details.estimate).toHaveLength(10);
});
