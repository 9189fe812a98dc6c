import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('SECURITY.md', root), 'utf8');
const [, section = ''] = text.split('\n## Threats and what stands against them\n');
const rows = (section.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Threat '))
  .map((line) => {
    const [threat = '', defence = '', tests = ''] = line.slice(2, -2).split(' | ');
    return { threat, defence, files: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file) };
  });

test('every test file that the table names exists', () => {
  const files = rows.flatMap(({ files: named }) => named);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect([file, existsSync(new URL(file, root)) && /^test\/.+\.test\.ts$/.test(file)]).toEqual([file, true]);
});

test('every threat has a defence and a test', () => {
  for (const { threat, defence } of rows) expect([threat, defence.length > 20]).toEqual([threat, true]);
  expect(rows.filter(({ files }) => files.length === 0).map(({ threat }) => threat)).toEqual([]);
});

test('every test of security is named in it', () => {
  const named = new Set(rows.flatMap(({ files }) => files));
  const here = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.test.ts') && file !== 'threat-table.test.ts');
  expect(here.filter((file) => !named.has(`test/security/${file}`))).toEqual([]);
});
