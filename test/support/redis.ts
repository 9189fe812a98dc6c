import { describe, test } from '@jest/globals';
import { failForWantOfRedis, isRedisHere, isRedisWithTls } from './redis-server.js';

export { endRedis, eventually, freePort, launchRedis, startRedis, type TestRedis } from './redis-server.js';

/**
 * `describe` where there is a Redis to start, else skipped, and seen to be; with REQUIRE_REDIS=1 a failure instead.
 */
export function describeWithRedis(name: string, suite: () => void): void {
  if (isRedisHere) describe(name, suite);
  else if (process.env['REQUIRE_REDIS'] === '1') test(`${name}: REQUIRE_REDIS=1`, failForWantOfRedis);
  else describe.skip(`${name} (no redis-server on PATH)`, suite);
}

/** As `describeWithRedis`, where that Redis was built with TLS. */
export function describeWithRedisAndTls(name: string, suite: () => void): void {
  if (!isRedisHere || isRedisWithTls()) describeWithRedis(name, suite);
  else describe.skip(`${name} (redis-server without TLS)`, suite);
}
