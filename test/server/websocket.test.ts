import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { createRandom } from '../support/random-operations.js';
import { until } from '../support/until.js';
import { SecretPieces } from '../security/secret-pieces.js';
import { allOf, bearerOf, rawFrames, rawSocket, socketClient, type RawSocket } from './streams.js';

const list = 'query List { certifications(first: 2) { nodes { id name } } }';
const listed = 'https://app.example.com';

describe('GraphQL over WebSocket', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ server: { corsOrigins: [listed] } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  const tokenOf = () => gateway.upstream.persona('reviewer').token;

  /** Sends `connection_init` with this payload and waits for the answer or the end. */
  async function connect(payload: unknown, headers: Record<string, string> = {}): Promise<RawSocket> {
    const socket = await rawSocket(gateway, { headers });
    socket.send({ type: 'connection_init', payload });
    await until(() => socket.messages.length > 0 || socket.webSocket.readyState !== socket.webSocket.OPEN);
    return socket;
  }

  test('answers a query as a POST is answered, with what it has cost', async () => {
    const posted = await gateway.ask(list, {}, { as: 'reviewer' });
    const client = socketClient(gateway, tokenOf());
    const [result, ...others] = await allOf(client, list);
    expect(others).toEqual([]);
    expect(result.data).toEqual(posted.data);
    expect(result.errors).toBeUndefined();
    expect(result.extensions.cost).toMatchObject({ upstreamCalls: 1, estimatedCalls: 1, budget: { calls: 100_000 } });
    await client.dispose();
  });

  test('sends a mutation once, with the caller’s own token', async () => {
    const client = socketClient(gateway, gateway.upstream.persona('administrator').token);
    const [result] = await allOf(client, 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }');
    expect(result.data.updateReassignmentTenantConfiguration.userErrors).toEqual([]);
    expect(gateway.upstream.requests.map(({ method }) => method)).toEqual(['PUT']);
    await client.dispose();
  });

  test('a request’s errors have the codes of a POST, and leave the connection open', async () => {
    const client = socketClient(gateway, tokenOf());
    const results = await allOf(client, '{ certification(id: "%") { id } }');
    expect(results[0].errors).toEqual([expect.objectContaining({ path: ['certification'], extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })]);
    expect((await allOf(client, list))[0].data.certifications.nodes).toHaveLength(2);
    await client.dispose();
  });

  test.each([
    ['that does not parse', { query: '{ certifications(' }, 'GRAPHQL_PARSE_FAILED'],
    ['that does not fit the schema', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['whose variables do not fit', { query: 'query ($id: ID!) { certification(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    ['of a name that there is not', { query: list, operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['too deep', { query: `{${' a {'.repeat(20)} b ${'}'.repeat(20)} }` }, 'COST_LIMIT_EXCEEDED'],
    ['too dear', { query: `{ ${[0, 250].map((offset) => `a${offset}: certifications(first: 250, offset: ${offset}) { nodes { reviewers(first: 250) { nodes { id } } } }`).join(' ')} }` }, 'COST_LIMIT_EXCEEDED'],
    ['with extensions that are none', { query: list, extensions: { persistedQuery: 1 } }, 'BAD_USER_INPUT'],
    ['named by a hash that nobody has registered', { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['under the hash of another', { query: list, extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }, 'BAD_USER_INPUT'],
  ])('an operation %s is refused without an upstream call, and the connection goes on', async (_what, payload, code) => {
    const socket = await connect({ authorization: bearerOf(tokenOf()) });
    socket.send({ id: '1', type: 'subscribe', payload });
    await until(() => socket.messages.length > 1);
    expect(socket.messages[1]).toMatchObject({ id: '1', type: 'error', payload: [{ message: expect.any(String), extensions: { code } }] });
    expect(gateway.upstream.requests).toEqual([]);
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    await until(() => socket.messages.length > 3);
    expect(socket.messages[2]).toMatchObject({ id: '1', type: 'next', payload: { data: { __typename: 'Query' } } });
    socket.webSocket.close();
  });

  type Place = (token: string) => readonly [unknown, Record<string, string>];

  test.each<[string, Place]>([
    ['in connectionParams', (token) => [{ authorization: bearerOf(token) }, {}]],
    ['in connectionParams, in capitals', (token) => [{ Authorization: bearerOf(token) }, {}]],
    ['in the header of the upgrade', (token) => [undefined, { authorization: bearerOf(token) }]],
  ])('a token %s is taken', async (_where, place) => {
    const socket = await connect(...place(tokenOf()));
    expect(socket.messages).toEqual([{ type: 'connection_ack', payload: { requestId: expect.any(String) } }]);
    socket.webSocket.close();
  });

  const notOneToken: [string, Place][] = [
    ['no token', () => [undefined, {}]],
    ['no scheme', (token) => [{ authorization: token }, {}]],
    ['two tokens', (token) => [{ authorization: bearerOf(token), Authorization: bearerOf(token) }, {}]],
    ['a token in each place', (token) => [{ authorization: bearerOf(token) }, { authorization: bearerOf(token) }]],
    ['a list of tokens', (token) => [{ authorization: [bearerOf(token)] }, {}]],
    ['a token in a cookie', (token) => [{}, { cookie: `authorization=Bearer ${token}` }]],
    ['a token in other params', (token) => [{ token, headers: { authorization: bearerOf(token) } }, {}]],
  ];
  test.each(notOneToken)('%s: the connection is closed with 4403, and leaves no trace of it', async (_what, place) => {
    const token = gateway.upstream.tokens.issue();
    const socket = await connect(...place(token));
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Send exactly one bearer token: "Authorization: Bearer <token>".' });
    expect(socket.messages).toEqual([]);
    expect(gateway.upstream.requests).toEqual([]);
    expect(new SecretPieces([token]).findIn(gateway.logLines.join(''))).toBeNull();
  });

  test('a token in the address is not read', async () => {
    const socket = await rawSocket(gateway, { path: `/graphql?authorization=Bearer%20${tokenOf()}&access_token=${tokenOf()}` });
    socket.send({ type: 'connection_init' });
    expect((await socket.closed).code).toBe(4403);
  });

  test.each([
    ['of the gateway itself', () => ({ origin: gateway.origin })],
    ['of an origin in CORS_ORIGINS', () => ({ origin: listed })],
    ['of no origin, which is no browser’s', () => ({})],
  ])('a page %s may connect', async (_whose, headersOf: () => Record<string, string>) => {
    const { webSocket } = await rawSocket(gateway, { headers: headersOf() });
    webSocket.close();
  });

  test.each(['https://evil.example.com', 'null', `${listed}.evil.example.com`, 'http://app.example.com', 'http://127.0.0.1', 'http://localhost'])(
    'a page of the origin %s may not connect, and a browser is told before there is a connection',
    async (origin) => {
      await expect(rawSocket(gateway, { headers: { origin } })).rejects.toThrow('Unexpected server response: 403');
    },
  );

  test.each(['/', '/graphql/', '/graphql/stream', '/graphiql', '/GRAPHQL', '/health/live'])('there is no WebSocket at %s', async (path) => {
    await expect(rawSocket(gateway, { path })).rejects.toThrow('Unexpected server response: 404');
  });

  test('what the page’s reader reports is found in the log: one line for each operation, by the connection’s caller', async () => {
    const client = socketClient(gateway, tokenOf());
    await allOf(client, 'query Named { certifications(first: 3) { nodes { id reviewers { nodes { id } } } } }');
    await client.dispose();
    await until(() => gateway.logLines.some((line) => line.includes('"Named"')));
    const line = JSON.parse(gateway.logLines.find((text) => text.includes('"Named"')) ?? '{}');
    expect(line).toMatchObject({
      msg: 'graphql request', transport: 'websocket', operationName: 'Named', operationType: 'query', outcome: 'ok', results: 1,
      errorCodes: [], upstreamCalls: 4, viewer: expect.stringMatching(/^[0-9a-f]{12}$/), requestId: expect.any(String), durationMs: expect.any(Number),
    });
    expect(gateway.upstream.requests.every(({ headers }) => headers['x-request-id'] === line.requestId)).toBe(true);
  });

  test('a client that has gone, or wants no more, does not keep upstream calls under way', async () => {
    const heal = gateway.upstream.inject({ operation: 'listIdentityCertifications', hang: true });
    const socket = await connect({ authorization: bearerOf(tokenOf()) });
    for (const id of ['1', '2']) socket.send({ id, type: 'subscribe', payload: { query: list.replace('2', `1${id}`) } });
    await until(() => gateway.upstream.requests.length === 2);
    socket.send({ id: '1', type: 'complete' });
    await until(() => gateway.logLines.filter((line) => line.includes('"failure":"cancelled"')).length === 1);
    socket.send({ type: 'ping' });
    await until(() => socket.messages.at(-1).type === 'pong');
    expect(socket.messages.map(({ type }) => type)).toEqual(['connection_ack', 'pong']);
    socket.webSocket.terminate();
    await until(() => gateway.logLines.filter((line) => line.includes('"failure":"cancelled"')).length === 2);
    heal();
  });

  test.each<[string, unknown, number]>([
    ['that is no JSON', '{"type":', 4400],
    ['that is a list', [], 4400],
    ['that is a number', '1', 4400],
    ['of no type', { payload: {} }, 4400],
    ['of an unknown type', { type: 'start' }, 4400],
    ['that only servers send', { type: 'connection_ack' }, 4400],
    ['in binary', Buffer.from('{"type":"ping"}'), 4400],
    ['with an operation of no id', { type: 'subscribe', payload: { query: list } }, 4400],
    ['with an operation of no text', { id: '1', type: 'subscribe', payload: {} }, 4400],
    ['with an operation of an odd text', { id: '1', type: 'subscribe', payload: { query: { a: 1 } } }, 4400],
    ['with variables that are none', { id: '1', type: 'subscribe', payload: { query: list, variables: 'x' } }, 4400],
    ['that introduces itself again', { type: 'connection_init' }, 4429],
    ['of more bytes than a body may have', 'x'.repeat(1_048_577), 1009],
  ])('a message %s closes the connection, with the protocol’s own code, and harms nobody else', async (_what, message, code) => {
    const other = await connect({ authorization: bearerOf(tokenOf()) });
    const socket = await connect({ authorization: bearerOf(tokenOf()) });
    socket.send(message);
    expect((await socket.closed).code).toBe(code);
    other.send({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    await until(() => other.messages.length === 3);
    expect(gateway.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
    other.webSocket.close();
  });

  test.each<[string, readonly number[], number]>([
    ['without a mask', [0x81, 0x02, 0x7b, 0x7d], 1002],
    ['of an opcode that there is not', [0x83, 0x80, 0, 0, 0, 0], 1002],
    ['with a reserved bit', [0xf1, 0x80, 0, 0, 0, 0], 1002],
    ['of text that is not UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
    ['that promises more bytes than may come', [0x81, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0], 1009],
    ['that continues nothing', [0x80, 0x80, 0, 0, 0, 0], 1002],
  ])('a frame %s closes the connection before anything is read of it', async (_what, bytes, code) => {
    const socket = await rawFrames(gateway);
    const answer = once(socket, 'data');
    socket.write(Buffer.from(bytes));
    const [frame] = (await answer) as [Buffer];
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, code]);
    socket.destroy();
  });

  test('a hundred connections that send noise leave nothing behind, and no token is in any log line', async () => {
    const random = createRandom(7);
    const noise = () => Buffer.from(Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
    const sockets = await Promise.all(Array.from({ length: 100 }, () => connect({ authorization: bearerOf(tokenOf()) })));
    for (const [index, { webSocket }] of sockets.entries()) {
      if (index % 2 === 0) webSocket.send(noise(), { binary: false });
      else webSocket.send(JSON.stringify({ id: noise().toString('latin1'), type: 'subscribe', payload: { query: noise().toString('latin1'), extensions: { token: tokenOf() } } }));
    }
    await until(() => sockets.every(({ webSocket, messages }) => webSocket.readyState === webSocket.CLOSED || messages.length > 1));
    for (const { webSocket } of sockets) webSocket.close();
    const asked = await connect({ authorization: bearerOf(tokenOf()) });
    asked.send({ id: '1', type: 'subscribe', payload: { query: list } });
    await until(() => asked.messages.length === 3);
    asked.webSocket.close();
    const pieces = new SecretPieces(gateway.upstream.personas.map(({ token }) => token));
    expect(pieces.findIn(gateway.logLines.join(''))).toBeNull();
    expect(gateway.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('who asks before they say who they are is closed with 4401, however much they ask', async () => {
    const socket = await rawSocket(gateway);
    for (let id = 0; id < 100; id += 1) socket.send({ id: String(id), type: 'subscribe', payload: { query: list } });
    expect((await socket.closed).code).toBe(4401);
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('a thousand operations of one id are one, and the connection is closed with 4409', async () => {
    const socket = await connect({ authorization: bearerOf(tokenOf()) });
    for (let count = 0; count < 1000; count += 1) socket.send({ id: '1', type: 'subscribe', payload: { query: list } });
    expect((await socket.closed).code).toBe(4409);
    expect(gateway.upstream.requests.length).toBeLessThanOrEqual(1);
  });

  test('a second operation of an id that is too long to be repeated closes the connection all the same', async () => {
    const socket = await connect({ authorization: bearerOf(tokenOf()) });
    for (let count = 0; count < 2; count += 1) socket.send({ id: '1'.repeat(500), type: 'subscribe', payload: { query: list } });
    expect(await socket.closed).toEqual({ code: 4409, reason: '' });
  });

  test('a connection of another subprotocol is closed with 4406', async () => {
    const socket = await rawSocket(gateway, { protocol: 'graphql-ws' }).catch((error: unknown) => error);
    // The client itself refuses a server that does not speak its protocol.
    expect(socket).toMatchObject({ message: 'Server sent no subprotocol' });
  });
});

async function answerOf(options: TestGatewayOptions, payload: Record<string, unknown>) {
  const gateway = await startTestGateway(options);
  const socket = await rawSocket(gateway);
  socket.send({ type: 'connection_init', payload: { authorization: bearerOf(gateway.upstream.persona('reviewer').token) } });
  await until(() => socket.messages.length > 0);
  socket.send({ id: '1', type: 'subscribe', payload });
  await until(() => socket.messages.length > 1);
  socket.webSocket.close();
  await gateway.stop();
  return socket.messages[1];
}

describe('over WebSocket, what is switched off', () => {
  const isIntrospectionOff = { server: { isIntrospectionOn: false } };

  test('introspection is refused', async () => {
    expect(await answerOf(isIntrospectionOff, { query: '{ __schema { __typename } }' })).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  test('errors suggest nothing', async () => {
    const suggesting = await answerOf({}, { query: '{ certificatio { id } }' });
    const silent = await answerOf(isIntrospectionOff, { query: '{ certificatio { id } }' });
    expect(suggesting.payload[0].message).toContain('Did you mean');
    expect(silent.payload[0].message).toBe('Cannot query field "certificatio" on type "Query".');
  });

  test('where operations are persisted, a text is refused and an id is answered', async () => {
    const persistedOperations = new Map([['the-id', '{ __typename }']]);
    const options = { settings: { persistedOperations } };
    expect(await answerOf(options, { query: list })).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
    expect(await answerOf(options, { query: '', documentId: 'the-id' })).toMatchObject({ type: 'next', payload: { data: { __typename: 'Query' } } });
  });
});
