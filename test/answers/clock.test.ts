import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { RequestClock } from '../../src/graphql/request-clock.js';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const domains = ['certification', 'campaign', 'review', 'task', 'reassignment', 'identity'];

/** Who may look at the time itself, and why no kept answer depends on it. */
const mayLook: ReadonlyMap<string, string> = new Map([
  ['reassignment/chain-changes.ts', 'how long an evaluation is kept'],
  ['reassignment/data-source.ts', 'hands it to the one above, and checks what a mutation sets'],
  ['task/certification-of-task.ts', 'how long ids are kept'],
  ['task/idempotency-keys.ts', 'how long keys of mutations are kept'],
  ['task/task-poll.ts', 'when a task is looked at that is followed'],
  ['task/task-polls.ts', 'hands it to the one above'],
  ['task/watch.ts', 'how long a task is followed that cannot be read'],
]);

function* filesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(`${source}${folder}`, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesOf(path);
    else if (path.endsWith('.ts')) yield path;
  }
}

/** Also by a function of that name that was handed on. What is measured for deadlines (`performance.now`) is no time of day. */
const looksAtTheTime = /\bDate\.now\b|\bnew Date\(\s*\)|(?<!performance\.)\bnow\s*[(:,})]|\bnowMs\b|\bTemporal\.Now\b/;

test('what makes answers compares with the request’s clock, and looks at no other', () => {
  const looking = [...domains, 'graphql']
    .flatMap((folder) => [...filesOf(folder)])
    .filter((path) => looksAtTheTime.test(readFileSync(`${source}${path}`, 'utf8').replaceAll(/\/\*\*.*?\*\/|\/\/[^\n]*/gs, '')));
  expect(looking.toSorted()).toEqual([...mayLook.keys(), 'graphql/request-clock.ts'].toSorted());
});

test('a context has no time to tell, but a clock', () => {
  const [, fields = ''] = /export interface Context \{(.*?)\n\}/s.exec(readFileSync(`${source}context.ts`, 'utf8')) ?? [];
  expect(fields).toContain('readonly clock: RequestClock;');
  expect(looksAtTheTime.test(fields)).toBe(false);
});

test('a clock knows when what it has told will be otherwise first', () => {
  let nowMs = Date.parse('2026-11-24T12:00:00.000Z');
  const at = (ms: number) => new Date(Date.parse('2026-11-24T12:00:00.000Z') + ms).toISOString();
  const clock = new RequestClock(() => nowMs);
  expect([clock.hasCome(at(-1)), clock.hasCome(at(0)), clock.hasPassed(at(-1)), clock.nextChangeMs]).toEqual([true, true, true, Infinity]);
  expect([clock.hasCome(at(500)), clock.nextChangeMs - nowMs]).toEqual([false, 500]);
  expect([clock.hasPassed(at(20)), clock.nextChangeMs - nowMs]).toEqual([false, 21]);
  expect([clock.hasPassed(at(0)), clock.nextChangeMs - nowMs]).toEqual([false, 1]);
  expect([clock.hasCome(at(1000)), clock.nextChangeMs - nowMs]).toEqual([false, 1]);
  nowMs += 1;
  expect([clock.hasPassed(at(0)), clock.hasCome(at(500))]).toEqual([true, false]);
});
