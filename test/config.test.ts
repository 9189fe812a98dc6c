import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';
import { defaultLimits, limitTable } from '../src/server/limits/limits.js';

const apiUrl = 'https://example.api.identitynow.com/v2025';

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('there were none');
}

describe('the environment', () => {
  test('needs no more than the API’s address', () => {
    const config = readConfig({ SAILPOINT_API_URL: apiUrl });
    expect(config.server).toEqual({
      host: '127.0.0.1',
      port: 4000,
      isIntrospectionOn: false,
      isGraphiqlOn: false,
      isCallMeterOn: false,
      corsOrigins: [],
      requestTimeoutMs: 28_000,
      keepAliveMs: 75_000,
    });
    expect(config).toMatchObject({ upstreamTimeoutMs: 10_000, budget: { calls: 95, windowMs: 10_000 }, limits: defaultLimits });
    expect(config.cache.redisUrls).toEqual([]);
  });

  test.each(Object.entries(limitTable))('sets the limit of %s, within its range', (name, { variable, least, most }) => {
    const limitsWith = (value: number) => readConfig({ SAILPOINT_API_URL: apiUrl, [variable]: String(value) }).limits;
    expect(limitsWith(least)).toEqual({ ...defaultLimits, [name]: least });
    expect(limitsWith(most)).toEqual({ ...defaultLimits, [name]: most });
    for (const value of [least - 1, most + 1, '1e3', '-1', '10_000']) {
      expect(problemsOf({ SAILPOINT_API_URL: apiUrl, [variable]: String(value) })).toBe(`${variable} must be a whole number from ${least} to ${most}`);
    }
  });

  test('shows introspection, GraphiQL and the call meter outside production, unless told otherwise', () => {
    const { server } = readConfig({ SAILPOINT_API_URL: apiUrl, NODE_ENV: 'development', GRAPHIQL: 'false' });
    expect(server).toMatchObject({ isIntrospectionOn: true, isGraphiqlOn: false, isCallMeterOn: true });
    expect(readConfig({ SAILPOINT_API_URL: apiUrl, NODE_ENV: 'development', CALL_METER: 'false' }).server.isCallMeterOn).toBe(false);
    expect(readConfig({ SAILPOINT_API_URL: apiUrl, CALL_METER: 'true' }).server.isCallMeterOn).toBe(true);
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ SAILPOINT_API_URL: apiUrl, PORT: '', CORS_ORIGINS: '' }).server.port).toBe(4000);
  });

  test('takes an empty variable for one that is not set before defaults too', () => {
    expect(readConfig({ SAILPOINT_API_URL: apiUrl, NODE_ENV: '' }, { NODE_ENV: 'development' }).server.isGraphiqlOn).toBe(true);
  });

  test('takes one Redis, or the nodes of a cluster', () => {
    const urlsOf = (text: string) => readConfig({ SAILPOINT_API_URL: apiUrl, REDIS_URL: text }).cache.redisUrls;
    expect(urlsOf('rediss://user:pass@cache.example.com:6380/1')).toEqual(['rediss://user:pass@cache.example.com:6380/1']);
    expect(urlsOf('redis://a:6379, redis://b:6379 ,redis://c')).toEqual(['redis://a:6379', 'redis://b:6379', 'redis://c']);
  });

  test('does not repeat an address that may hold a password', () => {
    for (const url of ['http://:secret@host', ':secret@host', 'redis://:secret@a:6379,rediss://b:6379', 'redis://:secret@a,b:6379', 'redis://', 'redis:a']) {
      expect(problemsOf({ SAILPOINT_API_URL: apiUrl, REDIS_URL: url })).toBe(
        'REDIS_URL must be one redis:// or rediss:// URL, or several of one scheme, separated by commas: the nodes of a cluster',
      );
    }
  });

  test('tells every problem at once, by the variable’s name and with what is allowed', () => {
    const problems = problemsOf({ PORT: '70000', UPSTREAM_TIMEOUT_MS: '1e3', GRAPHIQL: 'yes', CORS_ORIGINS: 'https://a.example.com, *', LOG_LEVEL: 'loud' });
    for (const says of [
      'SAILPOINT_API_URL is not set',
      'PORT must be a whole number from 0 to 65535',
      'UPSTREAM_TIMEOUT_MS must be a whole number',
      'GRAPHIQL must be true or false',
      'CORS_ORIGINS must list origins such as https://app.example.com, separated by commas; "*" is none',
      'LOG_LEVEL',
    ]) {
      expect(problems).toContain(says);
    }
  });
});

describe('SAILPOINT_API_URL', () => {
  const generationOf = (url: string, more: Record<string, string> = {}) => readConfig({ SAILPOINT_API_URL: url, ...more }).generation;
  const address = (url: string) => generationOf(url).address(['certifications', 'a b', 'reviewers'], new URLSearchParams({ filters: 'a eq "b+c"' })).href;

  test.each([
    ['https://t.example.com/beta', 'beta', 'beta'],
    ['https://t.example.com/beta/', 'beta', 'beta'],
    ['https://t.example.com/v3', 'v3', 'stable'],
    ['https://t.example.com/v2024', 'v2024', 'stable'],
    ['https://t.example.com/v2031', 'v2031', 'stable'],
    ['https://t.example.com', 'v1', 'stable'],
    ['http://127.0.0.1:4010/beta', 'beta', 'beta'],
  ])('%s is %s, %s', (url, name, contract) => {
    expect(generationOf(url)).toMatchObject({ name, contract });
  });

  test('of a year that is not known is taken as stable, with a warning', () => {
    expect(generationOf('https://t.example.com/v2031').warning).toContain('v2031');
    expect(generationOf('https://t.example.com/v2026').warning).toBeNull();
  });

  test.each([
    ['not a url', 'is not an http(s) URL'],
    ['ftp://t.example.com/v3', 'is not an http(s) URL'],
    ['https://t.example.com/v4', 'names no known API generation'],
    ['https://t.example.com/v2023', 'names no known API generation'],
    ['https://t.example.com/api/v3', 'names no known API generation'],
    ['https://t.example.com/v3?x=1', 'must not have a query'],
    ['https://user:pass@t.example.com/v3', 'must not hold credentials'],
    ['http://t.example.com/v3', 'ALLOW_HTTP_UPSTREAM'],
  ])('%s is refused: %s', (url, says) => {
    expect(problemsOf({ SAILPOINT_API_URL: url })).toContain(says);
  });

  test('may be http:// elsewhere only when allowed', () => {
    expect(generationOf('http://upstream:4010/v3', { ALLOW_HTTP_UPSTREAM: 'true' }).name).toBe('v3');
  });

  test('the version stands before the path, or behind its first segment; everything is encoded', () => {
    const query = '?filters=a%20eq%20%22b%2Bc%22';
    expect(address('https://t.example.com/v2025')).toBe(`https://t.example.com/v2025/certifications/a%20b/reviewers${query}`);
    expect(address('https://t.example.com')).toBe(`https://t.example.com/certifications/v1/a%20b/reviewers${query}`);
  });

  test('Q11: no segment can leave its operation', () => {
    for (const id of ['', '.', '..']) {
      expect(() => generationOf(apiUrl).address(['certifications', id, 'reviewers'], new URLSearchParams())).toThrow(RangeError);
    }
    expect(generationOf(apiUrl).address(['certifications', '../x?y#z/%2e'], new URLSearchParams()).pathname).toBe('/v2025/certifications/..%2Fx%3Fy%23z%2F%252e');
  });

  test('identities are asked for at v3 where the gateway is set to beta', () => {
    expect(generationOf('https://t.example.com/beta').forIdentities.name).toBe('v3');
    expect(generationOf(apiUrl).forIdentities.name).toBe('v2025');
  });
});
