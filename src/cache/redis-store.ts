import type { RedisCommand } from '../redis/redis-client.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { TagKey } from './cache-key.js';
import type { Address } from './cached.js';
import { decodeEntry, encodeEntry, longestLifeMs, type Entry } from './entry.js';
import { tagsChannel } from './tag-notices.js';
import { longestEntry, type KeyedEntry, type Store } from './store.js';
import type { TagVersion, TagVersions } from './tag-versions.js';

export interface RedisStoreParts {
  readonly link: RedisLink;
  readonly versions: TagVersions;
  readonly now: () => number;
  /** Told of entries that were stored with tags whose versions another replica has made at the same time. */
  readonly onVersionsShared?: (entries: readonly KeyedEntry[]) => void;
}

/** Shared by all replicas. Any number of entries with their tags is one round trip, either way. */
export class RedisStore implements Store {
  readonly #parts: RedisStoreParts;

  constructor(parts: RedisStoreParts) {
    this.#parts = parts;
  }

  async getMany(addresses: readonly Address[]): Promise<(Entry | null)[]> {
    const keys = addresses.map(({ key }) => key);
    const texts = await this.#read(keys, [...new Set(addresses.flatMap(({ tags }) => tags))]);
    return texts.map((text) => (text === null ? null : decodeEntry(text)));
  }

  peek(): null {
    return null;
  }

  async setMany(entries: readonly KeyedEntry[]): Promise<void> {
    const { link, now } = this.#parts;
    const nowMs = now();
    const written = link.isAway ? [] : entries.flatMap((keyed) => {
      // Who hears of no raise cannot tell a tag that never had a version from one that was raised, and lost it since.
      if (!link.isListeningTo(tagsChannel) && [...keyed.versions.values()].some(({ isProposal }) => isProposal)) return [];
      const lifeMs = Math.min(Math.floor(keyed.entry.staleUntilMs - nowMs), longestLifeMs);
      const text = encodeEntry(keyed.entry);
      return lifeMs > 0 && text.length <= longestEntry ? [{ ...keyed, text, lifeMs }] : [];
    });
    if (written.length === 0) return;
    const keptUntilMs = nowMs + tagLifeMs;
    const versions = [...new Map(written.flatMap((keyed) => [...keyed.versions]))].filter(([, version]) => mustBeKept(version, nowMs));
    const proposals = versions.filter(([, { isProposal }]) => isProposal);
    const replies = await link.send([
      ...versions.map(keepVersion),
      ...written.map(({ key, text, lifeMs }): RedisCommand => ['set', key, text, 'PX', lifeMs]),
      ...proposals.map(([tag]): RedisCommand => ['get', tag]),
    ]);
    if (replies === undefined) return;
    versions.forEach(([, version], index) => {
      if (replies[index] === 1 || replies[index] === 'OK') version.keptUntilMs = keptUntilMs;
    });
    const found = replies.slice(versions.length + written.length);
    const shared = proposals.filter(([tag, version], index) => {
      const isTaken = replies[versions.findIndex(([name]) => name === tag)] === 'OK';
      const text = found[index];
      return this.#parts.versions.settleProposal(tag, version, isTaken, typeof text === 'string' ? text : null);
    });
    if (shared.length > 0) await this.#storeAgain(written, new Set(shared.map(([tag]) => tag)));
  }

  /** Replicas that load at the same time each propose a version; one is taken, and what the others have stored gets it. */
  async #storeAgain(written: readonly KeyedEntry[], shared: ReadonlySet<TagKey>): Promise<void> {
    const { link, now, onVersionsShared } = this.#parts;
    const again = written
      .filter(({ versions }) => [...versions.keys()].some((tag) => shared.has(tag)))
      .map((keyed) => ({ ...keyed, entry: { ...keyed.entry, tagVersions: [...keyed.versions.values()].map(({ text }) => text) } }));
    onVersionsShared?.(again);
    const nowMs = now();
    await link.send(again.map(({ key, entry }): RedisCommand => ['set', key, encodeEntry(entry), 'PX', Math.max(1, Math.floor(entry.staleUntilMs - nowMs))]));
  }

  async learn(tags: readonly TagKey[]): Promise<void> {
    await this.#read([], tags);
  }

  /** Texts of the keys; all of them null when Redis could not be asked. */
  async #read(keys: readonly string[], tags: readonly TagKey[]): Promise<(string | null)[]> {
    const { link, versions } = this.#parts;
    const { mark } = versions;
    const texts = keys.length + tags.length === 0 ? [] : await link.getTexts([...keys, ...tags]);
    if (texts === undefined) return keys.map(() => null);
    versions.learn(tags, texts.slice(keys.length), mark);
    return texts.slice(0, keys.length);
  }
}

/** Twice as long as any entry: then it is enough to see to it once an hour, and not with each entry that has it. */
const tagLifeMs = 2 * longestLifeMs;

/** Until the last entry that has it is over. */
function mustBeKept({ isProposal, keptUntilMs = 0 }: TagVersion, nowMs: number): boolean {
  return isProposal || keptUntilMs < nowMs + longestLifeMs;
}

/** A version that Redis has lost meanwhile is not written again. */
function keepVersion([tag, { text, isProposal }]: readonly [TagKey, TagVersion]): RedisCommand {
  return isProposal ? ['set', tag, text, 'PX', tagLifeMs, 'NX'] : ['pexpire', tag, tagLifeMs];
}
