import { randomUUID } from 'node:crypto';
import type { RedisLink } from '../redis/redis-link.js';
import type { RedisCommand } from '../redis/redis-client.js';
import type { TagKey } from './cache-key.js';
import { longestLifeMs } from './entry.js';
import type { TagVersions } from './tag-versions.js';

export interface TagNoticesSettings {
  readonly link: RedisLink;
  readonly versions: TagVersions;
  readonly now: () => number;
  /** Notices may have been missed. */
  readonly onGap: () => void;
}

export const tagsChannel = 'v1:tags';
const mostAtOnce = 500;
const tellAgainAfterMs = 1000;

/**
 * Tells Redis and the other replicas which tags were raised here, and hears which were raised there. What Redis has
 * not taken is told again when it returns, or after a second.
 */
export class TagNotices {
  readonly #settings: TagNoticesSettings;
  readonly #sender = randomUUID();
  #toldAtMs = -Infinity;

  constructor(settings: TagNoticesSettings) {
    this.#settings = settings;
    const { link } = settings;
    link.onReturn(() => {
      this.#forgetAll();
      this.#tellAll();
    });
    link.subscribe({
      channel: tagsChannel,
      onMessage: (message) => this.#hear(message),
      onReturn: () => this.#forgetAll(),
    });
  }

  /** Resolves when Redis has taken them, or is away. Never rejects. */
  async tell(tags: readonly TagKey[]): Promise<void> {
    const { link, versions } = this.#settings;
    const raised = tags.flatMap((tag) => {
      const version = versions.untold.get(tag);
      return version === undefined ? [] : [{ tag, version }];
    });
    if (raised.length === 0) return;
    const commands = raised.flatMap(({ tag, version }): RedisCommand[] => [
      // A Redis that is full refuses to set, but not to delete, and without a version no entry counts.
      ['del', tag],
      ['set', tag, version.text, 'PX', longestLifeMs],
    ]);
    const notice = JSON.stringify([this.#sender, raised.map(({ tag }) => tag)]);
    if ((await link.send(commands, [['publish', tagsChannel, notice]])) === undefined) return;
    for (const { tag, version } of raised) versions.settleRaise(tag, version);
  }

  /** For whoever is about to ask Redis. */
  tellAgain(): void {
    const { versions, now } = this.#settings;
    if (versions.untold.size > 0 && now() - this.#toldAtMs >= tellAgainAfterMs) this.#tellAll();
  }

  #tellAll(): void {
    this.#toldAtMs = this.#settings.now();
    const tags = [...this.#settings.versions.untold.keys()];
    for (let start = 0; start < tags.length; start += mostAtOnce) void this.tell(tags.slice(start, start + mostAtOnce));
  }

  #hear(message: string): void {
    const notice = readNotice(message);
    if (notice === null) this.#forgetAll();
    else if (notice.sender !== this.#sender) this.#settings.versions.hear(notice.tags);
  }

  #forgetAll(): void {
    this.#settings.versions.forgetAll();
    this.#settings.onGap();
  }
}

/** Null for what cannot be read: it may have been about anything. */
function readNotice(message: string): { sender: string; tags: TagKey[] } | null {
  try {
    const parts: unknown = JSON.parse(message);
    if (!Array.isArray(parts)) return null;
    const [sender, tags] = parts as unknown[];
    if (typeof sender !== 'string' || !Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return null;
    return { sender, tags: tags as TagKey[] };
  } catch {
    return null;
  }
}
