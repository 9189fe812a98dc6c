import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/doctor/report.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startProcess } from '../support/process.js';

let upstream: Upstream;
let token: string;
beforeAll(async () => {
  upstream = await startUpstream();
  ({ token } = upstream.persona('administrator'));
});
afterAll(() => upstream.stop());

function doctor(args: readonly string[], environment: Readonly<Record<string, string>> = {}, input = '') {
  return startProcess('src/cli/main.ts', environment, ['doctor', ...args], { input });
}

describe('a command line that cannot be followed', () => {
  test.each<[string, () => readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['no address', () => [], { SAILPOINT_TOKEN: 'a.b.c' }, /no address: doctor takes --url/],
    ['no token', () => ['--url', upstream.origin], {}, /no token: .* from standard input or from SAILPOINT_TOKEN, never as an argument/],
    ['an empty standard input', () => ['--url', upstream.origin, '--token-stdin'], { SAILPOINT_TOKEN: 'a.b.c' }, /no token/],
    ['what cannot be a token', () => ['--url', upstream.origin], { SAILPOINT_TOKEN: 'two words' }, /cannot be one/],
    ['the token as an option', () => ['--url', upstream.origin, `--token=${token}`], {}, /never as an argument/],
    ['the token as an argument', () => ['--url', upstream.origin, token], {}, /never as an argument/],
    ['an address that is none', () => ['--url', 'tenant'], { SAILPOINT_TOKEN: 'a.b.c' }, /the address is not an http\(s\) URL/],
    ['an address with a password', () => ['--url', 'https://me:secret@example.com'], { SAILPOINT_TOKEN: 'a.b.c' }, /the address must not hold credentials/],
    ['an address that would show the token to the network', () => ['--url', 'http://example.com'], { SAILPOINT_TOKEN: 'a.b.c' }, /the address is http:\/\/ to another machine/],
  ])('%s: exit code 2, what is wrong, and nothing of what was typed', async (_what, args, environment, words) => {
    const refused = doctor(args(), environment);
    expect(await refused.exitCode).toBe(2);
    expect(refused.output()).toMatch(words);
    expect(refused.output()).not.toMatch(/secret|two words/);
    expect(refused.output()).not.toContain(token.slice(0, 20));
    expect(upstream.requests).toEqual([]);
  });
});

test('a token from the environment, the address as the gateway has it, and a report for machines', async () => {
  const examined = doctor(['--json'], { SAILPOINT_API_URL: upstream.apiUrl('v2024'), SAILPOINT_TOKEN: token });
  expect(await examined.exitCode).toBe(0);
  const report = JSON.parse(examined.output()) as Report;
  expect(report).toMatchObject({ format: 'certification-gateway-doctor', version: 1, recommendation: { generation: 'v2025', path: '/v2025' }, stopped: null });
  upstream.clearRequests();
});

test('no generation that can be used: exit code 1, and a report all the same', async () => {
  const examined = doctor(['--url', upstream.origin, '--token-stdin'], {}, `${upstream.persona('expired').token}\n`);
  expect(await examined.exitCode).toBe(1);
  expect(examined.output()).toMatch(/^# certification-gateway doctor\n/);
  expect(examined.output()).toContain('the token has expired');
});
