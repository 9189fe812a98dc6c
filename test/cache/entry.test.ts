import { describe, expect, test } from '@jest/globals';
import { ageOf, createEntry, decodeEntry, encodeEntry, lengthOf } from '../../src/cache/entry.js';
import { anEntry, startOfTests } from './support.js';

const minute = 60_000;
const hour = 60 * minute;

describe('a lifetime', () => {
  test.each([
    ['fresh until its time has come', 10 * minute - 1, 'fresh'],
    ['then stale', 10 * minute, 'stale'],
    ['stale to its end', 60 * minute - 1, 'stale'],
    ['then over', 60 * minute, 'expired'],
  ])('is %s', (_what, afterMs, age) => {
    const entry = createEntry('x', [], { freshMs: 10 * minute, staleMs: 50 * minute }, startOfTests, () => 0);
    expect(entry && ageOf(entry, startOfTests + afterMs)).toBe(age);
  });

  test('loses up to a tenth, by chance', () => {
    const entry = createEntry('x', [], { freshMs: 1000, staleMs: 1000 }, 0, () => 0.999_999);
    expect(entry).toMatchObject({ freshUntilMs: 900, staleUntilMs: 1800 });
  });

  test.each([
    [{ freshMs: 10 * hour, staleMs: 0 }],
    [{ freshMs: 30 * minute, staleMs: 10 * hour }],
  ])('ends after an hour, whatever %j asks for', (lifetime) => {
    expect(createEntry('x', [], lifetime, 0, () => 0)?.staleUntilMs).toBe(hour);
  });

  test.each([[0], [-5], [NaN]])('of %d ms is none', (freshMs) => {
    expect(createEntry('x', [], { freshMs, staleMs: 0 }, 0, () => 0)).toBeNull();
  });

  test('that begins in the future is not believed', () => {
    expect(ageOf(anEntry('x', startOfTests + 2 * minute), startOfTests)).toBe('expired');
  });

  test('bears clocks that differ by some seconds', () => {
    expect(ageOf(anEntry('x', startOfTests + 10_000), startOfTests)).toBe('fresh');
  });
});

describe('the encoded form', () => {
  test.each([[{ id: 'a', tags: ['b', null] }], [null], [0], [''], [[]]])('gives back %j', (value) => {
    expect(decodeEntry(encodeEntry(anEntry(value)))).toEqual(anEntry(value));
  });

  test('gives back the versions of its tags', () => {
    const entry = { ...anEntry('x'), tagVersions: ['one', 'other'] };
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  test.each([['x'], [null], [{ rows: [{ id: 'a', isRead: true, count: 12 }, { id: 'b', name: 'Ada Lovelace', tags: [] }], end: 2 }], ['x'.repeat(10_000)]])(
    'has a length that is known, about, without encoding: %j',
    (value) => {
      const { length } = encodeEntry(anEntry(value));
      expect(Math.abs(lengthOf(anEntry(value)) - length)).toBeLessThan(10 + length / 10);
    },
  );

  test.each([
    ['nothing', ''],
    ['no JSON', 'PONG'],
    ['cut off', encodeEntry(anEntry('x')).slice(0, -3)],
    ['an object', '{"value":1}'],
    ['null', 'null'],
    ['another version', encodeEntry(anEntry('x')).replace('[2,', '[1,')],
    ['a part too few', '[2,1,2,3,[]]'],
    ['a part too many', '[2,1,2,3,[],"x",4]'],
    ['times that are none', '[2,"1",2,3,[],"x"]'],
    ['times out of order', '[2,1,3,2,[],"x"]'],
    ['a life beyond an hour', `[2,0,1,${hour + 1},[],"x"]`],
    ['a time without end', '[2,1,2,1e999,[],"x"]'],
    ['versions that are none', '[2,1,2,3,[4],"x"]'],
    ['versions that are no list', '[2,1,2,3,{"0":"v"},"x"]'],
    ['nested without end', '['.repeat(200_000)],
  ])('that is %s is nothing', (_what, text) => {
    expect(decodeEntry(text)).toBeNull();
  });
});
