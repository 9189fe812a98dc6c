import { Redis } from 'ioredis';
import { connectionOptions, pauseBeforeAttempt, withCredentialsOfFirst } from './redis-client.js';

export interface SubscriberSettings {
  /** Any node of a cluster hears what was published through any other one. */
  readonly urls: readonly string[];
  readonly channel: string;
  readonly onMessage: (message: string) => void;
  /** Each time that messages are heard again, the first time included: some may have been missed. */
  readonly onReturn: () => void;
  /** After each attempt to connect that has failed. */
  readonly onFailure: (error: unknown, attempts: number) => void;
}

const pingEveryMs = 1000;

/** Listens on one channel, on a connection of its own, and connects anew when it is lost. Nothing here throws. */
export class RedisSubscriber {
  readonly #settings: SubscriberSettings;
  readonly #urls: readonly string[];
  #client: Redis | null = null;
  #isListening = false;
  #isClosed = false;
  #attempts = 0;

  constructor(settings: SubscriberSettings) {
    this.#settings = settings;
    this.#urls = withCredentialsOfFirst(settings.urls);
    void this.#connect();
  }

  get channel(): string {
    return this.#settings.channel;
  }

  /** False while messages may be missed. */
  get isListening(): boolean {
    return this.#isListening;
  }

  close(): void {
    this.#isClosed = true;
    this.#client?.disconnect();
  }

  async #connect(): Promise<void> {
    if (this.#isClosed) return;
    const { channel, onMessage, onReturn, onFailure } = this.#settings;
    const client = new Redis(this.#urls[this.#attempts % this.#urls.length] ?? '', {
      ...connectionOptions,
      lazyConnect: true,
      // A new client for each attempt: the next one may go to another node.
      retryStrategy: null,
    });
    this.#client = client;
    let reason: unknown = null;
    client.on('error', (error: unknown) => {
      reason = error;
    });
    client.on('message', (_channel, message) => onMessage(message));
    client.once('end', () => this.#connectAgain());
    try {
      await client.connect();
      await client.subscribe(channel);
      // Without a question nobody would notice that the connection is dead.
      const heartbeat = setInterval(() => void client.ping().catch(() => undefined), pingEveryMs).unref();
      client.once('close', () => clearInterval(heartbeat));
      this.#isListening = true;
      this.#attempts = 0;
      onReturn();
    } catch (error) {
      if (!this.#isClosed) onFailure(reason ?? error, this.#attempts + 1);
      client.disconnect();
    }
  }

  #connectAgain(): void {
    this.#isListening = false;
    if (this.#isClosed) return;
    setTimeout(() => void this.#connect(), pauseBeforeAttempt(this.#attempts)).unref();
    this.#attempts += 1;
  }
}
