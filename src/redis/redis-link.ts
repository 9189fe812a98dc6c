import { Redis, type ChainableCommander } from 'ioredis';
import type { Logger } from '../logger.js';

export interface RedisLinkSettings {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  readonly now: () => number;
  readonly logger: Logger;
}

const commandTimeoutMs = 100;
const probeEveryMs = 1000;
const refusalLineEveryMs = 60_000;

/**
 * The connection to Redis, and the one place that knows whether it is worth asking. While Redis is away commands are
 * not sent at all; it is away when the connection is lost, or when two commands, one after the other, had no answer
 * in time. Nothing here throws.
 */
export class RedisLink {
  readonly #client: Redis;
  readonly #settings: RedisLinkSettings;
  readonly #returnListeners: (() => void)[] = [];
  readonly #firstContact: Promise<void>;
  #isAway = true;
  #isClosed = false;
  /** Since when Redis is away, once that was logged. */
  #warnedAtMs: number | null = null;
  #lastReason = 'connection lost';
  #strikes = 0;
  #lastProbeMs = -Infinity;
  #lastRefusalMs = -Infinity;

  constructor(settings: RedisLinkSettings) {
    this.#settings = settings;
    this.#client = new Redis(settings.url, {
      commandTimeout: commandTimeoutMs,
      // A lost connection fails its commands at once, and they are not sent again: their askers have gone on.
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      enableOfflineQueue: false,
      connectTimeout: 2000,
      // A server that has vanished without a word: the connection is given up and a new one made.
      socketTimeout: 3000,
      disconnectTimeout: 200,
      retryStrategy: (times) => Math.min(50 * 2 ** times, probeEveryMs),
      // After a failover, the old primary.
      reconnectOnError: (error) => error.message.startsWith('READONLY'),
    });
    this.#client.on('error', (error: unknown) => {
      this.#lastReason = reasonOf(error);
    });
    this.#client.on('ready', () => this.#comeBack());
    this.#client.on('close', () => this.#goAway(this.#lastReason));
    this.#firstContact = new Promise((resolve) => {
      this.#client.once('ready', resolve);
      this.#client.once('close', resolve);
    });
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** Resolves when the first attempt to connect has succeeded or failed. */
  firstContact(): Promise<void> {
    return this.#firstContact;
  }

  /** Called each time that Redis can be asked again, the first connection included. */
  onReturn(listener: () => void): void {
    this.#returnListeners.push(listener);
  }

  /** Undefined when Redis is away or has not answered. */
  async run<Reply>(command: (client: Redis) => Promise<Reply>): Promise<Reply | undefined> {
    if (this.#isAway) {
      void this.#probe();
      return undefined;
    }
    const strikes = this.#strikes;
    try {
      const reply = await command(this.#client);
      this.#strikes = 0;
      return reply;
    } catch (error) {
      this.#failed(error, strikes);
      return undefined;
    }
  }

  /** Many commands in one round trip; false when any of them failed. */
  async runAll(fill: (pipeline: ChainableCommander) => void): Promise<boolean> {
    const replies = await this.run(async (client) => {
      const pipeline = client.pipeline();
      fill(pipeline);
      const results = (await pipeline.exec()) ?? [];
      const error = results.find(([failure]) => failure !== null)?.[0];
      if (error) throw error;
      return results;
    });
    return replies !== undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#isAway = true;
    this.#client.disconnect();
  }

  /** One PING in the background, at most once a second: nobody waits for a server that may be dead. */
  async #probe(): Promise<void> {
    const now = this.#settings.now();
    // Without a connection there is nothing to probe: ioredis connects anew, and says when it is ready.
    if (this.#client.status !== 'ready' || now - this.#lastProbeMs < probeEveryMs) return;
    this.#lastProbeMs = now;
    try {
      await this.#client.ping();
      this.#comeBack();
    } catch {
      // Still away.
    }
  }

  #failed(error: unknown, strikes: number): void {
    if (isRefusal(error)) {
      // An answer, if not the one hoped for (OOM, NOPERM …): the server is there.
      this.#logRefusal(error);
    } else if (isTimeout(error)) {
      // Commands sent side by side count once: this process itself may have been held up.
      if (strikes === this.#strikes) this.#strikes += 1;
      if (this.#strikes >= 2) this.#goAway('timeout');
    } else {
      this.#goAway(reasonOf(error));
    }
  }

  #goAway(reason: string): void {
    if (this.#isClosed) return;
    this.#isAway = true;
    this.#lastProbeMs = this.#settings.now();
    if (this.#warnedAtMs !== null) return;
    this.#warnedAtMs = this.#settings.now();
    this.#settings.logger.warn({ reason }, 'Redis is away; the cache is in memory until it returns');
  }

  #comeBack(): void {
    if (this.#isClosed || !this.#isAway) return;
    this.#isAway = false;
    this.#strikes = 0;
    if (this.#warnedAtMs !== null) {
      this.#settings.logger.info({ awayMs: this.#settings.now() - this.#warnedAtMs }, 'Redis is back');
      this.#warnedAtMs = null;
    }
    for (const listener of this.#returnListeners) listener();
  }

  #logRefusal(error: Error): void {
    const now = this.#settings.now();
    if (now - this.#lastRefusalMs < refusalLineEveryMs) return;
    this.#lastRefusalMs = now;
    this.#settings.logger.warn({ reason: reasonOf(error) }, 'Redis refuses commands of the cache');
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out';
}

/** A code only: whole messages and errors can hold a command with its password. */
function reasonOf(error: unknown): string {
  if (isRefusal(error)) return error.message.split(' ', 1)[0] ?? 'refused';
  if (isTimeout(error)) return 'timeout';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'connection lost';
}
