import type { ChainableCommander } from 'ioredis';
import type { Logger } from '../logger.js';
import { nobody, type Observer } from '../observer.js';
import { createRedisClient, getTexts, longestPauseMs, probe, sendCommands, type RedisClient, type RedisCommand } from './redis-client.js';
import { isRefusal, isTimeout, reasonOf } from './redis-error.js';
import { RedisSubscriber, type SubscriberSettings } from './redis-subscriber.js';

export interface RedisLinkSettings {
  /** `redis://` or `rediss://`: one, or several nodes of a cluster. */
  readonly urls: readonly string[];
  readonly now: () => number;
  readonly logger: Logger;
  /** How long an answer may take. */
  readonly commandTimeoutMs?: number;
  readonly observer?: Observer;
}

const usualTimeoutMs = 100;

const refusalLineEveryMs = 60_000;
/** A lost connection that is back at once is nobody's worry. */
const attemptsBeforeWarning = 3;

/**
 * The connection to Redis, and the one place that knows whether it is worth asking. While Redis is away commands are
 * not sent at all; it is away when the connection is lost, or when two commands, one after the other, had no answer
 * in time. A cluster is away as soon as one shard is. Nothing here throws.
 */
export class RedisLink {
  readonly #client: RedisClient;
  readonly #settings: RedisLinkSettings;
  readonly #observer: Observer;
  readonly #returnListeners: (() => void)[] = [];
  readonly #subscribers: RedisSubscriber[] = [];
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
    this.#observer = settings.observer ?? nobody;
    const client = createRedisClient(settings.urls, settings.commandTimeoutMs ?? usualTimeoutMs);
    this.#client = client;
    this.#firstContact = new Promise((resolve) => {
      client.on('ready', () => void this.#probe().then(resolve));
      client.once('close', resolve);
    });
    client.on('error', (error: unknown) => {
      this.#lastReason = reasonOf(error);
    });
    client.on('close', () => this.#goAway(this.#lastReason));
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** False while messages of a subscription may be missed. */
  isListeningTo(channel: string): boolean {
    return this.#subscribers.filter((subscriber) => subscriber.channel === channel).every(({ isListening }) => isListening);
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
  async run<Reply>(command: (client: RedisClient) => Promise<Reply>): Promise<Reply | undefined> {
    if (this.#isAway) {
      this.#probeAgain();
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

  /** Many commands in one round trip, of one slot in a cluster; false when any of them failed. */
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

  /** In the order of the keys, of any slots; undefined when Redis is away or has not answered. */
  getTexts(keys: readonly string[]): Promise<(string | null)[] | undefined> {
    return this.run((client) => getTexts(client, keys));
  }

  /** What each command was answered, with keys of any slots; undefined when any failed. `last` takes effect after all others. */
  send(commands: readonly RedisCommand[], last: readonly RedisCommand[] = []): Promise<unknown[] | undefined> {
    return this.run((client) => sendCommands(client, commands, last));
  }

  subscribe(settings: Pick<SubscriberSettings, 'channel' | 'onMessage' | 'onReturn'>): void {
    const { logger } = this.#settings;
    let hasWarned = false;
    const subscriber = new RedisSubscriber({
      ...settings,
      urls: this.#settings.urls,
      onReturn: () => {
        if (hasWarned) logger.info('Redis passes on messages again');
        hasWarned = false;
        settings.onReturn();
      },
      onFailure: (error, attempts) => {
        // Away altogether was logged already.
        if (hasWarned || this.#isAway || attempts < attemptsBeforeWarning) return;
        hasWarned = true;
        logger.warn({ reason: reasonOf(error) }, 'Redis passes on no messages; memory of the cache is used for seconds only');
      },
    });
    this.#subscribers.push(subscriber);
  }

  close(): void {
    this.#isClosed = true;
    this.#isAway = true;
    this.#client.disconnect();
    for (const subscriber of this.#subscribers) subscriber.close();
  }

  /** In the background, at most once a second: nobody waits for a server that may be dead. */
  #probeAgain(): void {
    if (this.#settings.now() - this.#lastProbeMs >= longestPauseMs) void this.#probe();
  }

  async #probe(): Promise<void> {
    // Without a connection there is nothing to probe: ioredis connects anew, and says when it is ready.
    if (this.#client.status !== 'ready') return;
    this.#lastProbeMs = this.#settings.now();
    try {
      await probe(this.#client);
      this.#comeBack();
    } catch (error) {
      this.#goAway(reasonOf(error));
    }
  }

  #failed(error: unknown, strikes: number): void {
    this.#observer.redisFailed(isRefusal(error) ? 'refusal' : isTimeout(error) ? 'timeout' : 'connection');
    if (isRefusal(error)) {
      // The server is there.
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
    if (this.#isClosed || !this.#isAway || this.#client.status !== 'ready') return;
    this.#isAway = false;
    this.#strikes = 0;
    this.#observer.redisReturned();
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
