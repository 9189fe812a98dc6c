import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { allTagsKeyOf, tagKeyOf, tenantPrefixOf, type KeyOwner, type TagKey } from './cache-key.js';

export interface TagVersion {
  text: string;
  /** Made here for a tag that had none: what has it counts once Redis has taken it, or has somebody else's instead. */
  isProposal: boolean;
  /** Redis keeps it at least so long, as far as this process knows. */
  keptUntilMs?: number;
}

interface Knowledge {
  /** Null: Redis has to be asked. */
  readonly version: TagVersion | null;
  /** The last time that it was raised, as far as this process knows, in the order of all raises; 0: never. */
  readonly raisedAt: number;
}

export interface TagVersionsSettings {
  /** Do others raise tags as well? Without them this process is the one that knows. */
  readonly isShared: boolean;
  readonly mostKnown?: number;
  readonly mostUntold?: number;
}

/** As texts of 17 characters: nobody guesses one, and none comes twice. The first tells how it came to be. */
const versionPattern = /^[pr][\w-]{16}$/;
const proposed = 'p';
const raised = 'r';

/**
 * What this process knows of the versions of tags. An entry counts as long as each of its tags has the version that
 * it had before the entry was loaded. What is not known counts for nothing.
 */
export class TagVersions {
  readonly #isShared: boolean;
  readonly #mostUntold: number;
  readonly #known: LRUCache<TagKey, Knowledge>;
  /** Raised here, and not yet taken by Redis: what Redis has of them is out of date. */
  readonly #untold = new Map<TagKey, TagVersion>();
  #mark = 0;
  /** Of what is not known any more, the last raise. */
  #forgottenAt = 0;

  constructor({ isShared, mostKnown = 100_000, mostUntold = 10_000 }: TagVersionsSettings) {
    this.#isShared = isShared;
    this.#mostUntold = mostUntold;
    this.#known = new LRUCache({
      max: mostKnown,
      dispose: ({ raisedAt }, _tag, reason) => {
        if (reason === 'evict') this.#forgottenAt = Math.max(this.#forgottenAt, raisedAt);
      },
    });
  }

  /** This moment in the order of all raises. */
  get mark(): number {
    return this.#mark;
  }

  get untold(): ReadonlyMap<TagKey, TagVersion> {
    return this.#untold;
  }

  /** Has each tag the version that stands in its place? */
  areCurrent(tags: readonly TagKey[], texts: readonly string[]): boolean {
    return tags.length === texts.length && tags.every((tag, index) => this.#versionOf(tag)?.text === texts[index]);
  }

  /** True also when it is not known: better one load too many. */
  areRaisedSince(tags: readonly TagKey[], mark: number): boolean {
    return tags.some((tag) => this.#raisedAt(tag) > mark);
  }

  unknownOf(tags: readonly TagKey[]): TagKey[] {
    return tags.filter((tag) => this.#versionOf(tag) === null);
  }

  /** To be taken before a load begins; tags without a version get one. */
  forLoad(tags: readonly TagKey[]): ReadonlyMap<TagKey, TagVersion> {
    return new Map(tags.map((tag) => [tag, this.#versionOf(tag) ?? this.#propose(tag)]));
  }

  /** What Redis was found to have, null for none; `mark` is of the moment when it was asked. */
  learn(tags: readonly TagKey[], texts: readonly (string | null)[], mark: number): void {
    tags.forEach((tag, index) => {
      // Raised since, here or elsewhere: the answer may be older than that.
      if (this.#untold.has(tag) || this.#raisedAt(tag) > mark) return;
      const text = texts[index] ?? null;
      const known = this.#known.get(tag)?.version ?? null;
      if (text === null || !versionPattern.test(text)) {
        // A version that Redis has lost is never used again: it may have been raised before it was lost.
        if (known?.isProposal !== true) this.#know(tag, null);
      } else if (known?.text === text) {
        known.isProposal = false;
      } else {
        this.#know(tag, { text, isProposal: false });
      }
    });
  }

  /**
   * Redis has it, or has had another one, `found`. One that another replica has proposed is as good: the tag had none when both
   * loads began. Returns true when it takes the place of this one.
   */
  settleProposal(tag: TagKey, proposal: TagVersion, isTaken: boolean, found: string | null): boolean {
    const isSame = !isTaken && found !== null && versionPattern.test(found) && found.startsWith(proposed);
    if (isSame) proposal.text = found;
    if (isTaken || isSame) proposal.isProposal = false;
    else if (this.#known.get(tag)?.version === proposal) this.#know(tag, null);
    return isSame;
  }

  /** Takes effect here at once. Returns what others are to be told. */
  raise(owner: KeyOwner, names: readonly string[]): readonly TagKey[] {
    const tags = this.#isShared && this.#untold.size + names.length > this.#mostUntold ? this.#allTagsOf(owner) : names.map((name) => tagKeyOf(owner, name));
    for (const tag of tags) this.#raise(tag);
    return tags;
  }

  /** Redis has taken this raise; a later one of the same tag is still to be told. */
  settleRaise(tag: TagKey, version: TagVersion): void {
    if (this.#untold.get(tag) === version) this.#untold.delete(tag);
  }

  /** Somebody else has raised them. Which of two raises was the last one only Redis knows. */
  hear(tags: readonly TagKey[]): void {
    for (const tag of tags) {
      if (this.#untold.has(tag)) this.#raise(tag);
      else this.#known.set(tag, { version: null, raisedAt: ++this.#mark });
    }
  }

  /** Raises may have been missed. */
  forgetAll(): void {
    this.#known.clear();
    this.#forgottenAt = ++this.#mark;
    for (const tag of this.#untold.keys()) this.#raise(tag);
  }

  #versionOf(tag: TagKey): TagVersion | null {
    return this.#untold.get(tag) ?? this.#known.get(tag)?.version ?? null;
  }

  #raisedAt(tag: TagKey): number {
    return this.#known.get(tag)?.raisedAt ?? this.#forgottenAt;
  }

  #know(tag: TagKey, version: TagVersion | null): void {
    this.#known.set(tag, { version, raisedAt: this.#raisedAt(tag) });
  }

  #propose(tag: TagKey): TagVersion {
    const version = { text: newText(proposed), isProposal: true };
    this.#know(tag, version);
    return version;
  }

  #raise(tag: TagKey): void {
    const version = { text: newText(raised), isProposal: false };
    this.#known.set(tag, { version, raisedAt: ++this.#mark });
    if (this.#isShared) this.#untold.set(tag, version);
  }

  /** Too many to remember each: all entries of the tenant have this one. */
  #allTagsOf(owner: KeyOwner): readonly TagKey[] {
    const prefix = tenantPrefixOf(owner);
    for (const tag of [...this.#untold.keys()]) if (tag.startsWith(prefix)) this.#untold.delete(tag);
    return [allTagsKeyOf(owner)];
  }
}

function newText(origin: typeof proposed | typeof raised): string {
  return origin + randomBytes(12).toString('base64url');
}
