import { describe, expect, test } from '@jest/globals';
import { startProcess } from './support/process.js';

describe('npm start', () => {
  test('without SAILPOINT_API_URL says what is missing, and where all settings are', async () => {
    const gateway = startProcess('src/main.ts', {});
    expect(await gateway.exitCode).toBe(1);
    expect(gateway.output()).toMatch(/SAILPOINT_API_URL is not set; .*v2025\nAll settings: docs\/configuration\.md\n$/);
  });

  test('with an address of no known generation says which there are', async () => {
    const gateway = startProcess('src/main.ts', { SAILPOINT_API_URL: 'https://example.api.identitynow.com/v9', PORT: 'x' });
    expect(await gateway.exitCode).toBe(1);
    expect(gateway.output()).toContain('SAILPOINT_API_URL names no known API generation ("/v9"); it must end in /beta, /v3');
    expect(gateway.output()).toContain('PORT must be a whole number');
  });

  test('says in one line where it is ready, warns of a generation it does not know, and stops on SIGTERM', async () => {
    const gateway = startProcess('src/main.ts', { SAILPOINT_API_URL: 'http://127.0.0.1:9/v2042', PORT: '0' });
    const origin = await gateway.waitFor(/ready at (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
    expect(gateway.output()).toContain('v2042 is newer than this gateway');
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    expect((await fetch(`${origin}/graphiql`)).status).toBe(404);
    gateway.kill('SIGTERM');
    expect(await gateway.exitCode).toBe(0);
    expect(gateway.output()).toContain('has stopped');
  });

  test('says so when its port is taken', async () => {
    const first = startProcess('src/main.ts', { SAILPOINT_API_URL: 'http://127.0.0.1:9/v3', PORT: '0' });
    const port = await first.waitFor(/ready at http:\/\/127\.0\.0\.1:(\d+)/);
    // Also where a connection to Redis is being tried for: a process that does not listen must not live on.
    const second = startProcess('src/main.ts', { SAILPOINT_API_URL: 'http://127.0.0.1:9/v3', PORT: port, REDIS_URL: 'redis://127.0.0.1:9' });
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain('EADDRINUSE');
    first.kill('SIGINT');
    expect(await first.exitCode).toBe(0);
  });
});

describe('npm run sandbox', () => {
  test('answers a persona’s first query, with nothing else installed or running', async () => {
    const sandbox = startProcess('src/sandbox/main.ts', { PORT: '0', SANDBOX_API: 'v2025' });
    const address = await sandbox.waitFor(/GraphQL {3}(\S+)/);
    const token = await sandbox.waitFor(/reviewer \([^\n]*\n {2}(\S+)/);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin: 'http://localhost:5173' },
      body: JSON.stringify({ query: '{ certifications(reviewerId: "me") { totalCount } }' }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(await response.json()).toMatchObject({ data: { certifications: { totalCount: 71 } } });
    sandbox.kill('SIGTERM');
    expect(await sandbox.exitCode).toBe(0);
  });

  test('refuses a generation that it does not have', async () => {
    const sandbox = startProcess('src/sandbox/main.ts', { SANDBOX_API: 'v1999' });
    expect(await sandbox.exitCode).toBe(1);
    expect(sandbox.output()).toContain('SANDBOX_API must be one of beta, v3, v2024');
  });
});

test('npm run upstream serves the stand-in alone', async () => {
  const upstream = startProcess('src/sandbox/upstream-main.ts', {});
  const origin = await upstream.waitFor(/upstream ready at (\S+)/);
  const token = await upstream.waitFor(/Bearer (\S+)/);
  const response = await fetch(`${origin}/v3/certifications?limit=1`, { headers: { authorization: `Bearer ${token}` } });
  expect(await response.json()).toHaveLength(1);
  upstream.kill('SIGTERM');
  expect(await upstream.exitCode).toBe(0);
});
