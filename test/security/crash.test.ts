import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { until } from '../support/until.js';
import { preload, startGatewayProcess } from './gateway-process.js';
import { sendRaw } from './raw-request.js';
import { SecretPieces } from './secret-pieces.js';

describe('a gateway that dies with a token on its way to an upstream that hangs', () => {
  let upstream: Upstream;
  beforeAll(async () => {
    upstream = await startUpstream({ rateLimit: 'off' });
    upstream.inject({ hang: true });
  });
  afterAll(() => upstream.stop());

  test.each([
    ['an exception', 'exception'],
    ['a rejection that nobody handles', 'rejection'],
    ['an exception in a handler of the socket', 'socket'],
    ['an error whose cause has the request attached', 'cause'],
  ])('of %s says so in one line, without the token', (_what, crash) => expectToDieInSilence(crash));

  test.each([
    ['an error with the request attached', 'attachment'],
    ['something that is no error, with the headers in it', 'value'],
  ])('of %s says so in one line, without the token', (_what, crash) => expectToDieInSilence(crash));

  async function expectToDieInSilence(crash: string): Promise<void> {
    const { token } = upstream.persona('reviewer');
    const gateway = await startGatewayProcess(upstream.apiUrl('v2025'), { NODE_OPTIONS: preload('crash-on-signal.mjs'), CRASH: crash });
    try {
      upstream.clearRequests();
      const body = { query: '{ certifications { totalCount } }' };
      const answer = sendRaw(gateway.origin, { headers: [`Authorization: Bearer ${token}`], body }).catch(() => '');
      await until(() => upstream.requests.length > 0);
      gateway.kill('SIGUSR2');
      expect(await gateway.exitCode).toBe(1);
      expect(await answer).toBe('');
      expect(gateway.output()).toContain('certification-gateway ends: unexpected error');
      expect(new SecretPieces([token]).findIn(gateway.output())).toBeNull();
    } finally {
      gateway.kill('SIGKILL');
    }
  }
});
