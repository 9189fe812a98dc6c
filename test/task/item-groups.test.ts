import { describe, expect, test } from '@jest/globals';
import { callsFor, mostCallsFor, mostTasksFor, type GroupedItem } from '../../src/task/item-groups.js';
import { createRandom } from '../support/random-operations.js';

function item(id: string, identity: string | null, access: string | null, summary = identity): GroupedItem {
  return {
    id,
    access: access === null ? null : { __typename: 'AccessReviewEntitlement', id: access },
    identitySummary: summary === null ? null : { id: `summary ${summary}`, identity: identity === null ? null : { id: identity } },
  };
}

const many = (count: number, name: string, make: (id: string, index: number) => GroupedItem) =>
  Array.from({ length: count }, (_, index) => make(`${name}-${index}`, index));
/** Items that nothing but their identity keeps together. */
const about = (identity: string, count: number) => many(count, identity, (id) => item(id, identity, id));
const sizes = (items: readonly GroupedItem[]) => callsFor(items).map(({ itemIds }) => itemIds.length);

describe('Q43: the calls for one reviewer', () => {
  test('no items, no call', () => {
    expect(callsFor([])).toEqual([]);
  });

  test('up to 50 items are one call that waits, in their order; more are one by a task', () => {
    const fifty = many(50, 'item', (id) => item(id, id, id));
    expect(callsFor(fifty)).toEqual([{ isAtOnce: true, itemIds: fifty.map(({ id }) => id) }]);
    expect(callsFor([...fifty, item('last', 'z', 'z')])).toMatchObject([{ isAtOnce: false, itemIds: { length: 51 } }]);
  });

  test('500 items are one call, 501 are two', () => {
    const items = many(501, 'item', (id) => item(id, id, id));
    expect(sizes(items.slice(1))).toEqual([500]);
    expect(sizes(items)).toEqual([500, 1]);
  });

  test('identities stay together, and fill calls up', () => {
    // 300 + 200 and 260 + 240: two calls of 500, and none would do.
    expect(sizes([...about('a', 240), ...about('b', 300), ...about('c', 200), ...about('d', 260)])).toEqual([500, 500]);
    expect(sizes([...about('a', 300), ...about('b', 300), ...about('c', 300)])).toEqual([300, 300, 300]);
  });

  test('so do items about one access, and what hangs together through others', () => {
    // a and b share one access, b and c another; d stands alone.
    const chain = [...about('a', 100), item('1', 'a', 'x'), item('2', 'b', 'x'), ...about('b', 100), item('3', 'b', 'y'), ...about('c', 100), item('4', 'c', 'y')];
    const calls = callsFor([...about('d', 300), ...chain]);
    expect(calls.map(({ itemIds }) => itemIds.length)).toEqual([304, 300]);
    expect(calls[1]?.itemIds.every((id) => id.startsWith('d'))).toBe(true);
  });

  test('two summaries of one identity are one identity; a summary that does not say of whom is one as well', () => {
    const twice = [...many(200, 'p', (id) => item(id, 'a', id, 'first')), ...many(200, 'q', (id) => item(id, 'a', id, 'second'))];
    expect(sizes([...about('b', 300), ...twice])).toEqual([400, 300]);
    const unknown = many(400, 'p', (id) => item(id, null, id, 'unknown'));
    expect(sizes([...about('b', 300), ...unknown])).toEqual([400, 300]);
  });

  test('items of which nothing is known go alone', () => {
    expect(sizes(many(501, 'item', (id) => item(id, null, null)))).toEqual([500, 1]);
  });

  test('access of another type is other access, whatever its id', () => {
    const role: GroupedItem = { ...item('role', 'b', null), access: { __typename: 'AccessReviewRole', id: 'x' } };
    expect(sizes([item('entitlement', 'a', 'x'), ...about('a', 300), role, ...about('b', 300)])).toEqual([301, 301]);
  });

  test('what hangs together and is more than 500 is split between identities', () => {
    const identities = many(7, 'identity', (id) => item(id, id, null)).map(({ id }) => id);
    const items = identities.flatMap((identity) => many(90, identity, (id) => item(id, identity, 'everybody has it')));
    const calls = callsFor(items);
    expect(calls.map(({ itemIds }) => itemIds.length)).toEqual([450, 180]);
    for (const identity of identities) {
      expect(calls.filter(({ itemIds }) => itemIds.some((id) => id.startsWith(identity)))).toHaveLength(1);
    }
  });

  test('an identity is split only where it alone is more than 500', () => {
    expect(sizes([...about('a', 1200), ...about('b', 300)])).toEqual([500, 500, 500]);
  });

  test('random items: each once, few calls, and nothing apart that fits', () => {
    const random = createRandom(7);
    const upTo = (most: number) => Math.floor(random() * most);
    for (let time = 0; time < 60; time += 1) {
      const count = upTo(2500);
      const spread = 1 + upTo(count + 1);
      const items = many(count, 'item', (id) => item(id, `identity ${upTo(spread)}`, `access ${upTo(spread * 3)}`));
      const calls = callsFor(items);
      expect(calls.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      expect(calls.every(({ itemIds, isAtOnce }) => itemIds.length <= (isAtOnce ? 50 : 500))).toBe(true);
      expect(calls.length).toBeLessThanOrEqual(mostCallsFor(count));
      expect(calls.filter(({ isAtOnce }) => !isAtOnce).length).toBeLessThanOrEqual(mostTasksFor(count));
      const callOf = new Map(calls.flatMap(({ itemIds }, index) => itemIds.map((id) => [id, index])));
      const itemsOf = new Map<string | undefined, string[]>();
      for (const { id, identitySummary } of items) {
        const others = itemsOf.get(identitySummary?.id);
        if (others === undefined) itemsOf.set(identitySummary?.id, [id]);
        else others.push(id);
      }
      for (const ids of itemsOf.values()) {
        if (ids.length <= 500) expect(new Set(ids.map((id) => callOf.get(id))).size).toBe(1);
      }
    }
  });

  test('the same items make the same calls', () => {
    const items = [...about('a', 240), ...about('b', 300), ...about('c', 200)];
    expect(callsFor(items)).toEqual(callsFor([...items]));
  });
});
