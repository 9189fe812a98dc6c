import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse as parseYaml } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const documentation = read('docs/federation.md');
const blocks = (language: string) =>
  [...documentation.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``, 'g'))].map(([, text = '']) => text);
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, { license?: string; dev?: boolean }>> };

test('the settings for Hive Gateway are those that the example runs with', () => {
  const [settings = ''] = blocks('ts').filter((text) => text.includes('defineConfig'));
  const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');
  const [, shown = ''] = /(propagateHeaders: [^]*)\}\);/.exec(settings) ?? [];
  const [, passedOn = ''] = /(const passedOn = .+)/.exec(settings) ?? [];
  expect(shown).toContain('/graphql/stream');
  for (const part of [shown, passedOn]) expect(withoutSpace(read('examples/supergraph/router.ts'))).toContain(withoutSpace(part));
});

test('the settings of other routers can be read, and send the caller’s token on', () => {
  const files = blocks('yaml').map((text) => parseYaml(text) as Record<string, unknown>);
  const headers = files.filter((file) => 'headers' in file);
  expect(headers).toHaveLength(2);
  for (const file of headers) expect(JSON.stringify(file).toLowerCase()).toContain('"authorization"');
});

test('the licences are those of the packages, and nothing under the Elastic licence is installed with the gateway', () => {
  const rows = [...documentation.matchAll(/^\| (`@[^|]+) \| ([\w.-]+) \|$/gm)];
  const named = rows.flatMap(([, names = '', licence]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, licence] as const),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const [name, licence] of named)
    expect([name, packages[`node_modules/${name}`]]).toEqual([name, expect.objectContaining({ license: licence, dev: true })]);
  const elastic = Object.entries(packages).filter(([, { license }]) => license?.startsWith('Elastic'));
  expect(elastic.filter(([, { dev }]) => dev !== true)).toEqual([]);
  expect(elastic.length).toBeGreaterThan(0);
});
