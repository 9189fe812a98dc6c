import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { isRefusal } from './redis-error.js';

/** One server, or a cluster. Both know the same commands; those with several keys need keys of one slot. */
export type RedisClient = Redis | Cluster;

export const longestPauseMs = 1000;

/** Between attempts to connect: soon at first, then once a second. */
export function pauseBeforeAttempt(attempts: number): number {
  return Math.min(50 * 2 ** attempts, longestPauseMs);
}

/** For every connection. */
export const connectionOptions = {
  connectTimeout: 2000,
  // A server that has vanished without a word: the connection is given up and a new one made.
  socketTimeout: 3000,
  disconnectTimeout: 200,
} satisfies RedisOptions;

const commandOptions = {
  ...connectionOptions,
  // A lost connection fails its commands at once, and they are not sent again: their askers have gone on.
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
} satisfies RedisOptions;

type CommandOptions = typeof commandOptions & { readonly commandTimeout: number };

/** One address is a server, several are nodes of a cluster; the others of it are found through them. */
export function createRedisClient(urls: readonly string[], commandTimeoutMs: number): RedisClient {
  const [first = '', ...others] = urls;
  const options = { ...commandOptions, commandTimeout: commandTimeoutMs };
  return others.length === 0 ? createServerClient(first, options) : createClusterClient(withCredentialsOfFirst(urls), options);
}

/** The user and the password of the first address hold for all. */
export function withCredentialsOfFirst(urls: readonly string[]): string[] {
  const { username, password } = new URL(urls[0] ?? '');
  return urls.map((text) => Object.assign(new URL(text), { username, password }).href);
}

function createServerClient(url: string, options: CommandOptions): Redis {
  return new Redis(url, {
    ...options,
    enableOfflineQueue: false,
    retryStrategy: pauseBeforeAttempt,
    // After a failover, the old primary.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
}

function createClusterClient(urls: readonly string[], options: CommandOptions): Cluster {
  const { protocol, username, password } = new URL(urls[0] ?? '');
  return new Cluster([...urls], {
    enableOfflineQueue: false,
    clusterRetryStrategy: pauseBeforeAttempt,
    // Nobody waits for a failover: until it is over, Redis is away.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    // Certificates are made out to names: these are not replaced by what they resolve to.
    dnsLookup: (name, done) => done(null, name),
    redisOptions: {
      ...options,
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  });
}

/** Resolves when everything there is to ask answers; rejects otherwise. */
export async function probe(client: RedisClient): Promise<void> {
  if (client instanceof Redis) {
    await client.ping();
    return;
  }
  // Who has which slots may have changed since; a primary that is gone is asked, too, as long as it has some.
  await new Promise<void>((resolve, reject) => {
    client.refreshSlotsCache((error) => (error ? reject(error) : resolve()));
  });
  const states = await Promise.all(client.nodes('master').map((node) => node.cluster('INFO')));
  if (!states.every((state) => String(state).includes('cluster_state:ok'))) throw new Error('the cluster is down');
}

/**
 * In the order of the keys, null for what is not there or is no text. One round trip; on a cluster one for each
 * shard, side by side.
 */
export function getTexts(client: RedisClient, keys: readonly string[]): Promise<(string | null)[]> {
  // MGET answers null for a key of another type, where GET is refused.
  if (client instanceof Redis) return client.mget([...keys]);
  return Promise.all(keys.map((key) => client.get(key).catch(nullIfRefused)));
}

export type RedisCommand = readonly [name: string, ...args: (string | number)[]];

/**
 * What each was answered; rejects when one has failed, and may have executed the others. One round trip; on a cluster
 * one for each shard, and `last` after all others have been answered.
 */
export async function sendCommands(client: RedisClient, commands: readonly RedisCommand[], last: readonly RedisCommand[] = []): Promise<unknown[]> {
  const replies = client instanceof Cluster ? [...(await sendApart(client, commands)), ...(await sendApart(client, last))] : await sendTogether(client, [...commands, ...last]);
  return replies.map(([error, reply]) => {
    if (error !== null) throw error;
    return reply;
  });
}

type Reply = readonly [error: Error | null, reply: unknown];

async function sendTogether(client: Redis, commands: readonly RedisCommand[]): Promise<Reply[]> {
  return (await client.pipeline(commands.map((command) => [...command])).exec()) ?? [];
}

/** No pipeline: that would have to know who has which slot, and one slot that has moved would fail all of it. */
function sendApart(client: Cluster, commands: readonly RedisCommand[]): Promise<Reply[]> {
  return Promise.all(
    commands.map(([name, ...args]) =>
      client.call(name, ...args).then(
        (reply): Reply => [null, reply],
        (error: Error): Reply => [error, null],
      ),
    ),
  );
}

function nullIfRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}
