import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { startProcess } from '../support/process.js';
import { describeWithRedisAndTls, endRedis, eventually, freePort, launchRedis } from '../support/redis.js';

const fileOf = (name: string) => fileURLToPath(new URL(`tls/${name}`, import.meta.url));

describeWithRedisAndTls('a Redis with TLS', () => {
  const servers: ChildProcess[] = [];
  let tlsPort: number;

  beforeAll(async () => {
    tlsPort = await freePort();
    await launch(await freePort(), tlsPort);
  });
  afterAll(() => Promise.all(servers.map(endRedis)));

  async function launch(port: number, withTls: number, more: readonly string[] = []): Promise<void> {
    const certificate = ['--tls-cert-file', fileOf('server.crt'), '--tls-key-file', fileOf('server.key'), '--tls-ca-cert-file', fileOf('ca.crt')];
    servers.push(await launchRedis(port, ['--tls-port', String(withTls), '--tls-auth-clients', 'no', ...certificate, ...more]));
  }

  async function ask(environment: Readonly<Record<string, string>>): Promise<string> {
    const asking = startProcess('test/redis/tls/ask.ts', environment);
    await asking.exitCode;
    return asking.output();
  }

  test.each([['127.0.0.1'], ['localhost']])('is read and heard at %s when its authority is trusted', async (host) => {
    const output = await ask({ REDIS_URL: `rediss://${host}:${tlsPort}`, NODE_EXTRA_CA_CERTS: fileOf('ca.crt') });
    expect(output).toBe('heard stored\n');
  });

  test('is away when its authority is not trusted', async () => {
    const output = await ask({ REDIS_URL: `rediss://127.0.0.1:${tlsPort}` });
    expect(output).toContain('"reason":"SELF_SIGNED_CERT_IN_CHAIN"');
  });

  test('is away when its certificate is made out to others', async () => {
    const output = await ask({ REDIS_URL: `rediss://[::ffff:127.0.0.1]:${tlsPort}`, NODE_EXTRA_CA_CERTS: fileOf('ca.crt') });
    expect(output).toContain('"reason":"ERR_TLS_CERT_ALTNAME_INVALID"');
  });

  test('is read and heard as a cluster, with the password of its first address', async () => {
    const [port, clusterTlsPort, busPort] = [await freePort(), await freePort(), await freePort()];
    const folder = mkdtempSync(join(tmpdir(), 'redis-cluster-'));
    const settings = ['--cluster-enabled', 'yes', '--cluster-port', String(busPort), '--tls-cluster', 'yes', '--cluster-announce-ip', '127.0.0.1', '--dir', folder];
    await launch(port, clusterTlsPort, settings);
    const client = new Redis(port, '127.0.0.1');
    await client.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
    await eventually(async () => String(await client.cluster('INFO')).includes('cluster_state:ok'));
    await client.config('SET', 'requirepass', 'pass:word');
    client.disconnect();
    const output = await ask({
      REDIS_URL: `rediss://:pass%3Aword@127.0.0.1:${clusterTlsPort},rediss://localhost:${clusterTlsPort}`,
      NODE_EXTRA_CA_CERTS: fileOf('ca.crt'),
    });
    expect(output).toBe('heard stored\n');
  });

  test('is not spoken to without TLS', async () => {
    const output = await ask({ REDIS_URL: `redis://127.0.0.1:${tlsPort}`, NODE_EXTRA_CA_CERTS: fileOf('ca.crt') });
    expect(output).toMatch(/Redis is away/);
  });
});
