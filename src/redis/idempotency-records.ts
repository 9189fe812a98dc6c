import type { RedisLink } from './redis-link.js';

/** What was done under an idempotency key, for all replicas. `name` is a hash. Never rejects; undefined when Redis cannot be asked. */
export class RedisIdempotencyRecords {
  readonly #link: RedisLink;

  constructor(link: RedisLink) {
    this.#link = link;
  }

  /** Null when it was not taken, and is now; else the text that is there. Undefined: it may be taken all the same. */
  async claim(name: string, text: string, lifeMs: number): Promise<string | null | undefined> {
    return this.#link.run(async (client) => {
      for (;;) {
        if ((await client.set(keyOf(name), text, 'PX', lifeMs, 'NX')) === 'OK') return null;
        const there = await client.get(keyOf(name));
        // It has run out in between.
        if (there !== null) return there;
      }
    });
  }

  find(name: string): Promise<string | null | undefined> {
    return this.#link.run((client) => client.get(keyOf(name)));
  }

  async write(name: string, text: string, lifeMs: number): Promise<void> {
    await this.#link.run((client) => client.set(keyOf(name), text, 'PX', lifeMs));
  }

  async release(name: string): Promise<void> {
    await this.#link.run((client) => client.del(keyOf(name)));
  }
}

function keyOf(name: string): string {
  return `v1:idempotency:${name}`;
}
