import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { startOwnGateway, type OwnGateway, type OwnGatewayOptions } from './own-schema.js';
import { bearerOf, openEvents, rawSocket, socketClient, type RawSocket } from './streams.js';

const follow = { query: 'subscription { tick { number } }' };
const later = { query: '{ later }' };
const change = { query: 'mutation { later }' };

let gateway: OwnGateway;

async function start(options: OwnGatewayOptions = {}): Promise<void> {
  gateway = await startOwnGateway(options);
}

afterEach(() => gateway.stop());

/** A WebSocket whose caller is known. */
async function open(token = gateway.token): Promise<RawSocket> {
  const socket = await rawSocket(gateway);
  socket.send({ type: 'connection_init', payload: { authorization: bearerOf(token) } });
  await until(() => socket.messages.length === 1);
  return socket;
}

/** Of the operation of that id, what the gateway has sent. */
function typesOf(socket: RawSocket, id: string): string[] {
  return socket.messages.filter((message) => message.id === id).map(({ type }) => type);
}

describe('a WebSocket', () => {
  test('is closed with 4408 when its client does not say who it is', async () => {
    await start({ bounds: { connectionInitMs: 50 } });
    expect((await (await rawSocket(gateway)).closed).code).toBe(4408);
  });

  test('is closed with 1000 when nothing is asked for, and not while something is answered', async () => {
    await start({ bounds: { idleMs: 100 } });
    const busy = await open();
    busy.send({ id: '1', type: 'subscribe', payload: follow });
    await until(() => gateway.sources.length === 1);
    const idle = await open();
    expect(await idle.closed).toEqual({ code: 1000, reason: 'No operation for a while' });
    expect(busy.webSocket.readyState).toBe(busy.webSocket.OPEN);
    gateway.sources[0]?.end();
    expect((await busy.closed).code).toBe(1000);
    expect(typesOf(busy, '1')).toEqual(['complete']);
  });

  test('is dropped when its client does not answer a ping by the next', async () => {
    await start({ bounds: { pingMs: 50 } });
    const answering = await open();
    const silent = await rawSocket(gateway, { autoPong: false });
    expect((await silent.closed).code).toBe(1006);
    expect(answering.webSocket.readyState).toBe(answering.webSocket.OPEN);
    answering.webSocket.close();
  });

  test('is dropped when its client asks and does not read', async () => {
    await start({ bounds: { mostUnsentBytes: 100_000 }, limits: { operationsPerToken: 10_000, inFlight: 10_000 } });
    const socket = await open();
    socket.webSocket.pause();
    for (let id = 0; id < 1000; id += 1) socket.send({ id: `${id}`, type: 'subscribe', payload: { query: '{ text(length: 100000) }' } });
    // Whoever does not read sees no end either: the gateway’s side is looked at.
    await until(async () => (await gateway.connections()) === 0);
    socket.webSocket.terminate();
  });

  test('ends with 4403 when its token expires, after what was asked for once has been answered', async () => {
    const expiresAtMs = Math.ceil(Date.now() / 1000) * 1000;
    await start({ now: () => expiresAtMs - 1000 });
    const socket = await open(gateway.tokenUntil(expiresAtMs));
    for (const [id, payload] of Object.entries({ query: later, mutation: change, follow })) socket.send({ id, type: 'subscribe', payload });
    await until(() => gateway.later() === 2 && gateway.sources.length === 1);
    // A message is taken no more: that is how the end shows while something is still to be answered.
    await until(async () => {
      const before = socket.messages.length;
      socket.send({ type: 'ping' });
      await new Promise((resolve) => socket.webSocket.ping('', true, resolve));
      await once(socket.webSocket, 'pong');
      return socket.messages.length === before;
    });
    gateway.answerLater();
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
    expect(typesOf(socket, 'query')).toEqual(['next', 'complete']);
    expect(typesOf(socket, 'mutation')).toEqual(['next', 'complete']);
    expect(typesOf(socket, 'follow')).toEqual([]);
    await until(() => gateway.sources[0]?.isReleased === true);
  });

  test('lets go of everything when its client has gone, also of what took the id of another that was not wanted any more', async () => {
    await start();
    const socket = await open();
    socket.send({ id: '1', type: 'subscribe', payload: follow });
    await until(() => gateway.sources.length === 1);
    socket.send({ id: '1', type: 'complete' });
    socket.send({ id: '1', type: 'subscribe', payload: follow });
    await until(() => gateway.sources.length === 2);
    socket.webSocket.terminate();
    await until(() => gateway.sources.every(({ isReleased }) => isReleased));
  });

  test('is opened again by graphql-ws’ own client when the token has expired, with a new one, and the subscription goes on', async () => {
    const expiresAtMs = Math.ceil(Date.now() / 1000) * 1000;
    await start({ now: () => expiresAtMs - 100 });
    const tokens = [gateway.tokenUntil(expiresAtMs), gateway.token];
    const client = socketClient(gateway, '', {
      connectionParams: () => ({ authorization: bearerOf(tokens.shift() ?? '') }),
      retryAttempts: 1,
      retryWait: () => Promise.resolve(),
    });
    const results = client.iterate(follow);
    const first = results.next();
    await until(() => gateway.sources.length === 2);
    gateway.sources[1]?.push(7);
    expect((await first).value).toMatchObject({ data: { tick: { number: 7 } } });
    expect(gateway.sources[0]?.isReleased).toBe(true);
    expect(tokens).toEqual([]);
    await client.dispose();
  });

  test('whose token has expired before is closed with 4403', async () => {
    await start();
    const socket = await rawSocket(gateway);
    socket.send({ type: 'connection_init', payload: { authorization: bearerOf(gateway.tokenUntil(Date.now() - 1000)) } });
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
    expect(socket.messages).toEqual([]);
  });

  test('is closed with 1001 when the gateway stops, and its source let go', async () => {
    await start();
    const socket = await open();
    socket.send({ id: '1', type: 'subscribe', payload: follow });
    await until(() => gateway.sources.length === 1);
    await gateway.drain();
    expect(await socket.closed).toEqual({ code: 1001, reason: 'The gateway is stopping' });
    // Not complete: its client is to come back for it.
    expect(typesOf(socket, '1')).toEqual([]);
    await until(() => gateway.sources[0]?.isReleased === true);
  });

  test('lets a change finish, and says so, before the gateway stops', async () => {
    await start({ finishMs: 20_000 });
    const socket = await open();
    socket.send({ id: '1', type: 'subscribe', payload: change });
    await until(() => gateway.later() === 1);
    const stopped = gateway.drain();
    socket.send({ id: '2', type: 'subscribe', payload: change });
    gateway.answerLater();
    await stopped;
    expect((await socket.closed).code).toBe(1001);
    expect(typesOf(socket, '1')).toEqual(['next', 'complete']);
    expect(typesOf(socket, '2')).toEqual([]);
  });

  test('does not keep the gateway from stopping for longer than it has to finish', async () => {
    await start({ finishMs: 50 });
    const socket = await open();
    socket.send({ id: '1', type: 'subscribe', payload: later });
    await until(() => gateway.later() === 1);
    await gateway.drain();
    expect((await socket.closed).code).toBe(1006);
  });
});

describe('a connection on which nothing is asked', () => {
  test('is closed in half of the time that others have to finish', async () => {
    await start({ finishMs: 2000 });
    const idle = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
    idle.write('GET / HTTP/1.1\r\nHost: gateway\r\n\r\n');
    // Its answer, after which the connection is kept.
    await once(idle, 'data');
    const events = await openEvents(gateway, gateway.token, change);
    await until(() => gateway.later() === 1);
    const stopped = gateway.drain();
    await once(idle, 'close');
    gateway.answerLater();
    await Promise.all([stopped, events.closed]);
    expect(events.events().map(({ event }) => event)).toEqual(['next', 'complete']);
  });
});

describe('an event stream', () => {
  test('is kept alive by comments', async () => {
    await start({ bounds: { pingMs: 20 } });
    const events = await openEvents(gateway, gateway.token, follow);
    await until(() => events.text().split(':\n\n').length > 4);
    events.leave();
    await until(() => gateway.sources[0]?.isReleased === true);
  });

  test('is dropped when its client does not read', async () => {
    await start({ bounds: { mostUnsentBytes: 100_000 } });
    const events = await openEvents(gateway, gateway.token, { query: 'subscription { tick { text(length: 100000) } }' });
    await until(() => gateway.sources.length === 1);
    events.stopReading();
    for (let count = 0; count < 1000; count += 1) gateway.sources[0]?.push(count);
    await until(() => gateway.sources[0]?.isReleased === true);
    await until(async () => (await gateway.connections()) === 0);
    events.leave();
  });

  test('ends with UNAUTHENTICATED when its token expires', async () => {
    const expiresAtMs = Math.ceil(Date.now() / 1000) * 1000;
    await start({ now: () => expiresAtMs - 500 });
    const events = await openEvents(gateway, gateway.tokenUntil(expiresAtMs), follow);
    await events.closed;
    expect(events.events()).toEqual([
      { event: 'next', data: { errors: [{ message: 'The token has expired; send a new one.', extensions: { code: 'UNAUTHENTICATED' } }] } },
      { event: 'complete', data: null },
    ]);
    expect(gateway.sources[0]?.isReleased).toBe(true);
  });

  test('breaks off when the gateway stops, without being complete, so that its client comes back', async () => {
    await start();
    const events = await openEvents(gateway, gateway.token, follow);
    await until(() => gateway.sources.length === 1);
    await gateway.drain();
    await events.closed;
    expect(events.events()).toEqual([]);
    expect(gateway.sources[0]?.isReleased).toBe(true);
  });

  test('lets a change finish before the gateway stops', async () => {
    await start({ finishMs: 20_000 });
    const events = await openEvents(gateway, gateway.token, change);
    await until(() => gateway.later() === 1);
    const stopped = gateway.drain();
    gateway.answerLater();
    await stopped;
    await events.closed;
    expect(events.events().map(({ event }) => event)).toEqual(['next', 'complete']);
  });
});

describe('of WebSockets and event streams', () => {
  test('there are so many at a time, and others are told when to come again', async () => {
    await start({ limits: { connections: 2 } });
    const events = await openEvents(gateway, gateway.token, follow);
    const socket = await open();
    await expect(rawSocket(gateway)).rejects.toThrow('Unexpected server response: 503');
    const refused = await openEvents(gateway, gateway.token, follow);
    expect([refused.status, refused.headers['retry-after'], JSON.parse(refused.text()).errors[0].extensions]).toEqual([503, '1', { code: 'RATE_LIMITED', retryAfterSeconds: 1 }]);
    socket.webSocket.close();
    await until(async () => (await gateway.connections()) === 1);
    (await open()).webSocket.close();
    events.leave();
  });

  test('those of one token have so many operations at a time, and a forged token takes none from its victim', async () => {
    await start({ limits: { operationsPerToken: 2 } });
    const forger = await open(gateway.forgedToken());
    for (const id of ['1', '2', '3']) forger.send({ id, type: 'subscribe', payload: follow });
    await until(() => typesOf(forger, '3').length === 1);
    expect(forger.messages.find(({ id }) => id === '3').payload[0].extensions).toEqual({ code: 'RATE_LIMITED', measure: 'operationsPerToken', limit: 2, retryAfterSeconds: 1 });

    const first = await openEvents(gateway, gateway.token, follow);
    const socket = await open();
    await open();
    const third = await rawSocket(gateway);
    third.send({ type: 'connection_init', payload: { authorization: bearerOf(gateway.token) } });
    expect(await third.closed).toEqual({ code: 1013, reason: 'This token has 2 WebSockets, as many as it may have at a time.' });
    socket.send({ id: '1', type: 'subscribe', payload: follow });
    await until(() => gateway.sources.length === 4);
    const refused = await openEvents(gateway, gateway.token, follow);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
    first.leave();
    await until(() => gateway.sources[2]?.isReleased === true);
    const next = await openEvents(gateway, gateway.token, follow);
    expect(next.status).toBe(200);
    next.leave();
  });

  test('a subscription takes a place among the requests in flight until it is under way, and no longer', async () => {
    await start({ limits: { inFlight: 1 } });
    const socket = await open();
    for (const id of ['1', '2']) {
      socket.send({ id, type: 'subscribe', payload: follow });
      await until(() => gateway.sources.length === Number(id));
    }
    socket.send({ id: '3', type: 'subscribe', payload: later });
    await until(() => gateway.later() === 1);
    socket.send({ id: '4', type: 'subscribe', payload: later });
    await until(() => typesOf(socket, '4').length === 1);
    expect(socket.messages.at(-1)).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }] });
    gateway.answerLater();
    await until(() => typesOf(socket, '3').length === 2);
  });

  test('none is let in once the gateway is stopping', async () => {
    await start({ finishMs: 20_000 });
    const socket = await open();
    socket.send({ id: '1', type: 'subscribe', payload: change });
    await until(() => gateway.later() === 1);
    gateway.goAway();
    await expect(rawSocket(gateway)).rejects.toThrow('Unexpected server response: 503');
    expect((await openEvents(gateway, gateway.token, follow)).status).toBe(503);
    gateway.answerLater();
    expect((await socket.closed).code).toBe(1001);
  });
});
