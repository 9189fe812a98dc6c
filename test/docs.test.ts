import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { environmentVariables, readConfig } from '../src/config.js';
import { generationNames } from '../src/sandbox/settings.js';
import { limitTable } from '../src/server/limits/limits.js';
import { startTestGateway } from './support/gateway.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The part of a document under one heading of the second level. */
function section(text: string, heading: string): string {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  return part.split('\n## ')[0] ?? '';
}

describe('the settings', () => {
  const configuration = read('docs/configuration.md');
  const example = Object.fromEntries(
    [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

  /** Name and default of each row of a table of variables. */
  function rows(heading: string): [string, string][] {
    return [...section(configuration, heading).matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name = '', cell = '']) => [
      name,
      /^`([^`]*)`$/.exec(cell.trim())?.[1] ?? '',
    ]);
  }

  test('docs/configuration.md has a row for each variable of the gateway, and no other', () => {
    expect(rows('The gateway').map(([name]) => name).toSorted()).toEqual([...environmentVariables].toSorted());
  });

  test('.env.example has each variable of the gateway, and no other', () => {
    expect(Object.keys(example).toSorted()).toEqual([...environmentVariables].toSorted());
  });

  test('both give the same defaults, and they are the gateway’s', () => {
    for (const [name, value] of rows('The gateway')) {
      if (name !== 'SAILPOINT_API_URL') expect([name, example[name]]).toEqual([name, value]);
    }
    const { SAILPOINT_API_URL } = example;
    expect(readConfig(example)).toEqual(readConfig({ SAILPOINT_API_URL }));
  });

  test('docs/configuration.md names the variables of the sandbox, and the generations to choose from', () => {
    const inCode = ['main.ts', 'upstream-main.ts', 'settings.ts'].flatMap((file) => [
      ...read(`src/sandbox/${file}`).matchAll(/\['(SANDBOX_[A-Z_]+)'\]/g),
    ]);
    expect(rows('The sandbox').map(([name]) => name).toSorted()).toEqual([...new Set(inCode.map(([, name]) => name))].toSorted());
    expect(section(configuration, 'The sandbox')).toContain(generationNames.map((name) => `\`${name}\``).join(', '));
  });
});

test('docs/errors.md explains each code of the gateway, and no other', () => {
  const [, union = ''] = /export type ErrorCode =([^;]+);/.exec(read('src/errors.ts')) ?? [];
  const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
  expect(codes).toContain('INTERNAL_SERVER_ERROR');
  const explained = [...read('docs/errors.md').matchAll(/^### `([A-Z_]+)`$/gm)].map(([, code]) => code);
  expect(explained.toSorted()).toEqual(codes.toSorted());
});

test('docs/errors.md lists each code of a user error', () => {
  const [, values = ''] = /enum IgaUserErrorCode \{([^}]+)\}/.exec(read('schema/base.graphql')) ?? [];
  const codes = [...values.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(codes).toContain('INVALID_INPUT');
  const listed = [...section(read('docs/errors.md'), 'User errors of mutations').matchAll(/^\| `([A-Z_]+)` \|/gm)];
  expect(listed.map(([, code]) => code).toSorted()).toEqual(codes.toSorted());
});

describe('docs/upstream-quirks.md', () => {
  const quirks = [...read('docs/upstream-quirks.md').matchAll(/^\| Q(\d+) \| .+ \| ([^|]+) \|$/gm)];

  test('has a row for each of the sixty', () => {
    expect(quirks.map(([, number]) => Number(number))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  test('every test file that it names has a test of the quirk: by its number, or by the words quoted', () => {
    for (const [, number = '', cell = ''] of quirks) {
      for (const [, file = '', words] of cell.matchAll(/\]\(\.\.\/(test\/[^)]+)\)(?:: “([^”]+)”)?/g)) {
        const text = read(file);
        const isThere = words === undefined ? new RegExp(`\\bQ${number}\\b`).test(text) : text.includes(words);
        expect([number, file, isThere]).toEqual([number, file, true]);
      }
    }
  });
});

test('docs/connect-a-tenant.md tells the scopes of every operation: all that the clients name, all root fields', () => {
  const scopes = section(read('docs/connect-a-tenant.md'), 'Scopes');
  const domains = ['certification', 'task', 'reassignment', 'identity'];
  const inCode = domains.flatMap((domain) => [...read(`src/${domain}/client.ts`).matchAll(/'((?:idn|sp):[a-z:-]+)'/g)]);
  expect(inCode.length).toBeGreaterThan(10);
  // One of two that differ in their last word is written as such.
  for (const [, scope = ''] of inCode) expect(scopes).toMatch(new RegExp(`\`${scope}\`|\`…:${scope.split(':').at(-1)}\``));
  const fields = domains.flatMap((domain) => [...read(`schema/${domain}.graphql`).matchAll(/^extend type (?:Query|Mutation) \{\n([^]*?)^\}/gm)]);
  const names = fields.flatMap(([, body = '']) => [...body.matchAll(/^ {2}(\w+)(?=[(:])/gm)].map(([, name = '']) => name));
  expect(names).toContain('reassignCertification');
  for (const name of names) expect(scopes).toContain(`\`${name}\``);
});

test('docs/limits.md has each limit that can be set, its default and its range, and no other', () => {
  const number = (text = '') => Number(text.replaceAll(',', ''));
  const rows = [...read('docs/limits.md').matchAll(/^\| [^|]+ \| `(LIMIT_\w+)` \| ([\d,]+) \| ([\d,]+) to ([\d,]+) \|/gm)];
  const written = rows.map(([, variable, usual, least, most]) => ({ variable, default: number(usual), least: number(least), most: number(most) }));
  expect(written).toEqual(Object.values(limitTable));
});

test('docs/configuration.md gives the limits the same ranges', () => {
  const configuration = read('docs/configuration.md');
  for (const { variable, default: usual, least, most } of Object.values(limitTable)) {
    expect(configuration).toMatch(new RegExp(`^\\| \`${variable}\` \\| \`${usual}\` \\| .+ \\| ${least} to ${most} \\|$`, 'm'));
  }
});

test('docs/adr/README.md lists each decision, under its number', () => {
  const listed = [...read('docs/adr/README.md').matchAll(/^(\d+)\. \[.+\]\((.+)\)$/gm)].map(([, number, file]) => [Number(number), file]);
  const files = readdirSync(join(root, 'docs/adr')).filter((file) => file !== 'README.md').toSorted();
  expect(listed).toEqual(files.map((file) => [Number(file.slice(0, 4)), file]));
  for (const file of files) expect(read(`docs/adr/${file}`)).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
});

const documents = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...markdownBelow('docs')];

test.each(documents)('every link in %s leads somewhere', (document) => {
  for (const [, link = ''] of withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : join(dirname(document), path);
    expect([link, existsSync(join(root, target))]).toEqual([link, true]);
    if (anchor !== undefined) expect([link, anchorsOf(target)]).toEqual([link, expect.arrayContaining([anchor])]);
  }
});

test('the README’s query has the README’s answer', async () => {
  const readme = section(read('README.md'), 'A query and its answer');
  const [, query = ''] = /```graphql\n([^`]+)```/.exec(readme) ?? [];
  const [, answer = ''] = /```json\n([^`]+)```/.exec(readme) ?? [];
  const gateway = await startTestGateway({ generation: 'beta' });
  try {
    const { data, errors, upstreamCalls } = await gateway.ask(query, {}, { as: 'reviewer' });
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(JSON.parse(answer));
    expect(readme).toContain(`\`X-Upstream-Calls: ${upstreamCalls}\``);
  } finally {
    await gateway.stop();
  }
});

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/^ {4}.*$/gm, '');
}

/** As GitHub makes them from headings. */
function anchorsOf(document: string): string[] {
  return [...withoutCode(read(document)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'),
  );
}
