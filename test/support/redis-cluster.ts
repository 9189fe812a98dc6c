import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { endRedis, eventually, freePort, launchRedis } from './redis.js';

interface Node {
  readonly server: ChildProcess;
  readonly port: number;
  readonly busPort: number;
  readonly client: Redis;
  readonly id: string;
}

/** Three primaries and a replica of the first one, of the test's own. */
export interface TestCluster {
  /** Of the primaries. */
  readonly urls: readonly string[];
  /** Past the gateway, at the node that has the key. */
  clientOf(key: string): Promise<Redis>;
  /** To another primary, with all that is in it; without `isFinished` it stops where the old one answers ASK. */
  moveSlotOf(key: string, isFinished?: boolean): Promise<void>;
  /** Of the slots that have a replica. */
  killFirstPrimary(): Promise<void>;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const slotRanges = [[0, 5460], [5461, 10_922], [10_923, 16_383]] as const;

export async function startRedisCluster(): Promise<TestCluster> {
  const nodes = await Promise.all([0, 1, 2, 3].map(startNode));
  const primaries = nodes.slice(0, 3);
  const [first, , , replica] = nodes;
  if (first === undefined || replica === undefined) throw new Error('unreachable: four nodes were started');
  await Promise.all(primaries.map(({ client }, index) => client.call('CLUSTER', 'ADDSLOTSRANGE', ...(slotRanges[index] ?? []))));
  await Promise.all(nodes.map((node) => first.client.call('CLUSTER', 'MEET', '127.0.0.1', node.port, node.busPort)));
  const knowsAll = async ({ client }: Node) => {
    const info = String(await client.cluster('INFO'));
    return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:4');
  };
  await eventually(async () => (await Promise.all(nodes.map(knowsAll))).every(Boolean), 20_000);
  await replica.client.call('CLUSTER', 'REPLICATE', first.id);
  await eventually(async () => String(await replica.client.info('replication')).includes('master_link_status:up'), 20_000);

  const ownerOf = async (slot: number): Promise<Node> => {
    const ranges = (await primaries[1]?.client.cluster('SLOTS')) ?? [];
    const owner = ranges.find(([from, to]) => from <= slot && slot <= to)?.[2]?.[2];
    const node = nodes.find(({ id }) => id === owner);
    if (node === undefined) throw new Error(`nobody has slot ${slot}`);
    return node;
  };
  const slotOf = (key: string) => replica.client.cluster('KEYSLOT', key);
  return {
    urls: primaries.map(({ port }) => `redis://127.0.0.1:${port}`),
    clientOf: async (key) => (await ownerOf(await slotOf(key))).client,
    async moveSlotOf(key, isFinished = true) {
      const slot = await slotOf(key);
      const from = await ownerOf(slot);
      const to = primaries.slice(1).find((node) => node !== from);
      if (to === undefined) throw new Error('unreachable: there are two others');
      await to.client.call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', from.id);
      await from.client.call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', to.id);
      const keys = (await from.client.call('CLUSTER', 'GETKEYSINSLOT', slot, 1000)) as string[];
      if (keys.length > 0) await from.client.call('MIGRATE', '127.0.0.1', to.port, '', 0, 5000, 'KEYS', ...keys);
      if (!isFinished) return;
      for (const { client } of [to, from, ...primaries]) await client.call('CLUSTER', 'SETSLOT', slot, 'NODE', to.id);
    },
    killFirstPrimary: () => endRedis(first.server),
    async flush() {
      await Promise.all(primaries.map(({ client }) => client.flushall()));
    },
    async stop() {
      for (const { client } of nodes) client.disconnect();
      await Promise.all(nodes.map(({ server }) => endRedis(server)));
    },
  };
}

async function startNode(): Promise<Node> {
  const [port, busPort] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'redis-cluster-'));
  const server = await launchRedis(port, [
    ...['--cluster-enabled', 'yes', '--cluster-port', String(busPort), '--dir', folder],
    ...['--cluster-node-timeout', '1000', '--cluster-replica-validity-factor', '0', '--cluster-allow-replica-migration', 'no'],
  ]);
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null, disconnectTimeout: 100 });
  client.on('error', () => undefined);
  return { server, port, busPort, client, id: String(await client.cluster('MYID')) };
}
