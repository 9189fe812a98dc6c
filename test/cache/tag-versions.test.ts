import { beforeEach, describe, expect, test } from '@jest/globals';
import { allTagsKeyOf, tagKeyOf, type TagKey } from '../../src/cache/cache-key.js';
import { TagVersions } from '../../src/cache/tag-versions.js';
import { aViewer } from './support.js';

const viewer = aViewer();
const stranger = aViewer({ tenant_id: 'other' });
const [a, b] = [tagKeyOf(viewer, 'a'), tagKeyOf(viewer, 'b')];
const inRedis = 'p-sixteen-letters';
const raisedInRedis = 'r-sixteen-letters';

let versions: TagVersions;
beforeEach(() => {
  versions = new TagVersions({ isShared: true, mostKnown: 10, mostUntold: 4 });
});

const textsOf = (...tags: TagKey[]) => [...versions.forLoad(tags).values()].map(({ text }) => text);
const learn = (tag: TagKey, text: string | null) => versions.learn([tag], [text], versions.mark);

describe('the version of a tag', () => {
  test('is the one that Redis has', () => {
    learn(a, inRedis);
    expect(textsOf(a)).toEqual([inRedis]);
    expect(versions.areCurrent([a], [inRedis])).toBe(true);
  });

  test('is not known before Redis was asked', () => {
    expect(versions.unknownOf([a])).toEqual([a]);
    expect(versions.areCurrent([a], [inRedis])).toBe(false);
  });

  test('is made for a load when there is none, and is the same for the next one', () => {
    learn(a, null);
    const [made] = textsOf(a);
    learn(a, null);
    expect(textsOf(a)).toEqual([made]);
    expect(versions.forLoad([a]).get(a)?.isProposal).toBe(true);
  });

  test('is made anew when Redis has lost the one that it had', () => {
    learn(a, inRedis);
    learn(a, null);
    expect(textsOf(a)).not.toEqual([inRedis]);
  });

  test('is another replica’s proposal when Redis has taken that', () => {
    const proposal = versions.forLoad([a]).get(a);
    if (proposal === undefined) throw new Error('was asked for');
    expect(versions.settleProposal(a, proposal, false, inRedis)).toBe(true);
    expect([versions.unknownOf([a]), proposal]).toEqual([[], { text: inRedis, isProposal: false }]);
  });

  test.each([[raisedInRedis], [null], ['nonsense']])('is not known when Redis has %p in place of its proposal: it may have been raised meanwhile', (found) => {
    const proposal = versions.forLoad([a]).get(a);
    if (proposal === undefined) throw new Error('was asked for');
    expect(versions.settleProposal(a, proposal, false, found)).toBe(false);
    expect(versions.unknownOf([a])).toEqual([a]);
  });

  test.each([[''], ['short'], ['x'.repeat(17)], ['sixteen letters '], ['x'.repeat(1_000_000)]])('is none when it does not look like one', (text) => {
    learn(a, text);
    expect(versions.unknownOf([a])).toEqual([a]);
  });
});

describe('a raise', () => {
  test('here counts for more than what Redis answers until Redis has taken it', () => {
    learn(a, inRedis);
    versions.raise(viewer, ['a']);
    learn(a, inRedis);
    expect(versions.areCurrent([a], [inRedis])).toBe(false);
    const raised = versions.untold.get(a);
    if (raised === undefined) throw new Error('was raised');
    versions.settleRaise(a, raised);
    expect(versions.areCurrent([a], [inRedis])).toBe(false);
    learn(a, raisedInRedis);
    expect(textsOf(a)).toEqual([raisedInRedis]);
  });

  test('that was followed by another one is still to be told when the first was taken', () => {
    versions.raise(viewer, ['a']);
    const first = versions.untold.get(a);
    versions.raise(viewer, ['a']);
    if (first !== undefined) versions.settleRaise(a, first);
    expect([...versions.untold.keys()]).toEqual([a]);
  });

  test('elsewhere makes older answers of Redis worthless', () => {
    const { mark } = versions;
    versions.hear([a]);
    versions.learn([a, b], [inRedis, inRedis], mark);
    expect(versions.unknownOf([a, b])).toEqual([a]);
  });

  test('elsewhere of what is still to be told counts as one more', () => {
    versions.raise(viewer, ['a']);
    const texts = textsOf(a);
    versions.hear([a]);
    expect(versions.areCurrent([a], texts)).toBe(false);
    expect(versions.untold.has(a)).toBe(true);
  });

  test('is remembered of a tag that is not: it may have been raised', () => {
    const { mark } = versions;
    versions.hear([a]);
    for (let other = 0; other < 20; other += 1) learn(tagKeyOf(viewer, String(other)), inRedis);
    expect(versions.areRaisedSince([a], mark)).toBe(true);
    expect(versions.areRaisedSince([a], versions.mark)).toBe(false);
  });

  test('may have been missed of everything after a gap, and what is to be told stays to be told', () => {
    learn(a, inRedis);
    versions.raise(viewer, ['b']);
    const [mark, texts] = [versions.mark, textsOf(b)];
    versions.forgetAll();
    expect(versions.areRaisedSince([a], mark)).toBe(true);
    expect(versions.unknownOf([a, b])).toEqual([a]);
    expect(versions.areCurrent([b], texts)).toBe(false);
    expect(versions.untold.has(b)).toBe(true);
  });
});

test('more raises than can be remembered are one of all tags of the tenant', () => {
  versions.raise(stranger, ['a']);
  const all = allTagsKeyOf(viewer);
  learn(all, inRedis);
  expect(versions.raise(viewer, ['a', 'b', 'c'])).toHaveLength(3);
  expect(versions.raise(viewer, ['d'])).toEqual([all]);
  expect([...versions.untold.keys()]).toEqual([tagKeyOf(stranger, 'a'), all]);
  expect(versions.areCurrent([all], [inRedis])).toBe(false);
});

test('without others, nothing is to be told, and what is not known gets a version', () => {
  versions = new TagVersions({ isShared: false, mostKnown: 10 });
  const texts = textsOf(a);
  expect(versions.areCurrent([a], texts)).toBe(true);
  versions.raise(viewer, ['a']);
  expect(versions.areCurrent([a], texts)).toBe(false);
  expect(versions.untold.size).toBe(0);
});
