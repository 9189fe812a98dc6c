import { expect, test } from '@jest/globals';
import { AnswerParts } from '../../src/cache/answer-parts.js';
import { tagKeyOf, type TagKey } from '../../src/cache/cache-key.js';
import type { Entry } from '../../src/cache/entry.js';
import { aViewer } from './support.js';

const tag = (name: string): TagKey => tagKeyOf(aViewer(), name);
const entry = (storedAtMs: number, freshUntilMs: number, ...tagVersions: string[]): Entry => ({ storedAtMs, freshUntilMs, staleUntilMs: freshUntilMs + 1000, tagVersions, value: null });

test('an answer stands on all its parts: as old as the oldest, fresh as long as the first to end, under all their tags', () => {
  const parts = new AnswerParts();
  parts.add({ tags: [tag('a'), tag('b')], entry: entry(20, 300, 'v1', 'v2') });
  parts.add({ tags: [tag('b'), tag('c')], entry: entry(10, 400, 'v2', 'v3') });
  parts.add({ tags: [], entry: entry(15, 200) });
  expect(parts.basis).toEqual({ storedAtMs: 10, freshUntilMs: 200, versions: new Map([[tag('a'), 'v1'], [tag('b'), 'v2'], [tag('c'), 'v3']]) });
});

test('an answer stands on nothing when it has no parts', () => {
  expect(new AnswerParts().basis).toBeNull();
});

test('an answer that is made of something else as well stands on nothing, whatever came before or comes after', () => {
  const parts = new AnswerParts();
  parts.add({ tags: [tag('a')], entry: entry(20, 300, 'v1') });
  parts.addOther();
  parts.add({ tags: [tag('a')], entry: entry(20, 300, 'v1') });
  expect(parts.basis).toBeNull();
});

test('an answer of which one part was read before a change, and another after it, stands on nothing', () => {
  const parts = new AnswerParts();
  parts.add({ tags: [tag('a')], entry: entry(20, 300, 'v1') });
  parts.add({ tags: [tag('a'), tag('b')], entry: entry(30, 300, 'v2', 'v1') });
  expect(parts.basis).toBeNull();
});

test('an answer under more than five hundred tags stands on nothing: to look at them all would take longer than to make it', () => {
  const parts = new AnswerParts();
  for (let index = 0; index < 500; index += 1) parts.add({ tags: [tag(`cert:${index}`)], entry: entry(20, 300, 'v1') });
  expect(parts.basis?.versions.size).toBe(500);
  parts.add({ tags: [tag('cert:500')], entry: entry(20, 300, 'v1') });
  expect(parts.basis).toBeNull();
});
