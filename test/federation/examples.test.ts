import { afterEach, expect, test } from '@jest/globals';
import { buildSchema, printType, type GraphQLNamedType } from 'graphql';
import { startProcess, type RunningProcess } from '../support/process.js';

let started: RunningProcess[] = [];
// One that a failed test has left behind would stay.
afterEach(() => {
  for (const example of started) example.kill('SIGKILL');
  started = [];
});

function startExample(name: string, args: readonly string[] = []): RunningProcess {
  const example = startProcess(`examples/supergraph/${name}.ts`, {}, args);
  started.push(example);
  return example;
}

test('npm run example:supergraph -- --once prints a query across three subgraphs and its answer, and ends', async () => {
  const example = startExample('main', ['--once']);
  const code = await example.exitCode;
  const output = example.output();
  expect(output).toMatch(/^As Michael Okafor:\n\nquery Supergraph \{\n/);
  const answer = JSON.parse(output.slice(output.indexOf('\n{\n'))) as { data: { certifications: { nodes: object[] } } };
  expect(answer).not.toHaveProperty('errors');
  expect(answer.data.certifications.nodes).toHaveLength(2);
  for (const node of answer.data.certifications.nodes) {
    expect(node).toMatchObject({
      name: expect.any(String),
      reviewer: { identity: { name: 'Michael Okafor', department: expect.any(String) } },
      notes: [{ author: { city: expect.any(String) } }, { text: expect.any(String) }],
    });
  }
  expect(code).toBe(0);
});

test('without --once it stays up for more queries, and stops when it is asked to', async () => {
  const example = startExample('main');
  const url = await example.waitFor(/Router {2}(http:\/\/127\.0\.0\.1:\d+\/graphql)/);
  const token = await example.waitFor(/\n(eyJ\S+)\n/);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ recentNotes(first: 1) { text certification { name } author { name } } }' }),
  });
  expect(await response.json()).toEqual({
    data: {
      recentNotes: [{ text: expect.any(String), certification: { name: expect.any(String) }, author: { name: expect.any(String) } }],
    },
  });
  example.kill('SIGTERM');
  expect(await example.exitCode).toBe(0);
});

test('npm run example:contract prints the API without what is tagged admin, headed by what that is', async () => {
  const example = startExample('contract');
  expect(await example.exitCode).toBe(0);
  const types = buildSchema(example.output()).getTypeMap();
  expect(types).toHaveProperty('Note');
  const [heading = ''] = /^# Left out of this contract:\n(# {3}.+\n)+/.exec(example.output()) ?? [];
  const leftOut = [...heading.matchAll(/^# {3}(\w+)(?:\.(\w+))?$/gm)].map(([, type = '', member]) => ({ type, member }));
  expect(leftOut).toEqual(
    expect.arrayContaining([
      { type: 'Query', member: 'reassignmentTenantConfiguration' },
      { type: 'ReassignmentTenantConfiguration', member: undefined },
    ]),
  );
  for (const { type, member } of leftOut) {
    if (member === undefined) expect(types).not.toHaveProperty(type);
    else expect(printType(types[type] as GraphQLNamedType)).not.toMatch(new RegExp(`^ {2}${member}\\b`, 'm'));
  }
});
