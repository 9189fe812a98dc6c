import { randomUUID } from 'node:crypto';
import type { RedisLink } from './redis-link.js';

const channel = 'v1:task-looks';

/**
 * Replicas that follow the same task take turns to look at it, and tell each other what was seen. Redis holds whose turn
 * it is; what was seen only passes through it. `name` is a hash. Never rejects.
 */
export class RedisTaskLooks {
  readonly #link: RedisLink;
  readonly #sender = randomUUID();
  readonly #onLook: (name: string, look: unknown) => void;
  #listens = false;

  constructor(link: RedisLink, onLook: (name: string, look: unknown) => void) {
    this.#link = link;
    this.#onLook = onLook;
  }

  /** False when another replica has taken the turn less than `ms` ago. True as well when Redis cannot be asked. */
  async takeTurn(name: string, ms: number): Promise<boolean> {
    this.#listen();
    const reply = await this.#link.run((client) => client.set(`v1:task-turn:${name}`, this.#sender, 'PX', Math.max(1, Math.floor(ms)), 'NX'));
    return reply !== null;
  }

  /** `look` is what JSON can hold. */
  async tell(name: string, look: unknown): Promise<void> {
    await this.#link.run((client) => client.publish(channel, JSON.stringify([this.#sender, name, look])));
  }

  /** A connection of its own, for processes that follow something. */
  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.#link.subscribe({ channel, onMessage: (message) => this.#hear(message), onReturn: () => undefined });
  }

  #hear(message: string): void {
    try {
      const parts: unknown = JSON.parse(message);
      if (!Array.isArray(parts)) return;
      const [sender, name, look] = parts as unknown[];
      if (sender !== this.#sender && typeof name === 'string') this.#onLook(name, look);
    } catch {
      // No message of ours: whoever has missed one looks for itself.
    }
  }
}
