import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { askedScreens, textOf } from '../support/screens.js';
import { until } from '../support/until.js';
import { askRaw, askUntilKept, type RawRequest } from './support.js';

const board = `query Board($first: Int!) {
  certifications(first: $first) { nodes { id name isOverdue campaign { id name } reviewers { nodes { id name email } } } }
}`;

describe.each(['beta', 'v2025'] as const)('an answer that is asked for again on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, remembers: true });
  });
  afterAll(() => gateway.stop());

  const linesSince = (before: number) =>
    gateway.logLines.slice(before).map((text) => JSON.parse(text) as Record<string, unknown>).filter(({ msg }) => msg === 'graphql request');

  test('is sent as it was made out of the cache, with figures of the moment', async () => {
    const request = { query: board, variables: { first: 10 } };
    const first = await askRaw(gateway, request);
    const second = await askRaw(gateway, request);
    const third = await askRaw(gateway, request);
    expect([first.isRepeated, second.isRepeated, third.isRepeated]).toEqual([false, false, true]);
    expect([second.data, third.data]).toEqual([first.data, first.data]);
    expect([third.status, third.headers]).toEqual([200, second.headers]);
    expect(third.headers).toMatchObject({ 'x-upstream-calls': '0', 'cache-control': 'private, no-cache', vary: expect.stringContaining('Authorization') });
    expect(third.cost).toEqual({
      upstreamCalls: 0,
      estimatedCalls: first.cost?.estimatedCalls,
      budget: expect.objectContaining({ left: expect.any(Number) }),
      cache: { answer: { hit: 1 } },
    });
    expect(Object.keys(third.cost ?? {})).toEqual(Object.keys(second.cost ?? {}));
  });

  test('has a line in the log like one that was executed', async () => {
    const request = { query: board, variables: { first: 3 }, headers: { 'x-request-id': 'asked-again' } };
    await askRaw(gateway, request);
    const before = gateway.logLines.length;
    await askRaw(gateway, request);
    await askRaw(gateway, request);
    await until(() => linesSince(before).length === 2);
    const [executed = {}, repeated = {}] = linesSince(before);
    expect(Object.keys(repeated)).toEqual(Object.keys(executed));
    expect(repeated).toEqual({ ...executed, time: expect.any(Number), durationMs: expect.any(Number), cache: { answer: { hit: 1 } } });
    expect(repeated).toMatchObject({ operationName: 'Board', operationType: 'query', rootFields: ['certifications'], outcome: 'ok', status: 200, upstreamCalls: 0, requestId: 'asked-again' });
  });

  const reads = askedScreens.filter((screen) => !textOf(screen).includes('mutation '));
  test.each(reads)('of the screen %s says the same, byte by byte', async (screen) => {
    const request: RawRequest = { query: textOf(screen), variables: sampleVariables(gateway.upstream.tenant)[screen] ?? {} };
    const second = await askUntilKept(gateway, request);
    const third = await askRaw(gateway, request);
    expect([third.data, third.codes]).toEqual([second.data, second.codes]);
    // Out of fresh entries of the cache, without an error, and out of nothing else.
    const outcomes = Object.values(second.cost?.cache ?? {}).flatMap((counts) => Object.keys(counts));
    expect(third.isRepeated).toBe(second.codes.length === 0 && outcomes.length > 0 && outcomes.every((outcome) => outcome === 'hit'));
  });

  test('is another one for other variables, another operation, another document, another language, or another form', async () => {
    const query = `query One($first: Int!) { certifications(first: $first) { nodes { id } } } query Other($first: Int!) { certifications(first: $first) { nodes { name } } }`;
    const request = { query, variables: { first: 2 }, operationName: 'One' };
    const { data, headers } = await askUntilKept(gateway, request);
    const others: RawRequest[] = [
      { ...request, variables: { first: 1 } },
      { ...request, operationName: 'Other' },
      { ...request, query: query.replace('nodes { id }', 'nodes { id phase }') },
      { ...request, headers: { 'accept-language': 'de' } },
      { ...request, headers: { accept: 'application/graphql-response+json' } },
      { ...request, method: 'GET', headers: { 'apollo-require-preflight': 'true' } },
      { ...request, variables: { first: 1 }, method: 'GET', headers: { 'apollo-require-preflight': 'true' } },
    ];
    const answers = [];
    for (const other of others) answers.push(await askRaw(gateway, other));
    expect(answers.map(({ isRepeated }) => isRepeated)).toEqual(others.map(() => false));
    expect(answers.map((answer) => answer.data === data)).toEqual([false, false, false, true, true, true, false]);
    expect(answers[4]?.headers).toEqual({ ...headers, 'content-type': 'application/graphql-response+json; charset=utf-8' });
    const again = await Promise.all(others.map((other) => askUntilKept(gateway, other).then(() => askRaw(gateway, other))));
    expect(again.map(({ isRepeated, data: text, headers: theirs }) => ({ isRepeated, text, theirs }))).toEqual(
      answers.map((answer) => ({ isRepeated: true, text: answer.data, theirs: { ...answer.headers, 'x-upstream-calls': '0' } })),
    );
  });

  test('is executed for the same variables in another order', async () => {
    const query = 'query ($first: Int!, $after: String) { certifications(first: $first, after: $after) { nodes { id } } }';
    const { data } = await askUntilKept(gateway, { query, variables: { first: 2, after: null } });
    const other = await askRaw(gateway, { query, variables: { after: null, first: 2 } });
    expect([other.data, other.isRepeated, other.cost?.upstreamCalls]).toEqual([data, false, 0]);
  });
});
