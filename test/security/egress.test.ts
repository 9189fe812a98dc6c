import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { describeWithRedis, startRedis } from '../support/redis.js';
import { askedScreens, textOf } from '../support/screens.js';
import { preload, startGatewayProcess, type GatewayProcess } from './gateway-process.js';

/** What switches on Apollo's reports to its own servers, where they are not switched off. */
const apollosSettings = {
  APOLLO_KEY: 'service:certification-gateway:not-a-key',
  APOLLO_GRAPH_REF: 'certification-gateway@current',
  APOLLO_SCHEMA_REPORTING: 'true',
};

/** Where a process has reached out to, told by record-connections.mjs: `tcp 127.0.0.1:9`. */
class Connections {
  readonly #file = join(mkdtempSync(join(tmpdir(), 'certification-gateway-')), 'connections');
  readonly environment = { CONNECTIONS_FILE: this.#file, NODE_OPTIONS: preload('record-connections.mjs') };

  get destinations(): Set<string> {
    const lines = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').trimEnd().split('\n') : [];
    // Of tsx, which runs the sources here and is no part of production: its way to the process that started it.
    return new Set(lines.filter((line) => !/^pipe \S*tsx/.test(line)));
  }
}

interface Said {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describe('the process', () => {
  let upstream: Upstream;
  let connections: Connections;
  let gateway: GatewayProcess | null = null;
  beforeEach(async () => {
    upstream = await startUpstream({ rateLimit: 'off' });
    connections = new Connections();
  });
  afterEach(async () => {
    gateway?.kill('SIGKILL');
    gateway = null;
    await upstream.stop();
  });

  const start = async (apiUrl: string, environment: Readonly<Record<string, string>> = {}) => {
    gateway = await startGatewayProcess(apiUrl, { ...apollosSettings, ...connections.environment, ...environment });
    return gateway;
  };

  async function ask({ origin }: GatewayProcess, query: string, variables: unknown = {}): Promise<Said> {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      // Nothing is left for the gateway to wait for when it stops.
      headers: { connection: 'close', 'content-type': 'application/json', authorization: `Bearer ${upstream.persona('administrator').token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Said;
  }

  /** Everything that the gateway does for anybody. */
  async function liveALife(running: GatewayProcess): Promise<void> {
    const variables = sampleVariables(upstream.tenant);
    for (const screen of askedScreens) {
      const answer = await ask(running, textOf(screen), variables[screen]);
      // Beta lacks some of it, and says so.
      const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
      expect([screen, codes.filter((code) => code !== 'BAD_USER_INPUT')]).toEqual([screen, []]);
    }
    const identities = [...upstream.tenant.identities.keys()].slice(0, 3).map((id) => ({ __typename: 'Identity', id }));
    await ask(running, 'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Identity { name } } }', { ids: identities });
    expect((await ask(running, getIntrospectionQuery())).data).toBeDefined();
    for (const odd of ['{', '{ nothing }', '{ certification(id: "no/id") { name } }', '{ certification(id: "none") { name } }']) await ask(running, odd);
    for (const path of ['/', '/graphiql', '/health/live', '/health/ready', '/nowhere']) await fetch(`${running.origin}${path}`);
    upstream.inject({ status: 500 });
    await ask(running, '{ certifications { totalCount } }');
    expect(await running.stop()).toBe(0);
  }

  test('talks to the upstream and to nobody else, whatever Apollo’s settings say', async () => {
    await liveALife(await start(upstream.apiUrl('v2025'), { INTROSPECTION: 'true' }));
    expect(connections.destinations).toEqual(new Set([`tcp ${new URL(upstream.origin).host}`]));
  });

  describeWithRedis('with Redis', () => {
    test('talks to the upstream, to Redis and to nobody else', async () => {
      const redis = await startRedis();
      try {
        await liveALife(await start(upstream.apiUrl('beta'), { INTROSPECTION: 'true', REDIS_URL: redis.url }));
        expect(connections.destinations).toEqual(new Set([`tcp ${new URL(upstream.origin).host}`, `tcp ${new URL(redis.url).host}`]));
      } finally {
        await redis.stop();
      }
    });
  });

  test('starts all the same when Apollo’s settings contradict each other', async () => {
    await start(upstream.apiUrl('v2025'), { APOLLO_GRAPH_ID: 'certification-gateway' });
  });

  test('does not follow the upstream to another host, with a read or a write', async () => {
    let status = 0;
    let visits = 0;
    const other = await listen(createServer((_request, response) => {
      visits += 1;
      response.end('[]');
    }));
    const from = await listen(createServer((request, response) => {
      request.resume();
      response.writeHead(status, { location: `${originOf(other)}${request.url}` }).end();
    }));
    try {
      const running = await start(`${originOf(from)}/v2025`);
      for (status of [300, 301, 302, 303, 307, 308]) {
        const read = await ask(running, '{ certifications { totalCount } }');
        const write = await ask(running, 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code } } }');
        for (const answer of [read, write]) expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_CONTRACT' } }]);
        expect(JSON.stringify([read, write])).not.toContain(new URL(originOf(other)).host);
      }
      expect(await running.stop()).toBe(0);
      expect(connections.destinations).toEqual(new Set([`tcp ${new URL(originOf(from)).host}`]));
      expect(visits).toBe(0);
    } finally {
      for (const server of [from, other]) {
        server.closeAllConnections();
        server.close();
      }
    }
  });
});

test('the record misses no way out', () => {
  const connections = new Connections();
  execFileSync(process.execPath, [fileURLToPath(new URL('reach-out.mjs', import.meta.url))], {
    env: { PATH: process.env['PATH'], ...connections.environment },
  });
  const expected = ['tcp 127.0.0.1:9', 'tcp 127.0.0.1:10', 'tcp 127.0.0.1:1234', 'pipe /nowhere.sock', 'dns lookup.invalid', 'dns resolve.invalid', 'udp ', 'process '];
  expect(connections.destinations).toEqual(new Set(expected));
});

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
