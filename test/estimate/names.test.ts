import { expect, test } from '@jest/globals';
import { Names } from '../../src/graphql/estimate/names.js';

const ids = Array.from({ length: 10_000 }, (_, index) => `id${index}`);

test('a name is short, however long its value', () => {
  const names = new Names();
  for (const value of ['x'.repeat(1_000_000), ids, { filter: { ids } }]) expect(names.of(value).length).toBeLessThan(50);
});

test('equal values have one name, different ones different names', () => {
  const names = new Names();
  expect(names.of({ filter: { ids: [...ids] }, first: undefined })).toBe(names.of({ filter: { ids: [...ids] } }));
  const values = [null, true, 1, '1', '#0', '', [], [null], ['1'], {}, { a: 1 }, { a: '1' }, { b: 1 }, 'x'.repeat(41), 'y'.repeat(41), ids, ids.slice(1)];
  expect(new Set(values.map((value) => names.of(value))).size).toBe(values.length);
});
