import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** Rooms from the front door inwards: each may import from itself and from rooms further down. Types count as well. */
const layers: readonly (readonly string[])[] = [
  ['cli'],
  ['sandbox'],
  ['main', 'dev', 'telemetry'],
  ['run'],
  ['config'],
  ['server', 'doctor'],
  ['metrics'],
  ['context'],
  ['certification', 'campaign', 'review', 'task', 'reassignment', 'identity'],
  ['graphql'],
  ['upstream', 'cache'],
  ['redis'],
  ['auth'],
  ['meter'],
  ['observer', 'tracing'],
  ['logger', 'errors'],
];

const depth = new Map(layers.flatMap((rooms, index) => rooms.map((room) => [room, index] as const)));

function roomOf(file: string): string {
  return (relative(source, file).split('/')[0] ?? '').replace(/\.ts$/, '');
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (path.endsWith('.ts')) yield path;
  }
}

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** When it is asked for, not when the file is loaded. */
  readonly isLater: boolean;
}

function imports(): Import[] {
  return [...files(source)].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from |import |import\()'(\.[^']+)'/g)].map(([text, path = '']) => ({
      file: relative(source, file),
      from: roomOf(file),
      to: roomOf(join(dirname(file), path.replace(/\.js$/, '.ts'))),
      isLater: text.startsWith('import('),
    })),
  );
}

test('every room of src/ has its place', () => {
  const rooms = new Set([...files(source)].map(roomOf));
  expect([...rooms].filter((room) => room !== 'generated' && !depth.has(room))).toEqual([]);
});

test('imports go one way, from the front door inwards', () => {
  const wrong = imports().filter(({ from, to }) => {
    if (from === to || from === 'generated' || to === 'generated') return false;
    return (depth.get(to) ?? -1) <= (depth.get(from) ?? Infinity);
  });
  expect(wrong).toEqual([]);
});

test('only what may name the sandbox does: its own start scripts, and the command line when it is asked for', () => {
  const others = imports().filter(({ from, to }) => to === 'sandbox' && from !== 'sandbox');
  expect(others.map(({ file, isLater }) => ({ file, isLater }))).toEqual([{ file: 'cli/commands.ts', isLater: true }]);
});

test('nothing but the command line loads a part of the gateway later than at the start', () => {
  // And the packages that traces need, which are optional.
  expect(imports().filter(({ from, to, isLater }) => isLater && from !== 'cli' && to !== 'telemetry')).toEqual([]);
});

test('the doctor sends nothing but by its own way out, which lets GETs pass', () => {
  const naming = (pattern: RegExp) => [...files(join(source, 'doctor'))].filter((file) => pattern.test(readFileSync(file, 'utf8')));
  // Whoever makes calls does so here, and hands them that client.
  expect(naming(/new UpstreamCalls\(/).map((file) => relative(source, file))).toEqual(['doctor/visit.ts']);
  expect(readFileSync(join(source, 'doctor/visit.ts'), 'utf8')).toContain('{ ...connection, client }');
  expect(naming(/callsFor|\bgot\b|\bfetch\(|from 'node:https?'/)).toEqual([]);
});

test('the stand-in itself knows nothing of the gateway', () => {
  const startScripts = /^sandbox\/(main|graphiql-samples)\.ts$/;
  expect(imports().filter(({ file, from, to }) => from === 'sandbox' && to !== 'sandbox' && !startScripts.test(file))).toEqual([]);
});
