import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ClaimOverrides, PersonaKey } from '../../src/sandbox/tokens.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { describeWithRedis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { askRaw, askUntilKept } from './support.js';

const query = '{ certifications(first: 5) { totalCount nodes { id name reviewer { name } } } }';

/** Claims of the administrator, whose answer is kept, in tokens that are not to be believed. */
const pretenders: Readonly<Record<string, (gateway: TestGateway) => string>> = {
  'a forged token with the same claims': ({ upstream }) => upstream.tokens.forge({}, 'administrator'),
  'an expired token with the same claims': ({ upstream }) => upstream.tokens.issue({ exp: Math.floor(Date.now() / 1000) - 60 }, 'administrator'),
  'a token of another tenant with the same claims besides': ({ upstream }) => upstream.tokens.issue({ tenant_id: 'another' }, 'administrator'),
  'an opaque token': () => 'nobody-knows-what-this-is',
};

const settingsFor = (redisUrls: readonly string[]) => ({ cache: { redisUrls, admissionMs: 300_000 } });

describe('an answer that is kept whole', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startTestGateway({ remembers: true });
  });
  afterEach(() => gateway.stop());

  test.each(Object.entries(pretenders))('is not for %s', async (_whose, tokenOf) => {
    const kept = await askUntilKept(gateway, { query });
    gateway.upstream.clearRequests();
    const answer = await askRaw(gateway, { query, token: tokenOf(gateway) });
    expect([answer.codes, answer.isRepeated, answer.data.includes('totalCount')]).toEqual([['UNAUTHENTICATED'], false, false]);
    expect(gateway.upstream.requests).toHaveLength(1);
    expect(await askRaw(gateway, { query })).toMatchObject({ data: kept.data, isRepeated: true });
  });

  test('is not for a token that the upstream has revoked, from its first 401 on', async () => {
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    await askUntilKept(gateway, { query, token });
    expect((await askRaw(gateway, { query, token })).isRepeated).toBe(true);
    gateway.upstream.tokens.revoke(token);
    expect((await askRaw(gateway, { query: '{ reassignmentConfigTypes { configType } }', token })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await askRaw(gateway, { query, token })).toMatchObject({ codes: ['UNAUTHENTICATED'], isRepeated: false });
  });

  test('is for another token of the same viewer when the upstream has accepted it, and not before', async () => {
    const { data } = await askUntilKept(gateway, { query });
    const token = gateway.upstream.tokens.issue({}, 'administrator');
    expect(await askRaw(gateway, { query, token })).toMatchObject({ data, isRepeated: false, cost: { upstreamCalls: 1 } });
    expect(await askUntilKept(gateway, { query, token })).toMatchObject({ data, isRepeated: true });
  });

  test.each([
    ['another identity', {}, 'otherReviewer'],
    ['the same identity with other rights', { authorities: [] }, 'administrator'],
    ['the same identity at another OAuth client', { client_id: 'another frontend' }, 'administrator'],
    ['the same identity with another scope', { scope: ['idn:campaign:read'] }, 'administrator'],
  ] satisfies [string, ClaimOverrides, PersonaKey][])('is not for %s: each has their own, side by side', async (_who, claims, like) => {
    const token = gateway.upstream.tokens.issue(claims, like);
    const own = await askUntilKept(gateway, { query });
    const first = await askRaw(gateway, { query, token });
    expect([first.isRepeated, first.cost?.upstreamCalls]).toEqual([false, 1]);
    const others = await askUntilKept(gateway, { query, token });
    const again = await Promise.all([askRaw(gateway, { query }), askRaw(gateway, { query, token }), askRaw(gateway, { query }), askRaw(gateway, { query, token })]);
    expect(again.map(({ data, isRepeated }) => [data, isRepeated])).toEqual([own.data, others.data, own.data, others.data].map((data) => [data, true]));
    // Who is no administrator sees their own work alone.
    if (like === 'otherReviewer') expect(others.data).not.toBe(own.data);
  });

  test('says what is left of the budget to the caller whose it is', async () => {
    await askUntilKept(gateway, { query });
    const before = await askRaw(gateway, { query });
    await askRaw(gateway, { query: '{ certifications(first: 1) { nodes { name } } }' });
    const after = await askRaw(gateway, { query });
    const left = ({ cost }: typeof before) => (cost?.budget as { left: number }).left;
    expect([before.isRepeated, after.isRepeated, left(before) - left(after)]).toEqual([true, true, 1]);
  });
});

describeWithRedis('with two replicas on one Redis, an answer that one of them keeps whole', () => {
  test('is for nobody else on the other one, which makes it out of what they share', async () => {
    const redis = await startRedis();
    const one = await startTestGateway({ remembers: true, settings: settingsFor([redis.url]) });
    const other = await startTestGateway({ remembers: true, behind: one.upstream, settings: settingsFor([redis.url]) });
    try {
      // Not before both listen to each other.
      await until(async () => (await askRaw(one, { query })).isRepeated);
      const { data } = await askRaw(one, { query });
      expect(await redis.client.keys('*answer*')).toEqual([]);
      for (const tokenOf of Object.values(pretenders)) {
        for (const gateway of [one, other]) expect((await askRaw(gateway, { query, token: tokenOf(one) })).codes).toEqual(['UNAUTHENTICATED']);
      }
      expect(await askRaw(other, { query })).toMatchObject({ data, isRepeated: false, cost: { upstreamCalls: 0 } });
      await until(async () => (await askRaw(other, { query })).isRepeated);
      expect((await askRaw(other, { query })).data).toBe(data);
    } finally {
      await other.stop();
      await one.stop();
      await redis.stop();
    }
  });
});
