import { afterEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { until } from '../support/until.js';

const boardOf = (count: number) => `{ certifications(first: ${count}) { nodes { id reviewers { nodes { id } } } } }`;
const single = 'query ($id: ID!) { certification(id: $id) { id name } }';
const small = '{ certifications(first: 1) { nodes { id } } }';

let gateway: TestGateway;
afterEach(() => gateway.stop());

async function start(options: TestGatewayOptions): Promise<void> {
  gateway = await startTestGateway(options);
}

const openId = () => ({ id: gateway.upstream.tenant.examples.certifications.open });
const callsOf = (operation: string) => gateway.upstream.requests.filter((request) => request.operation === operation);

describe('forged tokens', () => {
  test('that wait for their share of the budget keep nobody from a cached answer', async () => {
    // Thirty of theirs in a window, and time for six windows.
    const settings = { budget: { calls: 90, windowMs: 10_000 } };
    await start({ remembers: true, settings, server: { requestTimeoutMs: 60_000 }, limits: { inFlight: 110 } });
    await gateway.ask(single, openId());
    const leaving = new AbortController();
    let endedCount = 0;
    const forge = () => {
      const authorization = `Bearer ${gateway.upstream.tokens.forge({}, 'administrator')}`;
      const body = JSON.stringify({ query: small });
      const over = () => void (endedCount += 1);
      const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body, signal: leaving.signal };
      return fetch(`${gateway.origin}/graphql`, init).then((response) => response.text()).then(over, over);
    };
    // As many as may wait do so after the first wave, and the second finds their line full.
    const first = Array.from({ length: 200 }, forge);
    await until(() => endedCount >= 90);
    const second = Array.from({ length: 100 }, forge);
    await until(() => endedCount >= 190);
    const answer = await gateway.ask(single, openId());
    expect([answer.status, answer.errors, answer.upstreamCalls]).toEqual([200, undefined, 0]);
    leaving.abort();
    await Promise.all([...first, ...second]);
  });
});

describe('one token', () => {
  test('has a quarter of the room for requests: more of them are refused, and another token is answered', async () => {
    await start({ limits: { inFlight: 8 }, server: { requestTimeoutMs: 4000 } });
    gateway.upstream.inject({ operation: /./, hang: true, times: 2 });
    const waiting = [gateway.ask(single, openId()), gateway.ask('{ reassignmentConfigTypes { configType } }')];
    await until(() => gateway.upstream.requests.length === 2);
    const third = await gateway.ask(small);
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '1']);
    expect(third.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    const other = await gateway.ask(small, {}, { as: 'reviewer' });
    expect([other.status, other.errors]).toEqual([200, undefined]);
    for (const { status } of await Promise.all(waiting)) expect(status).toBe(200);
    expect((await gateway.ask(small)).errors).toBeUndefined();
  });

  test('that is refused in the middle of a board is not sent on, and its slots are given back', async () => {
    const calls = 400;
    await start({ upstream: { latencyMs: 50 }, settings: { budget: { calls, windowMs: 60_000 } } });
    await gateway.ask(small);
    const { requests, tokens } = gateway.upstream;
    const token = tokens.issue({}, 'administrator');
    const asking = gateway.ask(boardOf(150), {}, { token });
    await until(() => requests.filter(({ status }) => status === 200).length >= 20);
    tokens.revoke(token);
    const { errors } = await asking;
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors ?? []) expect(extensions.code).toBe('UNAUTHENTICATED');
    // Those that were on their way.
    expect(requests.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(58);
    expect(requests.length).toBeLessThan(140);
    const other = await gateway.ask(small);
    expect(other.extensions['cost']).toMatchObject({ budget: { calls, left: calls - requests.length } });
  });
});

describe('boards', () => {
  test('of two OAuth clients do not hold up what a third client asks for', async () => {
    await start({ server: { requestTimeoutMs: 4000 }, settings: { budget: { calls: 95, windowMs: 60_000 } } });
    const tokenOf = (client: string) => ({ token: gateway.upstream.tokens.issue({ client_id: client }, 'administrator') });
    const [one, two, three] = [tokenOf('one'), tokenOf('two'), tokenOf('three')] as const;
    for (const client of [one, two, three]) await gateway.ask(small, {}, client);
    gateway.upstream.inject({ operation: 'listCertificationReviewers', hang: true });
    let areOver = false;
    const boards = Promise.all([one, two].map((client) => gateway.ask(boardOf(50), {}, client))).then(() => (areOver = true));
    await until(() => callsOf('listCertificationReviewers').length >= 58);
    const answer = await gateway.ask(single, openId(), three);
    expect([answer.errors, areOver]).toEqual([undefined, false]);
    await boards;
  });

  test('go on in turns with the many small requests of another viewer', async () => {
    await start({ settings: { budget: { calls: 24, windowMs: 1000 } } });
    await gateway.ask(small);
    await gateway.ask(small, {}, { as: 'reviewer' });
    const poll = (index: number) => gateway.ask(`{ pendingCertificationTasks(first: ${index + 1}) { nodes { id } } }`, {}, { as: 'reviewer' });
    const callsOfReviewer = () => gateway.upstream.requests.filter(({ personaKey }) => personaKey === 'reviewer').length;
    const polls = Array.from({ length: 80 }, (_, index) => poll(index));
    await until(() => callsOfReviewer() >= 4);
    const board = await gateway.ask(boardOf(12));
    expect(board.errors).toBeUndefined();
    // Most of them are still in line.
    expect(callsOfReviewer()).toBeLessThan(60);
    for (const { errors } of await Promise.all(polls)) expect(errors).toBeUndefined();
  });
});
